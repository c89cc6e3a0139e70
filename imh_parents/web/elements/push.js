import { bandOf } from "../child.js";
import { today } from "../day.js";
import { isDark } from "../dusk.js";
import { Live, define, root } from "../dom.js";
import { choice, choose, onChoice } from "../push/choice.js";
import { counted, support, view } from "../push/offer.js";
import { alter, check, start, stop } from "../push/subscription.js";
import { read } from "../store.js";

/** @import { Wanted } from "../push/server.js" */

/** How this device stands towards messages. */
const device = () => ({
  agent: navigator.userAgent,
  touch: navigator.maxTouchPoints,
  push: "PushManager" in globalThis && "Notification" in globalThis && "serviceWorker" in navigator,
  standalone: Reflect.get(navigator, "standalone") === true || matchMedia("(display-mode: standalone)").matches,
});

/** Messages on this phone: asked once on Vandaag when the app has been of use, and always to be found in Instellingen. */
class Push extends Live {
  #busy = false;

  /** @override */
  start() {
    if (this.#offer) choose(counted(choice(), today()));
    this.find("form").addEventListener("submit", (/** @type {SubmitEvent} */ event) => {
      event.preventDefault();
      void this.#act(() => this.#start());
    });
    this.find("form").addEventListener("change", () => this.#isOn() && void this.#act(() => this.#alter()));
    this.find(".stop").addEventListener("click", () => void this.#act(stop));
    for (const button of this.querySelectorAll(".no")) button.addEventListener("click", () => this.#refuse());
    onChoice(() => this.show());
    // somebody comes back from the settings of the phone
    document.addEventListener("visibilitychange", () => this.show());
    void check(this.#wanted(choice().topics), today());
  }

  get #offer() {
    return this.hasAttribute("data-offer");
  }

  #view() {
    const dark = isDark(new Date()) || root.dataset.theme === "night";
    const permission = globalThis.Notification?.permission ?? "default";
    return view({ offer: this.#offer, support: support(device()), permission, choice: choice(), saved: read().saved.length, dark });
  }

  #isOn = () => this.#view() === "on";

  /** @override */
  show() {
    if (this.#busy) return;
    const now = this.#view();
    for (const part of this.querySelectorAll("[data-view]")) part.toggleAttribute("hidden", !part.getAttribute("data-view")?.split(" ").includes(now));
    this.toggleAttribute("hidden", now === "" && !this.find(".said").textContent);
    for (const box of this.#boxes()) {
      if (now === "on") box.checked = choice().topics.includes(box.value);
      if (box.value === "age") box.closest("label")?.toggleAttribute("hidden", !this.#band());
    }
  }

  /** @returns {NodeListOf<HTMLInputElement>} */
  #boxes() {
    return this.querySelectorAll('input[name="topics"]');
  }

  /** The band of the child Vandaag is about; it only goes along with the topic that needs it. */
  #band() {
    const { children, current } = read();
    const child = children.find(({ id }) => id === current) ?? children[0];
    return child ? bandOf(child, today(), JSON.parse(this.word("bands") || "{}")) : null;
  }

  /** Without a band of age there is nothing to say about age. @param {string[]} topics @returns {Wanted} */
  #wanted(topics) {
    const band = topics.includes("age") ? this.#band() : null;
    return { language: root.lang, topics: topics.filter((one) => one !== "age" || band), band };
  }

  #ticked() {
    return [...this.#boxes()].filter((box) => box.checked && !box.closest("[hidden]")).map(({ value }) => value);
  }

  async #start() {
    const topics = this.#ticked();
    return topics.length ? start(this.#wanted(topics), today()) : "none";
  }

  async #alter() {
    const topics = this.#ticked();
    return topics.length ? alter(this.#wanted(topics), today()) : "none";
  }

  #refuse() {
    choose({ wish: "no" });
    this.#say("no");
  }

  /** One thing at a time, and always an answer. @param {() => Promise<string>} act gives the word to say */
  async #act(act) {
    if (this.#busy) return;
    this.#busy = true;
    this.find(".said").textContent = this.word("wait");
    const said = await act().catch(() => "refused");
    this.#busy = false;
    if (said === "denied" && this.#offer) choose({ wish: "no" });
    this.#say(said);
  }

  /** @param {string} key */
  #say(key) {
    const said = this.find(".said");
    said.textContent = this.word(key);
    this.show();
    // what was pressed may be gone from the page
    if (!this.contains(document.activeElement) || document.activeElement?.closest("[hidden]")) said.focus({ preventScroll: true });
  }
}

define("imh-push", Push);
