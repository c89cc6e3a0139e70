/**
 * "Klopt niet?": sends which place and the reason that was chosen, and nothing else.
 * @import { Service } from "./match.js"
 * @import { Word } from "./row.js"
 */
import { make } from "../dom.js";

/** As village/api.py takes them; the words are data-<reason> on the page. */
const REASONS = ["nummer-klopt-niet", "adres-klopt-niet", "uren-kloppen-niet", "bestaat-niet-meer", "iets-anders"];

/** @param {Service} service @param {Word} word */
export function reportRow({ id, name }, word) {
  const said = make("p", { class: "said", role: "status" });
  const buttons = REASONS.map((reason) => {
    const button = make("button", { type: "button", class: "chip" }, word(reason));
    button.addEventListener("click", () => void send({ id, reason }, said, word));
    return make("li", {}, button);
  });
  const summary = make("summary", { "aria-label": `${word("wrong")} ${name}` }, make("span", {}, word("wrong")));
  return make("details", { class: "wrong" }, summary, make("p", { class: "small soft" }, word("wrong-lead")), make("ul", { class: "chips" }, ...buttons), said);
}

/** @param {{id: string, reason: string}} what @param {HTMLElement} said @param {Word} word */
async function send(what, said, word) {
  said.textContent = "";
  try {
    const answer = await fetch("/api/village/reports", {
      method: "POST",
      headers: { "content-type": "application/json" },
      credentials: "omit",
      body: JSON.stringify(what),
    });
    if (!answer.ok) throw new Error(String(answer.status));
    said.textContent = word("thanks");
    said.tabIndex = -1;
    said.focus({ preventScroll: true }); // the button that was pressed goes away
    said.previousElementSibling?.remove();
  } catch {
    said.textContent = word("not-sent");
  }
}
