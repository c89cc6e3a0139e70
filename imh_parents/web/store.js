/**
 * Everything this phone knows of a family: one object in localStorage, never sent anywhere.
 * Where storage is refused or full, changes hold for this page only and `change` says false.
 * @import { State } from "./shape.js"
 * @import { Override } from "./prefs.js"
 */
import { OVERRIDE, forget, keepOverride, mirror } from "./prefs.js";
import { VERSION, fits, isNewer, shape } from "./shape.js";

const KEY = "imh";
const BROKEN = "imh-broken";
export const CHOICE = "imh-berichten"; // push/choice.js, for pages that are about messages
/** Which sets of a team this phone opened today (nurse/opened.js). */
export const OPENED = "imh-opened";

/** Changes that could not be written; they are done again on what is stored whenever it is read. @type {((draft: State) => void)[]} */
let pending = [];
/** @type {Set<() => void>} */
const listeners = new Set();

const fresh = () => /** @type {State} */ (shape({ version: VERSION }));

/** @param {string} text @returns {any} undefined when it is no JSON */
function json(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** What is stored. `locked`: a newer app wrote it, so this one leaves it alone. @returns {{state: State, locked: boolean}} */
function load() {
  try {
    const text = localStorage.getItem(KEY);
    if (text === null) return { state: fresh(), locked: false };
    const value = json(text);
    if (isNewer(value)) return { state: fresh(), locked: true };
    const state = shape(value);
    if (!state) {
      localStorage.setItem(BROKEN, text);
      localStorage.removeItem(KEY);
    }
    return { state: state ?? fresh(), locked: false };
  } catch {
    return { state: fresh(), locked: false };
  }
}

/** Everything, as a copy of your own. @returns {State} */
export function read() {
  const { state } = load();
  for (const redo of pending) redo(state);
  return state;
}

/**
 * Change what is kept. False when it only holds for this page, or when there is no room for it: then nothing changes at all.
 * `fn` may run again later, so it makes no ids itself.
 * @param {(draft: State) => void} fn
 */
export function change(fn) {
  const { locked } = load();
  const draft = read();
  fn(draft);
  const state = fits(draft) ? shape(draft) : null;
  if (!state) return false;
  const kept = !locked && write(JSON.stringify(state));
  pending = kept ? [] : [...pending, fn];
  if (kept) mirror(state);
  tell();
  return kept;
}

/** @param {string} text */
function write(text) {
  try {
    localStorage.setItem(KEY, text);
    return true;
  } catch {
    return false;
  }
}

/** Forget everything on this phone. */
export function wipe() {
  pending = [];
  let done = keepOverride(null);
  try {
    for (const key of [KEY, BROKEN, CHOICE, OPENED]) localStorage.removeItem(key);
  } catch {
    done = false;
  }
  forget();
  tell();
  return done;
}

/** The night by hand, until a moment; null leaves it to the settings again. @param {Override | null} choice */
export function overrideNight(choice) {
  const kept = keepOverride(choice);
  mirror(read());
  tell();
  return kept;
}

/** Call `fn` after every change, of this tab or another. @param {() => void} fn */
export function onChange(fn) {
  listeners.add(fn);
  return () => void listeners.delete(fn);
}

function tell() {
  for (const fn of [...listeners]) fn();
}

globalThis.window?.addEventListener("storage", (event) => {
  if (event.key === KEY || event.key === OVERRIDE || event.key === null) tell();
});
// a page that comes back from the back button missed what happened meanwhile
globalThis.window?.addEventListener("pageshow", (event) => {
  if (event.persisted) tell();
});

/** Everything as a file a parent can keep. */
export const dump = () => JSON.stringify({ app: KEY, ...read() }, null, 2);

/** A file made by `dump`, or null when it is anything else. @param {string} text @returns {State | null} */
export function parse(text) {
  const value = json(text);
  return value?.app === KEY ? shape(value) : null;
}
