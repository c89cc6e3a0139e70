import { Live, define, icon, make, newId } from "../dom.js";
import { personRow } from "../person.js";
import { change, read } from "../store.js";

/** @import { Person } from "../shape.js" */

/** Mijn dorp: the people around a child, kept on this phone only. */
class Village extends Live {
  /** @override */
  start() {
    const form = this.find("form");
    form.addEventListener("submit", (/** @type {SubmitEvent} */ event) => {
      event.preventDefault();
      this.#add(form);
    });
    if (navigator.contacts?.select && this.word("pick")) {
      const button = make("button", { type: "button", class: "btn quiet" }, icon("jij"), this.word("pick"));
      button.addEventListener("click", () => void this.#pick(form));
      form.prepend(button);
    }
  }

  /** @override */
  show() {
    const { people } = read();
    this.find(".empty").hidden = people.length > 0;
    this.find(".people").replaceChildren(...people.map((person, index) => this.#row(person, index)));
  }

  /** @param {Person} person @param {number} index */
  #row(person, index) {
    const remove = make("button", { type: "button", class: "btn ring quiet remove", "aria-label": this.word("remove", person) }, icon("wis"));
    remove.addEventListener("click", () => this.#remove(person, index));
    return personRow(person, index, (key, values) => this.word(key, values), remove);
  }

  /** @param {HTMLFormElement} form */
  #add(form) {
    const field = fields(form);
    const person = { id: newId(), name: field.name.value.trim(), phone: field.phone.value.trim() };
    if (!person.name) return field.name.focus();
    const kept = change((draft) => void draft.people.push(person));
    this.find(".said").textContent = this.word(kept ? "added" : "full", person);
    form.reset();
    field.name.focus();
  }

  /** @param {Person} person @param {number} index */
  #remove(person, index) {
    const kept = change((draft) => void (draft.people = draft.people.filter(({ id }) => id !== person.id)));
    this.find(".said").textContent = this.word(kept ? "removed" : "full", person);
    const left = this.querySelectorAll(".remove");
    /** @type {HTMLElement} */ (left[Math.min(index, left.length - 1)] ?? this.find("#wie")).focus();
  }

  /** From the phone's own list: one person, chosen by the parent, put in the form to look at first. @param {HTMLFormElement} form */
  async #pick(form) {
    try {
      const [found] = (await navigator.contacts?.select(["name", "tel"])) ?? [];
      if (!found) return;
      const field = fields(form);
      field.name.value = (found.name?.[0] ?? "").slice(0, 60);
      field.phone.value = (found.tel?.[0] ?? "").replace(/[^0-9+ ()./-]/g, "").slice(0, 24);
      field.name.focus();
    } catch {
      // closed or refused: the form is still there
    }
  }
}

/** @param {HTMLFormElement} form @returns {Record<"name" | "phone", HTMLInputElement>} */
const fields = (form) => ({ name: /** @type {any} */ (form.elements).name, phone: /** @type {any} */ (form.elements).phone });

define("imh-village", Village);
