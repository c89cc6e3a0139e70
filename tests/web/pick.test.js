import { describe, expect, test } from "bun:test";
import fc from "fast-check";
import { isoOf } from "../../imh_parents/web/child.js";
import { pick } from "../../imh_parents/web/pick.js";

const SLOTS = ["kind", "ouder", "dorp"];
const ROLES = ["", "moeder", "vader", "meemoeder", "grootouder", "opvang"];
const SITUATIONS = ["eerste-kind", "tweeling", "alleen", "beperking", "weinig-geld"];

const card = (slug, more = {}) => ({ slug, slot: "kind", days: [0, 90], audience: ["iedereen"], situation: [], unasked: true, ...more });
const family = (more = {}) => ({ place: 30, role: "", situations: [], early: 0, today: "2025-06-01", ...more });
const kind = (cards, more) => pick(cards, family(more)).kind?.slug ?? null;

const anyCard = fc.record({
  slug: fc.stringMatching(/^[a-z]{3,12}$/),
  slot: fc.constantFrom(...SLOTS),
  days: fc.tuple(fc.integer({ min: -280, max: 1800 }), fc.integer({ min: 1, max: 400 })).map(([from, length]) => [from, from + length]),
  audience: fc.subarray(["iedereen", "partners", ...ROLES.slice(1)], { minLength: 1 }),
  situation: fc.oneof(fc.constant([]), fc.subarray([...SITUATIONS, "prematuur"])),
  unasked: fc.boolean(),
});
const anyCards = fc.uniqueArray(anyCard, { selector: (one) => one.slug, maxLength: 40 });
const anyFamily = fc.record({
  place: fc.integer({ min: -280, max: 2000 }),
  role: fc.constantFrom(...ROLES),
  situations: fc.subarray(SITUATIONS),
  early: fc.integer({ min: 0, max: 17 }),
  today: fc.integer({ min: 18000, max: 24000 }).map(isoOf),
});

describe("whatever the cards and the family", () => {
  test("the same all day, in any order of the file", () => {
    fc.assert(fc.property(anyCards, anyFamily, (cards, who) => expect(pick([...cards].reverse(), who)).toEqual(pick(cards, who))));
  });
  test("a heavy card never comes unasked", () => {
    fc.assert(fc.property(anyCards, anyFamily, (cards, who) => Object.values(pick(cards, who)).every((one) => !one || one.unasked)));
  });
  test("each card is in its own place, so no card comes twice", () => {
    fc.assert(
      fc.property(anyCards, anyFamily, (cards, who) => {
        const three = pick(cards, who);
        for (const slot of SLOTS) expect(three[slot]?.slot ?? slot).toBe(slot);
      }),
    );
  });
  test("nothing crosses birth", () => {
    fc.assert(
      fc.property(anyCards, anyFamily, (cards, who) => {
        for (const one of Object.values(pick(cards, who))) {
          if (!one) continue;
          if (who.place < 0) expect(one.days[0]).toBeLessThan(0);
          else expect(one.days[1]).toBeGreaterThan(0);
        }
      }),
    );
  });
  test("a card for a situation only comes where that is so", () => {
    fc.assert(
      fc.property(anyCards, anyFamily, (cards, who) => {
        for (const one of Object.values(pick(cards, who))) {
          for (const what of one?.situation ?? []) expect(what === "prematuur" ? who.early > 0 : who.situations.includes(what)).toBe(true);
        }
      }),
    );
  });
});

test("another one tomorrow, and all of them in turn", () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 12 }), fc.integer({ min: 18000, max: 24000 }), (count, day) => {
      const cards = Array.from({ length: count }, (_, index) => card(`kaart-${index}`));
      const week = Array.from({ length: count }, (_, index) => kind(cards, { today: isoOf(day + index) }));
      expect(new Set(week).size).toBe(count);
      expect(kind(cards, { today: isoOf(day + count) })).toBe(week[0]);
    }),
  );
});

describe("whom a card speaks to", () => {
  const partners = [card("samen", { audience: ["partners"] })];
  test.each([
    ["", [], null],
    ["moeder", [], "samen"],
    ["vader", [], "samen"],
    ["meemoeder", [], "samen"],
    ["moeder", ["alleen"], null],
    ["grootouder", [], null],
  ])("partners: role %p, %p", (role, situations, slug) => {
    expect(kind(partners, { role, situations })).toBe(slug);
  });
  test("one role", () => {
    const cards = [card("voor-papa", { audience: ["vader"] })];
    expect(kind(cards, { role: "vader" })).toBe("voor-papa");
    expect(kind(cards, { role: "moeder" })).toBeNull();
    expect(kind(cards)).toBeNull();
  });
});

describe("age", () => {
  test.each([
    [[60, 90], 50, "x"], // ten days before
    [[60, 90], 99, "x"],
    [[0, 42], -1, null], // not before birth
    [[-280, -189], -185, "x"],
    [[-77, 7], 0, null], // pregnancy up to week 40 is not for a newborn
    [[-77, 14], 3, null],
    [[-77, 14], -1, "x"],
    [[-77, 42], 3, "x"], // this one is about both
    [[300, 400], 100, "x"], // too far for 90, near enough for 400
    [[600, 700], 100, null],
  ])("card %p, place %d: %p", (days, place, slug) => {
    expect(kind([card("x", { days })], { place })).toBe(slug);
  });
  test("the nearest wins over a wider look", () => {
    const cards = [card("nu"), card("later", { days: [130, 160] })];
    for (const today of ["2025-06-01", "2025-06-02", "2025-06-03"]) expect(kind(cards, { today })).toBe("nu");
  });
});

test("no cards, no tiles; a clock before 1970 is no error", () => {
  expect(pick([], family())).toEqual({ kind: null, ouder: null, dorp: null });
  expect(kind([card("a"), card("b")], { today: "1950-01-02" })).toBeOneOf(["a", "b"]);
});
