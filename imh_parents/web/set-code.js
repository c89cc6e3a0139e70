/**
 * A nurse's set as a code, and back. Pure. What the numbers mean stands in /set.json (content/nurse/numbers.yaml).
 *
 * A code is one letter for the version, the set in base64url, and six letters that sum up all before them: one wrong
 * letter anywhere is seen. That holds for every later version too, so that "newer" can be told from "damaged".
 * Version 1, in bytes: language and two counts (10 + 3 + 3 bits), moment, cards, lines (7 bits a byte, the low ones
 * first), then nothing, or the number of a fixed note, or a 0 and a text in UTF-8. Version 2 has a byte for the count
 * of places before the cards, and the places after the lines; it is used only where there are places.
 * The named set of a team begins with a t and the team's six letters for it, and the rest as above: the letters are for
 * counting alone, the set itself is there too. Old codes stay readable for ever: tests/web/set-golden.json holds them.
 * nurse/code.py is the same in Python.
 */
import { hash } from "./hash.js";

/**
 * @typedef {object} NurseSet
 * @property {string} language of the parent, two letters
 * @property {number} moment 0 where there is none
 * @property {number[]} cards in the nurse's order
 * @property {number[]} lines
 * @property {number[]} places
 * @property {number | string} note 0 for none, a number for a fixed one, else the nurse's own words
 */
/** @typedef {{set: NurseSet, team: string, fault: ""} | {set: null, team: "", fault: "damaged" | "newer"}} Opened `team`: the six letters, or "" */

export const MOST_CARDS = 6;
export const MOST_HELP = 4;
export const LONGEST_NOTE = 120;

const PLAIN = "1";
const WITH_PLACES = "2";
const TEAM = "t";
const TEAM_ID = /^[\w-]{6}$/;
export const HIGHEST = 16383; // two bytes
const LONGEST = 700; // letters: a full set with a note of 120 four-byte signs
const SUM = 6;
const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const A = 97;

/** @returns {never} */
const fail = () => {
  throw new RangeError();
};

/** A note as a code can hold it: one line, no hidden signs, not too long. @param {string} text */
export function tidyNote(text) {
  const line = text.replace(/[\p{Cs}\p{Cc}\s]+/gu, " ").trim();
  return [...line].slice(0, LONGEST_NOTE).join("").trim();
}

/** @param {string} text */
function sum(text) {
  const value = hash(text);
  return Array.from({ length: SUM }, (_, at) => LETTERS[Math.floor(value / 64 ** (SUM - 1 - at)) % 64]).join("");
}

/** @param {number[]} bytes */
const letters = (bytes) => btoa(String.fromCharCode(...bytes)).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");

/** @param {number} value */
function small(value) {
  if (!Number.isInteger(value) || value < 0 || value > HIGHEST) fail();
  return value < 128 ? [value] : [(value & 127) | 128, value >> 7];
}

/** RangeError when it is no set: that is a mistake of the program, never of a reader. @param {NurseSet} set @param {string} [team] */
export function encode({ language, moment, cards, lines, places, note }, team = "") {
  const help = [...lines, ...places].length;
  if (!/^[a-z]{2}$/.test(language) || !cards.length || cards.length > MOST_CARDS || help > MOST_HELP || ![cards, lines, places].every(apart)) fail();
  if (team && !TEAM_ID.test(team)) fail();
  const head = ((language.charCodeAt(0) - A) * 26 + language.charCodeAt(1) - A) * 64 + cards.length * 8 + lines.length;
  const bytes = [head >> 8, head & 255, ...small(moment), ...(places.length ? [places.length] : []), ...[...cards, ...lines, ...places].flatMap(small)];
  if (typeof note === "number") bytes.push(...(note ? small(note) : []));
  else if (tidyNote(note)) bytes.push(0, ...new TextEncoder().encode(tidyNote(note)));
  const body = (team && TEAM + team) + (places.length ? WITH_PLACES : PLAIN) + letters(bytes);
  return body + sum(body);
}

/** @param {number[]} numbers */
const apart = (numbers) => new Set(numbers).size === numbers.length && numbers.every((one) => one > 0);

/** @param {string} code @returns {Opened} */
export function decode(code) {
  const body = code.slice(0, -SUM);
  if (code.length > LONGEST || !/^[\w-]{8,}$/.test(code) || sum(body) !== code.slice(-SUM)) return closed("damaged");
  const team = body[0] === TEAM ? body.slice(1, 7) : "";
  const [version, ...rest] = team ? body.slice(7) : body;
  if (version !== PLAIN && version !== WITH_PLACES) return closed("newer");
  try {
    const set = unpacked(rest.join(""), version === WITH_PLACES);
    return encode(set, team) === code ? { set, team, fault: "" } : closed("damaged");
  } catch {
    return closed("damaged");
  }
}

/** @param {"damaged" | "newer"} fault @returns {Opened} */
const closed = (fault) => ({ set: null, team: "", fault });

/** @param {string} text @param {boolean} hasPlaces @returns {NurseSet} */
function unpacked(text, hasPlaces) {
  const bytes = Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (letter) => letter.charCodeAt(0));
  let at = 0;
  const byte = () => bytes[at++] ?? fail();
  const number = () => {
    const low = byte();
    return low < 128 ? low : (low & 127) | (byte() << 7);
  };
  const numbers = (/** @type {number} */ length) => Array.from({ length }, number);
  const head = (byte() << 8) | byte();
  const tongue = head >> 6;
  const language = String.fromCharCode(A + Math.floor(tongue / 26), A + (tongue % 26));
  const moment = number();
  const count = hasPlaces ? byte() : 0;
  const cards = numbers((head >> 3) & 7);
  const lines = numbers(head & 7);
  const places = numbers(count);
  return { language, moment, cards, lines, places, note: at < bytes.length ? (number() || words(bytes.slice(at))) : 0 };
}

/** @param {Uint8Array} bytes */
const words = (bytes) => new TextDecoder("utf-8", { fatal: true }).decode(bytes);
