import { cards } from "../cards.js";
import { eitherWay, limits, place, plausible } from "../child.js";
import { onNewDay, today } from "../day.js";
import { Live, define, drawingHref, locale, make, newId, root } from "../dom.js";
import { greeting, roadLine } from "../greeting.js";
import { pick } from "../pick.js";
import { change, read } from "../store.js";

/**
 * @import { CardRow, Slot } from "../pick.js"
 * @import { Child, State } from "../shape.js"
 */

/** Vandaag: the first visit asks one thing; after that, three cards for the child of now. */
class Today extends Live {
  /** @type {import("../greeting.js").Tongue} */
  #tongue = { word: (key, values) => this.word(key, values), locale: locale(), numbers: [], bands: {} };

  /** @override */
  start() {
    this.#tongue.numbers = JSON.parse(this.word("numbers") || "[]");
    this.#tongue.bands = JSON.parse(this.word("bands") || "{}");
    this.find(".when").noValidate = true; // our own words say what is wrong
    this.find(".when").addEventListener("submit", (/** @type {SubmitEvent} */ event) => this.#submit(event));
    this.find("#dag").addEventListener("input", () => (this.find(".which").hidden = true));
    for (const button of /** @type {NodeListOf<HTMLButtonElement>} */ (this.querySelectorAll(".which button"))) {
      button.addEventListener("click", () => this.#meet({ [button.value]: this.find("#dag").value }));
    }
    this.find(".first").addEventListener("click", (/** @type {MouseEvent} */ event) => this.#choose(event));
    onNewDay(() => this.show());
  }

  /** @override */
  show() {
    const state = read();
    const child = state.children.find(({ id }) => id === state.current) ?? state.children[0];
    root.toggleAttribute("data-known", Boolean(child));
    Object.assign(this.find("#dag"), limits(today()));
    if (!child) return;
    this.#greet(child, state);
    void this.#fill(child, state);
  }

  /** @param {SubmitEvent} event */
  #submit(event) {
    event.preventDefault();
    const field = this.find("#dag");
    const good = plausible(field.value, today());
    this.find(".when").classList.toggle("bad", !good);
    this.find(".why").textContent = good ? "" : this.word("bad");
    field.setAttribute("aria-invalid", String(!good));
    this.find(".which").hidden = !good || !eitherWay(field.value, today());
    if (!good) return field.focus();
    // not on a button: an Enter held down would answer by itself
    if (!this.find(".which").hidden) return this.find(".which p").focus();
    this.#meet(field.value <= today() ? { born: field.value } : { due: field.value });
  }

  /** A tap on an age keeps it, instead of following the link. @param {MouseEvent} event */
  #choose(event) {
    const band = event.target instanceof Element && event.target.closest("a[data-band]")?.getAttribute("data-band");
    if (!band || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || event.button) return;
    event.preventDefault();
    this.#meet({ band, since: today() });
  }

  /** @param {Partial<Child>} what */
  #meet(what) {
    const child = { id: newId(), name: "", early: 0, ...what };
    const kept = change((draft) => {
      draft.children.push(child);
      draft.current = child.id;
    });
    this.find(".said").textContent = kept ? "" : this.word("full");
    const title = this.find(".who-is");
    title.tabIndex = -1;
    title.focus({ preventScroll: true });
    scrollTo(0, 0);
  }

  /** @param {Child} child @param {State} state */
  #greet(child, { children }) {
    const line = greeting(child, today(), this.#tongue);
    const late = line === this.word("overdue");
    this.find(".who-is").replaceChildren(late ? make("a", { href: `/${root.lang}/instellingen/#kinderen` }, line) : line);
    this.find(".day").textContent = roadLine(child, today(), this.#tongue);
    this.find(".children").hidden = children.length < 2;
    this.find(".children").replaceChildren(...children.map((one, index) => this.#chip(one, index, one === child)));
  }

  /** @param {Child} child @param {number} index @param {boolean} current */
  #chip({ id, name }, index, current) {
    const label = name || this.word("child", { n: index + 1 });
    const button = make("button", { type: "button", class: "chip", "aria-pressed": String(current) }, label);
    button.addEventListener("click", () => {
      change((draft) => void (draft.current = id));
      /** @type {HTMLElement | undefined} */ (this.find(".children").querySelectorAll("button")[index])?.focus();
    });
    return make("li", {}, button);
  }

  /** @param {Child} child @param {State} state */
  async #fill(child, { role, situations }) {
    const day = today();
    const { bands } = this.#tongue;
    try {
      const three = pick(await cards(), { place: place(child, day, bands), role, situations, early: child.early, today: day });
      for (const [slot, card] of Object.entries(three)) this.#tile(/** @type {Slot} */ (slot), card);
      this.#instead(false);
    } catch {
      this.#instead(true);
    }
  }

  /** No cards to be had: the ages to choose from instead, until the network is back. @param {boolean} broken */
  #instead(broken) {
    const said = this.find(".known .said");
    this.find(".three").hidden = broken;
    this.querySelector(".known .chips:not(.children)")?.remove();
    if (!broken) return;
    said.textContent = this.word("broken");
    said.after(this.find(".first .chips").cloneNode(true));
    addEventListener("online", () => {
      said.textContent = "";
      this.show();
    }, { once: true });
  }

  /** @param {Slot} slot @param {CardRow | null} card */
  #tile(slot, card) {
    const tile = this.find(`[data-slot="${slot}"]`);
    tile.hidden = !card;
    if (!card) return;
    tile.href = card.href;
    for (const [selector, text] of [["h2", card.title], ["p", card.line]]) {
      const node = tile.querySelector(selector);
      node.textContent = text;
      node.lang = card.lang ?? root.lang;
      node.dir = card.lang ? "ltr" : root.dir;
    }
    tile.querySelector(".in-dutch")?.toggleAttribute("hidden", !card.lang);
    tile.querySelector(".art use").setAttribute("href", drawingHref(card.drawing));
  }
}

define("imh-today", Today);
