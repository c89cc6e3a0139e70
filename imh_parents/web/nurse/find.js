/**
 * Finds a place by a few letters, for somebody in a hurry. Pure.
 * @import { Numbered } from "./places.js"
 */
import { latin } from "../latin.js";
import { folded } from "../words.js";

/** Words as one types them: Speel'bus is speelbus. @param {string} text */
const plain = (text) => latin(text).replace(/['’]/g, "").split(/[^\p{L}\p{N}]+/u).map(folded).join(" ");

/**
 * Places that hold every word asked in their name, what they are or where, those with it in their name first.
 * @param {Numbered[]} places @param {Map<string, string>} towns names of municipalities, by their number @param {string} asked
 */
export function findPlaces(places, towns, asked) {
  const parts = plain(asked).split(" ").filter(Boolean);
  if (!parts.length) return [];
  const scored = places.flatMap((one) => {
    const { name, org, what, city, code, towns: served } = one.service;
    const title = plain(name);
    const rest = plain([org, what, city, code, ...served.map((nis) => towns.get(nis))].join(" "));
    if (!parts.every((part) => title.includes(part) || rest.includes(part))) return [];
    return [{ one, score: parts.filter((part) => title.includes(part)).length }];
  });
  return scored.sort((a, b) => b.score - a.score).map(({ one }) => one);
}
