/**
 * The cards of this language, and how a list shows one (ui/tile.py). The address is the same for everybody.
 * @import { CardRow } from "./pick.js"
 */
import { drawing, make, root } from "./dom.js";

/** @type {Map<string, Promise<any>>} */
const files = new Map();

/** A file of this language, fetched once; a failure may be tried again. @param {string} name @returns {Promise<any>} */
export function file(name) {
  const found = files.get(name) ?? fetchFile(name);
  files.set(name, found);
  found.catch(() => files.delete(name));
  return found;
}

/** @param {string} name */
async function fetchFile(name) {
  const answer = await fetch(`/${root.lang}/${name}.json`, { credentials: "omit" });
  if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
  return answer.json();
}

/** @returns {Promise<CardRow[]>} */
export const cards = () => file("kaarten");

/** A row in a list of cards. @param {CardRow} card @param {string} inDutch said where the card is not translated */
export function cardRow(card, inDutch) {
  const words = make(
    "span",
    { class: "words", lang: card.lang, dir: card.lang && "ltr" },
    make("strong", {}, card.title),
    make("span", { class: "small soft" }, card.line),
  );
  const mark = card.lang ? [make("span", { class: "small in-dutch" }, inDutch)] : [];
  return make("li", {}, make("a", { class: "row-tile", href: card.href }, drawing(card.drawing), make("span", {}, words, ...mark)));
}
