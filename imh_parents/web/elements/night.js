import { Live, define, root } from "../dom.js";
import { turn } from "../dress.js";

/** The button for the night; its label says what a press will do. */
class Night extends Live {
  /** @override */
  start() {
    this.addEventListener("click", turn);
    new MutationObserver(() => this.show()).observe(root, { attributeFilter: ["data-theme"] });
  }

  /** @override */
  show() {
    this.find("button").setAttribute("aria-label", this.word(root.dataset.theme === "night" ? "on" : "off"));
  }
}

define("imh-night", Night);
