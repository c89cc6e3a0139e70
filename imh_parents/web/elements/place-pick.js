import { Live, define, make } from "../dom.js";
import { findPlaces } from "../nurse/find.js";
import { placesIn, townNames } from "../nurse/places.js";
import { foundPlace } from "../nurse/rows.js";
import { book } from "../set-book.js";

/** @import { Numbered } from "../nurse/places.js" */

const MOST = 6; // more than a phone shows without scrolling helps nobody

/** Finds a place by province and a few letters. Says `pick`, with what was pressed, to the element around it. */
class PlacePick extends Live {
  #word = (/** @type {string} */ key, /** @type {Record<string, string | number>} */ values = {}) => this.word(key, values);

  /** @override */
  start() {
    this.find("select").addEventListener("change", () => void this.#look());
    this.find("input").addEventListener("input", () => void this.#look());
    this.find("form").addEventListener("submit", (/** @type {SubmitEvent} */ event) => event.preventDefault());
  }

  async #look() {
    const [home, asked] = [this.find("select").value, this.find("input").value.trim()];
    try {
      const found = home && asked ? findPlaces(await placesIn(await book(), home), await townNames(), asked) : [];
      if (home !== this.find("select").value || asked !== this.find("input").value.trim()) return; // somebody typed on
      this.#list(found, home && asked && !found.length ? "nothing" : "");
    } catch {
      this.#list([], "broken");
    }
  }

  /** @param {Numbered[]} found @param {string} said */
  #list(found, said) {
    const rows = found.slice(0, MOST).map((one) => foundPlace(one.service, this.#word, () => this.#pick(one)));
    const more = found.length > MOST ? this.word("more", { n: found.length - MOST }) : said && this.word(said);
    this.find(".found").replaceChildren(...rows, ...(more ? [make("li", { class: "small soft" }, more)] : []));
  }

  /** @param {Numbered} detail */
  #pick(detail) {
    this.find("input").value = "";
    this.find(".found").replaceChildren();
    this.find("input").focus();
    this.dispatchEvent(new CustomEvent("pick", { detail, bubbles: true }));
  }
}

define("imh-place-pick", PlacePick);
