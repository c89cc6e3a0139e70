/**
 * Finds a card or a place by a few letters, for somebody in a hurry. Pure.
 * @import { CardRow } from "../pick.js"
 * @import { Numbered } from "./places.js"
 */
import { folded } from "../words.js";

const MOST = 5;

/** Words as one types them: Speel'bus is speelbus. @param {string} text */
const plain = (text) => text.replace(/['’]/g, "").split(/[^\p{L}\p{N}]+/u).map(folded).join(" ");

/** Cards that hold every word asked, those with it in their title first. @param {CardRow[]} cards @param {string} asked */
export const findCards = (cards, asked) => found(cards, asked, ({ title, line, label, ages }) => [title, `${line} ${label} ${ages}`]);

/**
 * Places that hold every word asked in their name, what they are or where, those with it in their name first.
 * @param {Numbered[]} places @param {Map<string, string>} towns names of municipalities, by their number @param {string} asked
 */
export function findPlaces(places, towns, asked) {
  return found(places, asked, ({ service: { name, org, what, city, code, towns: served } }) => {
    return [name, [org, what, city, code, ...served.map((nis) => towns.get(nis))].join(" ")];
  });
}

/** @template T @param {T[]} all @param {string} asked @param {(one: T) => [string, string]} words its title, and the rest */
function found(all, asked, words) {
  const parts = plain(asked).split(" ").filter(Boolean);
  if (!parts.length) return [];
  const scored = all.flatMap((one) => {
    const [title = "", rest = ""] = words(one).map(plain);
    if (!parts.every((part) => title.includes(part) || rest.includes(part))) return [];
    return [{ one, score: parts.filter((part) => title.includes(part)).length }];
  });
  return scored.sort((a, b) => b.score - a.score).slice(0, MOST).map(({ one }) => one);
}
