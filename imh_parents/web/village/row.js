/**
 * One person in Mijn dorp: call and message at once, the rest behind a tap on the name.
 * @import { Person } from "../shape.js"
 */
import { drawing, icon, make } from "../dom.js";
import { acts } from "../person.js";
import { mapLink, whatsappLink } from "../reach.js";

/** @typedef {(key: string, values?: {name: string}) => string} Word */

/** @param {Person} person @param {string} house @param {Word} word @param {() => void} change */
export function villageRow(person, house, word, change) {
  const { id, name } = person;
  const more = make("div", { class: "further", id: `meer-${id}`, hidden: true }, ...further(person, word, change));
  const open = make("button", { type: "button", class: "open", "aria-expanded": "false", "aria-controls": `meer-${id}` });
  open.append(make("strong", { dir: "auto" }, name, icon("verder")));
  const line = [person.role, person.note].filter(Boolean).join(" · ");
  if (line) open.append(make("span", { class: "small soft", dir: "auto" }, line));
  open.addEventListener("click", () => {
    more.hidden = !more.hidden;
    open.setAttribute("aria-expanded", String(!more.hidden));
  });
  const buttons = acts(person, word);
  if (!buttons.childElementCount) {
    const number = make("button", { type: "button", class: "btn ring quiet", "aria-label": word("number", { name }) }, icon("plus"));
    number.addEventListener("click", change);
    buttons.append(number);
  }
  return make("li", { id: `mens-${id}` }, make("div", { class: "who" }, drawing(house), open, buttons), more);
}

/** @param {Person} person @param {Word} word @param {() => void} change */
function further({ name, phone, place }, word, change) {
  const whatsapp = phone && whatsappLink(phone);
  const edit = make("button", { type: "button", class: "chip edit", "aria-label": word("edit", { name }) }, icon("bewerk"), word("change"));
  edit.addEventListener("click", change);
  const rows = [edit];
  if (place) rows.unshift(make("a", { class: "chip", href: mapLink(place, navigator.userAgent), "aria-label": word("route", { name }) }, icon("plek"), word("way")));
  if (whatsapp) rows.unshift(make("a", { class: "chip", href: whatsapp, rel: "noopener noreferrer", target: "_blank", "aria-label": word("whatsapp", { name }) }, "WhatsApp"));
  if (phone) rows.unshift(make("bdi", { class: "small soft number", dir: "ltr" }, phone));
  return rows;
}
