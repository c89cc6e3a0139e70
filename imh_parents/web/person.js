/**
 * One of the family's own people, as ui/help.py draws who can help.
 * @import { Person } from "./shape.js"
 */
import { drawing, icon, make } from "./dom.js";

const HOUSES = ["h2", "h5", "h1", "h6", "h3", "h4"];

/**
 * @param {Person} person @param {number} index
 * @param {(key: string, values: {name: string}) => string} word
 * @param {...Node} more buttons after the two for the phone
 */
export function personRow({ name, phone }, index, word, ...more) {
  const number = phone.replace(/[^\d+]/g, "");
  const words = make("span", {}, make("strong", { dir: "auto" }, name));
  if (phone) words.append(make("span", { class: "small soft" }, make("span", { dir: "ltr" }, phone)));
  const acts = make("span", { class: "acts" });
  if (number) {
    acts.append(
      make("a", { class: "btn ring", href: `tel:${number}`, "aria-label": word("call", { name }) }, icon("bel")),
      make("a", { class: "btn ring quiet", href: `sms:${number}`, "aria-label": word("write", { name }) }, icon("bericht")),
    );
  }
  acts.append(...more);
  return make("li", { class: "who" }, drawing(HOUSES[index % HOUSES.length] ?? "h1"), words, acts);
}
