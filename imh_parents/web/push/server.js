/**
 * The three things the phone says to the server about push, and only after the parent said yes.
 * Nothing is sent but what stands in `Wanted` and the browser's own address for messages.
 */

/** @typedef {{language: string, topics: string[], band: string | null}} Wanted */
/** @typedef {Wanted & {endpoint: string, key: string, keyId: string, on: string}} Record what the server was told, and on which day */
/** @typedef {{key: string, id: string}} Key the application server key, base64url */
/** @typedef {"offline" | "closed" | "refused"} Why */

const SUBSCRIPTIONS = "/api/push/subscriptions";

/** Something did not work; `why` is the word to say. */
export class Trouble extends Error {
  /** @param {Why} why */
  constructor(why) {
    super(why);
    this.why = why;
  }
}

/** @param {string} url @param {RequestInit} [how] */
async function ask(url, how) {
  const answer = await fetch(url, { credentials: "omit", cache: "no-store", ...how }).catch(() => {
    throw new Trouble("offline");
  });
  if (answer.status === 503 || answer.status === 404) throw new Trouble("closed"); // no key made, or no server but files
  if (!answer.ok) throw new Trouble("refused");
  return answer;
}

/** @param {string} method @param {object} body @returns {RequestInit} */
const json = (method, body) => ({ method, body: JSON.stringify(body), headers: { "content-type": "application/json" } });

/** @returns {Promise<Key>} */
export async function fetchKey() {
  const { key, id } = await (await ask("/api/push/key")).json().catch(() => ({}));
  if (typeof key !== "string" || typeof id !== "string") throw new Trouble("closed");
  return { key, id };
}

/** @param {PushSubscription} subscription @param {Wanted} wanted @param {string} keyId @param {string} [replaces] the address it comes in the place of */
export async function register(subscription, { language, topics, band }, keyId, replaces) {
  const { endpoint, keys } = subscription.toJSON();
  const old = replaces && replaces !== endpoint ? { replaces } : {};
  await ask(SUBSCRIPTIONS, json("POST", { subscription: { endpoint, keys }, language, topics, band, key_id: keyId, ...old }));
}

/** @param {string} endpoint */
export async function unregister(endpoint) {
  await ask(SUBSCRIPTIONS, json("DELETE", { endpoint })).catch((trouble) => {
    if (trouble.why !== "closed") throw trouble; // 404: it was not there any more
  });
}

/** base64url to bytes, for browsers that take no text as a key. @param {string} text */
export const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (letter) => letter.charCodeAt(0));
