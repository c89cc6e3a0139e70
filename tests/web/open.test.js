import { expect, test } from "bun:test";
import fc from "fast-check";
import { stateIn, todayIn } from "../../imh_parents/web/finder/hours.js";
import { clockAt, isOpen, on, openAt } from "../../imh_parents/web/finder/open.js";

const WEEKDAYS = { week: [...Array(5).fill("0900-1200 1300-1630"), "", ""], days: { "2026-12-25": "" }, until: "2027-11-28" };
const ALWAYS = { week: Array(7).fill("0000-2400"), days: {}, until: "2027-11-28" };
const NIGHTS = { week: ["2000-2400", ...Array(6).fill("0000-0200 2000-2400")], days: {}, until: "2027-11-28" };
const MONTHLY = { week: Array(7).fill(""), days: { "2026-12-07": "1400-1600" }, until: "2027-11-28" };

/** @param {string} moment */
const at = (moment) => clockAt(new Date(moment));

test("the clock is that of Brussels, in summer and in winter", () => {
  expect(at("2026-11-22T23:30:00Z")).toEqual({ day: "2026-11-23", weekday: 0, minute: 30 });
  expect(at("2026-07-01T22:15:00Z")).toEqual({ day: "2026-07-02", weekday: 3, minute: 15 });
  expect(at("2026-03-29T01:00:00Z")).toEqual({ day: "2026-03-29", weekday: 6, minute: 180 }); // the hour from two to three is not there
  expect(at("2026-10-25T00:30:00Z")).toEqual(at("2026-10-25T01:30:00Z")); // and this one comes twice
});

test.each([
  ["2026-11-23T08:00:00Z", { open: true, minute: 720, day: "2026-11-23", ahead: 0 }], // nine o'clock sharp
  ["2026-11-23T11:00:00Z", { open: false, minute: 780, day: "2026-11-23", ahead: 0 }], // twelve o'clock sharp
  ["2026-11-23T16:00:00Z", { open: false, minute: 540, day: "2026-11-24", ahead: 1 }],
  ["2026-11-27T16:00:00Z", { open: false, minute: 540, day: "2026-11-30", ahead: 3 }], // Friday evening
  ["2026-12-25T10:00:00Z", { open: false, minute: 540, day: "2026-12-28", ahead: 3 }], // Christmas, a Friday
])("open on weekdays, at %s", (moment, expected) => {
  expect(openAt(WEEKDAYS, at(moment))).toEqual(expected);
});

test("day and night has no end", () => {
  expect(openAt(ALWAYS, at("2026-11-23T02:00:00Z"))).toEqual({ open: true });
});

test("what is open past midnight closes after midnight", () => {
  expect(openAt(NIGHTS, at("2026-11-23T22:00:00Z"))).toEqual({ open: true, minute: 120, day: "2026-11-24", ahead: 1 });
  expect(openAt(NIGHTS, at("2026-11-24T00:30:00Z"))).toEqual({ open: true, minute: 120, day: "2026-11-24", ahead: 0 });
});

test("what opens further off than a week says only that it is closed", () => {
  expect(openAt(MONTHLY, at("2026-11-23T09:00:00Z"))).toEqual({ open: false });
  expect(openAt(MONTHLY, at("2026-12-01T09:00:00Z"))?.day).toBe("2026-12-07");
});

test("nobody knows without hours, nor when the file is too old", () => {
  expect(openAt(undefined, at("2026-11-23T09:00:00Z"))).toBeUndefined();
  expect(openAt(ALWAYS, at("2027-11-28T09:00:00Z"))).toBeUndefined();
  expect(stateIn(ALWAYS, at("2028-01-01T09:00:00Z"), "nl")).toBeNull();
});

test("whenever it says open until, it is open until then and not after", () => {
  fc.assert(fc.property(fc.constantFrom(WEEKDAYS, NIGHTS), fc.integer({ min: 0, max: 300 * 24 * 60 }), (times, minutes) => {
    const clock = at(new Date(Date.UTC(2026, 10, 23) + minutes * 60_000).toISOString());
    const now = openAt(times, clock);
    if (now?.minute === undefined || !now.day) return;
    expect(isOpen(times, clock)).toBe(now.open);
    expect(isOpen(times, on(now.day, now.minute))).toBe(!now.open);
    if (now.minute > 0) expect(isOpen(times, on(now.day, now.minute - 1))).toBe(now.open);
  }));
});

test("it is said in words", () => {
  expect(stateIn(WEEKDAYS, at("2026-11-23T08:00:00Z"), "nl")).toEqual({ key: "open-until", time: "12:00" });
  expect(stateIn(WEEKDAYS, at("2026-11-23T11:30:00Z"), "nl")).toEqual({ key: "opens-today", time: "13:00" });
  expect(stateIn(WEEKDAYS, at("2026-11-23T18:00:00Z"), "nl")).toEqual({ key: "opens-tomorrow", time: "09:00" });
  expect(stateIn(WEEKDAYS, at("2026-11-27T18:00:00Z"), "nl")).toEqual({ key: "opens-on", time: "09:00", day: "maandag" });
  expect(stateIn(ALWAYS, at("2026-11-27T18:00:00Z"), "nl")).toEqual({ key: "open-always" });
  expect(stateIn(MONTHLY, at("2026-11-23T09:00:00Z"), "nl")).toEqual({ key: "shut" });
  expect(todayIn(WEEKDAYS, at("2026-11-23T18:00:00Z"), "nl")).toBe("09:00–12:00, 13:00–16:30");
  expect(todayIn(NIGHTS, at("2026-11-24T18:00:00Z"), "nl")).toBe("00:00–02:00, 20:00–00:00");
});
