/**
 * Who can help this family with this, near this place: filter and sort. Pure; load.js makes the services.
 *
 * Only what is known to be wrong is left out. What is not known stays, after what is: a parent may ask.
 */
import { kilometres } from "./distance.js";
import { isOpen } from "./open.js";

/**
 * @import { Clock, Times } from "./open.js"
 */
/**
 * @typedef {object} Service what publish.py knows of it; undefined where nobody knows
 * @property {string} id
 * @property {string} name
 * @property {string} [org] who runs it
 * @property {string} ring
 * @property {string} what
 * @property {string} [step]
 * @property {string[]} needs
 * @property {number} [youngest] months; below zero is before birth
 * @property {number} [oldest]
 * @property {string} [phone]
 * @property {string} [email]
 * @property {string} [url]
 * @property {string} [street]
 * @property {string} [code]
 * @property {string} [city]
 * @property {[number, number]} [at] where it is: its door, the village of its address, or the middle of the municipality it serves
 * @property {boolean} exact is `at` its door?
 * @property {boolean} wide for a whole province
 * @property {string[]} towns numbers of the municipalities it serves
 * @property {boolean} home does somebody come to the family?
 * @property {string[]} [languages]
 * @property {string} [fees]
 * @property {boolean} [free]
 * @property {boolean} [referral]
 * @property {string} [hours] in words, as OpenStreetMap writes them
 * @property {Times} [times] when that is
 * @property {string} [checked] the day somebody read the page it was found on
 * @property {number} [year] of that page itself, where it says so
 * @property {string} [source] the page it was found on
 * @property {string} [alert] a notice for now
 * @property {string} [confirmed] the day a person said that this is right
 * @property {string} [by] who said so
 */
/** @typedef {{need: string, ring: string, language: string, free: boolean, way: string, months: [number, number] | null, open: Clock | null}} Wish empty asks nothing */
/** @typedef {{at: [number, number], nis: string}} Here */
/** @typedef {{service: Service, km: number | null}} Hit null: only its municipality is known */
/**
 * @typedef {object} Outcome
 * @property {Hit[]} near
 * @property {Hit[]} unsure only when who is open now is asked for: those whose hours nobody knows
 * @property {Hit[]} others do not name this need, but take any question
 * @property {Hit[]} wide
 */

export const NEAR_KM = 15;
const FEW = 3; // fewer than this nearby: look further, and show who takes any question
const ANY_QUESTION = "praten";
const OWN_TOWN_KM = 4; // a service of one's own municipality goes before a neighbour's that lies this much nearer
const UNSURE_KM = 2; // for each wish we do not know of, and for a door nobody knows: who can be gone to stands first
const RING_KM = 1; // people one meets go before first line, and first line before specialists, when they are about as far
const RINGS = ["ontmoeten", "eerste-lijn", "gespecialiseerd"]; // as village/vocabulary.py has them

/** How a family reaches a place; only what is known counts. @type {Record<string, (service: Service) => boolean>} */
const WAYS = {
  bellen: ({ phone }) => phone !== undefined,
  schrijven: ({ email }) => email !== undefined,
  thuis: ({ home }) => home,
  gaan: ({ code }) => code !== undefined,
};

/** @param {Service} service @param {Wish} wish */
export function possible(service, { ring, language, free, way, months, open }) {
  if (ring && service.ring !== ring) return false;
  if (free && service.free === false) return false;
  if (way && !WAYS[way]?.(service)) return false;
  if (language && service.languages && !service.languages.includes(language)) return false;
  if (open && isOpen(service.times, open) === false) return false;
  if (!months) return true;
  const [from, to] = months;
  return (service.youngest ?? from) <= to && (service.oldest ?? to) >= from;
}

/** How many wishes nobody knows the answer to. @param {Service} service @param {Wish} wish */
function unsure(service, { language, free, months }) {
  const unknown = [language && !service.languages, free && service.free === undefined, months && service.youngest === undefined && service.oldest === undefined];
  return unknown.filter(Boolean).length;
}

/** @param {Service[]} services @param {Here} here @param {Wish} wish @returns {Outcome} */
export function match(services, here, wish) {
  const fits = services.filter((service) => possible(service, wish));
  const asked = fits.filter(({ needs }) => !wish.need || needs.includes(wish.need));
  const all = around(asked.filter(local), here, wish);
  const [near, unsure] = parted(all, wish.open);
  const rest = wish.need ? fits.filter(({ needs }) => !needs.includes(wish.need) && needs.includes(ANY_QUESTION)) : [];
  const others = all.filter(({ km }) => km === null || km <= NEAR_KM).length < FEW ? around(rest.filter(local), here, wish).slice(0, FEW) : [];
  const wide = [...asked, ...rest].filter(({ wide }) => wide).map((service) => ({ service, km: null }));
  return { near, unsure, others, wide: parted(wide, wish.open).flat() };
}

/** Those that are surely open, and those whose hours nobody knows. @param {Hit[]} hits @param {Clock | null} clock @returns {[Hit[], Hit[]]} */
function parted(hits, clock) {
  if (!clock) return [hits, []];
  const sure = (/** @type {Hit} */ { service }) => isOpen(service.times, clock) !== undefined;
  return [hits.filter(sure), hits.filter((hit) => !sure(hit))];
}

/** @param {Service} service */
const local = ({ wide, at, towns }) => !wide && (at !== undefined || towns.length > 0);

/** Those within reach; where there are few, the nearest of the province. @param {Service[]} services @param {Here} here @param {Wish} wish @returns {Hit[]} */
function around(services, here, wish) {
  const rows = services.map((service) => {
    const own = service.towns.includes(here.nis);
    const far = service.at ? kilometres(here.at, service.at) : 0;
    // Without an address a service of one's own town is near, but how near nobody knows.
    const known = service.exact || service.code !== undefined || !own;
    const less = (own ? -OWN_TOWN_KM : 0) + UNSURE_KM * unsure(service, wish) + RING_KM * RINGS.indexOf(service.ring);
    return { hit: { service, km: known ? far : null }, own, far: known ? far : 0, order: (known ? far : UNSURE_KM) + less };
  });
  rows.sort((a, b) => a.order - b.order || (a.hit.service.id < b.hit.service.id ? -1 : 1));
  const close = rows.filter(({ own, far }) => own || far <= NEAR_KM);
  return (close.length >= FEW ? close : rows.slice(0, FEW)).map(({ hit }) => hit);
}
