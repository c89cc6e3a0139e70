import { expect, test } from "bun:test";
import fc from "fast-check";
import { kilometres, way } from "../../imh_parents/web/finder/distance.js";

const point = fc.tuple(fc.double({ min: 50.6, max: 51.6, noNaN: true }), fc.double({ min: 2.5, max: 6, noNaN: true }));
const RANKS = ["close", "walk", "bike", "far"];

test("Gent to Brugge is about forty kilometres", () => {
  expect(kilometres([51.05, 3.7167], [51.2089, 3.2242])).toBeCloseTo(38.7, 0);
});

test("a distance is never negative, the same both ways, and no detour is shorter", () => {
  fc.assert(fc.property(point, point, point, (a, b, c) => {
    expect(kilometres(a, b)).toBeGreaterThanOrEqual(0);
    expect(kilometres(a, b)).toBeCloseTo(kilometres(b, a), 9);
    expect(kilometres(a, c)).toBeLessThanOrEqual(kilometres(a, b) + kilometres(b, c) + 1e-9);
    expect(kilometres(a, a)).toBe(0);
  }));
});

test("further is never said to be nearer", () => {
  fc.assert(fc.property(fc.double({ min: 0, max: 90, noNaN: true }), fc.double({ min: 0, max: 90, noNaN: true }), (a, b) => {
    const [near, far] = [way(Math.min(a, b)), way(Math.max(a, b))];
    expect(RANKS.indexOf(near.key)).toBeLessThanOrEqual(RANKS.indexOf(far.key));
    if (near.key === far.key && near.key !== "close" && far.key !== "close") expect(near.n).toBeLessThanOrEqual(far.n);
  }));
});

test("minutes come in fives, because we know villages and not front doors", () => {
  fc.assert(fc.property(fc.double({ min: 0.4, max: 7, noNaN: true }), (km) => {
    const found = way(km);
    if (found.key === "walk" || found.key === "bike") expect(found.n % 5).toBe(0);
  }));
});

test("as a parent would say it", () => {
  expect([0, 0.8, 3, 40].map(way)).toEqual([{ key: "close" }, { key: "walk", n: 15 }, { key: "bike", n: 15 }, { key: "far", n: 52 }]);
});
