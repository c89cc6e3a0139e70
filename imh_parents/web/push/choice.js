/**
 * What this phone chose about messages. Its own place in localStorage: it belongs to the phone, so it never goes along in a file
 * or a code to another one.
 */
import { dayNumber } from "../child.js";
import { CHOICE } from "../store.js";

/**
 * @typedef {object} Choice
 * @property {number} days different days the app was opened; it stops counting when it may ask
 * @property {string} last YYYY-MM-DD, the last day counted
 * @property {"" | "yes" | "no"} wish
 * @property {string[]} topics
 * @property {string} checked YYYY-MM-DD, the last day the subscription was looked after
 * @property {string} owed an address the server could not be told to forget
 * @property {string[]} seen ids of messages shown before
 * @property {Got} got the messages fetched last
 */
/** @typedef {{id: string, title: string, line: string, page: string, lang: string, dir: string, bands: string[], due: string}} Message */
/** @typedef {{language: string, on: string, messages: Message[]}} Got */

export const ENOUGH = 3; // days
const MOST = 60;

/** @type {Choice} */
const FRESH = { days: 0, last: "", wish: "", topics: [], checked: "", owed: "", seen: [], got: { language: "", on: "", messages: [] } };

/** Where storage is refused it holds for this page. @type {string | null} */
let held = null;
/** @type {Set<() => void>} */
const listeners = new Set();

/** @param {any} value @param {number} most */
const words = (value, most) => (typeof value === "string" ? value.slice(0, most) : "");
/** @param {any} value @param {number} most @param {number} [long] */
const texts = (value, most, long = 64) => (Array.isArray(value) ? value.filter((one) => typeof one === "string").map((one) => one.slice(0, long)).slice(0, most) : []);
/** @param {any} value */
const day = (value) => (typeof value === "string" && dayNumber(value) !== null ? value : "");

/** A message of the list everybody gets; null when it is none. @param {any} row @returns {Message | null} */
function message(row) {
  if (!row || !words(row.id, 64) || !words(row.title, 120)) return null;
  return {
    id: words(row.id, 64),
    title: words(row.title, 120),
    line: words(row.line, 400),
    page: words(row.page, 200),
    lang: words(row.lang, 12),
    dir: row.dir === "rtl" ? "rtl" : "ltr",
    bands: texts(row.bands, 20),
    due: words(row.due, 40),
  };
}

/** @param {any} rows @returns {Message[]} */
export const messages = (rows) => (Array.isArray(rows) ? rows : []).flatMap((row) => message(row) ?? []).slice(0, MOST);

/** Whatever stands there, as a whole Choice. @param {any} value @returns {Choice} */
export function whole(value) {
  const { days, last, wish, topics, checked, owed, seen, got } = { ...FRESH, ...value };
  return {
    days: Number.isInteger(days) ? Math.min(Math.max(days, 0), ENOUGH) : 0,
    last: day(last),
    wish: wish === "yes" || wish === "no" ? wish : "",
    topics: texts(topics, 10),
    checked: day(checked),
    owed: words(owed, 2000),
    seen: texts(seen, 2 * MOST),
    got: { language: words(got?.language, 8), on: day(got?.on), messages: messages(got?.messages) },
  };
}

/** @returns {Choice} */
export function choice() {
  try {
    return whole(JSON.parse(held ?? localStorage.getItem(CHOICE) ?? "{}"));
  } catch {
    return whole({});
  }
}

/** False when it only holds for this page. @param {Partial<Choice>} part */
export function choose(part) {
  const text = JSON.stringify({ ...choice(), ...part });
  try {
    localStorage.setItem(CHOICE, text);
    held = null;
  } catch {
    held = text;
  }
  for (const fn of [...listeners]) fn();
  return held === null;
}

/** @param {() => void} fn */
export function onChoice(fn) {
  listeners.add(fn);
  return () => void listeners.delete(fn);
}

globalThis.window?.addEventListener("storage", (event) => {
  if (event.key === CHOICE || event.key === null) for (const fn of [...listeners]) fn();
});
