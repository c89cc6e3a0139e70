/** The day on this phone, and a call when another begins while the page is open. */
import { todayIso } from "./child.js";

export const today = () => todayIso(new Date());

/** @param {() => void} fn */
export function onNewDay(fn) {
  let seen = today();
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  const look = () => {
    const now = new Date();
    clearTimeout(timer);
    timer = setTimeout(look, new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1).getTime() - now.getTime() + 1000);
    if (seen === today()) return;
    seen = today();
    fn();
  };
  document.addEventListener("visibilitychange", look);
  addEventListener("pageshow", look);
  look();
}
