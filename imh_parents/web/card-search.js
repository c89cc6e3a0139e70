/**
 * Finds cards on the phone itself, for Ontdek and for the maker of sets. What is typed goes nowhere, not even into the address.
 * @import { CardRow } from "./pick.js"
 */
import MiniSearch from "minisearch";
import { cards, file } from "./cards.js";
import { SEARCH, worthwhile } from "./words.js";

/** @type {Promise<{index: MiniSearch, all: Map<string, CardRow>}> | null} */
let ready = null;

/** Fetched once; a failure may be tried again. */
export function loaded() {
  ready ??= Promise.all([cards(), file("zoek")]).then(async ([rows, texts]) => {
    const index = new MiniSearch(SEARCH);
    await index.addAllAsync(texts, { chunkSize: 10 });
    return { index, all: new Map(rows.map((row) => [row.slug, row])) };
  });
  ready.catch(() => (ready = null));
  return ready;
}

/** The cards worth showing, the best first. @param {string} asked @returns {Promise<CardRow[]>} */
export async function search(asked) {
  const { index, all } = await loaded();
  return worthwhile(/** @type {any} */ (index.search(asked))).flatMap((slug) => all.get(slug) ?? []);
}
