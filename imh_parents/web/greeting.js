/**
 * How Vandaag says who it is about. Sentences come from the page, units and digits from the browser. Pure.
 * @import { Bands } from "./child.js"
 * @import { Child } from "./shape.js"
 */
import { ageOf, bandOf, overdue, roadDay } from "./child.js";

/** @typedef {(key: string, values?: Record<string, string | number>) => string} Word */
/** @typedef {{word: Word, locale: string, numbers: string[], bands: Bands}} Tongue the words of the page; `numbers` from one up */

/** @param {Tongue} tongue @param {number} count @param {"day" | "week" | "month" | "year"} unit */
function measure({ locale, numbers }, count, unit) {
  const parts = new Intl.NumberFormat(locale, { style: "unit", unit, unitDisplay: "long" }).formatToParts(count);
  return parts.map(({ type, value }) => (type === "integer" ? (numbers[count - 1] ?? value) : value)).join("");
}

/** @param {Tongue} tongue @param {{days: number, weeks: number, months: number, years: number}} age */
function ageWords(tongue, { days, weeks, months, years }) {
  if (days < 14) return measure(tongue, days, "day");
  if (weeks < 12) return measure(tongue, weeks, "week");
  if (months < 24) return measure(tongue, months, "month");
  const whole = measure(tongue, years, "year");
  return months % 12 ? tongue.word("and", { a: whole, b: measure(tongue, months % 12, "month") }) : whole;
}

/** The first line of Vandaag. @param {Child} child @param {string} today @param {Tongue} tongue */
export function greeting(child, today, tongue) {
  const { word, bands } = tongue;
  const { name } = child;
  const age = ageOf(child, today);
  const band = bandOf(child, today, bands);
  /** @param {string} key @param {Record<string, string | number>} values */
  const say = (key, values = {}) => word(name ? key : `${key}-nobody`, { name, ...values });
  if (overdue(child, today, bands)) return word("overdue");
  if (age.kind === "pregnant") return say("expected", { n: age.week });
  if (!band) return say("older");
  const title = bands[band]?.title ?? "";
  if (age.kind === "band") return name ? `${name}: ${title}` : age.band === band ? word("band", { band: title }) : title;
  if (age.days === 0) return say("newborn");
  try {
    return say("hello", { age: ageWords(tongue, age) });
  } catch {
    return title; // an old browser without these units
  }
}

/** Where the child is on the road, or an empty text where that is not known to the day. @param {Child} child @param {string} today @param {Tongue} tongue */
export function roadLine(child, today, { word, bands }) {
  const day = roadDay(child, today);
  if (day !== null) return word("day", { n: day });
  const [start = 0] = bands[bandOf(child, today, bands) ?? ""]?.days ?? [Infinity];
  return start > 730 || !child.band ? word("on") : "";
}
