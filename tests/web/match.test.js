import { describe, expect, test } from "bun:test";
import fc from "fast-check";
import { kilometres } from "../../imh_parents/web/finder/distance.js";
import { hoursIn } from "../../imh_parents/web/finder/hours.js";
import { readServices } from "../../imh_parents/web/finder/load.js";
import { NEAR_KM, match, possible } from "../../imh_parents/web/finder/match.js";
import { readPlaces } from "../../imh_parents/web/finder/places.js";
import { bandAt, daysOf, monthsOf } from "../../imh_parents/web/finder/wish.js";
import { BANDS } from "./bands.js";
import { table } from "./table.js";

/** @import { Service, Wish } from "../../imh_parents/web/finder/match.js" */

const NEEDS = ["praten", "huilen", "geld"];
/** @type {Wish} */
const NOTHING = { need: "", ring: "", language: "", free: false, way: "", months: null, open: null };
const MONDAY = { day: "2026-11-23", weekday: 0, minute: 600 };
const OPEN = { week: Array(7).fill("0900-1200"), days: {}, until: "2027-11-28" };
const SHUT = { ...OPEN, days: { "2026-11-23": "" } };
const HERE = { at: /** @type {[number, number]} */ ([51.05, 3.72]), nis: "44021" };

/** @param {Partial<Service>} what @returns {Service} */
const service = (what) => ({ id: "x", name: "X", ring: "ontmoeten", what: "", needs: ["praten"], wide: false, exact: false, towns: [], at: HERE.at, code: "9000", ...what });

const anything = fc.record({
  id: fc.uuid(),
  ring: fc.constantFrom("ontmoeten", "eerste-lijn"),
  needs: fc.subarray(NEEDS, { minLength: 1 }),
  youngest: fc.option(fc.integer({ min: -9, max: 24 }), { nil: undefined }),
  oldest: fc.option(fc.integer({ min: 24, max: 72 }), { nil: undefined }),
  at: fc.tuple(fc.double({ min: 50.7, max: 51.5, noNaN: true }), fc.double({ min: 2.6, max: 5.9, noNaN: true })),
  wide: fc.boolean(),
  towns: fc.subarray(["44021", "44084"]),
  code: fc.option(fc.constant("9000"), { nil: undefined }),
  languages: fc.option(fc.subarray(["nl", "fr"], { minLength: 1 }), { nil: undefined }),
  free: fc.option(fc.boolean(), { nil: undefined }),
  phone: fc.option(fc.constant("09 111 22 33"), { nil: undefined }),
  email: fc.option(fc.constant("a@b.be"), { nil: undefined }),
  home: fc.boolean(),
  times: fc.constantFrom(undefined, OPEN, SHUT),
}).map(service);
const many = fc.uniqueArray(anything, { selector: ({ id }) => id, maxLength: 25 });
const wish = fc.record({
  need: fc.constantFrom("", ...NEEDS),
  ring: fc.constantFrom("", "ontmoeten"),
  language: fc.constantFrom("", "fr"),
  free: fc.boolean(),
  way: fc.constantFrom("", "bellen", "schrijven", "thuis", "gaan"),
  months: fc.option(fc.constantFrom(/** @type {[number, number]} */ ([-10, -7]), /** @type {[number, number]} */ ([3, 4])), { nil: null }),
  open: fc.constantFrom(null, MONDAY),
});

test("nothing known to be wrong is ever shown, and nobody is shown twice", () => {
  fc.assert(fc.property(many, wish, (services, asked) => {
    const { near, unsure, others, wide } = match(services, HERE, asked);
    const shown = [...near, ...unsure, ...others, ...wide].map((hit) => hit.service);
    expect(new Set(shown.map(({ id }) => id)).size).toBe(shown.length);
    for (const one of shown) expect(possible(one, asked)).toBe(true);
    for (const hit of [...near, ...unsure]) expect(asked.need === "" || hit.service.needs.includes(asked.need)).toBe(true);
  }));
});

test("who asks for now gets who is surely open, and apart from them those whose hours nobody knows", () => {
  fc.assert(fc.property(many, wish, (services, asked) => {
    const { near, unsure, others, wide } = match(services, HERE, { ...asked, open: MONDAY });
    for (const { service } of near) expect(service.times).toBe(OPEN);
    for (const { service } of unsure) expect(service.times).toBeUndefined();
    for (const { service } of [...others, ...wide]) expect(service.times).not.toBe(SHUT);
    expect(match(services, HERE, { ...asked, open: null }).unsure).toEqual([]);
  }));
});

test("everybody who fits nearby is shown, and every one for the whole province", () => {
  fc.assert(fc.property(many, wish, (services, asked) => {
    const { near, unsure, wide } = match(services, HERE, asked);
    const fits = services.filter((one) => possible(one, asked) && (!asked.need || one.needs.includes(asked.need)));
    for (const one of fits) {
      if (one.wide) expect(wide.map((hit) => hit.service)).toContain(one);
      else if (one.at && kilometres(one.at, HERE.at) <= NEAR_KM) expect([...near, ...unsure].map((hit) => hit.service)).toContain(one);
    }
  }));
});

test("where anybody in the province fits, somebody is shown", () => {
  fc.assert(fc.property(many, wish, (services, asked) => {
    const { near, unsure, others, wide } = match(services, HERE, asked);
    const fits = services.filter((one) => possible(one, asked) && (!asked.need || one.needs.includes(asked.need) || one.needs.includes("praten")));
    expect(near.length + unsure.length + others.length + wide.length > 0).toBe(fits.length > 0);
  }));
});

test("the order of the file changes nothing", () => {
  fc.assert(fc.property(many, wish, (services, asked) => {
    const { near } = match(services, HERE, asked);
    expect(match([...services].reverse(), HERE, asked).near).toEqual(near);
  }));
});

test("who is asked to come, to be called or written to, surely does", () => {
  const all = [
    service({ id: "call", phone: "09 111 22 33", code: undefined }),
    service({ id: "write", email: "a@b.be", code: undefined }),
    service({ id: "home", home: true, code: undefined }),
    service({ id: "go" }),
  ];
  const found = (/** @type {string} */ way) => match(all, HERE, { ...NOTHING, way }).near.map((hit) => hit.service.id);
  expect(["bellen", "schrijven", "thuis", "gaan"].map(found)).toEqual([["call"], ["write"], ["home"], ["go"]]);
  expect(found("").length).toBe(4);
});

describe("order", () => {
  const ids = (/** @type {Service[]} */ services, wished = NOTHING) => match(services, HERE, wished).near.map((hit) => hit.service.id);

  test("nearer first", () => expect(ids([service({ id: "far", at: [51.1, 3.72] }), service({ id: "near" })])).toEqual(["near", "far"]));
  test("the people one meets before first line, and first line before specialists, when they are about as far", () => {
    const rings = ["gespecialiseerd", "ontmoeten", "eerste-lijn"].map((ring) => service({ id: ring, ring }));
    expect(ids(rings)).toEqual(["ontmoeten", "eerste-lijn", "gespecialiseerd"]);
    const around = service({ id: "around", ring: "ontmoeten", at: [51.1, 3.72] });
    expect(ids([around, service({ id: "here", ring: "gespecialiseerd" })])).toEqual(["here", "around"]);
  });
  test("one's own municipality before a neighbour's that lies a little nearer", () => {
    const own = service({ id: "own", at: [51.07, 3.72], towns: ["44021"] });
    expect(ids([service({ id: "other", at: [51.06, 3.72], towns: ["44084"] }), own])).toEqual(["own", "other"]);
  });
  test("a place one can go to before one whose door nobody knows", () => {
    const somewhere = service({ id: "a-somewhere", towns: ["44021"], at: undefined, code: undefined });
    expect(ids([somewhere, service({ id: "b-door", towns: ["44021"] })])).toEqual(["b-door", "a-somewhere"]);
  });
  test("what is known to be free before what may be", () => {
    expect(ids([service({ id: "a-unknown" }), service({ id: "b-free", free: true }), service({ id: "c-paid", free: false })], { ...NOTHING, free: true })).toEqual(["b-free", "a-unknown"]);
  });
});

test("a place of which only the municipality is known has no distance", () => {
  expect(match([service({ code: undefined, towns: ["44021"] })], HERE, NOTHING).near[0]?.km).toBeNull();
});

test("who does not name the need but takes any question is shown apart, when few name it", () => {
  const { near, others } = match([service({ id: "any" }), service({ id: "cry", needs: ["huilen"] })], HERE, { ...NOTHING, need: "huilen" });
  expect([near.map((hit) => hit.service.id), others.map((hit) => hit.service.id)]).toEqual([["cry"], ["any"]]);
});

describe("ages", () => {
  test("of a card", () => expect([daysOf("zw12"), daysOf("6w"), daysOf("12m"), daysOf("x"), daysOf("12"), daysOf(null)]).toEqual([-196, 42, 365, null, null, null]));
  test("fall in a band", () => expect([bandAt(BANDS, -196), bandAt(BANDS, 42)]).toEqual(["zwanger-0-12-weken", "6-weken-2-maanden"]));
  test("of a band in months", () => expect(monthsOf(BANDS, "0-6-weken")).toEqual([0, 1]));
  test("a service from birth is not for pregnancy, one from pregnancy is", () => {
    const pregnant = { ...NOTHING, months: /** @type {[number, number]} */ ([-10, -7]) };
    expect([possible(service({ youngest: 0 }), pregnant), possible(service({ youngest: -9 }), pregnant), possible(service({}), pregnant)]).toEqual([false, true, true]);
  });
});

describe("opening hours", () => {
  test("plain weeks are said", () => expect(hoursIn("Mo-Fr 09:00-12:00,13:00-17:00; We 13:00-16:00; PH off", "nl")).toBe("ma–vr 09:00–12:00, 13:00–17:00; wo 13:00–16:00"));
  test("with the commas of the reader", () => expect(hoursIn("Mo,We 09:00-12:00; Sa 10:00-11:00", "ar")).toMatch(/^\S+، \S+ 09:00–12:00؛ \S+ 10:00–11:00$/));
  test("anything more is not", () => expect(["Mo-Fr sunrise-sunset", "week 1-10 Mo 09:00-10:00", "", "nonsense"].map((text) => hoursIn(text, "nl"))).toEqual([null, null, null, null]));
});

describe("a province file", () => {
  const places = readPlaces(table());
  const file = {
    count: 2,
    needs: NEEDS,
    words: ["ontmoeten", "Hier praat je.", "CAW"],
    columns: {
      id: "a\nb", name: "Huis van het Kind ~\nLos", post: "9000\n", url: "https://www.x.be/nl\n", source: "~/huis\n", mail: "info@\n", serves: "44021\n44084",
      ring: [0, null], what: [1, null], org: [null, 2], needs: [3, null], from: [-9, null], lat: [10, null], lon: [-20, null], free: [1, null],
    },
  };
  const [one, two] = readServices(file, places);

  test("is read whole", () => {
    expect(one).toMatchObject({ name: "Huis van het Kind Gent", city: "Gent", source: "https://www.x.be/nl/huis", email: "info@x.be", needs: ["praten", "huilen"], youngest: -9, free: true, wide: false });
    expect(one?.at?.map((degrees) => degrees.toFixed(4))).toEqual(["51.0510", "3.7147"]);
  });
  test("what nobody knows stays unknown", () => {
    expect([two?.url, two?.code, two?.free, two?.referral, two?.languages, two?.needs]).toEqual([undefined, undefined, undefined, undefined, undefined, []]);
  });
});
