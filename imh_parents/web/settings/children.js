/** The children of Instellingen: a list, and one form to add or change. */
import { dayNumber, limits, plausible } from "../child.js";
import { today } from "../day.js";
import { icon, locale, make, newId } from "../dom.js";
import { MOST, isFull } from "../shape.js";
import { change, read } from "../store.js";
import { offerBack, putBack } from "../undo.js";

/** @import { Live } from "../dom.js" */
/** @import { Child } from "../shape.js" */

const LATE = 42; // days a due date may lie behind us

/** What to call a child that may have no name. @param {Live} host @param {Child} child @param {number} index */
export const called = (host, { name }, index) => name || host.word("child", { n: index + 1 });

/** @param {string | undefined} iso */
function longDay(iso) {
  const time = (dayNumber(iso ?? "") ?? 0) * 86_400_000;
  return new Intl.DateTimeFormat(locale(), { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" }).format(time);
}

/** How old, as it was told. @param {Live} host @param {Child} child */
export function details(host, { born, due, band, early }) {
  if (band) return host.querySelector(`.child-form option[value="${band}"]`)?.textContent ?? "";
  const day = born ? host.word("born", { day: longDay(born) }) : host.word("due", { day: longDay(due) });
  return early ? `${day}, ${host.word("early", { n: early })}` : day;
}

export class Children {
  /** @param {Live} host @param {(said: string) => void} say */
  constructor(host, say) {
    this.host = host;
    this.say = say;
    this.form = /** @type {HTMLFormElement} */ (host.find(".child-form"));
    this.fields = /** @type {any} */ (this.form.elements);
    this.form.noValidate = true;
    this.add = host.find(".add-child");
    this.add.addEventListener("click", () => this.open(null));
    this.form.addEventListener("change", () => this.unfold());
    this.form.addEventListener("reset", () => this.close());
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.keep();
    });
  }

  show() {
    this.host.find(".children-list").replaceChildren(...read().children.map((child, index) => this.row(child, index)));
  }

  /** @param {Child} child @param {number} index */
  row(child, index) {
    const name = called(this.host, child, index);
    const edit = this.button("edit", "bewerk", name, () => this.open(child));
    const erase = this.button("erase", "wis", name, () => this.erase(child, name));
    const words = make("span", { class: "words" }, make("strong", { dir: "auto" }, name), make("span", { class: "small soft" }, details(this.host, child)));
    return make("li", {}, words, edit, erase);
  }

  /** @param {string} word @param {string} symbol @param {string} name @param {() => void} act */
  button(word, symbol, name, act) {
    const button = make("button", { type: "button", class: `btn ring quiet ${word}`, "aria-label": this.host.word(word, { name }) }, icon(symbol));
    button.addEventListener("click", act);
    return button;
  }

  /** @param {Child | null} child */
  open(child) {
    if (!child && isFull(read(), "children")) return this.say(this.host.word("most", { n: MOST.children }));
    const { id, name, kind, day, band, early } = this.fields;
    id.value = child?.id ?? "";
    name.value = child?.name ?? "";
    kind.value = child?.due ? "due" : child?.band ? "band" : "born";
    day.value = child?.born ?? child?.due ?? "";
    Object.assign(day, limits(today()));
    if (child?.band) band.value = child.band;
    early.value = String(child?.early ?? 0);
    this.fault("");
    this.unfold();
    this.form.hidden = false;
    this.add.hidden = true;
    name.focus();
  }

  close() {
    this.form.hidden = true;
    this.add.hidden = false;
    this.add.focus();
  }

  unfold() {
    const kind = this.fields.kind.value;
    this.host.find(".for-date").hidden = kind === "band";
    this.host.find(".for-band").hidden = kind !== "band";
    this.host.find(".for-born").hidden = kind !== "born";
  }

  /** @param {string} words */
  fault(words) {
    this.form.classList.toggle("bad", words !== "");
    this.host.find(".child-form .why").textContent = words;
    this.fields.day.setAttribute("aria-invalid", String(words !== ""));
  }

  /** What the form says about age, or null when the day cannot be right. @returns {Partial<Child> | null} */
  age() {
    const { id, kind, day, band, early } = this.fields;
    const before = read().children.find((child) => child.id === id.value);
    if (kind.value === "band") return { band: band.value, since: (before?.band === band.value && before?.since) || today() };
    const touched = day.value !== before?.[/** @type {"born" | "due"} */ (kind.value)]; // a name may change when the fifth birthday is past
    const away = (dayNumber(day.value) ?? 0) - (dayNumber(today()) ?? 0);
    if (touched && (!plausible(day.value, today()) || (kind.value === "due" && away < -LATE))) return null;
    // A birth in the future is a due date.
    return kind.value === "due" || away > 0 ? { due: day.value } : { born: day.value, early: Number(early.value) };
  }

  keep() {
    const age = this.age();
    this.fault(age ? "" : this.host.word("bad-date"));
    if (!age) return this.fields.day.focus();
    const child = { early: 0, ...age, id: this.fields.id.value || newId(), name: this.fields.name.value.trim() };
    const kept = change((draft) => {
      const at = draft.children.findIndex(({ id }) => id === child.id);
      draft.children.splice(at < 0 ? draft.children.length : at, 1, child);
      if (draft.children.length === 1) draft.current = child.id;
    });
    this.close();
    this.say(this.host.word(kept ? "saved" : "full"));
  }

  /** @param {Child} child @param {string} name */
  erase(child, name) {
    const { children, current } = read();
    const at = children.findIndex(({ id }) => id === child.id);
    const kept = change((draft) => {
      draft.children = draft.children.filter(({ id }) => id !== child.id);
      if (draft.current === child.id) draft.current = draft.children[0]?.id ?? "";
    });
    if (this.fields.id.value === child.id) this.form.hidden = true;
    this.add.hidden = !this.form.hidden;
    this.add.focus();
    if (!kept) return this.say(this.host.word("full"));
    offerBack(this.host.find(".said"), { gone: this.host.word("erased", { name }), back: this.host.word("undo") }, () => {
      const back = change((draft) => {
        putBack(draft.children, child, at, ({ id }) => id);
        draft.current = current;
      });
      this.say(this.host.word(back ? "back" : "full", { name }));
      /** @type {HTMLElement | undefined} */ (this.host.querySelectorAll(".children-list .edit")[at])?.focus();
    });
  }
}
