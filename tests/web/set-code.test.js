import { describe, expect, test } from "bun:test";
import fc from "fast-check";
import { correction, generate } from "lean-qr";
import { LONGEST_NOTE, MOST_CARDS, MOST_HELP, decode, encode, tidyNote } from "../../imh_parents/web/set-code.js";
import GOLDEN from "./set-golden.json";

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const number = fc.integer({ min: 1, max: 16383 });
const own = fc.string({ unit: "grapheme", maxLength: 200 }).map(tidyNote).filter((text) => text !== "");
const row = fc.record({
  language: fc.stringMatching(/^[a-z]{2}$/),
  moment: fc.integer({ min: 0, max: 16383 }),
  cards: fc.uniqueArray(number, { minLength: 1, maxLength: MOST_CARDS }),
  help: fc.uniqueArray(number, { maxLength: MOST_HELP }),
  split: fc.nat(MOST_HELP),
  note: fc.oneof(fc.constant(0), number, own),
});
/** Lines and places share their room. */
const set = row.map(({ help, split, ...rest }) => ({ ...rest, lines: help.slice(0, split), places: help.slice(split) }));
const team = fc.oneof(fc.constant(""), fc.stringMatching(/^[\w-]{6}$/));
const plain = { language: "nl", moment: 1, cards: [1], lines: [], places: [], note: 0 };
const damaged = { set: null, team: "", fault: "damaged" };

test("what goes in comes out, in letters that need no escaping", () => {
  fc.assert(
    fc.property(set, team, (value, team) => {
      const code = encode(value, team);
      expect(code).toMatch(/^[\w-]+$/);
      expect(decode(code)).toEqual({ set: value, team, fault: "" });
    }),
  );
});

test("a set without places is one that every earlier app reads", () => {
  expect(encode({ ...plain, lines: [13] })[0]).toBe("1");
  expect(encode({ ...plain, places: [1] })[0]).toBe("2");
});

describe("damage", () => {
  test("every single-character change is seen: another letter, one less, one more", () => {
    fc.assert(
      fc.property(set, team, (value, team) => {
        const code = encode(value, team);
        for (let at = 0; at < code.length; at++) {
          const [before, after] = [code.slice(0, at), code.slice(at + 1)];
          for (const letter of `${ALPHABET} .%é`) {
            if (letter !== code[at]) expect(decode(before + letter + after).set).toBeNull();
          }
          expect(decode(before + after).set).toBeNull();
          expect(decode(`${before}A${code.slice(at)}`).set).toBeNull();
        }
      }),
      { numRuns: 25 },
    );
  });
  test("anything at all is damaged, never thrown", () => {
    fc.assert(fc.property(fc.string(), (text) => expect(decode(text)).toEqual(damaged)));
    expect(decode("")).toEqual(damaged);
    expect(decode("A".repeat(100_000))).toEqual(damaged);
  });
});

test("a code of a newer app is told from a damaged one", () => {
  const newer = resummed(`3${encode(plain).slice(1, -6)}`);
  expect(decode(newer)).toEqual({ set: null, team: "", fault: "newer" });
  expect(decode(resummed(`tdorp-1${newer.slice(0, -6)}`)).fault).toBe("newer");
  expect(decode(`4${newer.slice(1)}`)).toEqual(damaged);
});

test("only one code for a set: whatever else adds up is refused", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 30 }), fc.constantFrom("1", "2"), (bytes, version) => {
      const code = resummed(`${version}${Buffer.from(bytes).toString("base64url")}`);
      const { set: found } = decode(code);
      if (found) expect(encode(found)).toBe(code);
    }),
  );
});

test("what is no set is refused before it is printed", () => {
  const full = { lines: [1, 2], places: [1, 2, 3] };
  for (const wrong of [{ cards: [] }, { cards: [1, 2, 3, 4, 5, 6, 7] }, { cards: [1, 1] }, { cards: [0] }, { cards: [16384] }, { places: [2, 2] }, full, { language: "nl-BE" }]) {
    expect(() => encode({ ...plain, ...wrong })).toThrow(RangeError);
  }
  expect(() => encode(plain, "vijf5")).toThrow(RangeError);
});

test("a note is one line of at most 120 signs, and no sign is cut in two", () => {
  expect(tidyNote("  tot\n\tstraks \u0000 ")).toBe("tot straks");
  expect([...tidyNote("🌙".repeat(200))]).toHaveLength(LONGEST_NOTE);
  expect(tidyNote("\uD83C")).toBe("");
});

test.each(GOLDEN.codes)("$code of an earlier day still opens", ({ code, set: value, team = "" }) => {
  expect(decode(code)).toEqual({ set: { places: [], ...value }, team, fault: "" });
});

describe("in a QR code", () => {
  const version = (text) => (generate(text, { minCorrectionLevel: correction.M }).size - 17) / 4;
  const full = { language: "ar", moment: 15, cards: [16378, 16379, 16380, 16381, 16382, 16383], lines: [], places: [16380, 16381, 16382, 16383], note: 0 };
  test("six cards and four places fit version 6 at level M, on a long host name and named by a team too", () => {
    expect(version(`https://goedgenoeg.waimh-vlaanderen.be/ar/set/#${encode(full, "dorp-1")}`)).toBeLessThanOrEqual(6);
    expect(version(`https://goedgenoeg.waimh-vlaanderen.be/ar/set/#${encode(full)}`)).toBeLessThanOrEqual(6);
    expect(version(`https://goedgenoeg.be/ar/set/#${encode({ ...full, note: 8 })}`)).toBeLessThanOrEqual(5);
  });
  test("with a note of the nurse's own it still fits what a screen can show", () => {
    expect(version(`https://goedgenoeg.waimh-vlaanderen.be/ar/set/#${encode({ ...full, note: "س".repeat(120) })}`)).toBeLessThanOrEqual(16);
  });
});

/** A code as a later version would close it. @param {string} body */
function resummed(body) {
  let value = 0x811c9dc5;
  for (const letter of body) value = Math.imul(value ^ letter.codePointAt(0), 0x01000193) >>> 0;
  return body + Array.from({ length: 6 }, (_, at) => ALPHABET[Math.floor(value / 64 ** (5 - at)) % 64]).join("");
}
