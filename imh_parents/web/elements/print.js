import { Live, define } from "../dom.js";

/** Prints this page. */
class Print extends Live {
  /** @override */
  start() {
    this.addEventListener("click", () => print());
  }
}

define("imh-print", Print);
