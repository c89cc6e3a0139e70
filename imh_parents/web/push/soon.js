/** What stands around being told is fetched when the page has nothing better to do, so that no page waits for it. */
const soon = globalThis.requestIdleCallback ?? ((/** @type {() => void} */ act) => setTimeout(act, 200));
if (document.querySelector("imh-push")) soon(() => void import("../elements/push.js").catch(() => undefined), { timeout: 3000 });
