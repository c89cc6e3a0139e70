/**
 * What a parent asks for: the chips and fields of the form, filled in from a card or from the child this phone knows.
 * @import { Wish } from "./match.js"
 */
import { bandOf } from "../child.js";
import { today } from "../day.js";
import { read } from "../store.js";
import { clockAt, isOpen } from "./open.js";

const MONTH_DAYS = 30.4375;
const PREGNANCY_DAYS = 280;
const ANY = "praten"; // what a line takes that takes any question
const UNITS = /** @type {Record<string, number>} */ ({ d: 1, w: 7, m: MONTH_DAYS });

/** @typedef {Record<string, {days: number[]}>} Bands */
/** @typedef {(selector: string) => any} Find */

/** Days from birth of an age as cards write it (zw12, 20d, 6w, 12m); null when it is none. @param {string | null} token */
export function daysOf(token) {
  const [, before, number, unit] = /^(zw)?(\d{1,2})([dwm])?$/.exec(token ?? "") ?? [];
  if (!number || Boolean(before) === Boolean(unit)) return null;
  return before ? 7 * Math.min(39, Number(number)) - PREGNANCY_DAYS : Math.round(Number(number) * (UNITS[unit ?? "d"] ?? 1));
}

/** The band an age in days is in. @param {Bands} bands @param {number} days */
export const bandAt = (bands, days) => Object.entries(bands).find(([, { days: [start = 0, end = 0] }]) => days >= start && days < end)?.[0];

/** The months a band covers, as services count them. @param {Bands} bands @param {string} band @returns {[number, number] | null} */
export function monthsOf(bands, band) {
  const [start, end] = bands[band]?.days ?? [];
  return start === undefined || end === undefined ? null : [Math.floor(start / MONTH_DAYS), Math.floor((end - 1) / MONTH_DAYS)];
}

/** The band of the child this phone knows. @param {Bands} bands */
export function ownBand(bands) {
  const { children, current } = read();
  const child = children.find(({ id }) => id === current) ?? children[0];
  return child ? bandOf(child, today(), bands) : null;
}

/** Press one need, or none; one that waits behind "more" brings the others out. @param {Find} find @param {string} need */
export function press(find, need) {
  for (const chip of find(".needs").querySelectorAll("[data-need]")) {
    const pressed = chip.dataset.need === need;
    chip.setAttribute("aria-pressed", String(pressed));
    if (pressed && chip.parentElement.hidden) unfold(find);
  }
}

/** @param {Find} find */
export function unfold(find) {
  find(".needs .rest").hidden = false;
  find(".needs .unfold").hidden = true;
}

/** @param {Find} find @param {Bands} bands @returns {Wish} */
export function wishOf(find, bands) {
  return {
    need: find('.needs [aria-pressed="true"]').dataset.need ?? "",
    ring: find("#ring").value ?? "",
    language: find("#taal").value ?? "",
    free: find("#gratis").checked === true,
    way: find("#hoe").value ?? "",
    months: monthsOf(bands, find("#leeftijd").value),
    open: find("#nu-open").checked === true ? clockAt(new Date()) : null,
  };
}

/**
 * Which help lines this need brings; heavy ones only when asked for. Who wants somebody now gets the lines that surely answer first.
 * @param {Wish} wish @param {string} open the words for a line that answers now
 */
export function showLines({ need, way, open: clock }, open) {
  const [known, unsure] = document.querySelectorAll(".lines [data-lines]");
  const rows = /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-needs]"));
  for (const line of [...rows].sort((a, b) => Number(a.dataset.order) - Number(b.dataset.order))) {
    const needs = line.dataset.needs?.split(" ").filter(Boolean) ?? [];
    const now = clock && line.dataset.times ? isOpen(JSON.parse(line.dataset.times), clock) : undefined;
    const ways = line.dataset.ways?.split(" ") ?? [];
    line.hidden = (needs.length > 0 && !needs.includes(need || ANY)) || (way !== "" && !ways.includes(way)) || now === false;
    (clock && now === undefined ? unsure : known)?.append(line);
    line.querySelector(".now")?.replaceChildren(now ? open : "");
  }
  const rest = unsure?.parentElement;
  if (rest) rest.hidden = !unsure.querySelector("li:not([hidden])");
}
