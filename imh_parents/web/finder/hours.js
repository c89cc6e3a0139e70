/**
 * Opening hours in the words of the reader, and whether it is open now. Only what is plain; the rest is null, and then we say to ask. Pure.
 * @import { Clock, Times } from "./open.js"
 */
import { openAt, spansOn } from "./open.js";

const DAYS = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"];
const MONDAY = Date.UTC(2024, 0, 1);
const RULE = /^((?:Mo|Tu|We|Th|Fr|Sa|Su)(?:[-,](?:Mo|Tu|We|Th|Fr|Sa|Su))*) (\d\d:\d\d-\d\d:\d\d(?:,\d\d:\d\d-\d\d:\d\d)*)$/;
const HOLIDAYS = /^PH (off|closed)$/;

/** @param {string} text @param {string} locale @returns {string | null} */
export function hoursIn(text, locale) {
  const name = new Intl.DateTimeFormat(locale, { weekday: "short", timeZone: "UTC" });
  const day = (/** @type {string} */ short) => name.format(MONDAY + DAYS.indexOf(short) * 86_400_000);
  const [comma, stop] = locale.startsWith("ar") ? ["، ", "؛ "] : [", ", "; "];
  const parts = [];
  for (const rule of text.split(";").map((one) => one.trim()).filter(Boolean)) {
    const [, days, times] = RULE.exec(rule) ?? [];
    if (days && times) parts.push(`${days.replace(/[A-Z][a-z]/g, day).replaceAll("-", "–").replaceAll(",", comma)} ${times.replaceAll("-", "–").replaceAll(",", comma)}`);
    else if (!HOLIDAYS.test(rule)) return null;
  }
  return parts.length ? parts.join(stop) : null;
}

const MIDNIGHT = 1440;

/**
 * "Nu open, tot 17:00": the key of the words and what goes in them; null when nobody knows.
 * @param {Times | undefined} times @param {Clock} clock @param {string} locale
 * @returns {{key: string, time?: string, day?: string} | null}
 */
export function stateIn(times, clock, locale) {
  const now = openAt(times, clock);
  if (!now) return null;
  const { open, minute, day = "", ahead = 0 } = now;
  if (minute === undefined) return { key: open ? "open-always" : "shut" };
  const time = timeIn(minute, locale);
  if (open) return { key: "open-until", time };
  if (ahead < 2) return { key: ahead ? "opens-tomorrow" : "opens-today", time };
  const name = new Intl.DateTimeFormat(locale, { weekday: "long", timeZone: "UTC" });
  return { key: "opens-on", time, day: name.format(Date.parse(day)) };
}

/** The hours of today, for places whose week is too long a story. @param {Times | undefined} times @param {Clock} clock @param {string} locale */
export function todayIn(times, clock, locale) {
  const spans = spansOn(times, clock) ?? [];
  return spans.map((span) => span.map((minute) => timeIn(minute, locale)).join("–")).join(", ");
}

/** @param {number} minute @param {string} locale */
const timeIn = (minute, locale) =>
  new Intl.DateTimeFormat(locale, { hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone: "UTC" }).format((minute % MIDNIGHT) * 60_000);
