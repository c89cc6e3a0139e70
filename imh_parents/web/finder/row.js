/**
 * One place in the list, as village/towns.py draws it on the page of a municipality.
 * @import { Service } from "./match.js"
 */
import { icon, locale, make, root } from "../dom.js";
import { dial } from "../reach.js";
import { way } from "./distance.js";
import { hoursIn, stateIn, todayIn } from "./hours.js";
import { clockAt } from "./open.js";
import { reportRow } from "./report.js";

/** @typedef {(key: string, values?: Record<string, string | number>) => string} Word */

const FADES = 183 * 86_400_000; // half a year

/** What a source wrote is Dutch on every page. */
const dutch = () => (root.lang === "nl" ? {} : { lang: "nl", dir: "ltr" });
/** @param {string} iso */
const day = (iso) => new Intl.DateTimeFormat(locale(), { dateStyle: "long", timeZone: "UTC" }).format(new Date(`${iso}T00:00:00Z`));

/** @param {string[]} codes */
function languageNames(codes) {
  const names = new Intl.DisplayNames([locale()], { type: "language" });
  return new Intl.ListFormat(locale()).format(codes.map((code) => names.of(code) ?? code));
}

/**
 * @param {{service: Service, km?: number | null}} hit without km nobody asked how far it is
 * @param {Word} word
 * @param {{spot?: number | null, number?: number}} [more] its number on the map, where it is on it; in a nurse's set, where it has one and that is offered
 */
export function placeRow({ service, km }, word, { spot = null, number } = {}) {
  const by = service.org ? [make("br"), service.org] : [];
  const mark = spot === null ? [] : [make("span", { class: "number", "aria-hidden": "true" }, String(spot)), " "];
  const title = make("h3", { ...dutch(), tabindex: "-1" }, ...mark, service.name);
  const what = make("p", { class: "small soft", ...dutch() }, service.what, ...by);
  const alert = service.alert ? [make("p", { class: "alert", ...dutch() }, service.alert)] : [];
  const pen = make("hr", { class: "pen-rule", "aria-hidden": "true" });
  const press = acts(service, word);
  press.append(reportRow(service, word), ...(number ? [forNurses(service, number, word)] : []));
  const inside = [pen, title, what, ...alert, make("ul", { class: "facts" }, ...facts(service, km, word)), press];
  return make("li", { class: "place", "data-spot": spot === null ? undefined : String(spot) }, ...inside);
}

/** @param {Service} service @param {number | null | undefined} km @param {Word} word */
function facts(service, km, word) {
  const place = where(service, km, word);
  const rows = [...(place.length ? [fact("plek", ...place)] : []), fact("uur", ...hours(service, word))];
  if (service.step) rows.push(fact("verder", make("span", dutch(), service.step)));
  if (service.home) rows.push(fact("dorp", word("home")));
  const cost = service.free ? word("free") : service.fees && make("span", dutch(), service.fees);
  const referral = service.referral === undefined ? "" : word(service.referral ? "referral" : "direct");
  if (cost || referral) rows.push(fact("klaar", cost || "", cost && referral ? ". " : "", referral));
  if (service.languages) rows.push(fact("taal", languageNames(service.languages)));
  rows.push(known(service, word));
  return rows;
}

/** Who says so, and since when: what a person confirmed fades after half a year. @param {Service} service @param {Word} word */
function known({ confirmed, by, checked, year, source }, word) {
  if (confirmed) {
    const old = Date.now() - Date.parse(confirmed) > FADES;
    const who = by ? make("span", dutch(), ` (${by})`) : "";
    const row = fact(old ? "let-op" : "klaar", word(old ? "long-ago" : "confirmed", { day: day(confirmed) }), who);
    row.classList.toggle("faded", old);
    return row;
  }
  const host = source?.match(/^https?:\/\/(?:www\.)?([^/]+)/)?.[1];
  const page = source && host ? [" ", make("a", { href: source, rel: "noopener noreferrer", target: "_blank" }, make("bdi", { dir: "ltr" }, host))] : [];
  const found = year ? word("unconfirmed-year", { year }) : checked ? word("unconfirmed", { day: day(checked) }) : word("unknown-source");
  return fact("let-op", found, ...page);
}

/** @param {string} symbol @param {...(Node | string)} words */
const fact = (symbol, ...words) => make("li", {}, icon(symbol), make("span", {}, ...words));

/** @param {Service} service @param {number | null | undefined} km @param {Word} word @returns {(Node | string)[]} */
function where({ wide, street, code, city }, km, word) {
  if (wide) return [word("wide")];
  const address = code ? make("span", { class: "address", ...dutch() }, [street, `${code} ${city}`].filter(Boolean).join(", ")) : "";
  if (km === undefined) return address ? [address] : [];
  if (km === null) return [word("somewhere")];
  const { key, ...values } = way(km);
  return address ? [word(key, values), make("br"), address] : [word(key, values)];
}

/** @param {Service} service @param {Word} word */
function hours({ hours: known, times, phone, url }, word) {
  const clock = clockAt(new Date());
  const now = stateIn(times, clock, locale());
  const today = todayIn(times, clock, locale());
  const week = (known && hoursIn(known, locale())) || (now && today && word("today", { times: today }));
  if (!now) return [week || word(phone ? "hours-call" : url ? "hours-site" : "hours-ask")];
  const { key, ...values } = now;
  const said = make("span", { class: key.startsWith("open-") ? "now" : "" }, word(key, values));
  return week && key !== "open-always" ? [said, make("br"), week] : [said];
}

/** For who makes a set: quiet, the last thing of a place. @param {Service} service @param {number} number @param {Word} word */
function forNurses({ name }, number, word) {
  const href = `/${root.lang}/professionals/set/#place=${number}`;
  return make("a", { class: "small soft in-set", href, "aria-label": `${word("in-set")}: ${name}` }, word("in-set"));
}

/** What can be pressed. @param {Service} service @param {Word} word */
function acts({ name, phone, email, url, street, code, city, source }, word) {
  const said = (/** @type {string} */ key) => ({ "aria-label": `${word(key)}: ${name}` }); // what is seen comes first, for who speaks to the phone
  const outside = { rel: "noopener noreferrer", target: "_blank" };
  const row = make("div", { class: "row" });
  if (phone) row.append(make("a", { class: "btn quiet", href: `tel:${dial(phone)}`, ...said("call") }, icon("bel"), word("call")));
  if (url) row.append(make("a", { class: phone ? "go" : "btn quiet", href: url, ...outside, ...said("site") }, ...(phone ? [] : [icon("wereld")]), make("span", {}, word("site"))));
  if (email) row.append(make("a", { class: "go", href: `mailto:${email}`, ...said("mail") }, make("span", {}, word("mail"))));
  if (street && matchMedia("(pointer: coarse)").matches) {
    row.append(make("a", { class: "go", href: mapLink(`${street}, ${code} ${city}`), ...said("map") }, make("span", {}, word("map"))));
  }
  if (!row.childElementCount && source) row.append(make("a", { class: "go", href: source, ...outside, ...said("source") }, make("span", {}, word("source"))));
  return row;
}

/** Opens the phone's own map app; nothing of ours asks anybody for a map. @param {string} address */
const mapLink = (address) => (/iP(hone|ad|od)|Macintosh/.test(navigator.userAgent) ? "maps:?q=" : "geo:0,0?q=") + encodeURIComponent(address);
