import MiniSearch from "minisearch";
import { cardRow, cards, file } from "../cards.js";
import { Live, define } from "../dom.js";
import { SEARCH, worthwhile } from "../words.js";

/** @import { CardRow } from "../pick.js" */

const PAUSE = 150; // milliseconds without a key before we look

/** Finds cards on the phone itself. What is typed goes nowhere, not even into the address. */
class Search extends Live {
  /** @type {Promise<{index: MiniSearch, all: Map<string, CardRow>}> | null} */
  #ready = null;
  #turn = 0;

  /** @override */
  start() {
    const field = this.find("input");
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    let timer;
    field.addEventListener("focus", () => this.#load().catch(() => undefined));
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

  #load() {
    this.#ready ??= Promise.all([cards(), file("zoek")]).then(async ([rows, texts]) => {
      const index = new MiniSearch(SEARCH);
      await index.addAllAsync(texts, { chunkSize: 10 });
      return { index, all: new Map(rows.map((row) => [row.slug, row])) };
    });
    this.#ready.catch(() => (this.#ready = null));
    return this.#ready;
  }

  /** @param {string} asked */
  async #look(asked) {
    const turn = ++this.#turn;
    const results = this.find(".results");
    if (!asked.trim()) return void (results.hidden = true);
    try {
      const { index, all } = await this.#load();
      if (turn !== this.#turn) return;
      const found = worthwhile(/** @type {any} */ (index.search(asked))).flatMap((slug) => all.get(slug) ?? []);
      this.find(".rows").replaceChildren(...found.map((card) => cardRow(card, this.word("dutch"))));
      this.find(".count").textContent = found.length > 1 ? this.word("many", { n: found.length }) : this.word(found.length ? "one" : "none");
    } catch {
      this.find(".rows").replaceChildren();
      this.find(".count").textContent = this.word("broken");
    }
    results.hidden = false;
  }
}

define("imh-search", Search);
