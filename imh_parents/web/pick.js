/**
 * Which three cards a family sees today. Pure; the same all day, another tomorrow.
 */
import { dayNumber } from "./child.js";
import { hash } from "./hash.js";

/**
 * @typedef {object} CardRow one card of kaarten.json (cards/index.py)
 * @property {string} slug
 * @property {string} href
 * @property {string} title
 * @property {string} line
 * @property {Slot} slot
 * @property {string} label
 * @property {string} drawing
 * @property {number[]} days from birth, the last not included
 * @property {string} ages
 * @property {string[]} audience
 * @property {string[]} situation
 * @property {boolean} unasked
 * @property {string} [lang] where it is not the language of the page
 */
/** @typedef {"kind" | "ouder" | "dorp"} Slot */
/** @typedef {{place: number, role: string, situations: string[], early: number, today: string}} Family */

const BUFFERS = [10, 30, 90, 400];
const PREGNANCY_END = 14; // days after the due date, where the last age token of pregnancy (zw41) ends
const PARTNERS = ["moeder", "vader", "meemoeder"];

/** @param {CardRow[]} cards @param {Family} family @returns {Record<Slot, CardRow | null>} */
export function pick(cards, family) {
  const fitting = cards.filter((card) => card.unasked && speaksTo(card, family) && concerns(card, family)).sort(shuffled);
  const day = dayNumber(family.today) ?? 0;
  /** @param {Slot} slot */
  const choose = (slot) => {
    const mine = fitting.filter((card) => card.slot === slot);
    for (const buffer of BUFFERS) {
      const near = mine.filter((card) => isNear(card, family.place, buffer));
      // One card would be the same one every day, so look a little further; but not far for the sake of change alone.
      if (near.length > 1 || (near.length && buffer > 10)) return turn(readable(near), day);
    }
    return null;
  };
  return { kind: choose("kind"), ouder: choose("ouder"), dorp: choose("dorp") };
}

/** Cards in the reader's own language, where there are any. @param {CardRow[]} cards */
function readable(cards) {
  const own = cards.filter((card) => !card.lang);
  return own.length ? own : cards;
}

/** @param {CardRow[]} cards @param {number} day */
const turn = (cards, day) => cards[Math.abs(day) % cards.length] ?? null;

/** @param {CardRow} card @param {Family} family */
function speaksTo({ audience }, { role, situations }) {
  const together = PARTNERS.includes(role) && !situations.includes("alleen");
  return audience.some((who) => who === "iedereen" || (role && who === role) || (who === "partners" && together));
}

/** @param {CardRow} card @param {Family} family */
function concerns({ situation }, { situations, early }) {
  return situation.every((what) => (what === "prematuur" ? early > 0 : situations.includes(what)));
}

/**
 * Within `buffer` days of the card's ages, and never on the other side of birth. "Week 41" ends after the due date, not after birth.
 * @param {CardRow} card @param {number} place @param {number} buffer
 */
function isNear({ days: [start = 0, end = 0] }, place, buffer) {
  const from = start >= 0 ? Math.max(0, start - buffer) : start - buffer;
  const until = start < 0 && end <= PREGNANCY_END ? Math.min(0, end + buffer) : end + buffer;
  return from <= place && place < until;
}

/** An order that has nothing to do with the alphabet. @param {CardRow} a @param {CardRow} b */
const shuffled = (a, b) => hash(a.slug) - hash(b.slug) || (a.slug < b.slug ? -1 : 1);
