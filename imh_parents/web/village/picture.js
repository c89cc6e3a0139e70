/**
 * The two rings as a picture: own people around the home, the others on the street around them.
 * @import { Person } from "../shape.js"
 * @import { Spot } from "./spots.js"
 */
import { drawing, make } from "../dom.js";
import { HOME, STREET, around } from "./spots.js";

const LABEL = 14; // letters

/**
 * Every house on its spot, as links to the rows below. Nothing here is read aloud or reached by keyboard: the rows are.
 * @param {Person[]} people @param {Map<string, string>} house @param {(key: string) => string} word @param {() => void} add
 */
export function spots(people, house, word, add) {
  const near = people.filter(({ ring }) => ring === "dichtbij");
  const [more, ...places] = around(near.length);
  const street = people.filter(({ ring }) => ring === "rond");
  const empty = spot("button", "spot more", word("more"), more ?? HOME);
  empty.addEventListener("click", add);
  /** @param {Person[]} rows @param {Spot[]} where @param {string} kind */
  const put = (rows, where, kind) =>
    where.slice(0, rows.length).map((place, at) => {
      const person = /** @type {Person} */ (rows[at]);
      const node = spot("a", `spot ${kind}`, short(person.name), place);
      node.setAttribute("href", `#mens-${person.id}`);
      node.prepend(drawing(house.get(person.id) ?? "h1"));
      return node;
    });
  return [spot("span", "spot us", word("us"), HOME), empty, ...put(near, places, "near"), ...put(street, STREET, "far")];
}

/** As much of a name as fits under a house: whole words where there are any. @param {string} name */
function short(name) {
  const letters = [...name];
  if (letters.length <= LABEL) return name;
  const start = letters.slice(0, LABEL).join("");
  return `${start.includes(" ") ? start.slice(0, start.lastIndexOf(" ")) : letters.slice(0, LABEL - 1).join("")}…`;
}

/** @param {string} tag @param {string} kind @param {string} label @param {Spot} at */
function spot(tag, kind, label, at) {
  const node = make(tag, { class: kind, tabindex: "-1", type: tag === "button" ? "button" : undefined }, make("span", {}, make("bdi", {}, label)));
  node.style.left = `${at.x}%`;
  node.style.top = `${at.y}%`;
  return node;
}
