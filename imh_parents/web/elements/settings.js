import { Live, define } from "../dom.js";
import { Children } from "../settings/children.js";
import { listen, showChoices } from "../settings/choices.js";
import { hands } from "../settings/hands.js";

/** Instellingen: everything on this phone, to see and to change. */
class Settings extends Live {
  /** @type {Children | undefined} */
  #children;

  /** @override */
  start() {
    /** @param {string} where @returns {(words: string) => void} */
    const sayer = (where) => (words) => (this.find(where).textContent = words);
    const hand = sayer(".hands-said");
    this.#children = new Children(this, sayer(".said"));
    listen(this, (kept) => hand(kept ? "" : this.word("full")));
    hands(this, hand);
  }

  /** @override */
  show() {
    showChoices(this);
    this.#children?.show();
  }
}

define("imh-settings", Settings);
