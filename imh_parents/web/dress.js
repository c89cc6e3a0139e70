/** Night and text size on <html>. By itself night comes by the clock or with the phone; by hand until the next 6 or 22 o'clock. */
import { root } from "./dom.js";
import { isDark, nextTurn } from "./dusk.js";
import { override } from "./prefs.js";
import { onChange, overrideNight, read } from "./store.js";

/** @import { Theme } from "./prefs.js" */

const dark = globalThis.matchMedia?.("(prefers-color-scheme: dark)");

/** @param {Date} now @returns {Theme} */
function themeAt(now) {
  const by = override().override ?? read().night;
  return by === "auto" ? (isDark(now) || dark?.matches ? "night" : "day") : by;
}

/** Night on or off by hand. */
export function turn() {
  const now = new Date();
  overrideNight({ override: themeAt(now) === "night" ? "day" : "night", until: nextTurn(now).getTime() });
}

/** @type {ReturnType<typeof setTimeout> | undefined} */
let timer;

function dress() {
  const now = new Date();
  root.dataset.theme = themeAt(now);
  root.dataset.text = String(read().text);
  for (const meta of document.querySelectorAll('meta[name="theme-color"]')) {
    meta.setAttribute("content", getComputedStyle(root).getPropertyValue("--paper").trim());
  }
  clearTimeout(timer);
  timer = setTimeout(dress, nextTurn(now).getTime() - now.getTime() + 1000);
}

/** Dress the page now, and whenever something changes. */
export function keepDressed() {
  onChange(dress);
  dark?.addEventListener?.("change", dress);
  document.addEventListener("visibilitychange", dress);
  dress();
}
