import { expect, test } from "bun:test";
import fc from "fast-check";
import { added, blank, isFull, linkOf, raised, removed } from "../../imh_parents/web/nurse/draft.js";
import { findCards, findPlaces } from "../../imh_parents/web/nurse/find.js";
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

const card = (slug, title, line = "") => ({ slug, title, line, label: "Jij", ages: "Tot 6 maanden" });
const cards = [card("a", "Mijn lontje is zo kort", "Kwaad zijn mag."), card("b", "Slaapt de jouwe al door?", "Geen rapport."), card("c", "Ik ween", "Kwaad én moe.")];
const slugs = (asked) => findCards(cards, asked).map(({ slug }) => slug);

test("a few letters find a card, in its title first", () => {
  expect(slugs("LONT")).toEqual(["a"]);
  expect(slugs("kwaad")).toEqual(["a", "c"]);
  expect(slugs("ween kwaad")).toEqual(["c"]);
  expect(slugs("  ")).toEqual([]);
  expect(slugs("xyz")).toEqual([]);
});

const place = (number, name, more = {}) => ({ number, service: { name, what: "Spelen en ontmoeten.", towns: [], needs: [], ...more } });
const around = [place(1, "Huis van het Kind Gent", { city: "Gent" }), place(2, "Speel'bus", { towns: ["44021"] }), place(3, "Babytheek", { city: "Aalst", org: "Huis van het Kind Aalst" })];
const numbers = (asked) => findPlaces(around, new Map([["44021", "Gent"]]), asked).map(({ number }) => number);

test("a place is found by its name, by who runs it, and by the municipality it serves", () => {
  expect(numbers("huis kind")).toEqual([1, 3]);
  expect(numbers("GENT")).toEqual([1, 2]);
  expect(numbers("spelen aalst")).toEqual([3]);
  expect(numbers("speelbus")).toEqual([2]);
  expect(numbers("")).toEqual([]);
});
