import { expect, test } from "bun:test";
import fc from "fast-check";
import KEPT from "../../imh_parents/web/kept.json";
import { isEmpty, pack, unpack } from "../../imh_parents/web/transfer.js";

const noor = { id: "n1", name: "Noor", born: "2025-01-31", early: 3 };
const oma = { id: "p1", name: "Oma Lies", phone: "+32 470 00 00 00", ring: "dichtbij", role: "oma", note: "kan op woensdag", place: "Kerkstraat 1" };
const huisarts = { id: "p2", name: "Dokter Peeters", phone: "09 123 45 67", ring: "rond", role: "huisarts" };
const gift = { children: [noor], saved: ["huilen", "slapen"], people: [oma, huisarts], sets: [], questions: [] };
const state = (more) => ({ ...structuredClone(KEPT), ...structuredClone(more) });

test("arrives as it left", async () => {
  expect(await unpack(await pack(gift))).toMatchObject(gift);
  expect(await pack(gift)).toMatch(/^[\w-]+$/);
});

test("carries children, cards and people, and nothing of who gives", async () => {
  const code = await pack(state({ ...gift, role: "vader", situations: ["alleen"], night: "night" }));
  expect(await unpack(code)).toMatchObject({ ...gift, role: "", situations: [], night: "auto" });
});

test("a code from version 1 arrives: its people are close by", async () => {
  // made by version 1 from noor, two cards, and Oma Lies with a number
  const code = "2ev91E2MTQrCMBQGrxK-ra-QH0XIGUQPELJI8UED6UtI6aJI7y4FKcKshmGCofBBfsNDDAiSZobHs9YOwli7wMNqexu0GdxRcOplg3d7pIBpzYUFhKWkxoJ43trf7TUn9ci8gNCmKoe6OKuud630D-wxfgE";
  const lies = { id: "p1", name: "Oma Lies", phone: "+32 470 00 00 00", ring: "dichtbij", role: "" };
  expect(await unpack(code)).toMatchObject({ children: [noor], saved: ["huilen", "slapen"], people: [lies] });
});

test("a whole village of long names still fits a code", async () => {
  const people = Array.from({ length: 12 }, (_, at) => ({ ...oma, id: `p${at}`, name: `Naam van iemand ${at}`, phone: `+32 470 00 00 ${10 + at}` }));
  expect((await pack({ ...gift, people })).length).toBeLessThan(1200);
});

test("one wrong letter, a piece cut off, or anything at all: null", async () => {
  const code = await pack(gift);
  for (let at = 0; at < code.length - 3; at += 3) { // the last letters hold bits that mean nothing
    const other = code[at] === "A" ? "B" : "A";
    const found = await unpack(code.slice(0, at) + other + code.slice(at + 1));
    if (at < code.length - 8) expect(found).toBeNull();
    else if (found) expect(found).toMatchObject(gift); // the last bits of a deflated text carry nothing
    expect(await unpack(code.slice(0, at))).toBeNull();
  }
  await fc.assert(fc.asyncProperty(fc.string(), async (text) => (await unpack(text)) === null));
  expect(await unpack("A".repeat(100_000))).toBeNull();
});

test("empty is empty", () => {
  expect(isEmpty(KEPT)).toBe(true);
  expect(isEmpty(gift)).toBe(false);
});
