import { Live, define } from "../dom.js";
import { change, read } from "../store.js";

/** Keeps a card on this phone, or lets it go. */
class Save extends Live {
  /** @override */
  start() {
    this.addEventListener("click", () => {
      const slug = this.word("slug");
      const had = read().saved.includes(slug);
      change((draft) => {
        const others = draft.saved.filter((one) => one !== slug);
        draft.saved = had ? others : [slug, ...others];
      });
    });
  }

  /** @override */
  show() {
    const saved = read().saved.includes(this.word("slug"));
    const button = this.find("button");
    button.setAttribute("aria-label", this.word("save"));
    button.setAttribute("aria-pressed", String(saved));
    button.title = saved ? this.word("saved") : "";
  }
}

define("imh-save", Save);
