/** A phone, its browser and the server, all three pretended: what is asked of whom, and what is left when something fails. */
import { beforeEach, describe, expect, test } from "bun:test";
import { phone } from "./fake.js";

const TODAY = "2026-11-22";
const WANTED = { language: "nl", topics: ["week"], band: null };
let fake, server, browser, told, subject;

/** A browser that gives another address each time it subscribes. */
function pretendBrowser() {
  browser = { permission: "default", answer: "granted", subscription: null, made: 0, fails: false };
  globalThis.Notification = {
    get permission() {
      return browser.permission;
    },
    requestPermission: async () => (browser.permission = browser.answer),
  };
  const pushManager = {
    getSubscription: async () => browser.subscription,
    subscribe: async ({ userVisibleOnly, applicationServerKey }) => {
      if (browser.fails || !userVisibleOnly) throw new DOMException("no", "AbortError");
      const key = String(applicationServerKey);
      if (browser.subscription && browser.subscription.key !== key) throw new DOMException("another key", "InvalidStateError");
      const endpoint = browser.subscription?.endpoint ?? `https://push.example/${++browser.made}`;
      browser.subscription ??= {
        endpoint,
        key,
        toJSON: () => ({ endpoint, expirationTime: null, keys: { p256dh: "p", auth: "a" } }),
        unsubscribe: async () => ((browser.subscription = null), true),
      };
      return browser.subscription;
    },
  };
  const registration = { pushManager };
  Object.defineProperty(globalThis.navigator, "serviceWorker", { configurable: true, value: { ready: Promise.resolve(registration), getRegistration: async () => registration } });
}

function pretendServer() {
  server = { key: { key: "AQID", id: "k1" }, status: 204, up: true, rows: new Map(), calls: [] };
  globalThis.fetch = async (url, { method = "GET", body } = {}) => {
    server.calls.push(`${method} ${url}`);
    if (!server.up) throw new TypeError("Failed to fetch");
    if (url === "/api/push/key") return server.key ? Response.json(server.key) : new Response("", { status: 503 });
    if (server.status !== 204) return new Response("", { status: server.status });
    const said = JSON.parse(body);
    if (method === "DELETE") server.rows.delete(said.endpoint);
    else {
      if (said.replaces) server.rows.delete(said.replaces);
      server.rows.set(said.subscription.endpoint, said);
    }
    return new Response(null, { status: 204 });
  };
}

beforeEach(async () => {
  fake = phone();
  globalThis.caches = {
    open: async () => ({
      put: async (key, answer) => fake.cached.set(key, await answer.text()),
      match: async (key) => (fake.cached.has(key) ? new Response(fake.cached.get(key)) : undefined),
    }),
  };
  pretendBrowser();
  pretendServer();
  subject = await import("../../imh_parents/web/push/subscription.js");
  told = await import("../../imh_parents/web/push/choice.js");
});

const record = () => JSON.parse(fake.cached.get("/push") ?? "null");
const left = () => ({ subscribed: Boolean(browser.subscription), rows: server.rows.size, wish: told.choice().wish, record: record() });
const NOTHING = { subscribed: false, rows: 0, wish: "", record: null };

test("a yes: the browser first, then the server, and exactly this is sent", async () => {
  expect(await subject.start({ language: "ar", topics: ["week", "age"], band: "3-4-maanden" }, TODAY)).toBe("on");
  expect(server.calls).toEqual(["GET /api/push/key", "POST /api/push/subscriptions"]);
  expect([...server.rows.values()]).toEqual([
    { subscription: { endpoint: "https://push.example/1", keys: { p256dh: "p", auth: "a" } }, language: "ar", topics: ["week", "age"], band: "3-4-maanden", key_id: "k1" },
  ]);
  expect(told.choice()).toMatchObject({ wish: "yes", topics: ["week", "age"], checked: TODAY });
});

test.each([
  ["the parent did not answer", () => (browser.answer = "default"), "dismissed"],
  ["the parent said no to the browser", () => (browser.answer = "denied"), "denied"],
  ["there is no connection", () => (server.up = false), "offline"],
  ["the server has no key", () => (server.key = null), "closed"],
  ["the browser's own service refuses", () => (browser.fails = true), "refused"],
  ["the server refuses", () => (server.status = 400), "refused"],
  ["too many ask at once", () => (server.status = 429), "refused"],
])("nothing half done when %s", async (_, break_, said) => {
  break_();
  expect(await subject.start(WANTED, TODAY)).toBe(said);
  expect(left()).toEqual(NOTHING);
  if (said === "dismissed" || said === "denied") expect(server.calls).toEqual([]);
});

describe("once it is on", () => {
  beforeEach(async () => {
    await subject.start(WANTED, TODAY);
    server.calls.length = 0;
  });

  test("stopping erases the row and the subscription", async () => {
    expect(await subject.stop()).toBe("stopped");
    expect(left()).toEqual({ subscribed: false, rows: 0, wish: "no", record: null });
    expect(told.choice().owed).toBe("");
  });

  test("stopping without a connection ends it here, and the server hears it later, once", async () => {
    server.up = false;
    expect(await subject.stop()).toBe("owed");
    expect(left()).toMatchObject({ subscribed: false, rows: 1, wish: "no" });
    server.up = true;
    await subject.check(WANTED, TODAY);
    expect(server.rows.size).toBe(0);
    server.calls.length = 0;
    await subject.check(WANTED, "2026-11-23");
    expect(server.calls).toEqual([]);
  });

  test("stopping where the row was gone already is stopping", async () => {
    server.status = 404;
    expect(await subject.stop()).toBe("stopped");
  });

  test("the same day nothing is asked; the next day only the key", async () => {
    await subject.check(WANTED, TODAY);
    expect(server.calls).toEqual([]);
    await subject.check(WANTED, "2026-11-23");
    await subject.check(WANTED, "2026-11-23");
    expect(server.calls).toEqual(["GET /api/push/key"]);
  });

  test("a lost subscription is made again in the place of the old", async () => {
    browser.subscription = null;
    await subject.check(WANTED, "2026-11-23");
    expect([...server.rows.keys()]).toEqual(["https://push.example/2"]);
    expect(record().endpoint).toBe("https://push.example/2");
  });

  test("another key: subscribed anew, the row moves", async () => {
    server.key = { key: "BAUG", id: "k2" };
    await subject.check(WANTED, "2026-11-23");
    expect([...server.rows.values()]).toMatchObject([{ key_id: "k2", replaces: "https://push.example/1" }]);
    expect(browser.subscription.key).toBe("4,5,6");
  });

  test.each([
    ["another language", { ...WANTED, language: "en" }, "2026-11-23"],
    ["an older child", { ...WANTED, topics: ["week", "age"], band: "5-6-maanden" }, "2026-11-23"],
    ["a month without a word", WANTED, "2026-12-22"],
  ])("the server is told of %s", async (_, wanted, day) => {
    await subject.check(wanted, day);
    expect(server.calls).toEqual(["GET /api/push/key", "POST /api/push/subscriptions"]);
    expect([...server.rows.values()]).toMatchObject([{ language: wanted.language, band: wanted.band }]);
  });

  test("permission taken away: the row goes, and comes back with the permission", async () => {
    browser.permission = "denied";
    browser.subscription = null;
    await subject.check(WANTED, "2026-11-23");
    expect(left()).toEqual({ subscribed: false, rows: 0, wish: "yes", record: null });
    browser.permission = "granted";
    await subject.check(WANTED, "2026-11-24");
    expect(left()).toMatchObject({ subscribed: true, rows: 1 });
  });

  test("without a connection the next page tries again; after an answer only tomorrow", async () => {
    browser.subscription = null;
    server.up = false;
    await subject.check(WANTED, "2026-11-23");
    server.up = true;
    server.key = null;
    await subject.check(WANTED, "2026-11-23");
    server.calls.length = 0;
    await subject.check(WANTED, "2026-11-23");
    expect(server.calls).toEqual([]);
  });

  test("nothing left to be told of: it stops by itself", async () => {
    await subject.check({ ...WANTED, topics: [] }, "2026-11-23");
    await Bun.sleep(1);
    expect(left()).toEqual({ subscribed: false, rows: 0, wish: "no", record: null });
  });

  test("other topics go to the server first, and are kept when it took them", async () => {
    expect(await subject.alter({ ...WANTED, topics: ["week", "age"], band: "3-4-maanden" }, TODAY)).toBe("saved");
    expect([...server.rows.values()]).toMatchObject([{ topics: ["week", "age"], band: "3-4-maanden" }]);
    server.up = false;
    expect(await subject.alter(WANTED, TODAY)).toBe("offline");
    expect(told.choice().topics).toEqual(["week", "age"]);
  });
});

test("a phone that never said yes asks the server nothing", async () => {
  await subject.check(WANTED, TODAY);
  expect(await subject.stop()).toBe("stopped");
  expect(server.calls).toEqual([]);
});
