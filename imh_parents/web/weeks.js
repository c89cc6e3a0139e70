/**
 * Which week runs on a day, and what it says to whom. Pure.
 */
import { dayNumber } from "./child.js";

/** @typedef {{day: number, title: string, line: string, href: string}} Said */
/** @typedef {Said & {bands: string[], audience: string[]}} Message */
/** @typedef {{first: string, last: string, title: string, line: string, when: string, href: string, days?: Said[], messages?: Message[]}} Week */
/** @typedef {{kind: "on", week: Week, n: number, of: number} | {kind: "soon", week: Week, n: number} | {kind: "between"}} Moment */

/** @param {string} from @param {string} to */
const between = (from, to) => (dayNumber(to) ?? 0) - (dayNumber(from) ?? 0);

/** A week with both its days counted, else the nearest that has yet to come, else none. @param {Week[]} weeks @param {string} today @returns {Moment} */
export function moment(weeks, today) {
  const week = weeks.find(({ first, last }) => first <= today && today <= last);
  if (week) return { kind: "on", week, n: between(week.first, today) + 1, of: between(week.first, week.last) + 1 };
  const [next] = weeks.filter(({ first }) => first > today).sort((a, b) => between(b.first, a.first));
  return next ? { kind: "soon", week: next, n: between(today, next.first) } : { kind: "between" };
}

/**
 * What a running week says today: a message for this reader, one for everybody, the day's topic, or the week's own line.
 * @param {Week} week @param {number} day @param {{band: string, role: string}} reader @returns {{title: string, line: string, href: string}}
 */
export function saying(week, day, { band, role }) {
  const fits = (week.messages ?? []).filter(
    (one) => one.day === day && (!one.bands.length || one.bands.includes(band)) && (one.audience.includes("iedereen") || one.audience.includes(role)),
  );
  const narrow = (/** @type {Message} */ one) => Number(one.bands.length > 0) + Number(!one.audience.includes("iedereen"));
  const [best] = fits.sort((a, b) => narrow(b) - narrow(a));
  return best ?? (week.days ?? []).find((one) => one.day === day) ?? week;
}
