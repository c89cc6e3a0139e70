/** The card on which somebody is written down or changed. @import { Person } from "../shape.js" */
import { newId } from "../dom.js";
import { NUMBER, tidied } from "../reach.js";

/** @typedef {HTMLInputElement} Input */
/** @typedef {Record<"name" | "phone" | "role" | "note" | "place", Input> & {ring: RadioNodeList}} Fields */

export class Card {
  /** @type {string} */ #id = "";

  /**
   * @param {HTMLDialogElement} dialog
   * @param {{word: (key: string, values?: {name: string}) => string, keep: (person: Person, fresh: boolean) => void, remove: (id: string) => void}} host
   */
  constructor(dialog, host) {
    this.dialog = dialog;
    this.host = host;
    this.form = /** @type {HTMLFormElement} */ (dialog.querySelector("form"));
    this.fields = /** @type {Fields} */ (/** @type {unknown} */ (this.form.elements));
    this.form.noValidate = true; // our own words say what is wrong
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#keep();
    });
    this.form.addEventListener("change", () => this.#roles());
    this.find(".close").addEventListener("click", () => dialog.close());
    this.find(".remove").addEventListener("click", () => {
      dialog.close();
      host.remove(this.#id);
    });
    this.find(".pick").hidden = !navigator.contacts?.select;
    this.find(".pick").addEventListener("click", () => void this.#pick());
  }

  /** @param {string} selector */
  find = (selector) => /** @type {HTMLElement} */ (this.dialog.querySelector(selector));

  /** @param {Person | null} person @param {Partial<Person>} [given] what is known of somebody new */
  open(person, given = {}) {
    const { name = "", phone = "", role = "", note = "", place = "", ring = "dichtbij", id = "" } = person ?? given;
    this.#id = id;
    for (const [key, value] of Object.entries({ name, phone, role, note, place })) /** @type {any} */ (this.fields)[key].value = value;
    this.fields.ring.value = ring;
    this.#wrong(null);
    this.#roles();
    this.find("h2").textContent = person ? this.host.word("edit", person) : this.host.word("new");
    this.find("[type=submit]").textContent = this.host.word(person ? "keep" : "put");
    this.find(".remove").hidden = !person;
    this.find("details").toggleAttribute("open", Boolean(note || place));
    this.dialog.showModal();
    this.dialog.scrollTop = 0;
    if (person) this.find("h2").focus();
    else this.fields.name.focus();
  }

  /** What is proposed for who they are depends on the ring. */
  #roles() {
    this.fields.role.setAttribute("list", `wat-${this.fields.ring.value}`);
  }

  #keep() {
    const text = (/** @type {Input} */ field) => field.value.trim();
    const { name, phone, role, note, place, ring } = this.fields;
    const number = tidied(phone.value);
    this.#wrong(!text(name) ? name : NUMBER.test(number) ? null : phone);
    if (!text(name) || !NUMBER.test(number)) return;
    /** @type {Person} */
    const person = { id: this.#id || newId(), name: text(name), phone: number, ring: ring.value === "rond" ? "rond" : "dichtbij", role: text(role) };
    if (text(note)) person.note = text(note);
    if (text(place)) person.place = text(place);
    this.dialog.close();
    this.host.keep(person, !this.#id);
  }

  /** Under the field that cannot stay so, why. @param {Input | null} field */
  #wrong(field) {
    for (const one of [this.fields.name, this.fields.phone]) {
      one.setAttribute("aria-invalid", String(one === field));
      this.find(`#${one.id}-fout`).textContent = one === field ? this.host.word(`bad-${one.name}`) : "";
    }
    field?.focus();
  }

  /** From the phone's own list: one person, chosen by the parent, put in the form to look at first. */
  async #pick() {
    try {
      const [found] = (await navigator.contacts?.select(["name", "tel"])) ?? [];
      if (!found) return;
      this.fields.name.value = (found.name?.[0] ?? "").slice(0, 60);
      this.fields.phone.value = tidied(found.tel?.[0] ?? "").replace(/[^0-9+ ()./-]/g, "").slice(0, 24);
      this.fields.name.focus();
    } catch {
      // closed or refused: the form is still there
    }
  }
}
