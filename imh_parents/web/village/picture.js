/**
 * The two rings as a picture: own people around the home, the others on the street around them.
 * @import { Person } from "../shape.js"
 */
import { drawing, make } from "../dom.js";

/** @typedef {{x: number, y: number}} Spot per cent of the picture: where a house stands in the middle */

const NEAR = 6;
const HOME = { x: 50, y: 47.5 };
const REACH = { x: 22.5, y: 27.5 };
/** On the street, where there is most room first. @type {Spot[]} */
const STREET = [
  { x: 16, y: 22 }, { x: 84, y: 22 }, { x: 87, y: 72 }, { x: 13, y: 72 }, { x: 33, y: 5.5 }, { x: 67, y: 5.5 }, { x: 90.5, y: 46 }, { x: 9.5, y: 46 },
];

/** Evenly around the home, with room for one more at the bottom. @param {number} count @returns {Spot[]} */
export function around(count) {
  const places = Math.min(count, NEAR) + 1;
  return Array.from({ length: places }, (_, at) => {
    const turn = ((at / places) * 2 + 0.5) * Math.PI;
    return { x: HOME.x + REACH.x * Math.cos(turn), y: HOME.y + REACH.y * Math.sin(turn) };
  });
}

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
      const node = spot("a", `spot ${kind}`, person.name, place);
      node.setAttribute("href", `#p-${person.id}`);
      node.prepend(drawing(house.get(person.id) ?? "h1"));
      return node;
    });
  return [spot("span", "spot us", word("us"), HOME), empty, ...put(near, places, "near"), ...put(street, STREET, "far")];
}

/** @param {string} tag @param {string} kind @param {string} label @param {Spot} at */
function spot(tag, kind, label, at) {
  const node = make(tag, { class: kind, tabindex: "-1", type: tag === "button" ? "button" : undefined }, make("span", { dir: "auto" }, label));
  node.style.left = `${at.x}%`;
  node.style.top = `${at.y}%`;
  return node;
}
