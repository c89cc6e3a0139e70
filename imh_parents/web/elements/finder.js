import { Live, define, make } from "../dom.js";
import { NEIGHBOURS, outline, places, province } from "../finder/load.js";
import { draw, lift } from "../finder/map.js";
import { match } from "../finder/match.js";
import { find as findPlaces, label, nearest } from "../finder/places.js";
import { placeRow } from "../finder/row.js";
import { bandAt, daysOf, ownBand, press, showLines, unfold, wishOf } from "../finder/wish.js";
import { kilometres } from "../finder/distance.js";
import { book, noBook } from "../set-book.js";

/**
 * @import { Hit, Service } from "../finder/match.js"
 * @import { Place } from "../finder/places.js"
 */

const LISTS = /** @type {const} */ (["near", "unsure", "others", "wide"]);
const SHOWN = 5; // places at once; the others come on a tap
const REACH_KM = 10; // further than this from any village of ours is not in Flanders or Brussels

/** Who is near this family. Place, need and age stay on the phone: what is fetched is a province, and here it is looked through. */
class Finder extends Live {
  /** @type {{place: Place, at: [number, number]} | null} */
  #here = null;
  /** @type {Service[]} */
  #services = [];
  /** The numbers of places in a nurse's set, by id. @type {Map<string, number>} */
  #numbers = new Map();
  #turn = 0;
  /** What stands on the map. @type {import("../finder/chart.js").Spot[]} */
  #spots = [];
  /** The lists that are shown whole. @type {Set<string>} */
  #all = new Set();
  /** @type {import("../finder/wish.js").Bands} */
  #bands = {};
  #find = (/** @type {string} */ selector) => this.find(selector);
  #word = (/** @type {string} */ key, /** @type {Record<string, string | number> | undefined} */ values) => this.word(key, values);

  /** @override */
  start() {
    this.#bands = JSON.parse(this.word("bands") || "{}");
    this.find("#leeftijd").value = ownBand(this.#bands) ?? "";
    this.find("form").addEventListener("submit", (/** @type {SubmitEvent} */ event) => {
      event.preventDefault();
      void this.#search(this.find("#plaats").value, true);
    });
    this.find("#plaats").addEventListener("focus", () => places().catch(() => undefined));
    this.find(".locate").hidden = !navigator.geolocation;
    this.find(".locate").addEventListener("click", () => this.#locate());
    this.find(".needs").addEventListener("click", (/** @type {MouseEvent} */ event) => this.#press(event));
    for (const part of [".wishes", "#nu-open"]) this.find(part).addEventListener("change", () => this.#ask());
    this.find(".beyond").addEventListener("click", () => void this.#further());
    for (const button of this.querySelectorAll("[data-open]")) button.addEventListener("click", () => this.#open(button.getAttribute("data-open") ?? ""));
    for (const event of ["focusin", "pointerover"]) this.find(".results").addEventListener(event, (/** @type {Event} */ { target }) => this.#lift(target));
    new ResizeObserver(() => void this.#draw()).observe(this.find(".chart"));
    addEventListener("hashchange", () => {
      if (!document.getElementById(location.hash.slice(1))) this.#fromAddress(); // and not at the way past the top of the page
    });
    this.#fromAddress();
  }

  /** A card, or the page of a municipality, fills things in behind the #; no server sees that. */
  #fromAddress() {
    const asked = new URLSearchParams(location.hash.slice(1));
    const need = asked.get("nodig");
    if (need) press(this.#find, need);
    const days = daysOf(asked.get("leeftijd"));
    if (days !== null) this.find("#leeftijd").value = bandAt(this.#bands, days) ?? "";
    const place = asked.get("plaats") ?? this.find("#plaats").value; // the browser may have filled it in again
    this.find("#plaats").value = place;
    if (place) void this.#search(place, false);
    this.#ask();
  }

  /** @param {MouseEvent} event */
  #press({ target }) {
    const chip = target instanceof Element && target.closest("button");
    if (!chip) return;
    if (!chip.dataset.need) {
      unfold(this.#find);
      return this.find(".rest button").focus();
    }
    press(this.#find, chip.getAttribute("aria-pressed") === "true" ? "" : chip.dataset.need);
    this.#ask();
  }

  /** @param {string} text @param {boolean} move takes the reader to what is found */
  async #search(text, move) {
    if (!text.trim()) return this.find("#plaats").focus();
    const turn = ++this.#turn;
    try {
      const [first, ...others] = findPlaces(await places(), text);
      if (turn !== this.#turn) return;
      this.#offer(others.filter(({ nis }) => nis !== first?.nis));
      this.find("#plaats").setAttribute("aria-invalid", String(!first));
      this.#say(first ? "" : this.word("unknown"));
      if (first) await this.#go(first, first.at, move);
    } catch {
      this.#say(this.word("broken"));
    }
  }

  /** Other places of that name. @param {Place[]} others */
  #offer(others) {
    this.find(".meant").hidden = !others.length;
    this.find(".meant ul").replaceChildren(...others.map((place) => {
      const button = make("button", { type: "button", class: "chip" }, label(place));
      button.addEventListener("click", () => {
        this.find("#plaats").value = label(place);
        void this.#search(label(place), true);
      });
      return make("li", {}, button);
    }));
  }

  /** Where this phone is: used here and nowhere else. */
  #locate() {
    this.#say(this.word("looking"));
    const found = async (/** @type {GeolocationPosition} */ { coords: { latitude, longitude } }) => {
      const place = nearest(await places(), [latitude, longitude]);
      if (!place || kilometres(place.at, [latitude, longitude]) > REACH_KM) return this.#say(this.word("outside"));
      this.#say("");
      this.#offer([]);
      this.find("#plaats").value = label(place);
      this.find("#plaats").setAttribute("aria-invalid", "false");
      await this.#go(place, [latitude, longitude], true);
    };
    navigator.geolocation.getCurrentPosition(
      (position) => void found(position).catch(() => this.#say(this.word("broken"))),
      () => this.#say(this.word("nowhere")),
      { maximumAge: 600_000, timeout: 15_000 },
    );
  }

  /** @param {Place} place @param {[number, number]} at @param {boolean} move */
  async #go(place, at, move) {
    const turn = ++this.#turn;
    const [services] = await Promise.all([province(place.province), this.#number()]);
    if (turn !== this.#turn) return;
    this.#here = { place, at };
    this.#services = services;
    this.find(".beyond").hidden = false;
    this.#ask();
    const title = this.find(".near-title");
    if (!move) return;
    title.focus({ preventScroll: true });
    title.scrollIntoView({ block: "start" });
  }

  /** Without them there is only no link for nurses. */
  async #number() {
    const { places: numbers } = await book().catch(noBook);
    this.#numbers = new Map(Object.entries(numbers).map(([number, [, id]]) => [id, Number(number)]));
  }

  /** The provinces around this one, all of them: which border is near, nobody learns. */
  async #further() {
    const { place } = this.#here ?? {};
    if (!place) return;
    const around = await Promise.allSettled((NEIGHBOURS[place.province] ?? []).map(province));
    if (place !== this.#here?.place) return;
    const own = new Map(this.#services.map((service) => [service.id, service]));
    for (const answer of around) {
      const theirs = answer.status === "fulfilled" ? answer.value : [];
      for (const service of theirs) if (!service.wide && !own.has(service.id)) own.set(service.id, service);
    }
    this.#services = [...own.values()];
    this.#say(around.some(({ status }) => status === "rejected") ? this.word("broken") : "");
    this.find(".beyond").hidden = true;
    this.#ask();
    this.find(".near-title").focus();
  }

  /** Show who fits, from the first again. */
  #ask() {
    this.#all.clear();
    this.#list();
  }

  /** The rest of one list. @param {string} name */
  #open(name) {
    this.#all.add(name);
    this.#list();
    /** @type {HTMLElement} */ (this.find(`.${name} > .place:nth-child(${SHOWN + 1}) a`)).focus();
  }

  #list() {
    const wish = wishOf(this.#find, this.#bands);
    showLines(wish, this.word("open-now"));
    this.find(".results").hidden = !this.#here;
    if (!this.#here) return;
    const { place, at } = this.#here;
    const found = match(this.#services, { at, nis: place.nis }, wish);
    const { near, unsure, others, wide } = found;
    const nobody = others.length ? "" : this.word(unsure.length ? "none-sure" : "none");
    this.find(".near-title").textContent = this.word("near", { place: place.name });
    this.find(".wide-title").textContent = this.word("whole", { province: JSON.parse(this.word("provinces"))[place.province] });
    this.find(".count").textContent = near.length ? this.word(near.length > 1 ? "many" : "one", { n: near.length }) : nobody;
    this.#spots = [];
    for (const name of LISTS) this.#rows(name, found[name]);
    this.find(".unsure-title").hidden = !unsure.length;
    this.find(".others-title").hidden = !others.length;
    this.find(".wide-part").hidden = !wide.length;
    void this.#draw();
  }

  /** @param {typeof LISTS[number]} name of the list @param {Hit[]} hits */
  #rows(name, hits) {
    const shown = this.#all.has(name) ? hits : hits.slice(0, SHOWN);
    const row = (/** @type {Hit} */ hit) => placeRow(hit, this.#word, { spot: this.#spot(hit), number: this.#numbers.get(hit.service.id) });
    this.find(`.places.${name}`).replaceChildren(...shown.map(row));
    const rest = this.find(`[data-open="${name}"]`);
    rest.hidden = shown.length === hits.length;
    rest.querySelector("span")?.replaceChildren(this.word("more", { n: hits.length - shown.length }));
  }

  /** The number of a place on the map and in the list; null when nobody knows where it is. @param {Hit} hit */
  #spot({ service: { at, name }, km }) {
    if (!at || km === null) return null;
    this.#spots.push({ number: this.#spots.length + 1, name, at });
    return this.#spots.length;
  }

  /** The map of what the lists show. Without its file the lists say it all. */
  async #draw() {
    const figure = this.find(".area");
    const spots = this.#spots;
    figure.hidden = !spots.length;
    if (!this.#here || !spots.length) return;
    try {
      const { place, at } = this.#here;
      const view = { outline: await outline(), towns: await places(), place, here: at, spots, title: this.word("chart", { n: spots.length, place: place.name }) };
      if (spots === this.#spots && place === this.#here?.place) draw(this.find(".chart"), view, (numbers) => this.#pick(numbers));
    } catch {
      figure.hidden = true;
    }
  }

  /** From the map to the list. @param {number[]} numbers */
  #pick([number]) {
    const row = this.find(`[data-spot="${number}"]`);
    row.querySelector("h3")?.focus({ preventScroll: true });
    row.scrollIntoView({ block: "start" });
  }

  /** From the list to the map. @param {EventTarget | null} target */
  #lift(target) {
    if (target instanceof Element) lift(this.find(".chart"), target.closest("[data-spot]")?.getAttribute("data-spot") ?? null);
  }

  /** @param {string} words */
  #say(words) {
    this.find(".why").textContent = words;
  }
}

define("imh-finder", Finder);
