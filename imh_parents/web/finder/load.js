/**
 * The files of /dorp/: all places, all outlines, and a province at a time. Never finer, so nobody learns where a family looks.
 * @import { Place, PlaceFile } from "./places.js"
 * @import { Service } from "./match.js"
 */
import { middles, readPlaces } from "./places.js";

const CACHE = "imh"; // as in sw.js

/** Which provinces touch which. @type {Record<string, string[]>} */
export const NEIGHBOURS = {
  antwerpen: ["limburg", "oost-vlaanderen", "vlaams-brabant"],
  brussel: ["vlaams-brabant"],
  limburg: ["antwerpen", "vlaams-brabant"],
  "oost-vlaanderen": ["antwerpen", "vlaams-brabant", "west-vlaanderen"],
  "vlaams-brabant": ["antwerpen", "brussel", "limburg", "oost-vlaanderen"],
  "west-vlaanderen": ["oost-vlaanderen"],
};

/** @type {Map<string, Promise<any>>} */
const files = new Map();

/** @param {string} name @param {(file: any) => any} read */
function once(name, read) {
  const found = files.get(name) ?? fetchFile(name).then(read);
  files.set(name, found);
  found.catch(() => files.delete(name));
  return found;
}

/** @param {string} name */
async function fetchFile(name) {
  const address = `/dorp/${name}.json`;
  const answer = await fetch(address, { credentials: "omit" });
  if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
  // On a first visit the service worker is not there yet to keep it for when there is no internet.
  if (!navigator.serviceWorker?.controller) await keep(address, answer.clone());
  return answer.json();
}

/** @param {string} address @param {Response} answer */
async function keep(address, answer) {
  try {
    await (await caches.open(CACHE)).put(address, answer);
  } catch {
    // no cache here (private mode, plain http)
  }
}

/** @returns {Promise<Place[]>} */
export const places = () => once("plaatsen", (/** @type {PlaceFile} */ file) => readPlaces(file));

/** @param {string} name @returns {Promise<Service[]>} */
export const province = async (name) => {
  const all = await places();
  return once(name, (file) => readServices(file, all));
};

/** The outlines for the small map: the same file for everybody. @returns {Promise<import("./chart.js").Outline>} */
export const outline = () => once("kaart", (file) => file);

const HERE = "~"; // in a name the main village of its postcode, in a source the address of the place itself
const GRAIN = 10_000;

/** @typedef {{count: number, needs: string[], words: string[], times?: Record<string, import("./open.js").Times>, columns: Record<string, any>}} ProvinceFile */

/** Columns to services: the other side of village/compact.py. @param {ProvinceFile} file @param {Place[]} all @returns {Service[]} */
export function readServices({ count, needs, words, times = {}, columns }, all) {
  const homes = new Map([...all].reverse().map((place) => [place.code, place])); // the first of a postcode is its main village
  const middle = middles(all);
  const cells = Object.fromEntries(Object.entries(columns).map(([name, column]) => [name, typeof column === "string" ? column.split("\n") : column]));
  return Array.from({ length: count }, (_, index) => {
    /** An empty line, null and a column that is not there all say that nobody knows. @param {string} name */
    const cell = (name) => (cells[name]?.[index] === "" ? undefined : (cells[name]?.[index] ?? undefined));
    const word = (/** @type {string} */ name) => words[cell(name)];
    return { ...service(cell, word, needs, homes.get(cell("post")), middle), times: times[cell("hours")] };
  });
}

/**
 * @param {(name: string) => any} cell @param {(name: string) => string | undefined} word @param {string[]} needs
 * @param {Place | undefined} home @param {Map<string, [number, number]>} middle
 * @returns {Service}
 */
function service(cell, word, needs, home, middle) {
  const towns = cell("serves")?.split(" ") ?? [];
  const bits = cell("needs") ?? 0;
  const [url, mail, source, code] = [cell("url"), cell("mail"), cell("source"), cell("post")];
  const [lat0, lon0] = home?.at ?? [0, 0];
  const exact = cell("lat") === undefined ? undefined : /** @type {[number, number]} */ ([lat0 + cell("lat") / GRAIN, lon0 + cell("lon") / GRAIN]);
  return {
    ...{ id: cell("id"), ring: word("ring") ?? "", what: word("what") ?? "", org: word("org"), step: word("step") },
    ...{ youngest: cell("from"), oldest: cell("to"), phone: cell("tel"), url, code, street: cell("street"), city: word("city") ?? home?.name },
    ...{ fees: word("fees"), hours: word("hours"), alert: cell("alert"), checked: cell("checked"), confirmed: cell("confirmed"), by: word("by"), year: cell("year") },
    name: home ? cell("name").replaceAll(HERE, home.name) : cell("name"),
    needs: needs.filter((_, bit) => bits & (1 << bit)),
    email: mail?.endsWith("@") ? mail + new URL(url).hostname.replace(/^www\./, "") : mail,
    source: source?.startsWith(HERE) ? url + source.slice(1) : source,
    exact: exact !== undefined,
    at: exact ?? home?.at ?? middle.get(towns[0] ?? ""),
    towns,
    wide: cell("wide") === 1 || !(towns.length || exact || code),
    languages: cell("langs")?.split(" "),
    home: cell("home") === 1,
    free: cell("free") === 1 ? true : cell("fees") === undefined ? undefined : false, // a price is not free; no price may be
    referral: cell("referral") === undefined ? undefined : cell("referral") === 1,
  };
}
