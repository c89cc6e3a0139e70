import { Live, define } from "../dom.js";

/** The Dutch beside a translation. */
class Beside extends Live {
  /** @override */
  start() {
    const main = document.querySelector("main");
    this.addEventListener("click", () => {
      const on = main?.toggleAttribute("data-beside") ?? false;
      this.find("button").setAttribute("aria-pressed", String(on));
    });
  }
}

define("imh-beside", Beside);
