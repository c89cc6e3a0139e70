/**
 * Stands inline at the end of every page that is there to be read, so that its words never wait for a script.
 *
 * Modules asked for before the first paint share the line with the font and the page itself: on a slow network they cost
 * half a second. The build fills in MAIN, and its policy lets exactly this text run.
 */
/* global MAIN */

const loaded = new Promise((done) => (document.readyState === "complete" ? done(null) : addEventListener("load", done, { once: true })));

const painted = new Promise((done) => {
  // A page opened in the background is not painted, and some browsers do not tell.
  if (document.hidden || !globalThis.PerformanceObserver?.supportedEntryTypes?.includes("largest-contentful-paint")) return done(null);
  new PerformanceObserver((_, observer) => {
    observer.disconnect();
    done(null);
  }).observe({ type: "largest-contentful-paint", buffered: true });
  setTimeout(done, 3000);
});

Promise.all([loaded, painted]).then(() => {
  setTimeout(() => import(MAIN));
  // Later than the head would: the manifest and its icon are for installing, not for reading.
  const link = document.createElement("link");
  link.rel = "manifest";
  link.href = `/${document.documentElement.lang}/manifest.webmanifest`;
  document.head.append(link);
});
