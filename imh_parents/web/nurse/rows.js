/**
 * The rows of the set in the making, as nurse/maker.py's page wants them.
 * @import { CardRow } from "../pick.js"
 * @import { Service } from "../finder/match.js"
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

/** Under the title: the same in the parent's language, or that there is no such. @param {Tongues | undefined} titles @param {CardRow} card @param {{language: string, dir: string}} parent @param {string} dutch */
function also(titles, card, { language, dir }, dutch) {
  const title = titles?.[language];
  if (titles && !title) return [make("span", { class: "small in-dutch" }, dutch)];
  return title && title !== card.title ? [make("span", { class: "small also", lang: language, dir }, title)] : [];
}

/** The title, which opens the card beside this page. @param {CardRow} card */
const titleLink = ({ title, href, lang }) => make("a", { href, lang, target: "_blank", rel: "noopener" }, title);

/**
 * @param {CardRow} card @param {{titles: Tongues | undefined, language: string, dir: string}} parent
 * @param {Word} word @param {{up?: () => void, remove: () => void}} act
 */
export function cardItem(card, { titles, ...parent }, word, { up, remove }) {
  const { title } = card;
  const words = make("span", { class: "words" }, make("span", { class: "small soft" }, card.label), make("strong", {}, titleLink(card)), ...also(titles, card, parent, word("dutch", card)));
  const tools = [...(up ? [tool("up", word("up", { title }), "omhoog", up)] : []), tool("remove", word("remove", { title }), "sluit", remove)];
  return make("li", { class: `sheet t-${TINT[card.slot]}` }, drawing(card.drawing), words, make("span", { class: "tools" }, ...tools));
}

/** @param {BookLine} line @param {Word} word @param {() => void} remove */
export function lineItem(line, word, remove) {
  const name = told(line.name);
  const number = line.number ? [", ", make("bdi", { dir: "ltr" }, line.number)] : [];
  return helpItem("bel", name, [make("bdi", {}, name), ...number], word, remove);
}

/** @param {Service} service @param {Word} word @param {() => void} remove */
export function placeItem(service, word, remove) {
  return helpItem("plek", service.name, [placeName(service)], word, remove);
}

/** What a source wrote is Dutch. @param {Service} service */
const placeName = ({ name, city }) => make("bdi", { lang: "nl" }, city && !name.includes(city) ? `${name}, ${city}` : name);

/** @param {string} symbol @param {string} title @param {(Node | string)[]} words @param {Word} word @param {() => void} remove */
function helpItem(symbol, title, words, word, remove) {
  return make("li", {}, icon(symbol), make("span", {}, ...words), tool("remove", word("remove", { title }), "sluit", remove));
}

/** A card that was found: to press, or to read first. @param {CardRow} card @param {Word} word @param {() => void} add */
export function foundItem(card, word, add) {
  const label = `${word("add", card)} ${card.title}`;
  const words = make("span", { class: "words" }, make("strong", {}, titleLink(card)), make("span", { class: "small soft" }, card.ages));
  return make("li", { class: "found-row" }, tool("found-card", label, "plus", add), words);
}

/** A place that was found, to press. @param {Service} service @param {Word} word @param {() => void} add */
export function foundPlace(service, word, add) {
  return found(word("add", { title: service.name }), placeName(service), make("span", { class: "small soft", lang: "nl" }, service.what), add);
}

/** @param {string} act said before the name, for who does not see the plus @param {HTMLElement} name @param {HTMLElement} line @param {() => void} add */
function found(act, name, line, add) {
  const title = make("strong", {}, make("span", { class: "sr" }, `${act} `), name);
  const button = make("button", { type: "button", class: "found-card" }, icon("plus"), make("span", {}, title, line));
  button.addEventListener("click", add);
  return make("li", {}, button);
}
