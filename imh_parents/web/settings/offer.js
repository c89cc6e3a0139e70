/** What another phone or a file gives: shown first, laid beside what is here, and said where it did not fit. */
import { locale, make } from "../dom.js";
import { merge } from "../merge.js";
import { change, read } from "../store.js";
import { isEmpty } from "../transfer.js";
import { called, details } from "./children.js";

/** @import { Live } from "../dom.js" */
/** @import { Child, Person } from "../shape.js" */
/** @import { Gift } from "../transfer.js" */

/** Asks, with what would become another. @param {Live} host @param {string} key the question @param {Gift} gift @returns {Promise<boolean>} */
export function accepted(host, key, gift) {
  const dialog = /** @type {HTMLDialogElement} */ (host.find("dialog.offer"));
  const found = changes(host, gift);
  host.find("dialog.offer .what").textContent = host.word(key, { what: contents(host, gift) });
  host.find("dialog.offer .changes").hidden = !found.length;
  host.find("dialog.offer .changes ul").replaceChildren(...found.map((words) => make("li", {}, words)));
  dialog.returnValue = "";
  show(dialog);
  return new Promise((done) => dialog.addEventListener("close", () => done(dialog.returnValue === "yes"), { once: true }));
}

/** From its heading on, so that a button is not the first thing met. @param {HTMLDialogElement} dialog */
export function show(dialog) {
  dialog.showModal();
  dialog.scrollTop = 0;
  dialog.querySelector("h2")?.focus();
}

/** Lays it beside what is here. @param {Live} host @param {Gift} gift @param {string} key what to say where all of it fits @returns {string} the words to say */
export function lay(host, gift, key) {
  /** @type {Gift} */
  let left = { children: [], saved: [], people: [], sets: [], questions: [] };
  const kept = change((draft) => void (left = merge(draft, gift)));
  if (!kept) return host.word("full");
  return isEmpty(left) ? host.word(key) : host.word("left", { what: contents(host, left) });
}

/** What stands here now and would read otherwise, one sentence each. @param {Live} host @param {Gift} gift */
export function changes(host, gift) {
  const before = read();
  const after = structuredClone(before);
  merge(after, gift); // keeps the order of what was here
  const child = (/** @type {Child} */ one) => [one.name, details(host, one)];
  const person = (/** @type {Person} */ { name, phone, ring, role, note, place }) => [name, phone, host.word(ring), role, note, place];
  /** @template T @param {string} name @param {(row: T) => (string | undefined)[]} tell @param {T} one @param {T | undefined} other */
  const differ = (name, tell, one, other) => {
    const now = other ? tell(other) : [];
    return tell(one).flatMap((old, at) => (old && now[at] && old !== now[at] ? [host.word("change", { name, old, new: now[at] })] : []));
  };
  return [
    ...before.children.flatMap((one, at) => differ(called(host, one, at), child, one, after.children[at])),
    ...before.people.flatMap((one, at) => differ(one.name, person, one, after.people[at])),
  ];
}

/** The names, and how many of the rest. @param {Live} host @param {Gift} gift */
function contents(host, { children, people, saved, sets, questions }) {
  const names = [...children.map((child, index) => called(host, child, index)), ...people.map(({ name }) => name)];
  const counts = Object.entries({ cards: saved, sets, questions }).flatMap(([key, { length: n }]) => (n ? [host.word(key, { n })] : []));
  return new Intl.ListFormat(locale()).format([...names, ...counts]);
}
