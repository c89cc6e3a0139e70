/**
 * This phone's subscription: made on a tap, looked after once a day, and gone on a tap. What the browser has is the truth;
 * the record says what the server was told of it.
 */
import { dayNumber } from "../child.js";
import { recall, remember } from "../recall.js";
import { choice, choose } from "./choice.js";
import { Trouble, bytes, fetchKey, register, unregister } from "./server.js";

/** @import { Key, Record, Wanted, Why } from "./server.js" */

export const RECORD = "/push";
const PATIENCE = 15_000; // for the service worker of a first visit
const AGAIN = 30; // days after which the server hears that this phone still listens; it forgets those it has not heard for long

/** @returns {Promise<Record | null>} */
const record = () => recall(RECORD, null);

/** The service worker, which may still be on its way. @returns {Promise<ServiceWorkerRegistration>} */
async function worker() {
  const slow = new Promise((_, no) => setTimeout(() => no(new Trouble("refused")), PATIENCE));
  return /** @type {Promise<ServiceWorkerRegistration>} */ (Promise.race([navigator.serviceWorker.ready, slow]));
}

/** @param {PushManager} push @param {Key} key */
const subscribe = (push, { key }) =>
  push.subscribe({ userVisibleOnly: true, applicationServerKey: bytes(key) }).catch(() => {
    throw new Trouble("refused"); // the browser's own push service did not want it, or could not be reached
  });

/** The word to say about a failure. @param {unknown} fault @returns {Why} */
const why = (fault) => (fault instanceof Trouble ? fault.why : "refused");

/** @param {PushSubscription} subscription @param {Wanted} wanted @param {Key} key @param {string} today @param {string} [replaces] */
async function tell(subscription, wanted, key, today, replaces) {
  await register(subscription, wanted, key.id, replaces);
  /** @type {Record} */
  const told = { ...wanted, endpoint: subscription.endpoint, key: key.key, keyId: key.id, on: today };
  await remember(RECORD, told);
}

/**
 * Ask the browser, then tell the server. Anything that fails leaves everything as it was.
 * @param {Wanted} wanted @param {string} today @returns {Promise<"on" | "dismissed" | "denied" | Why>}
 */
export async function start(wanted, today) {
  // First of all: a browser only asks as long as the tap is fresh.
  const answer = await Notification.requestPermission();
  if (answer !== "granted") return answer === "denied" ? "denied" : "dismissed";
  try {
    const key = await fetchKey();
    const push = (await worker()).pushManager;
    const before = await push.getSubscription();
    if (before && (await record())?.keyId !== key.id) await before.unsubscribe();
    const subscription = await subscribe(push, key);
    try {
      await tell(subscription, wanted, key, today);
    } catch (fault) {
      await subscription.unsubscribe();
      throw fault;
    }
    choose({ wish: "yes", topics: wanted.topics, checked: today, owed: "" });
    return "on";
  } catch (fault) {
    return why(fault);
  }
}

/** Other topics, or the band on or off. @param {Wanted} wanted @param {string} today @returns {Promise<"saved" | Why>} */
export async function alter(wanted, today) {
  try {
    await mend(wanted, today, true);
    choose({ topics: wanted.topics });
    return "saved";
  } catch (fault) {
    return why(fault);
  }
}

/** No message any more, and nothing about this phone on the server. `owed`: the server could not be reached, so it is told later. @returns {Promise<"stopped" | "owed">} */
export async function stop() {
  const registration = await navigator.serviceWorker?.getRegistration();
  const subscription = await registration?.pushManager?.getSubscription();
  const endpoint = subscription?.endpoint ?? (await record())?.endpoint ?? "";
  await subscription?.unsubscribe();
  await remember(RECORD, null).catch(() => undefined);
  choose({ wish: "no", topics: [], owed: endpoint });
  return (await settle()) ? "stopped" : "owed";
}

/** Tell the server to forget an address it could not be told about before. True when nothing is owed. */
async function settle() {
  const { owed } = choice();
  if (!owed) return true;
  try {
    await unregister(owed);
    choose({ owed: "" });
    return true;
  } catch {
    return false;
  }
}

/** Once a day: is the subscription there, with the key of now, and does the server know it? @param {Wanted} wanted @param {string} today */
export async function check(wanted, today) {
  await settle();
  const { wish, checked } = choice();
  if (wish !== "yes" || checked === today) return;
  if (!wanted.topics.length) return void stop(); // the child outgrew the app, and nothing else was asked for
  try {
    await mend(wanted, today, false);
    choose({ checked: today });
  } catch (fault) {
    if (why(fault) !== "offline") choose({ checked: today }); // without internet the next page may try again
  }
}

/** @param {Wanted} wanted @param {string} today @param {boolean} now also when nothing seems to have changed */
async function mend(wanted, today, now) {
  const before = await record();
  if (Notification.permission !== "granted") {
    if (before) await unregister(before.endpoint);
    return remember(RECORD, null);
  }
  const key = await fetchKey();
  const push = (await worker()).pushManager;
  const found = await push.getSubscription();
  // One key at a time: the browser refuses a second one beside the first.
  if (found && before?.keyId !== key.id) await found.unsubscribe();
  const subscription = await subscribe(push, key);
  if (now || isOther(before, subscription.endpoint, wanted, key, today)) await tell(subscription, wanted, key, today, before?.endpoint);
}

/** @param {Record | null} before @param {string} endpoint @param {Wanted} wanted @param {Key} key @param {string} today */
function isOther(before, endpoint, wanted, key, today) {
  if (!before || before.endpoint !== endpoint || before.keyId !== key.id) return true;
  const old = (dayNumber(today) ?? 0) - (dayNumber(before.on) ?? 0) >= AGAIN;
  return old || before.language !== wanted.language || before.band !== wanted.band || before.topics.join() !== wanted.topics.join();
}
