import { cards } from "../cards.js";
import { Live, define, locale, make, root } from "../dom.js";
import { added, blank, draftFrom, draftOf, isFull, linkOf, raised, removed } from "../nurse/draft.js";
import { placesOf } from "../nurse/places.js";
import { readableIn } from "../nurse/readable.js";
import { cardItem, foundItem, lineItem, placeItem } from "../nurse/rows.js";
import { qr } from "../qr.js";
import { book, noBook, noteTexts, told } from "../set-book.js";
import { tidyNote } from "../set-code.js";
import { carryHash } from "../tongues.js";

/** @import { CardRow } from "../pick.js" */
/** @import { Service } from "../finder/match.js" */
/** @import { Part } from "../nurse/draft.js" */
/** @import { Numbered } from "../nurse/places.js" */
/** @import { Book } from "../set-book.js" */
/** @import { NurseSet } from "../set-code.js" */

const MOST_FOUND = 8;
const ADD = /^(add|line|place)=([\w-]+)$/; // a card by its slug, a help line or a place by its number

/** Where a nurse makes a set. All of it happens here; the link holds the set behind its #, and so does this page, for who comes back to it. */
class Maker extends Live {
  /** @type {NurseSet} */
  #set = blank(root.lang);
  /** @type {Record<string, {title: string, say: string, set: Omit<NurseSet, "language">}>} */
  #ready = {};
  #head = "";
  /** @type {Record<string, {dir: string, scan: string, from: string}>} */
  #tongues = {};
  #turn = 0;
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
    this.#tongues = JSON.parse(this.word("tongues") || "{}");
    this.#head = this.find("h1").textContent;
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
    this.find("#kaart").addEventListener("input", () => void this.#look());
    this.find(".add-card").addEventListener("submit", (/** @type {SubmitEvent} */ event) => event.preventDefault());
    this.find("#lijn").addEventListener("change", (/** @type {{target: HTMLSelectElement}} */ { target }) => {
      const number = Number(target.value);
      if (number) this.#help("lines", number);
      target.value = "";
    });
    this.addEventListener("pick", (event) => this.#addPlace(/** @type {CustomEvent<Numbered>} */ (event).detail));
    this.find(".note").addEventListener("input", () => {
      this.#set = { ...this.#set, note: this.#noted() };
      this.show();
    });
    this.find(".note").addEventListener("change", () => this.#keep()); // not at every letter: Safari takes 100 addresses in half a minute
    for (const choice of this.querySelectorAll("input[name=tongue]")) {
      choice.addEventListener("change", () => this.#update({ ...this.#set, language: /** @type {HTMLInputElement} */ (choice).value }));
    }
  }

  /** What the address asks for: a moment's ready set, a card to begin with, the set as it was left, or nothing yet. */
  #begin() {
    const asked = decodeURIComponent(location.hash.slice(1));
    const ready = this.#ready[asked];
    const [, part, one] = asked.match(ADD) ?? [];
    const left = draftFrom(asked);
    if (asked && !ready && !part && !left) return this.#keep(); // the way past the top of the page
    this.#set = left ? this.#known(left) : { ...blank(this.#set.language), ...ready?.set, ...(one ? this.#begun(part, one) : {}) };
    const { note } = this.#set;
    this.find("#woordje").value = typeof note === "string" ? this.word("own") : String(note);
    this.find("#eigen").value = typeof note === "string" ? note : "";
    this.#update(this.#set);
    void this.#fetchPlaces();
    if (part && !this.#set.cards.length) this.find("#kaart").focus();
    if (!this.#set.cards.length) return;
    scrollTo(0, 0);
    this.find(".code").focus({ preventScroll: true });
  }

  /** What is still there of a set that was left. @param {NurseSet} set @returns {NurseSet} */
  #known(set) {
    const { cards, lines, places, moments } = this.#book;
    return {
      ...set,
      language: this.#tongues[set.language] ? set.language : root.lang,
      moment: moments[set.moment] ? set.moment : 0,
      cards: set.cards.filter((number) => cards[number]),
      lines: set.lines.filter((number) => lines[number]),
      places: set.places.filter((number) => places[number]),
    };
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
    this.#keep();
  }

  /** Behind the # of this page. A ready set keeps its short name there as long as nothing in it is changed. */
  #keep() {
    if (!this.#all.length) return;
    const { language } = this.#set;
    const at = location.hash.slice(1);
    const begun = draftOf(this.#set) !== draftOf(blank(root.lang));
    if (!begun && (!at || document.getElementById(at))) return;
    history.replaceState(history.state, "", `#${(language === root.lang && this.#unchanged()) || draftOf(this.#set)}`);
    carryHash();
  }

  /** @override */
  show() {
    const { cards: chosen, lines, places, language } = this.#set;
    if (!this.#all.length) return;
    const help = lines.length + places.length;
    this.find(".sub").textContent = chosen.length ? this.word(chosen.length === 1 ? "sub-one" : "sub", { n: chosen.length }) : this.word(help ? "needs-card" : "none");
    this.find(".pick h2").hidden = !chosen.length && !help;
    this.find(".set-cards").replaceChildren(...chosen.flatMap((number, index) => this.#card(number, index)));
    this.find(".set-lines").replaceChildren(...places.flatMap((number) => this.#place(number)), ...lines.flatMap((number) => this.#line(number)));
    this.find(".noted").textContent = told(noteTexts(this.#book, this.#set.note));
    this.find(".own").hidden = this.find("#woordje").value !== this.word("own");
    for (const choice of this.querySelectorAll("input[name=tongue]")) /** @type {HTMLInputElement} */ (choice).checked = choice.getAttribute("value") === language;
    this.find(".show").hidden = !chosen.length;
    this.#name(chosen.length + help > 0);
    this.#leaflet();
    if (chosen.length) this.#draw();
  }

  /** What the set is called, and what to say with it, by its moment. @param {boolean} begun */
  #name(begun) {
    const { moment, language } = this.#set;
    const [id, ready] = Object.entries(this.#ready).find(([, { set }]) => set.moment === moment) ?? [];
    this.find("h1").textContent = ready?.title ?? (begun ? this.word("title") : this.#head);
    this.find(".make-head").classList.toggle("own-set", !ready);
    const from = make("span", { lang: language, dir: this.#tongues[language]?.dir }, this.#tongues[language]?.from ?? "");
    this.find(".from").replaceChildren(from);
    this.find(".say").textContent = ready?.say ?? "";
    this.find(".saying").hidden = !ready?.say;
    for (const link of this.querySelectorAll(".at-moment a")) {
      if (id && link.getAttribute("href") === `#${id}`) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
  }

  /** The moment whose ready set this is, as long as nothing in it is changed. */
  #unchanged() {
    const own = draftOf(this.#set);
    const { language } = this.#set;
    return this.#set.cards.length ? Object.entries(this.#ready).find(([, { set }]) => draftOf({ ...set, language }) === own)?.[0] : "";
  }

  /** A ready set lies there as a sheet of paper; any other is printed from here. */
  #leaflet() {
    const { language } = this.#set;
    const moment = this.#unchanged();
    const link = /** @type {HTMLAnchorElement} */ (this.find(".leaflet"));
    link.hidden = !moment;
    this.find(".no-leaflet").hidden = Boolean(moment);
    if (moment) link.href = this.word("leaflet", { moment, language });
  }

  #draw() {
    const { language, cards: chosen } = this.#set;
    const link = linkOf(this.#set, location.origin);
    const { dir, scan } = this.#tongues[language] ?? {};
    for (const place of this.querySelectorAll(".qr")) place.replaceChildren(qr(link, "M"));
    for (const place of this.querySelectorAll(".scan")) {
      place.replaceChildren(...(language === root.lang ? [] : [make("span", { lang: language, dir }, scan ?? "")]));
    }
    const reads = readableIn(chosen.map((number) => this.#book.cards[number]?.title), language, locale());
    this.find(".reads").textContent = reads ? this.word(reads.key, reads.values) || this.word("reads-other", reads.values) : "";
  }

  /** @param {number} number @param {number} index */
  #card(number, index) {
    const row = this.#book.cards[number];
    const card = this.#all.find(({ slug }) => slug === row?.slug);
    if (!card) return [];
    const { language } = this.#set;
    const dir = this.#tongues[language]?.dir ?? "auto";
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

  /** As Ontdek looks; its index comes when somebody types. */
  async #look() {
    const turn = ++this.#turn;
    const asked = this.find("#kaart").value.trim();
    if (!asked) return this.find(".found").replaceChildren();
    try {
      const { search } = await import("../card-search.js");
      const found = await search(asked);
      if (turn !== this.#turn) return; // somebody typed on
      const rows = found.slice(0, MOST_FOUND).map((card) => foundItem(card, this.#word, () => this.#add(card)));
      const more = found.length > MOST_FOUND ? this.word("more", { n: found.length - MOST_FOUND }) : rows.length ? "" : this.word("nothing");
      this.find(".found").replaceChildren(...rows, ...(more ? [make("li", { class: "small soft" }, more)] : []));
    } catch {
      this.find(".found").replaceChildren(make("li", { class: "small soft" }, this.word("broken")));
    }
  }

  /** @param {CardRow} card */
  #add(card) {
    if (isFull(this.#set, "cards")) return this.#tell("most");
    for (const number of this.#numberOf(card.slug)) this.#update(added(this.#set, "cards", number));
    this.#tell("added", card.title);
    this.find("#kaart").value = "";
    void this.#look();
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
