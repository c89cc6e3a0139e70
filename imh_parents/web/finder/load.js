/**
 * The files of /dorp/: all places, and a province at a time. Never finer, so nobody learns where a family looks.
 * @import { Place, PlaceFile } from "./places.js"
 * @import { Service } from "./match.js"
 */
import { readPlaces } from "./places.js";

const CACHE = "imh"; // as in sw.js
const GRAIN = 10_000;
const STARTS = /** @type {Record<string, string>} */ ({ "~": "https://", "^": "http://" });

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
export const province = (name) => once(name, readServices);

/** @param {string | undefined} short as publish.py wrote it */
const whole = (short) => (short === undefined ? undefined : short[0] && short[0] in STARTS ? STARTS[short[0]] + short.slice(1) : `https://www.${short}`);
/** @param {number | undefined} value */
const flag = (value) => (value === undefined ? undefined : value === 1);
/** @param {string | undefined} value */
const list = (value) => value?.split(" ");

const PLAIN = ["id", "name", "by", "what", "step", "phone", "email", "street", "code", "city", "fees", "hours", "checked", "youngest", "oldest"];

/**
 * Columns to services.
 * @param {{needs: string[], rings: string[], sources: [string, string][], count: number, columns: Record<string, any[]>}} file
 * @returns {Service[]}
 */
export function readServices({ needs, rings, sources, count, columns }) {
  return Array.from({ length: count }, (_, index) => {
    const cell = (/** @type {string} */ name) => columns[name]?.[index] ?? undefined;
    const [title = "", url] = sources[cell("source")] ?? [];
    const bits = cell("needs");
    return /** @type {any} */ ({
      ...Object.fromEntries(PLAIN.map((name) => [name, cell(name)])),
      ring: rings[cell("ring")] ?? "",
      needs: needs.filter((_, bit) => bits & (1 << bit)),
      url: whole(cell("url")),
      at: cell("lat") === undefined ? undefined : [cell("lat") / GRAIN, cell("lon") / GRAIN],
      wide: cell("wide") === 1,
      towns: list(cell("towns")) ?? [],
      languages: list(cell("languages")),
      free: flag(cell("free")),
      referral: flag(cell("referral")),
      source: { title, url: whole(url) ?? "" },
    });
  });
}
