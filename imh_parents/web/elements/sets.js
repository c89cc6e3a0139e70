import { Live, define, drawing, locale, make, root } from "../dom.js";
import { read } from "../store.js";
import { book, told } from "../set-book.js";
import { decode } from "../set-code.js";

/** @import { Kept } from "../shape.js" */
/** @import { Book } from "../set-book.js" */

/** The nurse's sets that this phone keeps, the newest first. Nothing at all where there is none and no words for that. */
class Sets extends Live {
  /** @override */
  show() {
    const { sets } = read();
    const empty = this.querySelector(".empty");
    empty?.toggleAttribute("hidden", sets.length > 0);
    this.hidden = !sets.length && !empty;
    if (sets.length) void this.#list(sets);
    else this.find(".rows").replaceChildren();
  }

  /** @param {Kept[]} sets */
  async #list(sets) {
    const rows = await book().catch(() => null);
    this.find(".rows").replaceChildren(...sets.map((kept) => this.#row(kept, rows)));
  }

  /** @param {Kept} kept @param {Book | null} rows */
  #row({ code, on }, rows) {
    const { set } = decode(code);
    const moment = told(rows?.moments[set?.moment ?? 0]?.title);
    const count = set?.cards.length ?? 0;
    const day = new Intl.DateTimeFormat(locale(), { dateStyle: "long", timeZone: "UTC" }).format(new Date(on));
    const line = `${this.word(count === 1 ? "card" : "cards", { n: count })} · ${this.word("on", { day })}`;
    const words = make("span", { class: "words" }, make("strong", {}, moment ? this.word("at", { moment }) : this.word("set")), make("span", { class: "small soft" }, line));
    return make("li", {}, make("a", { class: "row-tile", href: `/${root.lang}/set/#${code}` }, drawing("leeg-bewaard"), make("span", {}, words)));
  }
}

define("imh-sets", Sets);
