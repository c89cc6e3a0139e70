/** A phone's storage for tests: may be full or refused, and is shared by "tabs" that each load the store anew. */
export function phone(start = {}) {
  const data = new Map(Object.entries(start));
  const told = [];
  const fake = { data, told, full: false, refused: false, cached: new Map() };
  const guard = () => {
    if (fake.refused) throw new DOMException("no", "SecurityError");
  };
  globalThis.localStorage = {
    getItem: (key) => (guard(), data.get(key) ?? null),
    setItem: (key, value) => {
      guard();
      if (fake.full) throw new DOMException("full", "QuotaExceededError");
      data.set(key, String(value));
    },
    removeItem: (key) => (guard(), data.delete(key)),
  };
  globalThis.caches = {
    open: async (name) => ({
      put: async (key, answer) => fake.cached.set(key, await answer.json()),
      keys: async () => (name === "imh-prefs" ? [...fake.cached.keys()].map((key) => new Request(`https://goed.example${key}`)) : []),
      delete: async ({ url }) => fake.cached.delete(new URL(url).pathname),
    }),
  };
  fake.window = globalThis.window = new EventTarget();
  return fake;
}

let count = 0;
/** One tab: its own copy of the modules, its own `window`. */
export async function tab() {
  globalThis.window = new EventTarget();
  const window = globalThis.window;
  const store = await import(`../../imh_parents/web/store.js?tab=${++count}`);
  const storage = (key = "imh") => window.dispatchEvent(Object.assign(new Event("storage"), { key }));
  return { ...store, storage, back: () => window.dispatchEvent(Object.assign(new Event("pageshow"), { persisted: true })) };
}
