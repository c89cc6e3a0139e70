/** How search looks at a word, so that accents, capitals, Arabic marks and typing errors do not matter. Pure. */

/** @type {Record<string, string>} */
const LETTERS = { ى: "ي", ة: "ه", ٱ: "ا", ی: "ي", ک: "ك", ß: "ss", œ: "oe", æ: "ae", ø: "o", ı: "i" };

/** @param {string} word */
export const folded = (word) =>
  word
    .toLowerCase()
    .normalize("NFD") // takes أ and é apart
    .replace(/[\p{M}\u0640]/gu, "") // the marks, and the stroke that only makes a word longer
    .replace(/[ىةٱیکßœæøı]/g, (letter) => LETTERS[letter] ?? letter);

/** For MiniSearch: what is found, and how near it must be. */
export const SEARCH = {
  idField: "slug",
  fields: ["title", "theme", "text"],
  processTerm: folded,
  searchOptions: {
    boost: { title: 4, theme: 2 },
    fuzzy: (/** @type {string} */ term) => (term.length < 4 ? false : 0.25),
    prefix: (/** @type {string} */ term) => term.length > 1,
  },
};
