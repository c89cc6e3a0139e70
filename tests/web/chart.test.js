import { describe, expect, test } from "bun:test";
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { chart, marks, pathOf, ringOf, room, spell } from "../../imh_parents/web/finder/chart.js";
import { kilometres } from "../../imh_parents/web/finder/distance.js";

/** @import { Point } from "../../imh_parents/web/finder/chart.js" */

const PAPER = { width: 320, height: 240, edge: 26 };
const GENT = /** @type {Point} */ ([51.05, 3.72]);
const OUTLINE = JSON.parse(readFileSync(`${import.meta.dir}/../../imh_parents/village/places/outline.json`, "utf8"));
const point = /** @type {fc.Arbitrary<Point>} */ (fc.tuple(fc.double({ min: 50.7, max: 51.5, noNaN: true }), fc.double({ min: 2.6, max: 5.9, noNaN: true })));

test("everything is in view, here in the middle", () => {
  fc.assert(fc.property(point, fc.array(point, { maxLength: 8 }), (here, points) => {
    const { xy } = chart(here, points, PAPER);
    expect(xy(here)).toEqual([160, 120]);
    for (const [x, y] of points.map(xy)) {
      expect(x >= 25.9 && x <= 294.1 && y >= 25.9 && y <= 214.1).toBe(true);
    }
  }));
});

test("north is up, east is right, and a kilometre is as long both ways", () => {
  const { xy, scale } = chart(GENT, [[51.09, 3.72]], PAPER);
  const [, up] = xy([51.09, 3.72]);
  const [right] = xy([51.05, 3.78]);
  expect(up).toBeLessThan(120);
  expect(right).toBeGreaterThan(160);
  expect((120 - up) / kilometres(GENT, [51.09, 3.72])).toBeCloseTo(scale, 1);
  expect((right - 160) / kilometres(GENT, [51.05, 3.78])).toBeCloseTo(scale, 1);
});

test("close by does not become an empty field", () => {
  expect(chart(GENT, [GENT], PAPER).scale).toBeLessThan(40);
});

test("the ring fits and has round kilometres", () => {
  fc.assert(fc.property(point, fc.array(point, { maxLength: 5 }), (here, points) => {
    const { km, radius } = ringOf(chart(here, points, PAPER));
    expect([1, 2, 5, 10, 20, 50]).toContain(km);
    expect(radius).toBeLessThanOrEqual(120);
  }));
});

test("marks that would touch are one, and no place is lost", () => {
  fc.assert(fc.property(fc.array(point, { maxLength: 12 }), (points) => {
    const spots = points.map((at, index) => ({ number: index + 1, name: `Plek ${index + 1}`, at }));
    const found = marks(spots, chart(GENT, points, PAPER), 30);
    expect(found.flatMap(({ numbers }) => numbers).sort((a, b) => a - b)).toEqual(spots.map(({ number }) => number));
    for (const a of found) for (const b of found) if (a !== b) expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThanOrEqual(30);
    for (const { numbers, names } of found) expect(names).toEqual(numbers.map((number) => `Plek ${number}`));
  }));
});

test.each([[[1], "1"], [[1, 2], "1, 2"], [[1, 2, 3], "1–3"], [[1, 3, 4, 5, 8], "1, 3–5, 8"]])("%p is written %s", (numbers, words) => {
  expect(spell(numbers)).toBe(words);
});

test("names stand inside and never on each other or on a mark", () => {
  const box = fc.record({ x: fc.integer({ min: -20, max: 340 }), y: fc.integer({ min: -20, max: 260 }), width: fc.integer({ min: 10, max: 120 }), height: fc.constant(22) });
  fc.assert(fc.property(fc.array(box, { maxLength: 20 }), fc.array(box, { maxLength: 5 }), (names, taken) => {
    const shown = room(names, taken, chart(GENT, [], PAPER));
    for (const one of shown) {
      expect(one.x - one.width / 2 >= 0 && one.x + one.width / 2 <= 320 && one.y - 11 >= 0 && one.y + 11 <= 240).toBe(true);
      for (const other of [...shown, ...taken]) {
        if (other !== one) expect(Math.abs(one.x - other.x) * 2 < one.width + other.width && Math.abs(one.y - other.y) * 2 < one.height + other.height).toBe(false);
      }
    }
  }));
});

describe("the outlines of places/outline.py", () => {
  test("are closed paths of numbers", () => {
    const made = chart(GENT, [], PAPER);
    for (const name of Object.keys(OUTLINE.provinces)) expect(pathOf(OUTLINE, name, made)).toMatch(/^(M-?[\d.]+ -?[\d.]+(L-?[\d.]+ -?[\d.]+){3,}Z)+$/);
    expect(pathOf(OUTLINE, "brugge", made)).toBe("");
  });

  test("are quick to draw on a slow phone", () => {
    const made = chart(GENT, [], PAPER);
    const points = Object.keys(OUTLINE.provinces).reduce((sum, name) => sum + pathOf(OUTLINE, name, made).split("L").length, 0);
    expect(points).toBeLessThan(4000);
  });
});
