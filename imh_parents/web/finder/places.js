/**
 * Which place somebody means: by postcode, municipality or village, typing errors forgiven. Pure.
 * village/places/find.py does the same for the command line; publish.py writes the file that is read here.
 */
import { latin } from "../latin.js";
import { folded } from "../words.js";
import { kilometres } from "./distance.js";

/**
 * @typedef {object} Place one village under one postcode
 * @property {string} code
 * @property {string} name
 * @property {string} town the municipality
 * @property {string} nis the number of the municipality
 * @property {string} province
 * @property {[number, number]} at latitude and longitude
 * @property {string[]} keys folded names that lead here, its own name first
 */
/** @typedef {{provinces: string[], towns: [string, string, number][], places: [string, string, number, number, number, ...string[]][]}} PlaceFile */

const GRAIN = 10_000;
const CLOSE_CODE = 10; // a postcode that does not exist: show those that differ less
/** Up to so many letters, so many slips of the finger; a swapped pair is one. */
const SLIPS = /** @type {const} */ ([[3, 0], [5, 1], [10, 2], [99, 3]]);

/** Letters and digits only. @param {string} text */
export const keyOf = (text) => folded(text).replace(/[^a-z0-9]/g, "");

/** @param {PlaceFile} file @returns {Place[]} */
export function readPlaces({ provinces, towns, places }) {
  return places.map(([code, name, index, latitude, longitude, ...also]) => {
    const [town, nis, province] = towns[index] ?? ["", "", 0];
    const keys = [...new Set([name, town, ...also].map(keyOf))];
    return { code, name, town, nis, province: provinces[province] ?? "", at: [latitude / GRAIN, longitude / GRAIN], keys };
  });
}

/** How a place is written for a reader. @param {Place} place */
export const label = ({ code, name, town }) => `${code} ${name}${keyOf(name) === keyOf(town) ? "" : ` (${town})`}`;

/** The places somebody may mean, best first; one a village. @param {Place[]} places @param {string} text */
export function find(places, text, limit = 6) {
  const digits = latin(text).replace(/\D/g, "").slice(0, 4);
  const letters = keyOf(text.replace(/\([^)]*\)?/g, "")).replace(/[0-9]/g, "").slice(0, 40);
  if (digits) {
    const found = byCode(places, digits);
    const named = letters ? found.filter(({ keys }) => keys.some((key) => key.startsWith(letters))) : [];
    return [...new Set([...named, ...found])].slice(0, limit);
  }
  return letters ? once(byName(places, letters)).slice(0, limit) : [];
}

/** @param {Place[]} places @param {string} digits */
function byCode(places, digits) {
  const exact = places.filter(({ code }) => code === digits);
  if (exact.length) return exact;
  const begins = places.filter(({ code }) => code.startsWith(digits));
  if (begins.length || digits.length < 4) return begins;
  const away = (/** @type {Place} */ { code }) => Math.abs(Number(code) - Number(digits));
  return places.filter((place) => away(place) < CLOSE_CODE).sort((a, b) => away(a) - away(b));
}

/** @param {Place[]} places @param {string} wanted */
function byName(places, wanted) {
  const exact = places.filter(({ keys }) => keys.includes(wanted));
  // Beveren is a hamlet of Waregem too, but who types it means the town that only begins so.
  const enough = exact.some(({ town }) => keyOf(town) === wanted) || wanted.length < 2;
  const found = enough ? exact : places.filter(({ keys }) => keys.some((key) => key.startsWith(wanted)));
  if (found.length) return found.sort((a, b) => standing(b, wanted) - standing(a, wanted));
  const most = SLIPS.find(([size]) => wanted.length <= size)?.[1] ?? 0;
  const scored = places.map((place) => ({ place, far: Math.min(...place.keys.map((key) => slips(wanted, key, most))) }));
  return scored.filter(({ far }) => far <= most).sort((a, b) => a.far - b.far).map(({ place }) => place);
}

/** Aalst the town goes before Aalst the hamlet, and a village before the rest of a municipality of that name. @param {Place} place @param {string} wanted */
function standing({ town, keys: [own = ""] }, wanted) {
  return 4 * Number(keyOf(town).startsWith(wanted)) + 2 * Number(own === wanted) + Number(own.startsWith(wanted));
}

/** A municipality's own village stands for it; a village that has the name of another place stays. @param {Place[]} found */
function once(found) {
  const seen = new Set();
  return found.filter(({ name, nis }) => {
    const key = `${keyOf(name)} ${nis}`;
    return !seen.has(key) && seen.add(key);
  });
}

/**
 * How many letters are wrong, missing, too many, or swapped with their neighbour; more than `most` is just more.
 * @param {string} a @param {string} b @param {number} most
 */
export function slips(a, b, most) {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  /** @type {number[]} */
  let older = [];
  let before = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min(at(before, j) + 1, at(row, j - 1) + 1, at(before, j - 1) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, at(older, j - 2) + 1);
      row.push(cost);
    }
    if (Math.min(...row) > most) return most + 1;
    [older, before] = [before, row];
  }
  return at(before, b.length);
}

/** @param {number[]} row @param {number} index */
const at = (row, index) => row[index] ?? Number.POSITIVE_INFINITY;

/** The village nearest to a point. @param {Place[]} places @param {[number, number]} point @returns {Place | undefined} */
export function nearest(places, point) {
  let best;
  let least = Number.POSITIVE_INFINITY;
  for (const place of places) {
    const far = kilometres(point, place.at);
    if (far < least) [best, least] = [place, far];
  }
  return best;
}

/** The middle of each municipality, by its number: the village it is named after, or its first. @param {Place[]} places */
export function middles(places) {
  /** @type {Map<string, [number, number]>} */
  const found = new Map();
  for (const { name, town, nis, at } of places) if (name === town || !found.has(nis)) found.set(nis, at);
  return found;
}
