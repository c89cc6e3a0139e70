/**
 * One of the family's own people, as ui/help.py draws who can help.
 * @import { Person } from "./shape.js"
 */
import { drawing, icon, make } from "./dom.js";
import { hash } from "./hash.js";
import { dial, smsLink } from "./reach.js";

const HOUSES = 6;

/** A house for each, always the same one and as different as there are houses; with light where you can call. @param {Person[]} people */
export function houses(people) {
  /** @type {Set<number>} */
  const taken = new Set();
  return new Map(
    people.map(({ id, phone }) => {
      if (taken.size === HOUSES) taken.clear();
      let number = hash(id) % HOUSES;
      while (taken.has(number)) number = (number + 1) % HOUSES;
      taken.add(number);
      return [id, `h${number + 1}${dial(phone) ? "" : "-uit"}`];
    }),
  );
}

/** Those you know first, as they were written down. @param {Person[]} people */
export const nearFirst = (people) => [...people.filter(({ ring }) => ring === "dichtbij"), ...people.filter(({ ring }) => ring !== "dichtbij")];

/** Call and message. @param {Person} person @param {(key: string, values: {name: string}) => string} word */
export function acts({ name, phone }, word) {
  const buttons = make("span", { class: "acts" });
  if (dial(phone)) {
    buttons.append(
      make("a", { class: "btn ring", href: `tel:${dial(phone)}`, "aria-label": word("call", { name }) }, icon("bel")),
      make("a", { class: "btn ring quiet", href: smsLink(phone), "aria-label": word("write", { name }) }, icon("bericht")),
    );
  }
  return buttons;
}

/** A row on a card. @param {Person} person @param {string} house @param {(key: string, values: {name: string}) => string} word */
export function personRow(person, house, word) {
  const words = make("span", {}, make("strong", { dir: "auto" }, person.name));
  if (person.role) words.append(make("span", { class: "small soft", dir: "auto" }, person.role));
  return make("li", { class: "who" }, drawing(house), words, acts(person, word));
}
