import { describe, expect, test } from "bun:test";
import { greeting, roadLine } from "../../imh_parents/web/greeting.js";
import { fill } from "../../imh_parents/web/fill.js";
import { BANDS } from "./bands.js";

const WORDS = {
  hello: "{name} is {age}.",
  "hello-nobody": "Je kind is {age}.",
  newborn: "{name} is er.",
  "newborn-nobody": "Je kind is er.",
  expected: "{name} is op komst. Week {n}.",
  "expected-nobody": "Zwanger, week {n}.",
  overdue: "Is je kind er al?",
  band: "Je koos: {band}.",
  older: "{name} is de vijf jaar voorbij.",
  "older-nobody": "Je kind is de vijf jaar voorbij.",
  day: "Dag {n} van 1001",
  on: "Het pad loopt door",
  and: "{a} en {b}",
};
const NUMBERS = ["één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf"];
const dutch = { word: (key, values = {}) => fill(WORDS[key], values), locale: "nl-u-nu-latn", numbers: NUMBERS, bands: BANDS };
const born = (day, name = "Noor") => ({ id: "a", name, born: day, early: 0 });

describe("the first line of Vandaag", () => {
  test.each([
    ["2025-06-15", "Noor is er."],
    ["2025-06-14", "Noor is één dag."],
    ["2025-06-02", "Noor is 13 dagen."],
    ["2025-06-01", "Noor is twee weken."],
    ["2025-05-04", "Noor is zes weken."],
    ["2025-03-23", "Noor is twee maanden."],
    ["2024-06-15", "Noor is twaalf maanden."],
    ["2023-06-16", "Noor is 23 maanden."],
    ["2023-06-15", "Noor is twee jaar."],
    ["2023-01-15", "Noor is twee jaar en vijf maanden."],
    ["2020-06-15", "Noor is vijf jaar."],
    ["2020-05-01", "Noor is de vijf jaar voorbij."],
  ])("born %s, on 15 June 2025: %s", (day, line) => {
    expect(greeting(born(day), "2025-06-15", dutch)).toBe(line);
  });
  test("without a name", () => {
    expect(greeting(born("2025-05-04", ""), "2025-06-15", dutch)).toBe("Je kind is zes weken.");
    expect(greeting({ id: "a", name: "", due: "2025-09-01", early: 0 }, "2025-06-15", dutch)).toBe("Zwanger, week 28.");
  });
  test("long past the due date it asks", () => {
    expect(greeting({ id: "a", name: "", due: "2025-05-01", early: 0 }, "2025-06-15", dutch)).toBe("Is je kind er al?");
  });
  test("a chosen age, and that age when time went on", () => {
    const child = { id: "a", name: "", band: "3-4-maanden", since: "2025-01-01", early: 0 };
    expect(greeting(child, "2025-01-01", dutch)).toBe("Je koos: 3-4-maanden.");
    expect(greeting(child, "2025-04-01", dutch)).toBe("5-6-maanden");
  });
  test("other languages use their own plurals", () => {
    const arabic = { ...dutch, locale: "ar-u-nu-latn", numbers: [] };
    expect(greeting(born("2025-06-01"), "2025-06-15", arabic)).toBe("Noor is أسبوعان.");
  });
  test("a browser that does not know the units says the band", () => {
    const { formatToParts } = Intl.NumberFormat.prototype;
    Intl.NumberFormat.prototype.formatToParts = () => {
      throw new RangeError("unit");
    };
    expect(greeting(born("2025-05-04"), "2025-06-15", dutch)).toBe("6-weken-2-maanden");
    Intl.NumberFormat.prototype.formatToParts = formatToParts;
  });
});

test("where they are on the road", () => {
  expect(roadLine(born("2025-06-15"), "2025-06-15", dutch)).toBe("Dag 271 van 1001");
  expect(roadLine(born("2023-06-15"), "2025-06-15", dutch)).toBe("Dag 1001 van 1001");
  expect(roadLine(born("2023-06-14"), "2025-06-15", dutch)).toBe("Het pad loopt door");
  expect(roadLine({ id: "a", name: "", band: "3-4-maanden", since: "2025-01-01", early: 0 }, "2025-01-01", dutch)).toBe("");
  expect(roadLine({ id: "a", name: "", band: "25-36-maanden", since: "2025-01-01", early: 0 }, "2025-01-01", dutch)).toBe("Het pad loopt door");
});
