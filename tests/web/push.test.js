import { describe, expect, test } from "bun:test";
import fc from "fast-check";
import { isQuiet, isRepeat, ownPage, received, toldBy } from "../../imh_parents/web/push/payload.js";
import { counted, isUseful, support, view } from "../../imh_parents/web/push/offer.js";
import { joined, messageRows, receivedRows, weekRows } from "../../imh_parents/web/push/inbox.js";
import { whole } from "../../imh_parents/web/push/choice.js";

const ORIGIN = "https://goed.example";
const PLAIN = { title: "Er is een bericht", line: "Tik om te lezen.", page: "/nl/berichten/", lang: "nl", dir: "ltr" };
const body = (notification, rest = {}) => JSON.stringify({ web_push: 8030, notification, ...rest });
const told = (text) => toldBy(text, ORIGIN, PLAIN);

describe("what a push says", () => {
  const full = { title: "Dank je, dorp", body: "Maak een kaartje.", navigate: `${ORIGIN}/nl/bedankt/`, lang: "nl", dir: "ltr", tag: "week" };
  test("a declarative body, with its id beside or inside", () => {
    const same = { id: "m1", title: "Dank je, dorp", line: "Maak een kaartje.", page: "/nl/bedankt/", lang: "nl", dir: "ltr", tag: "week" };
    expect(told(body({ ...full, data: { id: "m1" } }))).toEqual(same);
    expect(told(body(full, { id: "m1" }))).toEqual(same);
  });
  test.each(["", "{", "null", "[]", "12", body(null), body({}), body({ title: "" }), body({ title: 5 }), '{"notification":{"title":["x"]}}'])(
    "%p is shown all the same",
    (text) => expect(told(text)).toEqual({ id: "", tag: "", ...PLAIN }),
  );
  test("whatever comes, there is a title to show and a page of ours to open", () => {
    const some = fc.anything().map((thing) => JSON.stringify(thing) ?? "");
    const near = fc.record({ title: fc.anything(), body: fc.anything(), navigate: fc.anything(), lang: fc.anything(), dir: fc.anything(), tag: fc.anything() }).map((one) => body(one));
    fc.assert(
      fc.property(fc.oneof(fc.string(), some, near), (text) => {
        const { title, line, page, lang, dir, tag, id } = told(text);
        expect(title.length).toBeGreaterThan(0);
        expect([line, lang, tag, id].every((one) => typeof one === "string")).toBe(true);
        expect(["auto", "ltr", "rtl"]).toContain(dir);
        expect(ownPage(page, ORIGIN)).toBe(page);
      }),
    );
  });
  test.each([
    ["https://elders.example/nl/", null],
    ["//elders.example/", null],
    ["javascript:alert(1)", null],
    ["http://goed.example/nl/", null],
    [`${ORIGIN}/nl/week/?x=1#y`, "/nl/week/?x=1#y"],
    ["/nl/week/", "/nl/week/"],
  ])("%s leads to %p", (href, page) => expect(ownPage(href, ORIGIN)).toBe(page));
});

describe("repeats", () => {
  const one = { ...told(body({ title: "x" })), id: "m1" };
  test("are known by their id; a message nobody numbered never is one", () => {
    const list = received([], one, 1);
    expect(list).toEqual([{ ...one, at: 1 }]);
    expect(isRepeat(list, one)).toBe(true);
    expect(isRepeat(list, { ...one, id: "m2" })).toBe(false);
    expect(received(list, { ...one, id: "" }, 2)).toBe(list);
    expect(isRepeat([{ ...one, id: "", at: 1 }], { ...one, id: "" })).toBe(false);
  });
  test("the list stays short, the newest first", () => {
    const list = Array.from({ length: 50 }, (_, at) => at).reduce((rows, at) => received(rows, { ...one, id: `m${at}` }, at), []);
    expect(list).toHaveLength(30);
    expect(list[0].id).toBe("m49");
  });
});

test.each([
  [20, false],
  [21, true],
  [0, true],
  [7, true],
  [8, false],
])("at %p o'clock it makes no sound: %p", (hour, quiet) => expect(isQuiet(new Date(2026, 5, 1, hour, 59))).toBe(quiet));

const IPHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1";
const IN_APP = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 [FBAN/FBIOS;FBAV/500.0]";
const IPAD = "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Safari/605.1.15";
const ANDROID = "Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Mobile Safari/537.36";
test.each([
  ["an Android phone", { agent: ANDROID, touch: 5, push: true, standalone: false }, "yes"],
  ["its browser without push", { agent: ANDROID, touch: 5, push: false, standalone: false }, "no"],
  ["an iPhone in Safari", { agent: IPHONE, touch: 5, push: false, standalone: false }, "install"],
  ["an iPad that says it is a Mac", { agent: IPAD, touch: 5, push: false, standalone: false }, "install"],
  ["a Mac without push", { agent: IPAD, touch: 0, push: false, standalone: false }, "no"],
  ["an iPhone in another app's browser", { agent: IN_APP, touch: 5, push: false, standalone: false }, "safari"],
  ["the app on the home screen", { agent: IPHONE, touch: 5, push: true, standalone: true }, "yes"],
  ["the same on an iPhone that is too old", { agent: IPHONE, touch: 5, push: false, standalone: true }, "no"],
])("%s", (_, device, answer) => expect(support(device)).toBe(answer));

describe("when to ask", () => {
  const fresh = whole({});
  test("on the third day, or on the second of who keeps cards, never on the first", () => {
    let choice = fresh;
    for (const [day, saved, useful] of [
      ["2026-11-01", 9, false],
      ["2026-11-01", 9, false],
      ["2026-11-05", 2, false],
      ["2026-11-05", 3, true],
      ["2026-11-09", 0, true],
    ]) {
      choice = { ...choice, ...counted(choice, day) };
      expect(isUseful(choice, saved)).toBe(useful);
    }
  });
  test("after that it no longer counts", () => {
    expect(counted({ ...fresh, days: 3, last: "2026-11-09" }, "2026-11-10")).toEqual({ days: 3, last: "2026-11-09" });
  });
  const now = { offer: true, support: "yes", permission: "default", choice: { ...fresh, days: 3 }, saved: 0, dark: false };
  const chose = (wish) => ({ ...fresh, days: 3, wish });
  test.each([
    ["it is of use", {}, "ask"],
    ["not yet", { choice: { ...fresh, days: 2 } }, ""],
    ["in the dark", { dark: true }, ""],
    ["after a no", { choice: chose("no") }, ""],
    ["after a yes", { choice: chose("yes"), permission: "granted" }, ""],
    ["a browser that refuses", { permission: "denied" }, ""],
    ["a browser that cannot", { support: "no" }, ""],
    ["an iPhone", { support: "install" }, "install"],
    ["an iPhone after a no", { support: "install", choice: chose("no") }, ""],
    ["settings: always", { offer: false, choice: fresh, dark: true }, "ask"],
    ["settings: on", { offer: false, choice: chose("yes"), permission: "granted" }, "on"],
    ["settings: on, but taken away", { offer: false, choice: chose("yes"), permission: "denied" }, "denied"],
    ["settings: after a no", { offer: false, choice: chose("no") }, "ask"],
    ["settings: cannot", { offer: false, support: "no" }, ""],
    ["settings: iPhone", { offer: false, support: "safari" }, "safari"],
  ])("%s", (_, rest, shown) => expect(view({ ...now, ...rest })).toBe(shown));
});

test("whatever stands in storage becomes a whole choice", () => {
  fc.assert(
    fc.property(fc.anything(), (thing) => {
      const found = whole(thing);
      expect(whole(JSON.parse(JSON.stringify(found)))).toEqual(found);
      expect(["", "yes", "no"]).toContain(found.wish);
      expect(found.topics.every((one) => typeof one === "string")).toBe(true);
    }),
  );
});

describe("the inbox", () => {
  const NOW = new Date("2027-06-16T12:00:00Z");
  const row = (id, rest = {}) => ({ id, title: id, line: "", page: `/nl/${id}/`, lang: "nl", dir: "ltr", bands: [], due: "2027-06-15T08:00:00+00:00", ...rest });
  const ids = (...args) => messageRows(...args).map(({ id }) => id);
  test("shows what fits the ages here, of the last two months", () => {
    const all = [
      row("allen"),
      row("baby", { bands: ["0-6-weken"] }),
      row("kleuter", { bands: ["49-60-maanden"] }),
      row("lang geleden", { due: "2027-04-16T12:00:00+00:00" }),
      row("ooit", { due: "" }),
      row("straks", { due: "2027-06-16T12:01:00+00:00" }),
      row("elders", { page: "https://elders.example/" }),
    ];
    expect(ids(all, ["0-6-weken"], NOW, ORIGIN)).toEqual(["allen", "baby"]);
    expect(ids(all, [], NOW, ORIGIN)).toEqual(["allen", "baby", "kleuter"]);
  });
  test("the week speaks once a day until today, and not before or after", () => {
    const week = { first: "2027-06-14", last: "2027-06-20", title: "De week", line: "", when: "", href: "/nl/week/2027/", days: [1, 2, 3].map((day) => ({ day, title: `dag ${day}`, line: "", href: `/nl/${day}/` })) };
    const rows = weekRows([week], "2027-06-16", { band: "", role: "" });
    expect(rows.map(({ on, title }) => `${on} ${title}`)).toEqual(["2027-06-16 dag 3", "2027-06-15 dag 2", "2027-06-14 dag 1"]);
    expect(weekRows([week], "2027-06-13", { band: "", role: "" })).toEqual([]);
    expect(weekRows([week], "2027-06-21", { band: "", role: "" })).toEqual([]);
  });
  test("what came by push is shown as long", () => {
    const came = [{ ...told(body({ title: "x" })), id: "m1", at: NOW.getTime() - 61 * 86_400_000 }];
    expect(receivedRows(came, NOW)).toEqual([]);
    expect(receivedRows([{ ...came[0], at: NOW.getTime() }], NOW)).toMatchObject([{ id: "m1", href: "/nl/berichten/", on: "2027-06-16" }]);
  });
  test("the same message comes once, however it came, and the newest stands first", () => {
    const one = { id: "m1", title: "Dank je", line: "", href: "/nl/bedankt/", on: "2027-06-14" };
    const rows = joined([one], [{ ...one, on: "2027-06-15" }], [{ ...one, id: "week-2027-06-14" }, { ...one, id: "m2", title: "Nieuw", on: "2027-06-16" }]);
    expect(rows.map(({ id }) => id)).toEqual(["m2", "m1"]);
  });
});
