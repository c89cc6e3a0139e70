import { cardRow, cards } from "../cards.js";
import { Live, define, make } from "../dom.js";
import { read } from "../store.js";

/** The cards this phone saved. With a nurse's set below them, nobody says that there is nothing. */
class Saved extends Live {
  #said = make("p", { class: "said", role: "status" });

  /** @override */
  start() {
    this.append(this.#said);
  }

  /** @override */
  show() {
    const { saved, sets } = read();
    this.find(".empty").hidden = saved.length + sets.length > 0;
    if (saved.length) void this.#list(saved);
    else this.find(".rows").replaceChildren();
  }

  /** @param {string[]} saved */
  async #list(saved) {
    try {
      const all = new Map((await cards()).map((card) => [card.slug, card]));
      const rows = saved.flatMap((slug) => all.get(slug) ?? []).map((card) => cardRow(card, this.word("dutch")));
      this.find(".rows").replaceChildren(...rows);
      this.find(".empty").hidden = rows.length + read().sets.length > 0;
      this.#said.textContent = "";
    } catch {
      this.#said.textContent = this.word("broken");
    }
  }
}

define("imh-saved", Saved);
