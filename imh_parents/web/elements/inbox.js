import { bandOf, dayNumber } from "../child.js";
import { onNewDay, today } from "../day.js";
import { Live, define, locale, make, root } from "../dom.js";
import { choice, choose, messages } from "../push/choice.js";
import { joined, messageRows, receivedRows, weekRows } from "../push/inbox.js";
import { recall } from "../recall.js";
import { read } from "../store.js";

/** @import { Row } from "../push/inbox.js" */

/** Berichten: the same words as push, without push. Opening the page fetches the list that everybody gets. */
class Inbox extends Live {
  /** Shown before this page was opened. @type {Set<string>} */
  #old = new Set(choice().seen);
  #turn = 0;

  /** @override */
  start() {
    this.find(".again").addEventListener("click", () => void this.#fetch());
    document.addEventListener("visibilitychange", () => this.show());
    onNewDay(() => this.show());
    void this.#fetch();
  }

  async #fetch() {
    const said = this.find(".said");
    try {
      const answer = await fetch(`/api/messages/${root.lang}.json`, { credentials: "omit", cache: "no-cache" });
      if (!answer.ok && answer.status !== 404) throw new Error(String(answer.status));
      // 404: the app stands on a server of files alone, and there is no list
      const list = answer.ok ? messages((await answer.json()).messages) : [];
      choose({ got: { language: root.lang, on: today(), messages: list } });
      said.textContent = "";
      this.find(".again").hidden = true;
    } catch {
      said.textContent = this.word("broken");
      this.find(".again").hidden = false;
    }
    this.show();
  }

  /** @override */
  async show() {
    const turn = ++this.#turn;
    const came = receivedRows(await recall("/berichten", []), new Date());
    if (turn !== this.#turn) return;
    const { children, current, role } = read();
    const ages = JSON.parse(this.word("bands") || "{}");
    const child = children.find(({ id }) => id === current) ?? children[0];
    const own = child ? bandOf(child, today(), ages) : null;
    const { got } = choice();
    const fetched = got.language === root.lang ? got.messages : [];
    const bands = children.flatMap((one) => bandOf(one, today(), ages) ?? []);
    const week = weekRows(JSON.parse(this.word("weeks") || "[]"), today(), { band: own ?? "", role });
    const rows = joined(messageRows(fetched, bands, new Date(), location.origin), came, week);
    this.find(".messages").replaceChildren(...rows.map((row) => this.#row(row)));
    this.find(".empty").hidden = rows.length > 0;
    const seen = [...new Set([...rows.map(({ id }) => id), ...this.#old])];
    if (seen.join() !== choice().seen.join()) choose({ seen });
  }

  /** @param {Row} row */
  #row({ id, title, line, href, on, lang, dir }) {
    const foreign = lang && lang !== root.lang ? { lang, dir } : {};
    const day = dayNumber(on) === null ? "" : new Intl.DateTimeFormat(locale(), { day: "numeric", month: "long", timeZone: "UTC" }).format(new Date(on));
    const top = make("span", { class: "when small soft" }, day);
    if (!this.#old.has(id)) top.prepend(make("span", { class: "fresh" }, this.word("new")));
    const words = make("span", { class: "words", ...foreign }, make("strong", {}, title), make("span", { class: "line" }, line));
    return make("li", {}, make("a", { class: "message", href }, top, words));
  }
}

define("imh-inbox", Inbox);
