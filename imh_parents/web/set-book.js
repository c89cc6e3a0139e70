/**
 * What the numbers of a code mean: /set.json, the same file for everybody and kept with the app.
 * @import { NurseSet } from "./set-code.js"
 */
import { root } from "./dom.js";

/** @typedef {Record<string, string>} Tongues a text by language; Dutch is there always */
/** @typedef {{slug: string, title: Tongues}} BookCard */
/** @typedef {{id: string, name: Tongues, what: Tongues, number: string, href: string}} BookLine */
/** @typedef {[string, string]} BookPlace the province file it stands in, and its id there */
/**
 * @typedef {object} Book
 * @property {Record<string, BookCard>} cards
 * @property {Record<string, BookLine>} lines
 * @property {Record<string, BookPlace>} places
 * @property {Record<string, {id: string, text: Tongues}>} notes
 * @property {Record<string, {id: string, title: Tongues}>} moments
 */

/** @returns {Book} */
export const noBook = () => ({ cards: {}, lines: {}, places: {}, notes: {}, moments: {} });

/** @type {Promise<Book> | null} */
let found = null;

/** Fetched once; a failure may be tried again. @returns {Promise<Book>} */
export function book() {
  found ??= fetchBook();
  found.catch(() => (found = null));
  return found;
}

async function fetchBook() {
  const answer = await fetch("/set.json", { credentials: "omit" });
  if (!answer.ok) throw new Error(`set.json: ${answer.status}`);
  // One kept from before knows fewer kinds.
  return { ...noBook(), ...(await answer.json()) };
}

/** In the language of the page, or in Dutch. @param {Tongues | undefined} texts @param {string} [language] */
export const told = (texts, language = root.lang) => texts?.[language] ?? texts?.nl ?? "";

/** The Dutch where the page speaks another language and has words of its own for it; else an empty text. @param {Tongues | undefined} texts */
export const besideDutch = (texts) => (root.lang !== "nl" && texts?.[root.lang] && texts.nl !== texts[root.lang] ? (texts.nl ?? "") : "");

/** The words of a note, fixed or own. @param {Book} rows @param {NurseSet["note"]} note */
export const noteTexts = (rows, note) => (typeof note === "string" ? { nl: note } : rows.notes[note]?.text);
