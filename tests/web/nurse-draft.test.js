import { expect, test } from "bun:test";
import fc from "fast-check";
import { added, blank, draftFrom, draftOf, isFull, linkOf, raised, removed } from "../../imh_parents/web/nurse/draft.js";
import { findPlaces } from "../../imh_parents/web/nurse/find.js";
import { readableIn } from "../../imh_parents/web/nurse/readable.js";
import { decode } from "../../imh_parents/web/set-code.js";

const set = { ...blank("ar"), cards: [5, 6, 7] };

test("a card comes at the end, once, and only while there is room", () => {
  expect(added(set, "cards", 9).cards).toEqual([5, 6, 7, 9]);
  expect(added(set, "cards", 6)).toBe(set);
  const full = { ...set, cards: [1, 2, 3, 4, 5, 6] };
  expect([isFull(full, "cards"), isFull(set, "cards"), isFull({ ...set, lines: [1, 2], places: [3, 4] }, "lines"), isFull({ ...set, lines: [1, 2, 3] }, "places")]).toEqual([true, false, true, false]);
  expect(added(full, "cards", 9)).toBe(full);
});

test("goes away, and goes up", () => {
  expect(removed(set, "cards", 6).cards).toEqual([5, 7]);
  expect(raised(set, 7).cards).toEqual([5, 7, 6]);
  expect(raised(set, 5)).toBe(set);
  expect(raised(set, 99)).toBe(set);
});

test("whatever a nurse presses, the link opens as what she saw", () => {
  const act = fc.record({ what: fc.constantFrom("add", "line", "place", "remove", "up"), number: fc.integer({ min: 1, max: 12 }) });
  fc.assert(
    fc.property(fc.array(act, { maxLength: 40 }), (acts) => {
      let now = set;
      for (const { what, number } of acts) {
        if (what === "add") now = added(now, "cards", number);
        if (what === "line") now = added(now, "lines", number);
        if (what === "place") now = added(now, "places", number);
        if (what === "remove") now = removed(now, "cards", number);
        if (what === "up") now = raised(now, number);
      }
      if (!now.cards.length) return;
      const [address, code] = linkOf(now, "https://goed.example").split("#");
      expect(address).toBe("https://goed.example/ar/set/");
      expect(decode(code).set).toEqual(now);
    }),
  );
});

const place = (number, name, more = {}) => ({ number, service: { name, what: "Spelen en ontmoeten.", towns: [], needs: [], ...more } });
const around = [place(1, "Huis van het Kind Gent", { city: "Gent" }), place(2, "Speel'bus", { towns: ["44021"] }), place(3, "Babytheek", { city: "Aalst", code: "9300", org: "Huis van het Kind Aalst" })];
const numbers = (asked) => findPlaces(around, new Map([["44021", "Gent"]]), asked).map(({ number }) => number);

test("a place is found by its name, by who runs it, and by the municipality it serves", () => {
  expect(numbers("huis kind")).toEqual([1, 3]);
  expect(numbers("GENT")).toEqual([1, 2]);
  expect(numbers("spelen aalst")).toEqual([3]);
  expect(numbers("speelbus")).toEqual([2]);
  expect([numbers("9300"), numbers("٩٣٠٠"), numbers("\u202a9300\u202c")]).toEqual([[3], [3], [3]]);
  expect(numbers("")).toEqual([]);
});

test("the address of the page brings the set back as it was left, also one without a card", () => {
  const left = [set, { ...set, moment: 3, lines: [1], places: [200], note: "Tot in januari!" }, { ...blank("en"), moment: 6, lines: [1, 2], places: [9] }, blank("nl")];
  expect(left.map((one) => draftFrom(draftOf(one)))).toEqual(left);
});

test.each(["", "8w", "inhoud", "add=kort-lontje", "draft=nl.0.1-1.", "draft=nl.0.1-2-3.4-5", "draft=nl.0.99999.", "draft=nl.x..", "draft=Nl.0.."])("%s is no set that was left", (text) => {
  expect(draftFrom(text)).toBeNull();
});

test.each([
  [["nl", "nl", "nl ar"], "ar", "nl", { key: "reads-one", values: { n: 1, all: 3, language: "Arabisch" } }],
  [["nl ar", "nl", "nl ar"], "ar", "nl", { key: "reads-other", values: { n: 2, all: 3, language: "Arabisch" } }],
  [["nl", "nl"], "en", "nl", { key: "reads-other", values: { n: 0, all: 2, language: "Engels" } }],
  [["nl", "nl en"], "en", "en", { key: "reads-one", values: { n: 1, all: 2, language: "English" } }],
  [["nl ar", "nl ar"], "ar", "ar", { key: "reads-two", values: { n: 2, all: 2, language: "العربية" } }],
  [["nl ar"], "ar", "nl", { key: "reads-it", values: { n: 1, all: 1, language: "Arabisch" } }],
  [["nl"], "ar", "nl", { key: "reads-not", values: { n: 0, all: 1, language: "Arabisch" } }],
  [["nl", "nl ar"], "nl", "nl", null],
  [[], "ar", "nl", null],
])("cards in %p for a parent who reads %s, told in %s", (cards, language, page, told) => {
  const titles = cards.map((tongues) => Object.fromEntries(tongues.split(" ").map((code) => [code, "x"])));
  expect(readableIn(titles, language, page)).toEqual(told);
});
