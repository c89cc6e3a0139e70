import { describe, expect, test } from "bun:test";
import KEPT from "../../imh_parents/web/kept.json";
import { merge, restore } from "../../imh_parents/web/merge.js";
import { MOST, shape } from "../../imh_parents/web/shape.js";

const noor = { id: "n1", name: "Noor", born: "2025-01-31", early: 3 };
const oma = { id: "p1", name: "Oma Lies", phone: "+32 470 00 00 00", ring: "dichtbij", role: "oma", note: "kan op woensdag", place: "Kerkstraat 1" };
const huisarts = { id: "p2", name: "Dokter Peeters", phone: "09 123 45 67", ring: "rond", role: "huisarts" };
const gift = { children: [noor], saved: ["huilen", "slapen"], people: [oma, huisarts], sets: [], questions: [] };
const nothing = { children: [], saved: [], people: [], sets: [], questions: [] };
const state = (more) => ({ ...structuredClone(KEPT), ...structuredClone(more) });

describe("laid beside what is there", () => {
  test("on an empty phone: all of it, and Vandaag is about the first child", () => {
    const mine = state({});
    merge(mine, gift);
    expect(mine).toEqual(state({ ...gift, current: "n1" }));
  });
  test("twice is once", () => {
    const mine = state({});
    merge(mine, gift);
    merge(mine, gift);
    expect(mine).toEqual(state({ ...gift, current: "n1" }));
  });
  test("nothing of mine is lost, the same child comes once, what is given wins", () => {
    const mine = state({ children: [{ id: "x", name: "Lou", due: "2026-01-01", early: 0 }, { ...noor, id: "mine", early: 0 }], current: "x", saved: ["eten", "slapen"] });
    merge(mine, gift);
    expect(mine.children).toEqual([{ id: "x", name: "Lou", due: "2026-01-01", early: 0 }, { ...noor, id: "mine" }]);
    expect(mine.current).toBe("x");
    expect(mine.saved).toEqual(["huilen", "slapen", "eten"]);
    expect(mine.people).toEqual([oma, huisarts]);
  });
  test("what I wrote about somebody stays where the gift says nothing", () => {
    const mine = state({ people: [{ ...oma, id: "mine" }] });
    merge(mine, { ...gift, people: [{ id: "p1", name: oma.name, phone: oma.phone, ring: "rond", role: "" }] });
    expect(mine.people).toEqual([{ ...oma, id: "mine", ring: "rond" }]);
  });
  test("the due date became a birth", () => {
    const mine = state({ children: [{ id: "n1", name: "Noor", due: "2025-02-20", early: 0 }], current: "n1" });
    merge(mine, gift);
    expect(mine.children).toEqual([noor]);
  });
  test("twins without names stay two", () => {
    const twin = (id) => ({ id, name: "", born: "2025-01-31", early: 0 });
    const mine = state({});
    merge(mine, { ...gift, children: [twin("a"), twin("b")] });
    expect(mine.children).toHaveLength(2);
  });
});

describe("what is empty in the gift never erases what is here", () => {
  const due = { id: "n1", name: "", due: "2025-02-20", early: 0 };
  const band = { id: "n1", name: "", band: "10-12-maanden", since: "2025-12-01", early: 0 };
  const child = (mine, given) => {
    const now = state({ children: [mine] });
    merge(now, { ...nothing, children: [given] });
    expect(shape(now)).toEqual(now);
    return now.children;
  };
  test.each([["an expectation", due], ["a rough age", band]])("a birth, a name and the weeks early stay beside %s", (_, given) => expect(child(noor, given)).toEqual([noor]));
  test("a name stays beside a birth without one, and the weeks beside none", () => {
    expect(child(noor, { ...noor, name: "", early: 0 })).toEqual([noor]);
    expect(child({ ...due, name: "Noor" }, { ...noor, name: "" })).toEqual([noor]);
  });
  test("an expected day stays beside a rough age, and comes in the place of one", () => {
    expect(child(due, band)).toEqual([due]);
    expect(child(band, due)).toEqual([due]);
  });
  test("of two rough ages the later choice", () => {
    const older = { ...band, band: "3-4-maanden", since: "2025-05-01" };
    expect([child(band, older), child(older, band)]).toEqual([[band], [band]]);
  });
  test("another birth that is given wins", () => expect(child(noor, { ...noor, born: "2025-01-30" })).toEqual([{ ...noor, born: "2025-01-30" }]));

  test("of a person: name, number, role, note, address, and the ring that was chosen", () => {
    const mine = state({ people: [oma, huisarts] });
    merge(mine, { ...nothing, people: [{ id: "p1", name: "", phone: "", ring: "dichtbij", role: "" }, { ...huisarts, ring: "dichtbij", phone: "" }] });
    expect(mine.people).toEqual([oma, huisarts]);
  });
  test("an older phone of version 1 takes nothing away", () => {
    const old = shape({ version: 1, children: [due], people: [{ id: "p2", name: "Dokter Peeters", phone: "" }] });
    const mine = state({ ...gift, current: "n1", role: "moeder", situations: ["alleen"] });
    const before = structuredClone(mine);
    merge(mine, old);
    expect(mine).toEqual(before);
  });
  test("a question that is here stays as it was written", () => {
    const mine = state({ questions: [{ id: "q", text: "Slaapt ze genoeg?" }] });
    merge(mine, { ...nothing, questions: [{ id: "q", text: "" }] });
    expect(mine.questions).toEqual([{ id: "q", text: "Slaapt ze genoeg?" }]);
  });
});

describe("where there is no room for all of it", () => {
  const rows = (tag, count) => ({
    children: Array.from({ length: count }, (_, at) => ({ ...noor, id: `${tag}${at}`, name: "" })),
    saved: Array.from({ length: count }, (_, at) => `${tag}-${at}`),
    people: Array.from({ length: count }, (_, at) => ({ ...huisarts, id: `${tag}${at}`, name: `${tag}${at}` })),
    sets: Array.from({ length: count }, (_, at) => ({ code: `${tag}-abcdefgh${at}`, on: "2026-01-01" })),
    questions: Array.from({ length: count }, (_, at) => ({ id: `${tag}${at}`, text: `${tag}${at}?` })),
  });
  test.each(Object.entries(MOST))("%s: what was here stays, and what does not fit is told", (key, most) => {
    const here = rows("hier", most - 1)[key];
    const given = rows("gift", 3)[key];
    const mine = state({ [key]: here });
    const left = merge(mine, { ...nothing, [key]: [...given, ...here.slice(0, 2)] });
    expect(mine[key]).toHaveLength(most);
    expect(mine[key]).toEqual(expect.arrayContaining(here));
    expect(mine[key]).toContainEqual(given[0]);
    expect(left).toEqual({ ...nothing, [key]: given.slice(1) });
    expect(shape(mine)).toEqual(mine);
  });
  test("nothing is left where all fits", () => expect(merge(state({}), gift)).toEqual(nothing));
});

test("a file on a phone where nothing is yet leaves what was chosen here, where it says nothing itself", () => {
  const mine = state({ role: "vader", text: 150, night: "day", situations: ["alleen"] });
  restore(mine, state({ ...gift, current: "n1", situations: ["tweeling"] }));
  expect(mine).toEqual(state({ ...gift, current: "n1", role: "vader", text: 150, night: "day", situations: ["tweeling"] }));
});
