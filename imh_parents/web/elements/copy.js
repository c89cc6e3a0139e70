import { Live, define } from "../dom.js";

/** Puts a text of this page on the clipboard. */
class Copy extends Live {
  /** @override */
  start() {
    this.find("button").addEventListener("click", () => void this.#copy());
  }

  async #copy() {
    const said = this.find(".said");
    const paragraphs = document.getElementById(this.word("from"))?.querySelectorAll("p") ?? [];
    try {
      await navigator.clipboard.writeText([...paragraphs].map((one) => one.textContent).join("\n\n"));
      said.textContent = this.word("copied");
    } catch {
      said.textContent = this.word("broken");
    }
  }
}

define("imh-copy", Copy);
