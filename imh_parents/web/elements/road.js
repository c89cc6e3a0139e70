import { bandOf, roadDay } from "../child.js";
import { onNewDay, today } from "../day.js";
import { Live, define, drawing, drawingHref, make } from "../dom.js";
import { read } from "../store.js";

const WALKED = drawingHref("sc-bend-gone");

/** The road: where this child is now, and what lies behind. */
class Road extends Live {
  /** @type {Element[]} */
  #steps = [];
  /** @type {import("../child.js").Bands} */
  #bands = {};
  #ahead = "";

  /** @override */
  start() {
    this.#steps = [...this.querySelectorAll("li[data-band]")];
    this.#bands = JSON.parse(this.word("bands") || "{}");
    this.#ahead = this.find(".road use").getAttribute("href") ?? "";
    onNewDay(() => this.show());
  }

  /** @override */
  show() {
    const { children, current } = read();
    const child = children.find(({ id }) => id === current) ?? children[0];
    const band = child && bandOf(child, today(), this.#bands);
    const at = this.#steps.findIndex((step) => step.getAttribute("data-band") === band);
    const walked = at < 0 && child ? this.#steps.length : at;
    for (const old of this.querySelectorAll(".me, .here")) old.remove();
    this.#steps.forEach((step, index) => {
      mark(step, index === at, index < walked ? WALKED : this.#ahead);
    });
    if (child && at >= 0) this.#stand(/** @type {Element} */ (this.#steps[at]), roadDay(child, today()));
    for (const link of document.querySelectorAll(".to-now")) link.toggleAttribute("hidden", at < 0);
  }

  /** @param {Element} step @param {number | null} day */
  #stand(step, day) {
    const words = day === null ? this.word("here") : this.word("day", { n: day });
    step.querySelector(".bend")?.append(drawing("stapper", "me", "0 0 40 56"));
    step.querySelector(".tx")?.prepend(make("span", { class: "here" }, words));
  }
}

/** @param {Element} step @param {boolean} now @param {string} road */
function mark(step, now, road) {
  step.classList.toggle("hier", now);
  step.classList.toggle("gone", road === WALKED);
  step.querySelector(".road use")?.setAttribute("href", road);
  if (now) step.setAttribute("aria-current", "step");
  else step.removeAttribute("aria-current");
  step.id = now ? "nu" : "";
}

define("imh-road", Road);
