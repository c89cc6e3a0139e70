/** The cache that pages and the service worker both read: what a page is dressed with, what was told by push, and what the worker knows from before. */

export const PREFS = "imh-prefs";

/** @param {string} name @param {unknown} value */
export async function remember(name, value) {
  const store = await caches.open(PREFS);
  await store.put(name, new Response(JSON.stringify(value), { headers: { "content-type": "application/json" } }));
}

/** @param {string} name @param {any} otherwise also where there is no cache (private mode, plain http) */
export async function recall(name, otherwise) {
  try {
    const found = await (await caches.open(PREFS)).match(name);
    return found ? await found.json() : otherwise;
  } catch {
    return otherwise;
  }
}
