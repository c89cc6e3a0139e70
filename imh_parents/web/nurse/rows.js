/**
 * The rows of the set in the making, as nurse/maker.py's page wants them.
 * @import { CardRow } from "../pick.js"
 * @import { BookLine, Tongues } from "../set-book.js"
 */
import { drawing, icon, make } from "../dom.js";
import { told } from "../set-book.js";

/** @typedef {(key: string, values: {title: string}) => string} Word */

const TINT = { kind: "honey", ouder: "plum", dorp: "sage" };

/** @param {string} name @param {string} label @param {string} symbol @param {() => void} act */
function tool(name, label, symbol, act) {
  const button = make("button", { type: "button", class: `tool ${name}`, "aria-label": label }, icon(symbol));
  button.addEventListener("click", act);
  return button;
}

/** Under the title: the same in the parent's language. @param {Tongues | undefined} titles @param {string} language @param {string} dir */
const also = (titles, language, dir) => (titles?.[language] ? [make("span", { class: "small also", lang: language, dir }, titles[language])] : []);

/**
 * @param {CardRow} card @param {{titles: Tongues | undefined, language: string, dir: string}} parent language "" where it is the page's own
 * @param {Word} word @param {{up?: () => void, remove: () => void}} act
 */
export function cardItem(card, { titles, language, dir }, word, { up, remove }) {
  const { title } = card;
  const words = make("span", { class: "words" }, make("span", { class: "small soft" }, card.label), make("strong", { lang: card.lang }, title), ...also(titles, language, dir));
  const tools = [...(up ? [tool("up", word("up", { title }), "omhoog", up)] : []), tool("remove", word("remove", { title }), "sluit", remove)];
  return make("li", { class: `sheet t-${TINT[card.slot]}` }, drawing(card.drawing), words, make("span", { class: "tools" }, ...tools));
}

/** @param {BookLine} line @param {Word} word @param {() => void} remove */
export function lineItem(line, word, remove) {
  const name = told(line.name);
  const number = line.number ? [", ", make("bdi", { dir: "ltr" }, line.number)] : [];
  return make("li", {}, icon("bel"), make("span", {}, make("bdi", {}, name), ...number), tool("remove", word("remove", { title: name }), "sluit", remove));
}

/** A card that was found, to press. @param {CardRow} card @param {Word} word @param {() => void} add */
export function foundItem(card, word, add) {
  const title = make("strong", {}, make("span", { class: "sr" }, `${word("add", card)} `), make("span", { lang: card.lang }, card.title));
  const button = make("button", { type: "button", class: "found-card" }, icon("plus"), make("span", {}, title, make("span", { class: "small soft" }, card.ages)));
  button.addEventListener("click", add);
  return make("li", {}, button);
}
