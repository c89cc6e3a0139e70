/** What the phone keeps, and the check that a text from anywhere has exactly that shape. Pure. */
import KEPT from "./kept.json";
import { dayNumber } from "./child.js";
import { latin } from "./latin.js";
import { NUMBER } from "./reach.js";

/**
 * @typedef {object} Child exactly one of born, due and band is there
 * @property {string} id
 * @property {string} name
 * @property {string} [born] YYYY-MM-DD
 * @property {string} [due] YYYY-MM-DD
 * @property {string} [band]
 * @property {string} [since] YYYY-MM-DD, the day the band was chosen
 * @property {number} early weeks, 0 to 17
 */
/**
 * @typedef {object} Person
 * @property {string} id
 * @property {string} name
 * @property {string} phone
 * @property {"dichtbij" | "rond"} ring people you know, or people whose work it is
 * @property {string} role what they are to the child, in the family's own words
 * @property {string} [note]
 * @property {string} [place] an address
 */
/** @typedef {{code: string, on: string}} Kept a nurse's set as its code (set-code.js), and the day it was kept */
/** @typedef {{id: string, text: string}} Question */
/**
 * @typedef {object} State
 * @property {number} version
 * @property {Child[]} children
 * @property {string} current id of the child Vandaag is about
 * @property {string} role
 * @property {string[]} situations
 * @property {string[]} saved slugs, the newest first
 * @property {Person[]} people
 * @property {Kept[]} sets the newest first
 * @property {Question[]} questions for the next time at the nurse
 * @property {"auto" | "day" | "night"} night
 * @property {100 | 125 | 150 | 200} text per cent
 */

export const VERSION = KEPT.version;

export const LONGEST_QUESTION = 200;
/** As many of each as a phone keeps. */
export const MOST = Object.freeze({ children: 12, saved: 500, people: 50, sets: 30, questions: 30 });

/** @typedef {keyof typeof MOST} Rows */

/** No room for one more. @param {State} state @param {Rows} rows */
export const isFull = (state, rows) => state[rows].length >= MOST[rows];

/** `shape` cuts what is too long, which is right for a text from elsewhere, and a loss in a change of our own. @param {State} state */
export const fits = (state) => /** @type {Rows[]} */ (Object.keys(MOST)).every((rows) => state[rows].length <= MOST[rows]);

/** The one under 1 makes version 2 out of version 1; keys that are new come from kept.json. @type {Map<number, (old: any) => any>} */
const MIGRATIONS = new Map([
  [1, (old) => ({ ...old, version: 2, people: list(MOST.people, neighbour)(old.people) })],
  [2, (old) => ({ ...old, version: 3 })],
]);

/** Before there were two rings, everybody was close. @param {unknown} value */
const neighbour = (value) => ({ ring: "dichtbij", role: "", ...record(value) });

/** @returns {never} */
const fail = () => {
  throw new TypeError();
};
/** @param {RegExp} pattern @returns {(value: unknown) => string} */
const like = (pattern) => (value) => (typeof value === "string" && pattern.test(value) ? value : fail());
/** @param {number} most @returns {(value: unknown) => string} */
const words = (most) => (value) => (typeof value === "string" ? value.slice(0, most) : fail());
/** @template T @param {readonly T[]} all @returns {(value: any) => T} */
const oneOf = (all) => (value) => (all.includes(value) ? value : fail());
/** @template T @param {number} most @param {(value: unknown) => T} item @returns {(value: unknown) => T[]} */
const list = (most, item) => (value) => (Array.isArray(value) ? value.slice(0, most).map((one) => item(one)) : fail());
/** @template {{id: string}} T @param {T[]} rows */
const unique = (rows) => [...new Map(rows.map((row) => [row.id, row])).values()];
/** @param {unknown} value @returns {Record<string, unknown>} */
const record = (value) => (value && typeof value === "object" && !Array.isArray(value) ? Object(value) : fail());

const id = like(/^[\w-]{1,40}$/);
const slug = like(/^[a-z0-9-]{1,80}$/);
const slugOrNone = like(/^[a-z0-9-]{0,80}$/);
/** @param {unknown} value */
const phone = (value) => like(NUMBER)(typeof value === "string" ? latin(value) : value);
/** @param {unknown} value */
const day = (value) => (typeof value === "string" && dayNumber(value) !== null ? value : fail());
/** @param {unknown} value */
const weeks = (value) => (Number.isInteger(value) && Number(value) >= 0 && Number(value) <= 17 ? Number(value) : fail());

/** @param {unknown} value @returns {Child} */
function child(value) {
  const { id: key, name = "", born, due, band, since, early = 0 } = record(value);
  if ([born, due, band].filter((one) => one !== undefined).length !== 1) fail();
  const base = { id: id(key), name: words(40)(name), early: weeks(early) };
  if (born !== undefined) return { ...base, born: day(born) };
  if (due !== undefined) return { ...base, due: day(due) };
  return { ...base, band: slug(band), since: day(since) };
}

export const RINGS = /** @type {const} */ (["dichtbij", "rond"]);

/** @param {unknown} value @returns {Person} */
function person(value) {
  const row = record(value);
  /** @type {Person} */
  const kept = { id: id(row.id), name: words(60)(row.name), phone: phone(row.phone), ring: oneOf(RINGS)(row.ring), role: words(40)(row.role) };
  if (row.note) kept.note = words(120)(row.note);
  if (row.place) kept.place = words(120)(row.place);
  return kept;
}

/** @param {unknown} value @returns {Kept} */
function keptSet(value) {
  const row = record(value);
  return { code: like(/^[\w-]{8,700}$/)(row.code), on: day(row.on) };
}

/** @param {unknown} value @returns {Question} */
function question(value) {
  const row = record(value);
  return { id: id(row.id), text: words(LONGEST_QUESTION)(row.text) };
}

/** @param {Kept[]} rows */
export const onceEach = (rows) => rows.filter(({ code }, at) => rows.findIndex((row) => row.code === code) === at);

/** Is this from a newer app than the one that runs now? @param {any} value */
export const isNewer = (value) => Number(value?.version) > VERSION;

/**
 * The value as a whole State: older versions brought up to date, missing keys filled in, unknown ones dropped.
 * Null when anything in it is not what it should be.
 * @param {any} value @returns {State | null}
 */
export function shape(value) {
  try {
    let raw = { ...KEPT, ...record(value) };
    while (raw.version !== VERSION) raw = (MIGRATIONS.get(raw.version) ?? fail)(raw);
    return {
      version: VERSION,
      children: unique(list(MOST.children, child)(raw.children)),
      current: like(/^[\w-]{0,40}$/)(raw.current),
      role: slugOrNone(raw.role),
      situations: list(20, slug)(raw.situations),
      saved: [...new Set(list(MOST.saved, slug)(raw.saved))],
      people: unique(list(MOST.people, person)(raw.people)),
      sets: onceEach(list(MOST.sets, keptSet)(raw.sets)),
      questions: unique(list(MOST.questions, question)(raw.questions)),
      night: oneOf(/** @type {const} */ (["auto", "day", "night"]))(raw.night),
      text: oneOf(/** @type {const} */ ([100, 125, 150, 200]))(raw.text),
    };
  } catch {
    return null;
  }
}
