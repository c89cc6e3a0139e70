/**
 * One of the family's own people, as ui/help.py draws who can help.
 * @import { Person } from "./shape.js"
 */
import { drawing, icon, make } from "./dom.js";
import { dial, smsLink } from "./reach.js";

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
