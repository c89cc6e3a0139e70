import { beforeEach, describe, expect, test } from "bun:test";
import fc from "fast-check";
import KEPT from "../../imh_parents/web/kept.json";
import { phone, tab } from "./fake.js";

const noor = { id: "n1", name: "Noor", born: "2025-01-31", early: 0 };
const lou = { id: "l1", name: "Lou", born: "2025-01-31", early: 0 };
const stored = (fake) => JSON.parse(fake.data.get("imh") ?? "null");

let fake, store;
beforeEach(async () => {
  fake = phone();
  store = await tab();
});

test("starts with what kept.json says, and stores nothing by reading", () => {
  expect(store.read()).toEqual(KEPT);
  expect(fake.data.size).toBe(0);
});

test("keeps a change, hands out copies", () => {
  expect(store.change((draft) => void draft.children.push(noor, lou))).toBe(true);
  store.read().children.pop();
  expect(store.read().children).toEqual([noor, lou]);
  expect(stored(fake)).toEqual({ ...KEPT, children: [noor, lou] });
});

test("tells the listeners until they leave, in this tab and the other", async () => {
  let here = 0;
  const off = store.onChange(() => here++);
  store.change((draft) => void (draft.text = 150));
  store.storage("imh");
  store.storage(null);
  store.storage("something-else");
  store.back();
  expect(here).toBe(4);
  off();
  store.change((draft) => void (draft.text = 125));
  expect(here).toBe(4);
});

test("two tabs do not undo each other", async () => {
  const other = await tab();
  store.change((draft) => void draft.children.push(noor));
  other.change((draft) => void draft.saved.push("huilen"));
  expect(store.read()).toEqual(other.read());
  expect(store.read()).toMatchObject({ children: [noor], saved: ["huilen"] });
});

describe("storage refused or full", () => {
  test("refused: false, but the page goes on", async () => {
    fake.refused = true;
    expect(store.read()).toEqual(KEPT);
    expect(store.change((draft) => void draft.saved.push("a"))).toBe(false);
    expect(store.change((draft) => void draft.saved.push("b"))).toBe(false);
    expect(store.read().saved).toEqual(["a", "b"]);
    expect(store.overrideNight({ override: "night", until: 1 })).toBe(false);
    expect(store.wipe()).toBe(false);
    expect(store.read()).toEqual(KEPT);
  });
  test("full: kept in memory, written with the next change that fits, on top of what another tab did", async () => {
    const other = await tab();
    fake.full = true;
    expect(store.change((draft) => void draft.saved.push("a"))).toBe(false);
    expect(store.read().saved).toEqual(["a"]);
    expect(other.read().saved).toEqual([]);
    fake.full = false;
    other.change((draft) => void draft.children.push(noor));
    expect(store.change((draft) => void (draft.role = "vader"))).toBe(true);
    expect(stored(fake)).toEqual({ ...KEPT, children: [noor], saved: ["a"], role: "vader" });
  });
  test("no storage and no caches at all", async () => {
    delete globalThis.localStorage;
    delete globalThis.caches;
    expect(store.change((draft) => void draft.saved.push("a"))).toBe(false);
    expect(store.read().saved).toEqual(["a"]);
  });
});

describe("what stands there is not ours to read", () => {
  test.each(["{", "null", "[]", '"x"', "{}", '{"version":1,"children":[{"id":"a"}]}', '{"version":1,"night":"soms"}', '{"version":0}'])("%s is set aside", async (text) => {
    fake.data.set("imh", text);
    expect(store.read()).toEqual(KEPT);
    if (text !== "{}") expect(fake.data.get("imh-broken")).toBe(text);
    expect(store.change((draft) => void (draft.text = 150))).toBe(true);
    expect(store.read().text).toBe(150);
  });
  test("a newer version stays as it is, byte for byte", async () => {
    const newer = '{"version":99,"children":"other shape"}';
    fake.data.set("imh", newer);
    expect(store.read()).toEqual(KEPT);
    expect(store.change((draft) => void draft.children.push(noor))).toBe(false);
    expect(store.read().children).toEqual([noor]);
    expect(store.change((draft) => void Object.assign(draft, KEPT))).toBe(false);
    expect(fake.data.get("imh")).toBe(newer);
    expect(fake.data.has("imh-broken")).toBe(false);
  });
  test.each(Object.entries({ children: 12, saved: 500, people: 50, sets: 30, questions: 30 }))("one more than fits of %s is refused, and what was there stays whole", (rows, most) => {
    const row = (at) => ({ children: { ...noor, id: `c${at}` }, saved: `kaart-${at}`, people: { id: `p${at}`, name: "x", phone: "", ring: "rond", role: "" }, sets: { code: `abcdefgh${at}`, on: "2026-01-01" }, questions: { id: `q${at}`, text: "?" } })[rows];
    expect(store.change((draft) => void (draft[rows] = Array.from({ length: most }, (_, at) => row(at))))).toBe(true);
    const before = store.read();
    expect(before[rows]).toHaveLength(most);
    expect(store.change((draft) => void draft[rows].push(row(most)))).toBe(false);
    expect(store.change((draft) => void draft[rows].unshift(row(most)))).toBe(false);
    expect(store.read()).toEqual(before);
  });
  test("a change that would break the shape is not kept", () => {
    expect(store.change((draft) => void (draft.children = [{ id: "a" }]))).toBe(false);
    expect(store.read()).toEqual(KEPT);
  });
});

describe("what the service worker may know", () => {
  const prefs = async () => (await Bun.sleep(1), fake.cached.get("/prefs"));
  test("night, letters and whether somebody is known: no name, no date", async () => {
    store.change((draft) => {
      draft.children.push(noor);
      draft.text = 150;
    });
    expect(await prefs()).toEqual({ night: "auto", text: 150, known: true, until: 0 });
  });
  test("the night by hand, while it holds", async () => {
    const until = Date.now() + 60_000;
    store.overrideNight({ override: "night", until });
    expect(await prefs()).toEqual({ night: "auto", text: 100, known: false, override: "night", until });
    store.overrideNight({ override: "day", until: Date.now() - 1 });
    expect(await prefs()).toEqual({ night: "auto", text: 100, known: false, until: 0 });
  });
  test("wiping forgets it too", async () => {
    store.change((draft) => void draft.children.push(noor));
    await prefs();
    fake.cached.set("/languages", ["nl", "ar"]).set("/berichten", [{ id: "b" }]).set("/push", { endpoint: "https://push.example/a" });
    expect(store.wipe()).toBe(true);
    expect(await prefs()).toBeUndefined();
    expect([...fake.cached]).toEqual([["/languages", ["nl", "ar"]]]); // or a newer worker would keep no page of theirs
    expect(fake.data.size).toBe(0);
    expect(store.read()).toEqual(KEPT);
  });
});

describe("as a file", () => {
  const id = fc.stringMatching(/^[\w-]{1,40}$/);
  const day = fc.integer({ min: 10000, max: 30000 }).map((number) => new Date(number * 86_400_000).toISOString().slice(0, 10));
  const slug = fc.stringMatching(/^[a-z0-9-]{1,80}$/);
  const base = { id, name: fc.string({ maxLength: 40 }), early: fc.integer({ min: 0, max: 17 }) };
  const child = fc.oneof(fc.record({ ...base, born: day }), fc.record({ ...base, due: day }), fc.record({ ...base, band: slug, since: day }));
  const some = fc.string({ minLength: 1, maxLength: 120 });
  const ring = fc.constantFrom("dichtbij", "rond");
  const who = { id, name: fc.string({ maxLength: 60 }), phone: fc.stringMatching(/^[0-9+ ()./-]{0,24}$/), ring, role: fc.string({ maxLength: 40 }) };
  const person = fc.record({ ...who, note: some, place: some }, { requiredKeys: ["id", "name", "phone", "ring", "role"] });
  const byId = { selector: (row) => row.id };
  const state = fc.record({
    version: fc.constant(KEPT.version),
    children: fc.uniqueArray(child, { ...byId, maxLength: 12 }),
    current: fc.oneof(fc.constant(""), id),
    role: fc.oneof(fc.constant(""), slug),
    situations: fc.array(slug, { maxLength: 20 }),
    saved: fc.uniqueArray(slug, { maxLength: 50 }),
    sets: fc.constant([]),
    questions: fc.constant([]),
    people: fc.uniqueArray(person, { ...byId, maxLength: 50 }),
    night: fc.constantFrom("auto", "day", "night"),
    text: fc.constantFrom(100, 125, 150, 200),
  });
  test("what goes out comes back", () => {
    fc.assert(
      fc.property(state, (value) => {
        expect(store.change((draft) => void Object.assign(draft, value))).toBe(true);
        expect(store.parse(store.dump())).toEqual(value);
      }),
    );
  });
  test("nothing else comes in", () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json(), fc.anything().map((thing) => JSON.stringify(thing) ?? "")), (text) => store.parse(text) === null));
  });
  test("any wrong type in any place is refused, never thrown", () => {
    const wrong = fc.constantFrom(null, 7, -1, "<b>", {}, [], [[]], [null], [{ id: "a" }], true, "2025-02-30");
    fc.assert(
      fc.property(state, fc.constantFrom(...Object.keys(KEPT)), wrong, (value, key, bad) => {
        const found = store.parse(JSON.stringify({ app: "imh", ...value, [key]: bad }));
        if (found) expect(store.parse(JSON.stringify({ app: "imh", ...found }))).toEqual(found);
      }),
    );
  });
  test.each([
    [{ ...noor, due: "2025-01-01" }],
    [{ id: "a", name: "x", early: 0 }],
    [{ ...noor, born: "2025-02-30" }],
    [{ ...noor, early: 18 }],
    [{ ...noor, early: 1.5 }],
    [{ ...noor, id: "a b" }],
    [{ ...noor, name: 5 }],
    [{ id: "a", name: "", early: 0, band: "3-4-maanden" }],
    ["Noor"],
  ])("child %p is refused", (bad) => {
    expect(store.parse(JSON.stringify({ app: "imh", ...KEPT, children: [bad] }))).toBeNull();
  });
  test("unknown keys fall away, long words are cut, missing parts are filled in, newer and foreign files are refused", () => {
    const parse = (more) => store.parse(JSON.stringify({ app: "imh", version: KEPT.version, ...more }));
    expect(parse({ more: 1, __proto__: { x: 1 } })).toEqual(KEPT);
    expect(parse({ children: [{ ...noor, name: "x".repeat(99), secret: 1 }] }).children).toEqual([{ ...noor, name: "x".repeat(40) }]);
    const lies = { id: "a", name: "Lies", phone: "09 123", ring: "rond", role: "huisarts" };
    expect(parse({ people: [{ ...lies, note: "", place: undefined, secret: 1 }] }).people).toEqual([lies]);
    expect(parse({ people: [{ ...lies, role: "x".repeat(99), note: "y".repeat(999), place: "z".repeat(999) }] }).people).toEqual([
      { ...lies, role: "x".repeat(40), note: "y".repeat(120), place: "z".repeat(120) },
    ]);
    expect(parse({ people: [{ ...lies, phone: "\u202a٠٩ ١٢٣\u202c" }] }).people).toEqual([lies]);
    for (const bad of [{ phone: "javascript:1" }, { ring: "ver" }, { ring: undefined }, { role: 5 }, { note: 5 }, { place: {} }]) {
      expect(parse({ people: [{ ...lies, ...bad }] })).toBeNull();
    }
    expect(parse({ version: KEPT.version + 1 })).toBeNull();
    expect(store.parse(JSON.stringify(KEPT))).toBeNull();
  });
});

describe("what version 1 kept", () => {
  const old = { ...KEPT, version: 1, saved: ["huilen"], people: [{ id: "p1", name: "Oma Lies", phone: "0470" }] };
  const lies = { id: "p1", name: "Oma Lies", phone: "0470", ring: "dichtbij", role: "" };
  test("is brought up to date by reading, everybody close by, and is written so with the next change", () => {
    fake.data.set("imh", JSON.stringify(old));
    expect(store.read()).toEqual({ ...KEPT, saved: ["huilen"], people: [lies] });
    expect(stored(fake).version).toBe(1);
    expect(store.change((draft) => void (draft.role = "vader"))).toBe(true);
    expect(stored(fake)).toEqual({ ...KEPT, saved: ["huilen"], people: [lies], role: "vader" });
  });
  test("comes in from a file", () => {
    expect(store.parse(JSON.stringify({ app: "imh", ...old }))).toEqual({ ...KEPT, saved: ["huilen"], people: [lies] });
    expect(store.parse(JSON.stringify({ app: "imh", version: 1 }))).toEqual(KEPT);
  });
  test.each([["x"], [null], [{}], [["Lies"]], [[null]], [[{ id: "a" }]]])("people %p in it are refused", (people) => {
    expect(store.parse(JSON.stringify({ app: "imh", ...old, people }))).toBeNull();
  });
  test.each(["constructor", "__proto__", "1", 0, -1, 1.5, null])("a version that never was (%p) is refused, and ends", (version) => {
    expect(store.parse(JSON.stringify({ app: "imh", ...KEPT, version }))).toBeNull();
  });
});

test("the night by hand holds for this page where storage is refused", async () => {
  const { override } = await import("../../imh_parents/web/prefs.js");
  fake.refused = true;
  const until = Date.now() + 60_000;
  expect(store.overrideNight({ override: "night", until })).toBe(false);
  expect(override()).toEqual({ override: "night", until });
  fake.refused = false;
  expect(store.overrideNight(null)).toBe(true);
  expect(override()).toEqual({ until: 0 });
});
