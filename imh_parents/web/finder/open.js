/**
 * Is it open now? Looks up what village/times.py worked out; what is not known stays unknown. Pure.
 * The clock is the phone's, told in Brussels, wherever the phone is.
 */

/** @typedef {{week: string[], days: Record<string, string>, until: string}} Times */
/** @typedef {{day: string, weekday: number, minute: number}} Clock the day as YYYY-MM-DD, from Monday on 0 to 6, minutes since midnight */
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
  return on(`${part.year}-${part.month}-${part.day}`, Number(part.hour) * 60 + Number(part.minute));
}

/** @param {string} day @param {number} minute @returns {Clock} */
export const on = (day, minute) => ({ day, weekday: (new Date(`${day}T00:00Z`).getUTCDay() + 6) % 7, minute });

/** Undefined when nobody knows: no hours, or hours from a file too old to be sure. @param {Times | undefined} times @param {Clock} clock */
export const isOpen = (times, clock) => spansOn(times, clock)?.some(([start, end]) => start <= clock.minute && clock.minute < end);

/** The same, and until when. @param {Times | undefined} times @param {Clock} clock @returns {Now | undefined} */
export function openAt(times, clock) {
  if (!times || !spansOn(times, clock)) return undefined;
  const spans = ahead(times, clock);
  const current = spans.find(([start, end]) => start <= clock.minute && clock.minute < end);
  if (current) return { open: true, ...moment(clock.day, current[1]) };
  const next = spans.find(([start]) => start > clock.minute);
  return { open: false, ...(next && moment(clock.day, next[0])) };
}

/** What is open on a day, in minutes. @param {Times | undefined} times @param {{day: string, weekday: number}} clock @returns {[number, number][] | undefined} */
export function spansOn(times, { day, weekday }) {
  if (!times || day >= times.until) return undefined;
  const words = times.days[day] ?? times.week[weekday] ?? "";
  return words ? words.split(" ").map((span) => [minutes(span.slice(0, 4)), minutes(span.slice(5))]) : [];
}

/** The openings of this day and the days after it, in minutes from the midnight before; those that touch at midnight are one. @param {Times} times @param {Clock} clock */
function ahead(times, { day, weekday }) {
  /** @type {[number, number][]} */
  const found = [];
  for (let step = 0; step < AHEAD; step++) {
    for (const [start, end] of spansOn(times, { day: after(day, step), weekday: (weekday + step) % 7 }) ?? []) {
      const last = found.at(-1);
      if (last && last[1] === start + step * DAY) last[1] = end + step * DAY;
      else found.push([start + step * DAY, end + step * DAY]);
    }
  }
  return found;
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
