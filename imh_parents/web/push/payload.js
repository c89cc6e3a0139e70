/**
 * What a push says. One body for every browser, as Declarative Web Push writes it
 * (https://webkit.org/blog/16535/meet-declarative-web-push/), with our own `id` beside it. Pure.
 */

/**
 * @typedef {object} Told
 * @property {string} id empty when nobody gave one
 * @property {string} title
 * @property {string} line
 * @property {string} page a path of our own
 * @property {string} lang
 * @property {"auto" | "ltr" | "rtl"} dir
 * @property {string} tag a newer message with the same one takes the place of the older
 */
/** @typedef {{title: string, line: string, page: string, lang: string, dir: "ltr" | "rtl"}} Words said where a message cannot be read */

const MOST = 30; // messages kept
const EVENING = 21;
const MORNING = 8;

/** @param {unknown} value @param {number} most */
const words = (value, most) => (typeof value === "string" ? value.slice(0, most) : "");

/** A path on our own site, or null for any other address. @param {unknown} href @param {string} origin */
export function ownPage(href, origin) {
  try {
    const url = new URL(String(href), origin);
    return url.origin === origin ? url.pathname + url.search + url.hash : null;
  } catch {
    return null;
  }
}

/** Always something to show: a body that is broken, empty or not ours becomes `otherwise`. @param {string} text @param {string} origin @param {Words} otherwise @returns {Told} */
export function toldBy(text, origin, otherwise) {
  const plain = { id: "", tag: "", ...otherwise };
  try {
    const body = JSON.parse(text);
    const { title, body: line, navigate, lang, dir, tag, data } = body.notification;
    if (!words(title, 1)) return plain;
    return {
      id: words(body.id ?? data?.id, 64),
      title: words(title, 120),
      line: words(line, 400),
      page: (navigate && ownPage(navigate, origin)) || otherwise.page,
      lang: words(lang, 12),
      dir: dir === "rtl" || dir === "ltr" ? dir : "auto",
      tag: words(tag, 64),
    };
  } catch {
    return plain;
  }
}

/** @typedef {Told & {at: number}} Received */

/** Was this one here before? A message nobody numbered never was. @param {Received[]} received @param {Told} told */
export const isRepeat = (received, { id }) => id !== "" && received.some((one) => one.id === id);

/** The list with one more, the newest first; what cannot be told apart later is not kept. @param {Received[]} received @param {Told} told @param {number} now */
export const received = (received, told, now) => (told.id ? [{ ...told, at: now }, ...received].slice(0, MOST) : received);

/** A phone that was off may get a message in the night; then it makes no sound. @param {Date} now */
export const isQuiet = (now) => now.getHours() >= EVENING || now.getHours() < MORNING;
