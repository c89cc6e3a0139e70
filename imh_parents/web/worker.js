/** The service worker: registered when the page has nothing better to do, looked at again when somebody returns. */

export function keepOffline() {
  if (!("serviceWorker" in navigator)) return;
  const soon = globalThis.requestIdleCallback ?? ((/** @type {() => void} */ act) => setTimeout(act, 1));
  const start = () => soon(() => void register(), { timeout: 3000 });
  if (document.readyState === "complete") start();
  else addEventListener("load", start, { once: true });
}

async function register() {
  try {
    const registration = await navigator.serviceWorker.register("/sw.js");
    document.addEventListener("visibilitychange", () => {
      if (document.visibilityState === "visible") registration.update().catch(() => undefined);
    });
  } catch {
    // refused (private mode, plain http): reading goes on with the network
  }
}
