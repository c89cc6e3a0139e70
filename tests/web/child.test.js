import { describe, expect, test } from "bun:test";
import fc from "fast-check";
import { addMonths, ageOf, bandOf, countFrom, dayNumber, eitherWay, isoOf, limits, overdue, place, plausible, roadDay, todayIso } from "../../imh_parents/web/child.js";
import { BANDS } from "./bands.js";

const n = (iso) => dayNumber(iso);
const born = (day, early = 0) => ({ id: "a", name: "Noor", born: day, early });
const due = (day) => ({ id: "a", name: "", due: day, early: 0 });
const band = (id, since) => ({ id: "a", name: "", band: id, since, early: 0 });
const days = fc.integer({ min: n("2020-01-01"), max: n("2032-12-31") });
const early = fc.integer({ min: 0, max: 17 });
const order = Object.keys(BANDS);

describe("days of the calendar", () => {
  test.each(["2025-02-30", "2025-13-01", "2025-00-10", "25-01-01", "2025-1-1", "", "morgen", "2023-02-29", "2025-01-01T00:00", "0099-01-32"])("%p is none", (text) => {
    expect(dayNumber(text)).toBeNull();
  });
  test("a day and its number are the same thing", () => {
    fc.assert(fc.property(days, (day) => dayNumber(isoOf(day)) === day));
  });
  test.each([
    ["2025-01-31", 1, "2025-02-28"],
    ["2024-01-31", 1, "2024-02-29"],
    ["2024-02-29", 12, "2025-02-28"],
    ["2024-02-29", 48, "2028-02-29"],
    ["2025-03-31", -1, "2025-02-28"],
    ["2025-12-31", 2, "2026-02-28"],
    ["2025-05-15", 0, "2025-05-15"],
  ])("%s and %d months is %s", (from, months, to) => {
    expect(isoOf(addMonths(n(from), months))).toBe(to);
  });
  test("today is the day on the wall, in every time zone and on the days the clock turns", () => {
    const before = process.env.TZ;
    for (const zone of ["Europe/Brussels", "Pacific/Kiritimati", "America/Los_Angeles", "Pacific/Apia", "Asia/Kathmandu", "UTC"]) {
      process.env.TZ = zone;
      for (const [month, day] of [[2, 30], [9, 26], [0, 1], [11, 31]]) {
        for (const hour of [0, 1, 3, 12, 23]) {
          const shown = todayIso(new Date(2025, month, day, hour, 59));
          expect(shown).toBe(`2025-${String(month + 1).padStart(2, "0")}-${String(day).padStart(2, "0")}`);
        }
      }
      expect(ageOf(born("2025-03-01"), "2025-04-01")).toEqual({ kind: "born", days: 31, weeks: 4, months: 1, years: 0 });
    }
    process.env.TZ = before;
  });
});

describe("age", () => {
  test.each([
    ["2024-02-29", "2025-02-27", 11, 0],
    ["2024-02-29", "2025-02-28", 12, 1],
    ["2024-02-29", "2028-02-28", 47, 3],
    ["2024-02-29", "2028-02-29", 48, 4],
    ["2025-01-31", "2025-02-27", 0, 0],
    ["2025-01-31", "2025-02-28", 1, 0],
    ["2025-01-31", "2025-03-30", 1, 0],
    ["2025-01-31", "2025-03-31", 2, 0],
    ["2023-06-15", "2025-06-14", 23, 1],
    ["2023-06-15", "2025-06-15", 24, 2],
  ])("born %s, on %s: %d months, %d years", (birth, today, months, years) => {
    expect(ageOf(born(birth), today)).toMatchObject({ months, years });
  });
  test("never goes back, and months agree with the calendar", () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 2200 }), (birth, old) => {
        const [now, next] = [ageOf(born(isoOf(birth)), isoOf(birth + old)), ageOf(born(isoOf(birth)), isoOf(birth + old + 1))];
        expect(now.days).toBe(old);
        expect(next.months - now.months).toBeOneOf([0, 1]);
        expect(addMonths(birth, now.months)).toBeLessThanOrEqual(birth + old);
        expect(addMonths(birth, now.months + 1)).toBeGreaterThan(birth + old);
      }),
    );
  });
  test.each([
    ["2025-06-01", 40, -1, false], // today is the day
    ["2025-06-02", 39, -1, false],
    ["2025-08-24", 28, -84, false],
    ["2025-05-25", 41, -1, false],
    ["2025-05-11", 41, -1, false], // three weeks past: we still wait
    ["2025-05-10", 41, -1, true],
    ["2026-03-15", 0, -287, false],
  ])("due %s, on 1 June 2025: week %d", (day, week, daysLeft, late) => {
    expect(ageOf(due(day), "2025-06-01")).toEqual({ kind: "pregnant", week, days: daysLeft, overdue: late });
  });
  test("a clock set before the birth makes a newborn, not a negative age", () => {
    expect(ageOf(born("2025-06-01"), "2020-01-01")).toEqual({ kind: "born", days: 0, weeks: 0, months: 0, years: 0 });
    expect(place(born("2025-06-01"), "2020-01-01", BANDS)).toBe(0);
  });
  test("twins are the same age", () => {
    const [a, b] = [born("2025-01-31", 4), { ...born("2025-01-31", 4), id: "b", name: "Lou" }];
    fc.assert(fc.property(days, (day) => expect(ageOf(a, isoOf(day))).toEqual(ageOf(b, isoOf(day)))));
  });
});

describe("corrected age", () => {
  test("counts from the expected day until two years corrected, then from the birth", () => {
    const child = born("2023-01-01", 10);
    expect(isoOf(countFrom(child, "2023-06-01"))).toBe("2023-03-12");
    expect(isoOf(countFrom(child, "2025-03-11"))).toBe("2023-03-12");
    expect(isoOf(countFrom(child, "2025-03-12"))).toBe("2023-01-01");
  });
  test("a premature child is never put back in the belly", () => {
    fc.assert(fc.property(days, early, fc.integer({ min: 0, max: 2000 }), (birth, weeks, old) => place(born(isoOf(birth), weeks), isoOf(birth + old), BANDS) >= 0));
    expect(place(born("2025-01-01", 12), "2025-01-02", BANDS)).toBe(0);
    expect(bandOf(born("2025-01-01", 12), "2025-01-02", BANDS)).toBe("0-6-weken");
  });
});

describe("bands", () => {
  test.each([
    ["2025-06-01", "2025-06-01", "0-6-weken"],
    ["2025-06-01", "2025-07-12", "0-6-weken"],
    ["2025-06-01", "2025-07-13", "6-weken-2-maanden"],
    ["2025-02-01", "2025-04-30", "6-weken-2-maanden"],
    ["2025-02-01", "2025-05-01", "3-4-maanden"], // only 89 days, but three months on the calendar
    ["2024-06-01", "2025-06-30", "10-12-maanden"],
    ["2024-06-01", "2025-07-01", "13-18-maanden"],
    ["2023-06-01", "2025-06-30", "19-24-maanden"],
    ["2023-06-01", "2025-07-01", "25-36-maanden"],
    ["2020-06-01", "2025-06-30", "49-60-maanden"],
    ["2020-06-01", "2025-07-01", null],
  ])("born %s, on %s: %p", (birth, today, id) => {
    expect(bandOf(born(birth), today, BANDS)).toBe(id);
  });
  test.each([
    ["2025-06-01", "zwanger-29-40-weken"],
    ["2025-04-01", "zwanger-29-40-weken"],
    ["2025-09-01", "zwanger-13-28-weken"],
    ["2025-12-20", "zwanger-0-12-weken"],
    ["2026-03-15", "zwanger-0-12-weken"],
  ])("due %s, on 1 June 2025: %s", (day, id) => {
    expect(bandOf(due(day), "2025-06-01", BANDS)).toBe(id);
  });
  test("every week of pregnancy falls where the bands say", () => {
    for (let week = 0; week <= 41; week++) {
      const id = week <= 12 ? order[0] : week <= 28 ? order[1] : order[2];
      const day = isoOf(n("2025-06-01") + 280 - 7 * week);
      expect([week, bandOf(due(day), "2025-06-01", BANDS)]).toEqual([week, id]);
    }
  });
  test("every day of the first five years has one band, and they follow each other", () => {
    fc.assert(
      fc.property(days, early, fc.integer({ min: 0, max: 1825 }), (birth, weeks, old) => {
        const child = born(isoOf(birth), weeks);
        const [a, b] = [bandOf(child, isoOf(birth + old), BANDS), bandOf(child, isoOf(birth + old + 1), BANDS)];
        expect(order.indexOf(a)).toBeGreaterThanOrEqual(3);
        expect(b === null ? 99 : order.indexOf(b)).toBeGreaterThanOrEqual(order.indexOf(a));
      }),
    );
  });
  test("a chosen band is that band on the day itself, and grows along", () => {
    for (const id of order) expect(bandOf(band(id, "2025-06-01"), "2025-06-01", BANDS)).toBe(id);
    expect(bandOf(band("3-4-maanden", "2025-01-01"), "2025-04-01", BANDS)).toBe("5-6-maanden");
  });
  test("a chosen stretch of pregnancy never becomes a birth by itself; it asks", () => {
    const child = band("zwanger-29-40-weken", "2025-01-01");
    expect(place(child, "2025-08-01", BANDS)).toBe(-1);
    expect(bandOf(child, "2025-08-01", BANDS)).toBe("zwanger-29-40-weken");
    expect(overdue(child, "2025-01-01", BANDS)).toBe(false);
    expect(overdue(child, "2025-08-01", BANDS)).toBe(true);
  });
  test("a band that is gone from the app is no error", () => {
    expect(bandOf(band("nooit", "2025-01-01"), "2025-01-02", {})).toBeNull();
  });
});

describe("the road of 1001 days", () => {
  test.each([
    [born("2023-06-15"), "2025-06-14", 1000],
    [born("2023-06-15"), "2025-06-15", 1001],
    [born("2023-06-15"), "2025-06-16", null],
    [born("2024-02-29"), "2026-02-28", 1001],
    [born("2024-02-29"), "2026-03-01", null],
    [born("2023-01-01", 10), "2025-03-12", 1001],
    [born("2023-01-01", 10), "2025-03-13", null],
    [born("2025-01-01"), "2025-01-01", 271],
    [due("2025-01-01"), "2025-01-01", 271],
    [due("2025-01-01"), "2025-01-15", 271],
    [due("2025-01-01"), "2024-01-01", 1],
    [band("3-4-maanden", "2025-01-01"), "2025-01-01", null],
  ])("%p on %s: %p", (child, today, day) => {
    expect(roadDay(child, today)).toBe(day);
  });
  test("every day is one step", () => {
    fc.assert(
      fc.property(days, early, fc.integer({ min: 0, max: 720 }), (birth, weeks, old) => {
        const child = born(isoOf(birth), weeks);
        expect(roadDay(child, isoOf(birth + old + 1)) - roadDay(child, isoOf(birth + old))).toBe(1);
      }),
    );
  });
});

test("a birth, or a due date that passed: today and the three weeks behind it", () => {
  const today = "2025-06-15";
  expect(["2025-06-15", "2025-06-14", "2025-05-25"].map((day) => eitherWay(day, today))).toEqual([true, true, true]);
  expect(["2025-06-16", "2025-05-24", "2024-06-15", "", "2025-06-31"].map((day) => eitherWay(day, today))).toEqual([false, false, false, false, false]);
  // As long as we would wait quietly, and not a day longer.
  fc.assert(fc.property(days, fc.integer({ min: 0, max: 60 }), (day, past) => expect(eitherWay(isoOf(day), isoOf(day + past))).toBe(!overdue(due(isoOf(day)), isoOf(day + past), BANDS))));
});

describe("a day that can be", () => {
  test("from five years and a day ago to nine months and two weeks ahead", () => {
    expect(limits("2025-06-15")).toEqual({ min: "2020-06-14", max: "2026-03-29" });
    for (const day of ["2020-06-14", "2026-03-29", "2025-06-15"]) expect(plausible(day, "2025-06-15")).toBe(true);
    for (const day of ["2020-06-13", "2026-03-30", "", "2025-02-30", "1925-06-15"]) expect(plausible(day, "2025-06-15")).toBe(false);
  });
  test("every possible due date of a pregnancy is in", () => {
    fc.assert(fc.property(days, fc.integer({ min: 0, max: 280 }), (day, ahead) => plausible(isoOf(day + ahead), isoOf(day))));
  });
});
