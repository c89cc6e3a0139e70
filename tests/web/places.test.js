import { describe, expect, test } from "bun:test";
import fc from "fast-check";
import { kilometres } from "../../imh_parents/web/finder/distance.js";
import { find, keyOf, label, middles, nearest, readPlaces, slips } from "../../imh_parents/web/finder/places.js";
import { table } from "./table.js";

const all = readPlaces(table());
const some = fc.constantFrom(...all);
const letters = fc.array(fc.constantFrom(..."abcdef"), { maxLength: 7 }).map((one) => one.join(""));

test("every postcode finds itself", () => {
  for (const { code } of all) expect(find(all, code)[0]?.code).toBe(code);
});

test("every village, municipality and other name finds its municipality", () => {
  for (const place of all) for (const key of place.keys) expect(find(all, key, 60).map(({ nis }) => nis)).toContain(place.nis);
});

test("what is written for a reader finds exactly that village again", () => {
  fc.assert(fc.property(some, (place) => {
    const found = find(all, label(place))[0];
    expect([found?.code, found?.nis]).toEqual([place.code, place.nis]);
  }));
});

test("one slip of the finger in a longer name still finds it", () => {
  const long = all.filter(({ name }) => keyOf(name).length >= 7);
  fc.assert(fc.property(fc.constantFrom(...long), fc.nat(), fc.constantFrom("drop", "twice", "swap"), (place, where, how) => {
    const name = keyOf(place.name);
    const i = 1 + (where % (name.length - 2));
    const wrong = {
      drop: name.slice(0, i) + name.slice(i + 1),
      twice: name.slice(0, i) + name[i] + name.slice(i),
      swap: name.slice(0, i - 1) + name[i] + name[i - 1] + name.slice(i + 1),
    }[how];
    const exact = all.some(({ keys }) => keys.some((key) => key.startsWith(wrong))); // the slip is another name
    if (!exact) expect(find(all, wrong, 60).map(({ nis }) => nis)).toContain(place.nis);
  }));
});

test("any text whatever is answered without an error, and quickly", () => {
  fc.assert(fc.property(fc.string({ maxLength: 200 }), (text) => void expect(find(all, text).length).toBeLessThanOrEqual(6)), { numRuns: 60 });
});

describe("what a parent types", () => {
  for (const [typed, town] of /** @type {const} */ ([
    ["9000 Gent", "Gent"], ["gent", "Gent"], ["GENT ", "Gent"], ["Antwrepen", "Antwerpen"], ["borgerhout", "Antwerpen"], ["leuvn", "Leuven"],
    ["sint niklaas", "Sint-Niklaas"], ["Ixelles", "Elsene"], ["Bruxelles", "Brussel"], ["oostende", "Oostende"], ["Aalst", "Aalst"], ["beveren", "Beveren-Kruibeke-Zwijndrecht"], ["kessel lo", "Leuven"],
  ])) test(typed, () => expect(find(all, typed)[0]?.town).toBe(town));

  for (const typed of ["٩٠٠٠", "۹۰۰۰", "\u202a9000\u202c", "٩٠٠٠ غنت", "\u20669\u00a00\u00a00\u00a00\u2069"]) {
    test(`${JSON.stringify(typed)}, a postcode in other digits or with marks around it`, () => expect(find(all, typed)[0]?.code).toBe("9000"));
  }
  test("a name with marks around it", () => expect(find(all, "\u2067Gent\u2069")[0]?.town).toBe("Gent"));
  test("nothing like a place", () => expect(find(all, "qqqqxxzz")).toEqual([]));
  test("no letters at all", () => expect(find(all, " -?! ")).toEqual([]));
  test("a postcode that is not there shows its neighbours", () => expect(find(all, "9001")[0]?.code).toBe("9000"));
});

describe("slips of the finger", () => {
  test("none, one, a swapped pair", () => {
    expect([slips("gent", "gent", 2), slips("gnt", "gent", 2), slips("gnet", "gent", 2)]).toEqual([0, 1, 1]);
  });
  test("the same both ways, zero only for the same, never more than the longer word", () => {
    fc.assert(fc.property(letters, letters, (a, b) => {
      const far = slips(a, b, 9);
      expect(far).toBe(slips(b, a, 9));
      expect(far === 0).toBe(a === b);
      expect(far).toBeLessThanOrEqual(Math.max(a.length, b.length));
    }));
  });
});

test("the nearest village to a village is itself, or one on the same spot", () => {
  fc.assert(fc.property(some, (place) => expect(kilometres(nearest(all, place.at)?.at ?? [0, 0], place.at)).toBe(0)));
});

test("every municipality has a middle", () => {
  expect(middles(all).size).toBe(304);
});
