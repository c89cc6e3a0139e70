/**
 * The age of one child on one day. Pure: today is always an argument, and days are whole numbers in UTC,
 * so no time zone and no summer time can move a birthday. children/ages.py draws the same lines for content.
 * @import { Child } from "./shape.js"
 */

/** @typedef {Record<string, {title?: string, days: number[]}>} Bands by id, in order; days from birth, the last not included */
/**
 * @typedef {{kind: "pregnant", week: number, days: number, overdue: boolean}
 *   | {kind: "born", days: number, weeks: number, months: number, years: number}
 *   | {kind: "band", band: string}} Age
 */

const DAY = 86_400_000;
const MONTH_DAYS = 30.4375;
const PREGNANCY_DAYS = 280;
const ROAD_DAYS = 1001;
const WAIT_DAYS = 21; // after the due date we still wait quietly for three weeks

/** Days since 1 January 1970, or null when the text is no day of the calendar. @param {string} iso */
export function dayNumber(iso) {
  if (!/^\d{4}-\d\d-\d\d$/.test(iso)) return null;
  const time = Date.parse(`${iso}T00:00:00Z`);
  return Number.isNaN(time) || isoOf(time / DAY) !== iso ? null : time / DAY;
}

/** @param {number} day */
export const isoOf = (day) => new Date(day * DAY).toISOString().slice(0, 10);

/** The day on the calendar of this phone. @param {Date} now */
export function todayIso(now) {
  return isoOf(Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()) / DAY);
}

/** The same day of the month, `months` later; the last day of the month where that day is missing. @param {number} day @param {number} months */
export function addMonths(day, months) {
  const date = new Date(day * DAY);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth() + months];
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return Date.UTC(year, month, Math.min(date.getUTCDate(), last)) / DAY;
}

/** Whole calendar months from one day to a later one. @param {number} from @param {number} to */
function monthsBetween(from, to) {
  const [a, b] = [new Date(from * DAY), new Date(to * DAY)];
  const months = (b.getUTCFullYear() - a.getUTCFullYear()) * 12 + b.getUTCMonth() - a.getUTCMonth();
  return addMonths(from, months) > to ? months - 1 : months;
}

/** A day the store has checked. @param {string | undefined} iso */
const known = (iso) => dayNumber(iso ?? "") ?? 0;

/** How old, as parents say it: from the birth itself. @param {Child} child @param {string} today @returns {Age} */
export function ageOf(child, today) {
  if (child.band) return { kind: "band", band: child.band };
  const now = known(today);
  if (child.born) {
    const born = Math.min(known(child.born), now);
    const months = monthsBetween(born, now);
    return { kind: "born", days: now - born, weeks: Math.floor((now - born) / 7), months, years: Math.floor(months / 12) };
  }
  const past = now - known(child.due);
  const week = Math.floor((PREGNANCY_DAYS + past) / 7);
  return { kind: "pregnant", week: Math.max(0, Math.min(41, week)), days: Math.min(past, -1), overdue: past > WAIT_DAYS };
}

/** The birth a premature child would have had. @param {Child} child */
const corrected = (child) => known(child.born ?? child.due) + (child.born ? 7 * child.early : 0);

/** The day a born child's age counts from: corrected until the corrected age is two years. @param {Child} child @param {string} today */
export function countFrom(child, today) {
  const from = corrected(child);
  return known(today) < addMonths(from, 24) ? from : known(child.born);
}

/**
 * Days from (corrected) birth, to match cards with. Nobody crosses birth before we are told.
 * @param {Child} child @param {string} today @param {Bands} bands
 */
export function place(child, today, bands) {
  if (child.born) return Math.max(0, known(today) - countFrom(child, today));
  if (!child.band) return Math.max(-PREGNANCY_DAYS, Math.min(-1, known(today) - known(child.due)));
  const [start = 0, end = 1] = bands[child.band]?.days ?? [];
  const days = Math.floor((start + end) / 2) + sinceChosen(child, today);
  return start < 0 ? Math.min(-1, days) : days;
}

/** @param {Child} child @param {string} today */
const sinceChosen = (child, today) => Math.max(0, known(today) - known(child.since ?? today));

/** Is the expected day so long ago that we should ask? @param {Child} child @param {string} today @param {Bands} bands */
export function overdue(child, today, bands) {
  const age = ageOf(child, today);
  if (age.kind !== "band") return age.kind === "pregnant" && age.overdue;
  const [start = 0] = bands[age.band]?.days ?? [];
  return start < 0 && start + sinceChosen(child, today) > WAIT_DAYS;
}

/**
 * The band a child is in; null past the last one. The first weeks go by days, later bands by calendar months.
 * @param {Child} child @param {string} today @param {Bands} bands @returns {string | null}
 */
export function bandOf(child, today, bands) {
  const days = place(child, today, bands);
  const from = child.born ? countFrom(child, today) : null;
  /** @param {number} limit */
  const reached = (limit) => {
    if (from === null || limit < 60) return days >= limit;
    return known(today) >= addMonths(from, Math.round(limit / MONTH_DAYS));
  };
  const rows = Object.entries(bands);
  // The last weeks of pregnancy reach past the due date, so the day alone does not tell before from after birth.
  return rows.find(([, { days: [start = 0, end = 0] }]) => start < 0 === days < 0 && reached(start) && !reached(end))?.[0] ?? null;
}

/**
 * The day on the road of 1001: 1001 is the (corrected) second birthday. Null past it, and where only a band is known.
 * @param {Child} child @param {string} today
 */
export function roadDay(child, today) {
  if (child.band) return null;
  const birth = corrected(child);
  const now = child.due ? Math.min(known(today), birth) : Math.max(known(today), known(child.born));
  const day = ROAD_DAYS - (addMonths(birth, 24) - now);
  return day > ROAD_DAYS ? null : Math.max(1, day);
}

/** A day just behind us can be a birth, or a due date that passed quietly. @param {string} iso @param {string} today */
export function eitherWay(iso, today) {
  const past = known(today) - known(iso);
  return dayNumber(iso) !== null && past >= 0 && past <= WAIT_DAYS;
}

/** The first and the last day a birth or a due date can be. @param {string} today */
export function limits(today) {
  const now = known(today);
  return { min: isoOf(addMonths(now, -60) - 1), max: isoOf(addMonths(now, 9) + 14) };
}

/** @param {string} iso @param {string} today */
export function plausible(iso, today) {
  const { min, max } = limits(today);
  return dayNumber(iso) !== null && iso >= min && iso <= max;
}
