// The service worker: keeps the shell and the reader's languages on the phone, answers from there, dresses pages for
// the night before their first paint. The build puts `const SITE = {…}` above this file.
/* global SITE */
/// <reference lib="webworker" />
import { isQuiet, isRepeat, ownPage, received, toldBy } from "./push/payload.js";
import { bytes, register } from "./push/server.js";
import { recall, remember } from "./recall.js";

const CACHE = "imh";
const NEVER = /^\/(desk|api|_event|ping|_upload|_health)(\/|$)/;
const LOST = "/niet-gevonden/";
const DORP = /^\/dorp\/[a-z-]+\.json$/; // a province, or the places: kept once looked at
const CHUNK = /^\/js\//;
const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));

/** @returns {Record<string, string>} address to revision, of everything this version may keep */
const all = () => Object.assign({}, SITE.shell.files, ...Object.values(SITE.languages).map((part) => part.files));
const LIST = all();
const key = (/** @type {string} */ url) => `${url}?__rev=${LIST[url]}`;

/** The published language an address begins with. @param {string} path */
function languageOf(path) {
  const [, code = ""] = path.split("/");
  return Object.hasOwn(SITE.languages, code) ? code : null;
}

/** Languages kept before, and those of the pages open now. */
async function languages() {
  const open = await worker.clients.matchAll({ includeUncontrolled: true, type: "window" });
  const now = open.map((client) => languageOf(new URL(client.url).pathname));
  const found = new Set([...(await recall("/languages", [])), ...now].filter((code) => code && Object.hasOwn(SITE.languages, code)));
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
  // Safe, because a page holds all it needs but its scripts, and those of the release before stay: see activate.
  await worker.skipWaiting();
}

/** Clears away what is old. A page that is open asks for scripts later on too, so those of one release before stay a while. */
async function activate() {
  const cache = await caches.open(CACHE);
  const wanted = new Set(Object.keys(LIST).map(key));
  const older = await recall("/before", []);
  const before = [];
  for (const request of await cache.keys()) {
    const { pathname, search } = new URL(request.url);
    if (wanted.has(pathname + search) || DORP.test(pathname)) continue;
    if (CHUNK.test(pathname) && !older.includes(pathname)) before.push(pathname);
    else await cache.delete(request);
  }
  await remember("/before", before);
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

/**
 * "/": to the language of the phone, or where it is not kept, to where the server leads, or to a language that was read before.
 * @param {Request} request @returns {Promise<Response | null>} null where nobody knows
 */
async function home(request) {
  const read = /** @type {string[]} */ (await recall("/languages", [])).filter((code) => code in SITE.languages);
  const own = navigator.languages.map((tag) => tag.split("-")[0] ?? "").find((code) => code in SITE.languages) ?? read[0] ?? "";
  const answer = read.includes(own) ? null : await fetch(request).catch(() => null);
  if (answer?.type === "opaqueredirect") return answer;
  const code = read.includes(own) ? own : read[0];
  return code ? Response.redirect(`/${code}/`, 302) : answer;
}

/** @param {Request} request @param {URL} url */
async function navigate(request, url) {
  const answer = url.pathname === "/" && (await home(request));
  if (answer) return answer;
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
  } else if (CHUNK.test(url.pathname)) {
    event.respondWith(caches.match(url.pathname, { cacheName: CACHE, ignoreSearch: true }).then((found) => found || fetch(event.request)));
  }
});

/** What is said where a push cannot be read, in the language messages were asked in. @returns {Promise<import("./push/payload.js").Words>} */
async function otherwise() {
  const code = (await recall("/push", null))?.language ?? (await languages())[0] ?? "nl";
  return SITE.push[code] ?? SITE.push.nl;
}

/**
 * Always shows something: a browser takes the permission away from who does not. A repeat comes in the place of the first without a
 * sound, and goes again where the first was put away.
 * @param {string} text
 */
async function show(text) {
  const told = toldBy(text, location.origin, await otherwise());
  const before = /** @type {import("./push/payload.js").Received[]} */ (await recall("/berichten", []));
  const repeat = isRepeat(before, told);
  const tag = told.tag || told.id || "bericht";
  const gone = repeat && !(await worker.registration.getNotifications({ tag })).length;
  const { title, line, lang, dir, page } = told;
  const silent = repeat || isQuiet(new Date());
  await worker.registration.showNotification(title, { body: line, lang, dir, tag, silent, icon: "/icons/icon-192.png", badge: "/icons/badge-96.png", data: { page } });
  if (gone) for (const one of await worker.registration.getNotifications({ tag })) one.close();
  if (!repeat) await remember("/berichten", received(before, told, Date.now())).catch(() => undefined);
}

/** To its page, in a tab of ours where there is one. @param {Notification} notification */
async function open(notification) {
  notification.close();
  const page = ownPage(notification.data?.page, location.origin) ?? "/";
  const tabs = (await worker.clients.matchAll({ type: "window", includeUncontrolled: true })).filter(({ url }) => !NEVER.test(new URL(url).pathname));
  const [tab] = tabs.sort((a, b) => Number(b.focused) - Number(a.focused));
  // A tab from before this worker cannot be led, and a browser may refuse to bring one forward.
  const led = await tab?.navigate(page).catch(() => null);
  if (!led) return worker.clients.openWindow(page);
  return led.focus().catch(() => led);
}

/** The browser gave this phone another address for messages: the server hears it, once more with what the parent chose. @param {any} event */
async function renew({ newSubscription, oldSubscription }) {
  const record = /** @type {import("./push/server.js").Record | null} */ (await recall("/push", null));
  if (!record) return;
  const key = oldSubscription?.options.applicationServerKey ?? bytes(record.key);
  const subscription = newSubscription ?? (await worker.registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key }));
  await register(subscription, record, record.keyId, record.endpoint);
  await remember("/push", { ...record, endpoint: subscription.endpoint });
}

/** One after the other, or two at once would each forget what the other keeps. @type {Promise<unknown>} */
let last = Promise.resolve();

worker.addEventListener("push", (event) => {
  const text = event.data?.text() ?? "";
  last = last.then(() => show(text)).catch(() => undefined);
  event.waitUntil(last);
});
worker.addEventListener("notificationclick", (event) => event.waitUntil(open(event.notification)));
// Where it fails, the next page that is opened finds out and mends it (push/subscription.js).
worker.addEventListener("pushsubscriptionchange", (event) => event.waitUntil(renew(event).catch(() => undefined)));
