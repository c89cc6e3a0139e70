/** How search looks at a word, so that accents, capitals, Arabic marks and typing errors do not matter. Pure. */
import { latin } from "./latin.js";

/** @type {Record<string, string>} */
const LETTERS = { ى: "ي", ة: "ه", ٱ: "ا", ی: "ي", ک: "ك", ß: "ss", œ: "oe", æ: "ae", ø: "o", ı: "i" };

/** @param {string} word */
export function folded(word) {
  const lower = word.toLowerCase();
  if (/^[a-z]*$/.test(lower)) return lower; // most words, and the rest is slow on a cheap phone
  return latin(lower)
    .normalize("NFD") // takes أ and é apart
    .replace(/[\p{M}\u0640]/gu, "") // the marks, and the stroke that only makes a word longer
    .replace(/[ىةٱیکßœæøı]/g, (letter) => LETTERS[letter] ?? letter);
}

/** For MiniSearch: what is found, and how near it must be. */
export const SEARCH = {
  idField: "slug",
  fields: ["title", "theme", "text"],
  processTerm: folded,
  searchOptions: {
    boost: { title: 4, theme: 2 },
    fuzzy: (/** @type {string} */ term) => (term.length < 4 ? false : 0.25),
    prefix: (/** @type {string} */ term) => term.length > 1,
    weights: { fuzzy: 0.3, prefix: 0.4 },
  },
};

const MOST = 20;
const ENOUGH = 0.15; // of the best: a look-alike below that was found by accident

/** @typedef {{id: string, score: number, terms: string[], queryTerms: string[]}} Found */

/** The slugs worth showing, best first: every card with the word itself, and look-alikes that come near. @param {Found[]} results sorted by score */
export function worthwhile(results) {
  const least = ENOUGH * (results[0]?.score ?? 0);
  const good = results.filter(({ score, terms, queryTerms }) => score >= least || terms.some((term) => queryTerms.includes(term)));
  return good.slice(0, MOST).map(({ id }) => id);
}
