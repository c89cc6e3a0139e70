import { loaded, search } from "../card-search.js";
import { cardRow } from "../cards.js";
import { Live, define } from "../dom.js";

/** @import { CardRow } from "../pick.js" */

const PAUSE = 150; // milliseconds without a key before we look

/** Finds cards on the phone itself. What is typed goes nowhere, not even into the address. */
class Search extends Live {
  #turn = 0;

  /** @override */
  start() {
    const field = this.find("input");
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    let timer;
    field.addEventListener("focus", () => loaded().catch(() => undefined));
    field.addEventListener("input", () => {
      clearTimeout(timer);
      timer = setTimeout(() => void this.#look(field.value), PAUSE);
    });
    this.find("form").addEventListener("submit", (/** @type {SubmitEvent} */ event) => {
      event.preventDefault();
      clearTimeout(timer);
      field.blur(); // the keyboard makes room for what is found
      void this.#look(field.value);
    });
    if (field.value) void this.#look(field.value); // the browser filled it in again
  }

  /** @param {string} asked */
  async #look(asked) {
    const turn = ++this.#turn;
    if (!asked.trim()) return this.#tell([], "");
    try {
      const found = await search(asked);
      if (turn !== this.#turn) return;
      this.#tell(found, found.length > 1 ? this.word("many", { n: found.length }) : this.word(found.length ? "one" : "none"));
    } catch {
      this.#tell([], this.word("broken"));
    }
  }

  /** @param {CardRow[]} found @param {string} words */
  #tell(found, words) {
    this.find(".rows").replaceChildren(...found.map((card) => cardRow(card, this.word("dutch"))));
    this.find(".count").textContent = words;
  }
}

define("imh-search", Search);
