import { Live, define, make } from "../dom.js";
import { share } from "../share.js";

/** Shares the clean address of this page: nothing about who sends it. */
class Share extends Live {
  #said = make("span", { class: "said", role: "status" });

  /** @override */
  start() {
    this.append(this.#said);
    this.addEventListener("click", () => void this.#share());
  }

  async #share() {
    const canonical = document.querySelector('link[rel="canonical"]')?.getAttribute("href");
    const url = new URL(canonical ?? location.pathname, location.origin).href;
    if (await share({ title: this.word("title"), url })) return;
    try {
      await navigator.clipboard.writeText(url);
      this.#said.textContent = this.word("copied");
    } catch {
      this.#said.textContent = url; // no clipboard: the address itself, to copy by hand
    }
    setTimeout(() => this.#said.replaceChildren(), 8000);
  }
}

define("imh-share", Share);
