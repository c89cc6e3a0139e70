/** The inbox: the week's own words, what was fetched and what came by push, as one list. Pure. */
import { dayNumber, isoOf, todayIso } from "../child.js";
import { moment, saying } from "../weeks.js";
import { ownPage } from "./payload.js";

/** @import { Week } from "../weeks.js" */
/** @import { Message } from "./choice.js" */
/** @import { Received } from "./payload.js" */
/** @typedef {{id: string, title: string, line: string, href: string, on: string, lang?: string, dir?: string}} Row `on`: YYYY-MM-DD, or empty */

const LONGEST = 60 * 86_400_000; // as push/inbox.py

/** What the running week said until today, one a day, the newest first. @param {Week[]} weeks @param {string} today @param {{band: string, role: string}} reader @returns {Row[]} */
export function weekRows(weeks, today, reader) {
  const now = moment(weeks, today);
  if (now.kind !== "on") return [];
  const first = dayNumber(now.week.first) ?? 0;
  return Array.from({ length: now.n }, (_, ago) => {
    const at = now.n - 1 - ago;
    const { title, line, href } = saying(now.week, at + 1, reader);
    const on = isoOf(first + at);
    return { id: `week-${on}`, title, line, href, on };
  });
}

/**
 * Messages of the last weeks, for the ages of this phone; a phone that knows no child shows them all.
 * @param {Message[]} messages @param {string[]} bands of the children here @param {Date} now @param {string} origin @returns {Row[]}
 */
export function messageRows(messages, bands, now, origin) {
  const fits = messages.filter((one) => !one.bands.length || !bands.length || one.bands.some((band) => bands.includes(band)));
  return fits.flatMap(({ id, title, line, page, lang, dir, due }) => {
    const href = ownPage(page, origin);
    const ago = now.getTime() - Date.parse(due);
    return href && ago >= 0 && ago < LONGEST ? [{ id, title, line, href, on: due.slice(0, 10), lang, dir }] : [];
  });
}

/** What came by push, as long as it can still matter. @param {Received[]} received @param {Date} now @returns {Row[]} */
export const receivedRows = (received, now) =>
  received
    .filter(({ at }) => now.getTime() - at < LONGEST)
    .map(({ id, title, line, page, lang, dir, at }) => ({ id, title, line, href: page, on: todayIso(new Date(at)), lang, dir }));

/** One list, the newest first; the same message comes once, however it came. @param {...Row[]} lists */
export function joined(...lists) {
  /** @type {Row[]} */
  const rows = [];
  for (const row of lists.flat()) {
    if (!rows.some(({ id, title, href }) => id === row.id || (title === row.title && href === row.href))) rows.push(row);
  }
  return rows.sort((a, b) => b.on.localeCompare(a.on));
}
