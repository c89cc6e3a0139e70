import { expect, test } from "bun:test";
import KEPT from "../../imh_parents/web/kept.json";
import { shape } from "../../imh_parents/web/shape.js";
import { merge } from "../../imh_parents/web/merge.js";
import { isEmpty, pack, unpack } from "../../imh_parents/web/transfer.js";

const kept = { code: "1V0gGOADssCnE", on: "2026-11-22" };
const asked = { id: "q1", text: "Mag hij al op zijn buik?" };
const state = (more = {}) => ({ ...structuredClone(KEPT), ...structuredClone(more) });

test("a phone of version 2 gets an empty shelf and an empty list", () => {
  const { sets: _, questions: __, ...before } = state({ version: 2, saved: ["huilen"] });
  expect(shape(before)).toEqual(state({ saved: ["huilen"] }));
});

test("the same set stands there once; words too long are cut", () => {
  const found = shape(state({ sets: [kept, { ...kept, on: "2026-11-01" }], questions: [{ ...asked, text: "x".repeat(300) }] }));
  expect(found?.sets).toEqual([kept]);
  expect(found?.questions[0].text).toHaveLength(200);
});

test.each([[{ code: "<b>", on: "2026-11-22" }], [{ code: kept.code }], [{ code: kept.code, on: "gisteren" }], ["1V0gGOADssCnE"]])("%p is no kept set", (bad) => {
  expect(shape(state({ sets: [bad] }))).toBeNull();
});

test("another phone gets sets and questions too, beside its own", async () => {
  const mine = state({ sets: [{ code: "1BFoGOCogDQMDAQTU4Q", on: "2026-10-01" }], questions: [{ id: "other", text: asked.text }] });
  const gift = await unpack(await pack(state({ sets: [kept], questions: [asked] })));
  merge(mine, gift);
  expect(mine.sets.map(({ code }) => code)).toEqual([kept.code, "1BFoGOCogDQMDAQTU4Q"]);
  expect(mine.questions).toEqual([{ id: "other", text: asked.text }]);
  expect(isEmpty(state({ sets: [kept] }))).toBe(false);
  expect(isEmpty(state({ questions: [asked] }))).toBe(false);
});
