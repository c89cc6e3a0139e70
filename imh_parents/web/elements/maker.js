import { cards } from "../cards.js";
import { Live, define, make, root } from "../dom.js";
import { added, blank, isFull, linkOf, raised, removed } from "../nurse/draft.js";
import { findCards } from "../nurse/find.js";
import { placesOf } from "../nurse/places.js";
import { cardItem, foundItem, lineItem, placeItem } from "../nurse/rows.js";
import { qr } from "../qr.js";
import { book, noBook, noteTexts, told } from "../set-book.js";
import { tidyNote } from "../set-code.js";

/** @import { CardRow } from "../pick.js" */
/** @import { Service } from "../finder/match.js" */
/** @import { Part } from "../nurse/draft.js" */
/** @import { Numbered } from "../nurse/places.js" */
/** @import { Book } from "../set-book.js" */
/** @import { NurseSet } from "../set-code.js" */

const ADD = /^(add|line|place)=([\w-]+)$/; // a card by its slug, a help line or a place by its number

/** Where a nurse makes a set. All of it happens here; the link holds the set behind its #. */
class Maker extends Live {
  /** @type {NurseSet} */
  #set = blank(root.lang);
  /** @type {Record<string, {title: string, say: string, set: Omit<NurseSet, "language">}>} */
  #ready = {};
  #say = "";
  /** @type {CardRow[]} */
  #all = [];
  /** @type {Book} */
  #book = noBook();
  /** The places seen here, by their number. @type {Map<number, Service>} */
  #places = new Map();
  #word = (/** @type {string} */ key, /** @type {Record<string, string | number>} */ values = {}) => this.word(key, values);

  /** @override */
  start() {
    this.#ready = JSON.parse(this.word("ready") || "{}");
    this.#listen();
    addEventListener("hashchange", () => this.#begin());
    Promise.all([cards(), book()]).then(([all, rows]) => {
      [this.#all, this.#book] = [all, rows];
      this.#begin();
    }, () => void (this.find(".sub").textContent = this.word("broken")));
  }

  #listen() {
    for (const button of [this.find(".code"), this.find(".large")]) button.addEventListener("click", () => this.find("dialog").showModal());
    this.find(".copy").addEventListener("click", () => void this.#copy());
    this.find(".print").addEventListener("click", () => print());
    this.find("#kaart").addEventListener("input", () => this.#look());
    this.find(".add-card").addEventListener("submit", (/** @type {SubmitEvent} */ event) => event.preventDefault());
    this.find("#lijn").addEventListener("change", (/** @type {{target: HTMLSelectElement}} */ { target }) => {
      const number = Number(target.value);
      if (number) this.#help("lines", number);
      target.value = "";
    });
    this.addEventListener("pick", (event) => this.#addPlace(/** @type {CustomEvent<Numbered>} */ (event).detail));
    this.find(".note").addEventListener("input", () => this.#update({ ...this.#set, note: this.#noted() }));
    for (const choice of this.querySelectorAll("input[name=tongue]")) {
      choice.addEventListener("change", () => this.#update({ ...this.#set, language: /** @type {HTMLInputElement} */ (choice).value }));
    }
  }

  /** What the address asks for: a moment's ready set, a card to begin with, or nothing yet. */
  #begin() {
    const asked = decodeURIComponent(location.hash.slice(1));
    const ready = this.#ready[asked];
    const [, part, one] = asked.match(ADD) ?? [];
    if (asked && !ready && !part) return; // the way past the top of the page
    this.#say = ready?.say ?? "";
    const language = this.#set.language;
    this.#set = { ...blank(language), ...ready?.set, ...(one ? this.#begun(part, one) : {}) };
    void this.#fetchPlaces();
    for (const link of this.querySelectorAll(".at-moment a")) {
      if (link.getAttribute("href") === `#${asked}`) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
    this.find("#woordje").value = String(this.#set.note);
    this.find("#eigen").value = "";
    if (ready) this.find("h1").textContent = ready.title;
    else if (part) this.find("h1").textContent = this.word("title");
    this.show();
    if (part && !this.#set.cards.length) this.find("#kaart").focus();
    if (!this.#set.cards.length) return;
    scrollTo(0, 0);
    this.find(".code").focus({ preventScroll: true });
  }

  /** A set that begins with one thing. @param {string | undefined} part @param {string} one @returns {Partial<NurseSet>} */
  #begun(part, one) {
    if (part === "add") return { cards: this.#numberOf(one) };
    const rows = part === "line" ? this.#book.lines : this.#book.places;
    return { [part === "line" ? "lines" : "places"]: rows[one] ? [Number(one)] : [] };
  }

  /** @param {string} slug */
  #numberOf = (slug) => Object.keys(this.#book.cards).filter((number) => this.#book.cards[number]?.slug === slug).map(Number);

  /** @param {NurseSet} set */
  #update(set) {
    this.#set = set;
    this.show();
  }

  /** @override */
  show() {
    const { cards: chosen, lines, places, language } = this.#set;
    if (!this.#all.length) return;
    const empty = lines.length || places.length ? "needs-card" : "none";
    this.find(".sub").textContent = chosen.length ? this.word(chosen.length === 1 ? "sub-one" : "sub", { n: chosen.length }) : this.word(empty);
    this.find(".set-cards").replaceChildren(...chosen.flatMap((number, index) => this.#card(number, index)));
    this.find(".set-lines").replaceChildren(...places.flatMap((number) => this.#place(number)), ...lines.flatMap((number) => this.#line(number)));
    this.find(".noted").textContent = told(noteTexts(this.#book, this.#set.note));
    this.find(".own").hidden = this.find("#woordje").value !== this.word("own");
    for (const choice of this.querySelectorAll("input[name=tongue]")) /** @type {HTMLInputElement} */ (choice).checked = choice.getAttribute("value") === language;
    const lacking = chosen.flatMap((number) => (this.#book.cards[number]?.title[language] ? [] : (this.#book.cards[number]?.title.nl ?? [])));
    this.find(".lacks").textContent = lacking.length ? this.word("lacks", { titles: lacking.join(", ") }) : "";
    this.find(".show").hidden = !chosen.length;
    this.#leaflet();
    if (chosen.length) this.#draw();
  }

  /** A ready set lies there as a sheet of paper, as long as nothing in it is changed. */
  #leaflet() {
    const { language } = this.#set;
    const own = this.#set.cards.length ? linkOf(this.#set, "") : "";
    const [moment] = Object.entries(this.#ready).find(([, { set }]) => linkOf({ ...set, language }, "") === own) ?? [];
    const link = /** @type {HTMLAnchorElement} */ (this.find(".leaflet"));
    link.hidden = !moment;
    if (moment) link.href = this.word("leaflet", { moment, language });
  }

  #draw() {
    const link = linkOf(this.#set, location.origin);
    const { dir, scan } = JSON.parse(this.word("tongues"))[this.#set.language];
    for (const place of this.querySelectorAll(".qr")) place.replaceChildren(qr(link, "M"));
    for (const place of this.querySelectorAll(".scan")) {
      place.replaceChildren(...(this.#set.language === root.lang ? [] : [make("span", { lang: this.#set.language, dir }, scan)]));
    }
    for (const place of this.querySelectorAll(".say")) {
      place.textContent = this.#say;
      place.toggleAttribute("hidden", !this.#say);
    }
  }

  /** @param {number} number @param {number} index */
  #card(number, index) {
    const row = this.#book.cards[number];
    const card = this.#all.find(({ slug }) => slug === row?.slug);
    if (!card) return [];
    const { dir } = JSON.parse(this.word("tongues"))[this.#set.language];
    const language = this.#set.language === root.lang ? "" : this.#set.language;
    const up = () => {
      this.#update(raised(this.#set, number));
      this.find(`.set-cards li:nth-child(${index}) .up, .set-cards li:nth-child(${index}) .remove`).focus();
    };
    const remove = () => {
      this.#update(removed(this.#set, "cards", number));
      this.#tell("removed", card.title);
      this.find(`.set-cards li:nth-child(${Math.min(index + 1, this.#set.cards.length)}) .remove, #kaart`).focus();
    };
    return [cardItem(card, { titles: row?.title, language, dir }, this.#word, index ? { up, remove } : { remove })];
  }

  /** @param {number} number */
  #line(number) {
    const line = this.#book.lines[number];
    return line ? [lineItem(line, this.#word, () => this.#drop("lines", number, told(line.name)))] : [];
  }

  /** @param {number} number */
  #place(number) {
    const service = this.#places.get(number);
    return service ? [placeItem(service, this.#word, () => this.#drop("places", number, service.name))] : [];
  }

  /** @param {Exclude<Part, "cards">} part @param {number} number @param {string} title */
  #drop(part, number, title) {
    this.#update(removed(this.#set, part, number));
    this.#tell("removed", title);
    this.find(".set-lines .remove, #lijn").focus();
  }

  /** False where there is no room. @param {Exclude<Part, "cards">} part @param {number} number */
  #help(part, number) {
    const room = !isFull(this.#set, part);
    if (room) this.#update(added(this.#set, part, number));
    else this.#tell("most-help");
    return room;
  }

  /** The names of places a link began with; one that is not there any more leaves the set. */
  async #fetchPlaces() {
    const { places } = this.#set;
    if (!places.length) return;
    try {
      const found = await placesOf(this.#book, places);
      for (const { number, service } of found) this.#places.set(number, service);
      this.#update({ ...this.#set, places: this.#set.places.filter((number) => this.#places.has(number)) });
    } catch {
      this.#tell("broken");
    }
  }

  /** @param {Numbered} found */
  #addPlace({ number, service }) {
    this.#places.set(number, service);
    if (this.#help("places", number)) this.#tell("added", service.name);
  }

  #look() {
    const found = findCards(this.#all, this.find("#kaart").value);
    const nothing = this.find("#kaart").value.trim() && !found.length ? [make("li", { class: "small soft" }, this.word("nothing"))] : [];
    this.find(".found").replaceChildren(...nothing, ...found.map((card) => foundItem(card, this.#word, () => this.#add(card))));
  }

  /** @param {CardRow} card */
  #add(card) {
    if (isFull(this.#set, "cards")) return this.#tell("most");
    for (const number of this.#numberOf(card.slug)) this.#update(added(this.#set, "cards", number));
    this.#tell("added", card.title);
    this.find("#kaart").value = "";
    this.find(".found").replaceChildren();
    this.find("#kaart").focus();
  }

  #noted() {
    const { value } = this.find("#woordje");
    return value === this.word("own") ? tidyNote(this.find("#eigen").value) || 0 : Number(value);
  }

  async #copy() {
    const link = linkOf(this.#set, location.origin);
    await navigator.clipboard.writeText(link).then(() => this.#tell("copied"), () => void (this.find(".said").textContent = link));
  }

  /** @param {string} key @param {string} [title] */
  #tell(key, title = "") {
    this.find(".said").textContent = this.word(key, { title });
  }
}

define("imh-maker", Maker);
