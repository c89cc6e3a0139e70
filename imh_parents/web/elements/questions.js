import { Live, define, icon, make, newId } from "../dom.js";
import { qr } from "../qr.js";
import { LONGEST_QUESTION, isFull } from "../shape.js";
import { change, read } from "../store.js";
import { offerBack, putBack } from "../undo.js";

/** @import { Question } from "../shape.js" */

/** What a parent wants to ask the next time: on this phone, and shown from it. */
class Questions extends Live {
  /** @override */
  start() {
    const form = this.find("form.field");
    form.addEventListener("submit", (/** @type {SubmitEvent} */ event) => {
      event.preventDefault();
      this.#add(form.elements.text);
    });
    this.find(".show-all").addEventListener("click", () => this.#open());
  }

  /** @override */
  show() {
    const { questions } = read();
    this.find(".asked").replaceChildren(...questions.map((question, index) => this.#row(question, index)));
    this.find(".empty-line").hidden = questions.length > 0;
    this.find(".show-all").hidden = !questions.length;
  }

  /** @param {Question} question @param {number} index */
  #row(question, index) {
    const remove = make("button", { type: "button", class: "tool remove", "aria-label": this.word("remove", { text: question.text }) }, icon("wis"));
    remove.addEventListener("click", () => this.#remove(question, index));
    return make("li", {}, make("span", { dir: "auto" }, question.text), remove);
  }

  /** @param {HTMLTextAreaElement} field */
  #add(field) {
    const text = field.value.replace(/\s+/g, " ").trim().slice(0, LONGEST_QUESTION);
    if (!text) return field.focus();
    if (isFull(read(), "questions")) return this.#say("most");
    const question = { id: newId(), text };
    this.#say(change((draft) => void draft.questions.push(question)) ? "added" : "full");
    field.value = "";
    field.focus();
  }

  /** @param {Question} question @param {number} index */
  #remove(question, index) {
    if (!change((draft) => void (draft.questions = draft.questions.filter(({ id }) => id !== question.id)))) {
      this.#say("full");
      return this.#focus(index);
    }
    offerBack(this.find(".said"), { gone: this.word("removed"), back: this.word("undo") }, () => {
      this.#say(change((draft) => putBack(draft.questions, question, index, ({ id }) => id)) ? "back" : "full");
      this.#focus(index);
    });
  }

  /** @param {number} index */
  #focus(index) {
    const rows = this.querySelectorAll(".remove");
    /** @type {HTMLElement} */ (rows[Math.min(index, rows.length - 1)] ?? this.find("textarea")).focus();
  }

  /** Large, to read over a shoulder, and as a code whose words the nurse's camera shows. */
  #open() {
    const texts = read().questions.map(({ text }) => text);
    this.find(".asked-big").replaceChildren(...texts.map((text) => make("li", { dir: "auto" }, text)));
    try {
      this.find(".qr").replaceChildren(qr(texts.map((text) => `- ${text}`).join("\n"), "M"));
    } catch {
      this.find(".qr").replaceChildren(); // too much for a code: the words themselves stand above
    }
    this.find("dialog").showModal();
    this.find("dialog h2").focus(); // the questions come before the button
  }

  /** @param {string} key */
  #say(key) {
    this.find(".said").textContent = this.word(key);
  }
}

define("imh-questions", Questions);
