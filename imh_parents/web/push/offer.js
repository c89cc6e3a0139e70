/** Whether this phone can be told anything, and when it may be asked. Pure. */
import { ENOUGH } from "./choice.js";

/** @import { Choice } from "./choice.js" */
/** @typedef {"yes" | "install" | "safari" | "no"} Support `install`: an iPhone that must have the app on its home screen first; `safari`: that, from Safari */
/** @typedef {{agent: string, touch: number, push: boolean, standalone: boolean}} Device */
/** @typedef {"" | "ask" | "on" | "denied" | "install" | "safari"} View */

const KEPT = 3; // cards: somebody who keeps them has use of them

/** An iPad says that it is a Mac, but no Mac has a touch screen. @param {Device} device */
const isApple = ({ agent, touch }) => /iPhone|iPad|iPod/.test(agent) || (/Macintosh/.test(agent) && touch > 1);

/**
 * Web push is for iPhones from iOS 16.4, and only in an app on the home screen; every browser may put it there, an app's own browser may not.
 * https://webkit.org/blog/13878/web-push-for-web-apps-on-ios-and-ipados/
 * @param {Device} device @returns {Support}
 */
export function support(device) {
  if (device.push) return "yes";
  if (!isApple(device) || device.standalone) return "no";
  return /Safari\//.test(device.agent) && !/FBA[NV]|Instagram|Line\//.test(device.agent) ? "install" : "safari";
}

/** The count after a visit today. It stops as soon as it is enough: nobody needs to know more. @param {Choice} choice @param {string} today @returns {{days: number, last: string}} */
export function counted({ days, last }, today) {
  return days >= ENOUGH || last === today ? { days, last } : { days: days + 1, last: today };
}

/** Has the app been of use yet? Never on the first day. @param {Choice} choice @param {number} saved cards kept */
export const isUseful = ({ days }, saved) => days >= ENOUGH || (days >= 2 && saved >= KEPT);

/**
 * What to show. The offer on Vandaag comes once: after a yes, a no or a refusal by the browser it stays away, and in the dark too.
 * @param {{offer: boolean, support: Support, permission: string, choice: Choice, saved: number, dark: boolean}} now @returns {View}
 */
export function view({ offer, support, permission, choice, saved, dark }) {
  if (support === "no" || (offer && (choice.wish !== "" || dark || !isUseful(choice, saved)))) return "";
  if (support !== "yes") return support;
  if (permission === "denied") return offer ? "" : "denied";
  return choice.wish === "yes" && permission === "granted" ? "on" : "ask";
}
