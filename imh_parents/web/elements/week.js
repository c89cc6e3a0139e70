import { bandOf } from "../child.js";
import { onNewDay, today } from "../day.js";
import { Live, define, locale } from "../dom.js";
import { read } from "../store.js";
import { moment, saying } from "../weeks.js";

/** The week of Infant Mental Health: there while it runs, counted down to before, by the clock of this phone alone. */
class WeekOfTheYear extends Live {
  /** @override */
  start() {
    onNewDay(() => this.show());
  }

  /** @override */
  show() {
    const now = moment(JSON.parse(this.word("weeks") || "[]"), today());
    this.toggleAttribute("data-running", now.kind === "on");
    for (const kind of ["on", "soon"]) {
      for (const part of this.querySelectorAll(`.week-${kind}`)) /** @type {HTMLElement} */ (part).hidden = kind !== now.kind;
    }
    if (now.kind === "on") this.#running(now.week, now.n, now.of);
    if (now.kind === "soon") this.#soon(now.week, now.n);
  }

  /** @param {import("../weeks.js").Week} week @param {number} n @param {number} of */
  #running(week, n, of) {
    const said = saying(week, n, this.#reader());
    const { title, line, href } = said;
    const topic = said === week ? "" : title; // the strip already says that it is the week
    this.#fill(".week-on", { title, topic, line, day: `${this.word("day", { n, of })} · ${week.when}` });
    // the strip and the arrow lead to what was said
    for (const link of this.querySelectorAll("a.week-on, .week-on .w-href")) link.setAttribute("href", href);
  }

  /** @param {import("../weeks.js").Week} week @param {number} n */
  #soon(week, n) {
    const when = new Intl.RelativeTimeFormat(locale(), { numeric: "auto" }).format(n, "day");
    this.#fill(".week-soon", { soon: this.word("soon", { when }) });
    this.querySelector(".week-soon .w-href")?.setAttribute("href", week.href);
  }

  /** @param {string} part @param {Record<string, string>} words */
  #fill(part, words) {
    for (const [name, text] of Object.entries(words)) {
      for (const node of this.querySelectorAll(`${part} .w-${name}`)) node.textContent = text;
    }
  }

  /** For whom: the band of the child Vandaag is about, and who reads. It is only compared here. */
  #reader() {
    const { children, current, role } = read();
    const child = children.find(({ id }) => id === current) ?? children[0];
    const bands = JSON.parse(this.word("bands") || "{}");
    return { band: (child && bandOf(child, today(), bands)) || "", role };
  }
}

define("imh-week", WeekOfTheYear);
