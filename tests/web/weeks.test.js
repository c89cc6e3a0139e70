import { expect, test } from "bun:test";
import { moment, saying } from "../../imh_parents/web/weeks.js";

const week = (first, last, rest = {}) => ({ first, last, title: `Week ${first}`, line: "De hele week.", when: "", href: "/nl/week/", ...rest });
const WEEKS = [week("2027-06-14", "2027-06-20"), week("2024-06-10", "2024-06-16"), week("2023-06-12", "2023-06-18")];

test.each([
  ["2024-06-09", "soon", 1],
  ["2024-06-10", "on", 1],
  ["2024-06-16", "on", 7],
  ["2024-06-17", "soon", 1092],
  ["2027-06-13", "soon", 1],
  ["2027-06-20", "on", 7],
  ["2027-06-21", "between", undefined],
])("on %s it is %s", (today, kind, n) => {
  expect([moment(WEEKS, today).kind, moment(WEEKS, today).n]).toEqual([kind, n]);
});

test("the nearest week to come is counted down to, in whatever order they stand", () => {
  expect(moment(WEEKS, "2023-06-01").week.first).toBe("2023-06-12");
  expect(moment([...WEEKS].reverse(), "2023-06-01").week.first).toBe("2023-06-12");
});

test("without weeks nothing runs", () => {
  expect(moment([], "2024-06-12")).toEqual({ kind: "between" });
});

const said = (title, day, rest = {}) => ({ day, title, line: "", href: `/${title}/`, ...rest });
const told = (title, day, rest = {}) => said(title, day, { bands: [], audience: ["iedereen"], ...rest });
const FULL = week("2027-06-14", "2027-06-20", {
  days: [said("onderwerp", 1), said("ander", 2)],
  messages: [
    told("buik", 1, { bands: ["zwanger-0-12-weken"] }),
    told("oma", 1, { audience: ["grootouder"] }),
    told("zwangere oma", 1, { bands: ["zwanger-0-12-weken"], audience: ["grootouder"] }),
    told("allen", 2),
  ],
});

test.each([
  [1, { band: "", role: "" }, "onderwerp"],
  [1, { band: "zwanger-0-12-weken", role: "" }, "buik"],
  [1, { band: "3-4-maanden", role: "grootouder" }, "oma"],
  [1, { band: "zwanger-0-12-weken", role: "grootouder" }, "zwangere oma"],
  [2, { band: "", role: "" }, "allen"],
  [3, { band: "", role: "" }, "Week 2027-06-14"],
])("day %p says to %p: %p", (day, reader, title) => {
  expect(saying(FULL, day, reader).title).toBe(title);
});
