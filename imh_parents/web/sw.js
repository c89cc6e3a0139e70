// The service worker: keeps the shell and the reader's languages on the phone, answers from there, dresses pages for
// the night before their first paint. The build puts `const SITE = {…}` above this file.
/* global SITE */
/// <reference lib="webworker" />

const CACHE = "imh";
const PREFS = "imh-prefs";
const NEVER = /^\/(desk|api|_event|ping|_upload|_health)(\/|$)/;
const LOST = "/niet-gevonden/";
const DORP = /^\/dorp\/[a-z-]+\.json$/; // a province, or the places: kept once looked at
const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));

/** @returns {Record<string, string>} address to revision, of everything this version may keep */
const all = () => Object.assign({}, SITE.shell.files, ...Object.values(SITE.languages).map((part) => part.files));
const LIST = all();
const key = (/** @type {string} */ url) => `${url}?__rev=${LIST[url]}`;

/** The published language an address begins with. @param {string} path */
function languageOf(path) {
  const [, code = ""] = path.split("/");
  return code in SITE.languages ? code : null;
}

/** @param {string} name @param {unknown} value */
async function remember(name, value) {
  const store = await caches.open(PREFS);
  await store.put(name, new Response(JSON.stringify(value)));
}

/** @param {string} name @param {any} otherwise */
async function recall(name, otherwise) {
  try {
    const found = await (await caches.open(PREFS)).match(name);
    return found ? await found.json() : otherwise;
  } catch {
    return otherwise;
  }
}

/** Languages kept before, and those of the pages open now. */
async function languages() {
  const open = await worker.clients.matchAll({ includeUncontrolled: true, type: "window" });
  const now = open.map((client) => languageOf(new URL(client.url).pathname));
  const found = new Set([...(await recall("/languages", [])), ...now].filter((code) => code && code in SITE.languages));
  return /** @type {string[]} */ ([...found]);
}

/** Keep every file of a part: many at once from its pack, a few one by one. @param {{pack: string, files: Record<string, string>}} part */
async function keep(part) {
  const cache = await caches.open(CACHE);
  const have = new Set((await cache.keys()).map((request) => new URL(request.url)).map((url) => url.pathname + url.search));
  let todo = Object.keys(part.files).filter((url) => !have.has(key(url)));
  if (todo.length > 12) {
    /** @type {{parts: Record<string, string>, texts: Record<string, string>}} */
    const { parts, texts } = await (await fetchFresh(part.pack)).json();
    // What pages share stands in the pack once, as \u0001name\u0002.
    // biome-ignore lint/suspicious/noControlCharactersInRegex: no text of ours holds them, which is why they mark the parts
    const whole = (/** @type {string} */ text) => text.replace(/\u0001([\w-]*)\u0002/g, (_, name) => parts[name] ?? "");
    for (const url of todo) {
      const text = texts[url];
      if (text !== undefined) await cache.put(key(url), new Response(whole(text), { headers: headersOf(url) }));
    }
    todo = todo.filter((url) => !(url in texts));
  }
  const one = async () => {
    for (let url; (url = todo.pop()); ) await cache.put(key(url), await fetchFresh(url));
  };
  await Promise.all([one(), one(), one(), one()]);
}

/** @param {string} url */
async function fetchFresh(url) {
  const answer = await fetch(url, { cache: "no-cache", credentials: "omit" });
  // A redirected answer cannot be given to a navigation.
  if (!answer.ok || answer.redirected) throw new Error(`${url}: ${answer.status}`);
  return answer;
}

/** @param {string} url */
function headersOf(url) {
  const type = url.endsWith("/") ? "text/html" : url.endsWith(".svg") ? "image/svg+xml" : url.endsWith(".js") ? "text/javascript" : "application/json";
  return { ...SITE.headers, ...(url.endsWith("/") ? SITE.pageHeaders : {}), "content-type": `${type};charset=utf-8` };
}

/** @param {string} code */
async function keepPart(code) {
  const part = SITE.languages[code];
  if (part) await keep(part);
}

/** @param {string} code */
async function keepLanguage(code) {
  const before = await recall("/languages", []);
  if (before.includes(code)) return;
  await keepPart(code);
  await remember("/languages", [...before, code]);
}

async function install() {
  const codes = await languages();
  await keep(SITE.shell);
  for (const code of codes) await keepPart(code);
  await remember("/languages", codes);
  // Safe, because a page holds all it needs: an old page stays whole under a new worker.
  await worker.skipWaiting();
}

async function activate() {
  const cache = await caches.open(CACHE);
  const wanted = new Set(Object.keys(LIST).map(key));
  for (const request of await cache.keys()) {
    const url = new URL(request.url);
    if (!wanted.has(url.pathname + url.search) && !DORP.test(url.pathname)) await cache.delete(request);
  }
  await worker.clients.claim();
}

/** Night, text size and "we know each other", set on <html> before the page is painted. @param {Response} page */
async function dress(page) {
  const prefs = await recall("/prefs", null);
  if (!prefs) return page;
  const hour = new Date().getHours();
  const chosen = prefs.until > Date.now() ? prefs.override : prefs.night;
  const theme = chosen === "night" || chosen === "day" ? chosen : hour < 6 || hour >= 22 ? "night" : "";
  const marks = [theme && `data-theme="${theme}"`, prefs.known && "data-known", /^(125|150|200)$/.test(prefs.text) && `data-text="${prefs.text}"`];
  const html = (await page.text()).replace("<html ", `<html ${marks.filter(Boolean).join(" ")} `);
  return new Response(html, { headers: page.headers });
}

/** @param {string} url */
async function kept(url) {
  return LIST[url] ? (await caches.open(CACHE)).match(key(url)) : undefined;
}

/** @param {Request} request @param {URL} url */
async function navigate(request, url) {
  const path = LIST[url.pathname] ? url.pathname : `${url.pathname}/`;
  const page = await kept(path);
  if (page) return dress(page);
  try {
    return await fetch(request);
  } catch {
    const lost = await kept(LOST);
    return lost ? dress(lost) : Response.error();
  }
}

/** What is kept at once, and a fresh one for the next time. @param {FetchEvent} event @param {string} path */
async function village(event, path) {
  const cache = await caches.open(CACHE);
  const found = await cache.match(path);
  const fresh = fetchFresh(path).then(async (answer) => {
    await cache.put(path, answer.clone());
    return answer;
  });
  if (!found) return fresh;
  event.waitUntil(fresh.catch(() => undefined));
  return found;
}

worker.addEventListener("install", (event) => event.waitUntil(install()));
worker.addEventListener("activate", (event) => event.waitUntil(activate()));
worker.addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  if (event.request.method !== "GET" || url.origin !== location.origin || NEVER.test(url.pathname)) return;
  if (event.request.mode === "navigate") {
    const answer = navigate(event.request, url);
    event.respondWith(answer);
    const code = languageOf(url.pathname);
    // After the answer: keeping a language takes time the reader should not wait for.
    if (code) event.waitUntil(answer.then(() => keepLanguage(code)).catch(() => undefined));
  } else if (DORP.test(url.pathname)) {
    event.respondWith(village(event, url.pathname));
  } else if (LIST[url.pathname]) {
    event.respondWith(kept(url.pathname).then((found) => found || fetch(event.request)));
  }
});
