import { cardRow, cards } from "../cards.js";
import { today } from "../day.js";
import { Live, define, drawing, icon, make, root } from "../dom.js";
import { placeRow } from "../finder/row.js";
import { countOpening } from "../nurse/opened.js";
import { placesOf } from "../nurse/places.js";
import { besideDutch, book, noteTexts, told } from "../set-book.js";
import { decode } from "../set-code.js";
import { MOST, isFull } from "../shape.js";
import { share } from "../share.js";
import { change, read } from "../store.js";
import { carryHash } from "../tongues.js";
import { offerBack, putBack } from "../undo.js";

/** @import { CardRow } from "../pick.js" */
/** @import { Book, BookLine, Tongues } from "../set-book.js" */
/** @import { NurseSet } from "../set-code.js" */

const NOW = "nu"; // on stickers: whatever fits the child today
const HOUSES = ["h3", "h5", "h2", "h1"];

/** A set that came in a link. It is read here; it is kept only when the parent says so, and nothing of it is sent. */
class NurseSetElement extends Live {
  #code = "";
  #word = (/** @type {string} */ key, /** @type {Record<string, string | number>} */ values = {}) => this.word(key, values);

  /** @override */
  start() {
    addEventListener("hashchange", () => void this.#open());
    this.find(".keep").addEventListener("click", () => this.#keep());
    this.find(".drop").addEventListener("click", () => this.#drop());
    this.find(".share").addEventListener("click", () => void this.#share());
    void this.#open();
  }

  /** @override */
  show() {
    const kept = read().sets.some(({ code }) => code === this.#code);
    this.find(".keep").hidden = kept;
    this.find(".drop").hidden = !kept;
  }

  async #open() {
    const asked = location.hash.slice(1);
    if (document.getElementById(asked)) return; // the way past the top of the page
    this.#code = asked;
    carryHash();
    this.find(".opened").hidden = true;
    this.find(".why").textContent = this.find(".said").textContent = "";
    // Vandaag knows the child, or asks the age: an address that is the same for everybody
    if (this.#code === NOW) return location.replace(`/${root.lang}/`);
    if (!this.#code) return;
    const { set, team, fault } = decode(this.#code);
    if (!set) return void (this.find(".why").textContent = this.word(fault));
    try {
      const [rows, all] = await Promise.all([book(), cards()]);
      this.#fill(set, rows, new Map(all.map((card) => [card.slug, card])));
      this.show();
      this.find(".opened").hidden = false;
      this.find(".counted").hidden = !team;
      if (team) countOpening(team, today());
      await this.#places(set.places, rows);
    } catch {
      this.find(".why").textContent = this.word("broken");
    }
  }

  /** @param {NurseSet} set @param {Book} rows @param {Map<string, CardRow>} all */
  #fill(set, rows, all) {
    const moment = told(rows.moments[set.moment]?.title);
    const found = set.cards.flatMap((number) => all.get(rows.cards[number]?.slug ?? "") ?? []);
    const lines = set.lines.flatMap((number) => rows.lines[number] ?? []);
    const note = noteTexts(rows, set.note);
    this.find(".moment").replaceChildren(moment ? this.word("chosen-at", { moment }) : this.word("chosen"), ...this.#other(set.language));
    this.find(".note").hidden = !note;
    this.find(".note").replaceChildren(...(note ? [told(note), ...beside(note)] : []));
    this.find(".rows").replaceChildren(...found.map((card) => this.#card(card, rows)));
    this.find(".gone").textContent = found.length + lines.length < set.cards.length + set.lines.length ? this.word("gone") : "";
    this.find(".set-places").hidden = true;
    this.find(".set-help").hidden = !lines.length;
    this.find(".whos").replaceChildren(...lines.map((line, index) => this.#line(line, HOUSES[index % HOUSES.length] ?? "h3")));
  }

  /** A way to the language the nurse chose, where this page speaks another. @param {string} language */
  #other(language) {
    const name = new Map(this.word("languages").split(" ").map((row) => /** @type {[string, string]} */ (row.split("=")))).get(language);
    if (!name || language === root.lang) return [];
    return [make("br"), this.word("other"), " ", make("a", { href: `/${language}/set/#${this.#code}`, lang: language, hreflang: language }, name)];
  }

  /** @param {CardRow} card @param {Book} rows */
  #card(card, rows) {
    const row = cardRow(card, this.word("dutch"));
    const title = Object.values(rows.cards).find(({ slug }) => slug === card.slug)?.title;
    row.querySelector(".words")?.append(...beside(title));
    return row;
  }

  /** A province file comes after the cards, and where it does not come the cards are there. @param {number[]} numbers @param {Book} rows */
  async #places(numbers, rows) {
    if (!numbers.length) return;
    const code = this.#code;
    const found = await placesOf(rows, numbers).catch(() => null);
    if (code !== this.#code) return;
    this.find(".set-places").hidden = false;
    this.find(".places").replaceChildren(...(found ?? []).map(({ service }) => placeRow({ service }, this.#word)));
    this.find(".no-place").textContent = !found ? this.word("places-later") : found.length < numbers.length ? this.word("place-gone") : "";
  }

  /** @param {BookLine} line @param {string} house */
  #line(line, house) {
    const name = told(line.name);
    const call = line.href.startsWith("tel:");
    const outside = call ? {} : { rel: "noopener noreferrer", target: "_blank" };
    const button = make("a", { class: "btn ring", href: line.href, "aria-label": this.word(call ? "call-line" : "site-line", { name }), ...outside }, icon(call ? "bel" : "wereld"));
    const small = make("span", { class: "small soft" }, ...(line.number ? [make("bdi", { dir: "ltr" }, line.number), ". "] : []), told(line.what));
    const acts = make("span", { class: "acts" }, ...(line.href ? [button] : []));
    return make("li", { class: "who" }, drawing(house), make("span", {}, make("strong", {}, name), ...beside(line.name), small), acts);
  }

  #keep() {
    if (isFull(read(), "sets")) return this.#say("most", { n: MOST.sets });
    const [code, on] = [this.#code, today()];
    const kept = change((draft) => void (draft.sets = [{ code, on }, ...draft.sets.filter((row) => row.code !== code)]));
    this.#say(kept ? "kept" : "full");
    if (kept) this.find(".drop").focus();
  }

  #drop() {
    const { sets } = read();
    const at = sets.findIndex(({ code }) => code === this.#code);
    const set = sets[at];
    if (!set) return;
    if (!change((draft) => void (draft.sets = draft.sets.filter(({ code }) => code !== set.code)))) return this.#say("full");
    offerBack(this.find(".said"), { gone: this.word("dropped"), back: this.word("undo") }, () => {
      this.#say(change((draft) => putBack(draft.sets, set, at, ({ code }) => code)) ? "back" : "full");
      this.find(".drop").focus();
    });
  }

  async #share() {
    const url = `${location.origin}/${root.lang}/set/#${this.#code}`;
    if (await share({ title: this.word("title"), url })) return;
    try {
      await navigator.clipboard.writeText(url);
      this.#say("copied");
    } catch {
      this.find(".said").textContent = url; // no clipboard: the address itself, to copy by hand
    }
  }

  /** @param {string} key @param {Record<string, string | number>} [values] */
  #say(key, values) {
    this.find(".said").textContent = this.word(key, values);
  }
}

/** The Dutch under words in another language. @param {Tongues | undefined} texts */
function beside(texts) {
  const dutch = besideDutch(texts);
  return dutch ? [make("span", { class: "small soft dutch", lang: "nl", dir: "ltr" }, dutch)] : [];
}

define("imh-set", NurseSetElement);
