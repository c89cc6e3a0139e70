/**
 * Is it open now? Looks up what village/times.py worked out; what is not known stays unknown. Pure.
 * The clock is the phone's, told in Brussels, wherever the phone is.
 */

/** @typedef {{week: string[], days: Record<string, string>, until: string}} Times */
/** @typedef {{day: string, minute: number}} Clock the day as YYYY-MM-DD, minutes since midnight */
/**
 * @typedef {object} Now
 * @property {boolean} open
 * @property {number} [minute] when it closes, or opens again, after midnight of `day`
 * @property {string} [day] not there when that is further off than we look
 * @property {number} [ahead] how many days from now that is
 */

const DAY = 1440;
const AHEAD = 8; // days to look for the next opening: a place open on Mondays only is found
const BRUSSELS = new Intl.DateTimeFormat("en-CA-u-hc-h23", {
  timeZone: "Europe/Brussels",
  ...{ year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit" },
});

/** @param {Date} now @returns {Clock} */
export function clockAt(now) {
  const part = Object.fromEntries(BRUSSELS.formatToParts(now).map(({ type, value }) => [type, value]));
  return { day: `${part.year}-${part.month}-${part.day}`, minute: Number(part.hour) * 60 + Number(part.minute) };
}

/** Undefined when nobody knows: no hours, or hours from a file too old to be sure. @param {Times | undefined} times @param {Clock} clock @returns {Now | undefined} */
export function openAt(times, { day, minute }) {
  if (!times || day >= times.until) return undefined;
  const spans = ahead(times, day);
  const current = spans.find(([start, end]) => start <= minute && minute < end);
  if (current) return { open: true, ...moment(day, current[1]) };
  const next = spans.find(([start]) => start > minute);
  return { open: false, ...(next && moment(day, next[0])) };
}

/** What is open on a day, as minutes; null when nobody knows. @param {Times | undefined} times @param {string} day */
export const spansOn = (times, day) => (times && day < times.until ? read(times, day) : null);

/** The openings of this day and the days after it, in minutes from the midnight before; those that touch at midnight are one. @param {Times} times @param {string} day */
function ahead(times, day) {
  /** @type {[number, number][]} */
  const found = [];
  for (let step = 0; step < AHEAD && after(day, step) < times.until; step++) {
    for (const [start, end] of read(times, after(day, step))) {
      const last = found.at(-1);
      if (last && last[1] === start + step * DAY) last[1] = end + step * DAY;
      else found.push([start + step * DAY, end + step * DAY]);
    }
  }
  return found;
}

/** @param {Times} times @param {string} day @returns {[number, number][]} */
function read({ week, days }, day) {
  const words = days[day] ?? week[(new Date(`${day}T00:00Z`).getUTCDay() + 6) % 7] ?? "";
  return words ? words.split(" ").map((span) => [minutes(span.slice(0, 4)), minutes(span.slice(5))]) : [];
}

/** @param {string} clock as 0930 */
const minutes = (clock) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(2));

/** @param {string} day @param {number} count */
const after = (day, count) => new Date(Date.parse(`${day}T00:00Z`) + count * 86_400_000).toISOString().slice(0, 10);

/** @param {string} day @param {number} at minutes from its midnight */
function moment(day, at) {
  const step = Math.floor(at / DAY);
  return step >= AHEAD ? {} : { minute: at - step * DAY, day: after(day, step), ahead: step };
}
