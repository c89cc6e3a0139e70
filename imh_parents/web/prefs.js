/**
 * What the service worker may know, in a cache it can read, so that a page is dressed before it is painted.
 * Also the night chosen by hand, which holds until 6 or 22 o'clock.
 * @import { State } from "./shape.js"
 */
import { PREFS, remember } from "./recall.js";

export const OVERRIDE = "imh-night";

/** @typedef {"day" | "night"} Theme */
/** @typedef {{override?: Theme, until: number}} Override `until` in milliseconds */

/** Where storage is refused it holds for this page. @type {string | null} */
let held = null;

/** @returns {Override} */
export function override() {
  try {
    const { override: theme, until } = JSON.parse(held ?? localStorage.getItem(OVERRIDE) ?? "{}");
    return (theme === "day" || theme === "night") && until > Date.now() ? { override: theme, until } : { until: 0 };
  } catch {
    return { until: 0 };
  }
}

/** Null leaves the night to the settings again. False when it only holds for this page. @param {Override | null} choice */
export function keepOverride(choice) {
  const text = JSON.stringify(choice ?? {});
  try {
    if (choice) localStorage.setItem(OVERRIDE, text);
    else localStorage.removeItem(OVERRIDE);
    held = null;
  } catch {
    held = text;
  }
  return held === null;
}

/** @param {State} state */
export function mirror({ night, text, children }) {
  void quietly(() => remember("/prefs", { night, text, known: children.length > 0, ...override() }));
}

/**
 * The prefs, the messages that came, and the provinces looked at in the finder: they tell where a family lives. Which languages are kept
 * stays, as their pages do: a newer worker would clear those away otherwise.
 */
export const forget = () =>
  void quietly(async () => {
    const kept = await caches.open(PREFS);
    for (const request of await kept.keys()) if (new URL(request.url).pathname !== "/languages") await kept.delete(request);
    const pages = await caches.open("imh");
    for (const request of await pages.keys()) if (new URL(request.url).pathname.startsWith("/dorp/")) await pages.delete(request);
  });

/** @param {() => Promise<unknown>} act */
async function quietly(act) {
  try {
    await act();
  } catch {
    // no cache here (private mode, plain http): the page dresses itself a moment later
  }
}
