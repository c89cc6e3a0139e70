import { expect, test } from "bun:test";
import fc from "fast-check";
import { compose, wrap } from "../../imh_parents/web/thanks/lines.js";

const width = (text) => [...text].length;
const measure = (text, size) => [...text].length * size * 0.5;

test("words stay whole and in order where they fit", () => {
  expect(wrap("Bedankt om deel uit te maken van ons dorp.", width, 16)).toEqual(["Bedankt om deel", "uit te maken van", "ons dorp."]);
});

test("a word too long for a line is cut", () => {
  expect(wrap("ja verpleegkundigenteam", width, 10)).toEqual(["ja", "verpleegku", "ndigenteam"]);
});

test("nothing written is no line", () => {
  expect([wrap("  ", width, 10), compose("", measure)]).toEqual([[], []]);
});

test("no line is wider than asked and no sign is lost", () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 80, unit: "grapheme" }), fc.integer({ min: 4, max: 40 }), (text, most) => {
      const lines = wrap(text, width, most);
      expect(lines.join("").replace(/\s/g, "")).toBe(text.replace(/\s/g, ""));
      for (const line of lines) expect(width(line)).toBeLessThanOrEqual(most);
    }),
  );
});

test("the longest text stays between the names", () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1, maxLength: 80, unit: "grapheme-ascii" }), (text) => {
      const lines = compose(text, measure);
      for (const { y, size } of lines) expect(y - size > 275 && y < 396).toBe(true);
    }),
  );
});

test("a short wish is larger than a long one", () => {
  const [short] = compose("Dankjewel.", measure);
  const [long] = compose("Bedankt om mijn baby vast te nemen, zodat ik even kon zitten en ademen en slapen.", measure);
  expect(short.size).toBeGreaterThan(long.size);
});
