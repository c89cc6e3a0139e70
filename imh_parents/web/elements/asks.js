import { ageOf, place } from "../child.js";
import { today } from "../day.js";
import { Live, define, make } from "../dom.js";
import { nearFirst } from "../people.js";
import { dial, smsLink, whatsappLink } from "../reach.js";
import { share } from "../share.js";
import { read } from "../store.js";

/** Ready requests: a tap opens the words to change, and the ways to send them. Nothing of it is kept. */
class Asks extends Live {
  #dutch = "";

  /** @override */
  start() {
    this.addEventListener("click", (event) => {
      const ask = /** @type {Element} */ (event.target).closest("a.ask");
      if (!ask) return;
      event.preventDefault();
      this.#open(ask);
    });
    const form = this.find("form");
    form.addEventListener("submit", (/** @type {Event} */ event) => event.preventDefault());
    form.addEventListener("input", () => this.#aim());
    this.find(".close").addEventListener("click", () => this.find("dialog").close());
    this.find(".in-dutch-too").addEventListener("click", () => {
      this.#write(this.#dutch);
      this.#words.focus();
    });
    this.find(".share").hidden = !navigator.share;
    this.find(".share").addEventListener("click", () => void share({ text: this.#words.value }));
    this.#first();
  }

  /** @returns {HTMLTextAreaElement} */
  get #words() {
    return this.find("textarea");
  }

  /** The situation this child's age speaks of comes first. */
  #first() {
    const { children, current } = read();
    const child = children.find(({ id }) => id === current);
    if (!child || ageOf(child, today()).kind === "band") return;
    const days = place(child, today(), {});
    const list = [...this.querySelectorAll(".ask-list[data-from]")].find((one) => Number(one.getAttribute("data-from")) <= days && days < Number(one.getAttribute("data-to")));
    const radio = list?.previousElementSibling?.querySelector("input");
    if (radio) radio.checked = true;
  }

  /** @param {Element} ask */
  #open(ask) {
    const people = nearFirst(read().people).filter(({ phone }) => dial(phone));
    this.find(".for-whom").hidden = !people.length;
    this.find("select").replaceChildren(make("option", { value: "" }, this.word("nobody")), ...people.map(({ name, phone }) => make("option", { value: phone }, name)));
    this.#dutch = ask.getAttribute("data-nl") ?? "";
    this.#write(ask.querySelector("q")?.textContent ?? "");
    this.find("dialog").showModal();
    this.find("h2").focus(); // not the words: they can go as they are, and a keyboard would hide the buttons
  }

  /** @param {string} words */
  #write(words) {
    this.#words.value = words;
    this.#aim();
  }

  /** The links carry the words as they are now. */
  #aim() {
    const to = this.find("select").value;
    const words = this.#words.value.trim();
    this.find(".sms").href = smsLink(to, words);
    this.find(".wa").href = whatsappLink(to, words) || whatsappLink("", words || " ");
  }
}

define("imh-asks", Asks);
