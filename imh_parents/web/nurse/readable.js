/**
 * How much of a set the parent can read in their own language. Pure.
 * @import { Tongues } from "../set-book.js"
 */

/**
 * The word that says it, and what to fill in; none where the parent reads Dutch, which every card has.
 * @param {(Tongues | undefined)[]} titles of the cards @param {string} language of the parent @param {string} page the language it is said in
 * @returns {{key: string, values: Record<string, string | number>} | null}
 */
export function readableIn(titles, language, page) {
  if (language === "nl" || !titles.length) return null;
  const n = titles.filter((title) => title?.[language]).length;
  const name = new Intl.DisplayNames([page], { type: "language" }).of(language) ?? language;
  const key = titles.length === 1 ? (n ? "reads-it" : "reads-not") : `reads-${new Intl.PluralRules(page).select(n)}`;
  return { key, values: { n, all: titles.length, language: name } };
}
