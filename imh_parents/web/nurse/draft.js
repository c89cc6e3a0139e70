/**
 * The set a nurse is making, and what can be done with it. Pure: each gives a new set, or the same where nothing changes.
 * @import { NurseSet } from "../set-code.js"
 */
import { MOST_CARDS, MOST_HELP, decode, encode } from "../set-code.js";

const CARDLESS = /^draft=([a-z]{2})\.(\d+)\.([\d-]*)\.([\d-]*)$/;

/** @param {string} language @returns {NurseSet} */
export const blank = (language) => ({ language, moment: 0, cards: [], lines: [], places: [], note: 0 });

/** @typedef {"cards" | "lines" | "places"} Part */

/** Lines and places share their room. @param {NurseSet} set @param {Part} part */
export const isFull = (set, part) => (part === "cards" ? set.cards.length >= MOST_CARDS : set.lines.length + set.places.length >= MOST_HELP);

/** At the end; twice is once. @param {NurseSet} set @param {Part} part @param {number} number @returns {NurseSet} */
export function added(set, part, number) {
  if (isFull(set, part) || set[part].includes(number)) return set;
  return { ...set, [part]: [...set[part], number] };
}

/** @param {NurseSet} set @param {Part} part @param {number} number @returns {NurseSet} */
export const removed = (set, part, number) => ({ ...set, [part]: set[part].filter((one) => one !== number) });

/** One place nearer to the top. @param {NurseSet} set @param {number} number @returns {NurseSet} */
export function raised(set, number) {
  const at = set.cards.indexOf(number);
  if (at < 1) return set;
  return { ...set, cards: [...set.cards.slice(0, at - 1), number, ...set.cards.slice(at - 1, at), ...set.cards.slice(at + 1)] };
}

/** The link a parent opens; all of the set stands behind the #, which no browser sends. @param {NurseSet} set @param {string} origin */
export const linkOf = (set, origin) => `${origin}/${set.language}/set/#${encode(set)}`;

/** The set in the address of the page where it is made. No code is without a card, so a set without one is written out. @param {NurseSet} set */
export function draftOf(set) {
  const { language, moment, cards, lines, places } = set;
  return cards.length ? encode(set) : `draft=${language}.${moment}.${lines.join("-")}.${places.join("-")}`;
}

/** What draftOf wrote; null for anything else. @param {string} text @returns {NurseSet | null} */
export function draftFrom(text) {
  const [, language, moment, lines, places] = text.match(CARDLESS) ?? [];
  if (!language) return decode(text).set;
  const set = { ...blank(language), moment: Number(moment), lines: numbers(lines), places: numbers(places) };
  try {
    encode({ ...set, cards: [1] }); // somebody may have written it by hand
    return set;
  } catch {
    return null;
  }
}

/** @param {string} [text] */
const numbers = (text = "") => text.split("-").filter(Boolean).map(Number);
