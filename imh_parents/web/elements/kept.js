import { Live, define } from "../dom.js";
import { override } from "../prefs.js";

/** Shows what is stored on this phone, as it stands there. */
class Kept extends Live {
  /** @override */
  show() {
    const stored = { ...this.#stored() };
    if (override().override) stored.night = [stored.night ?? "auto", override()];
    for (const row of this.querySelectorAll("pre[data-key]")) {
      const value = stored[row.getAttribute("data-key") ?? ""];
      const none = value === undefined || value === "" || (Array.isArray(value) && !value.length);
      row.textContent = none ? this.word("empty") : typeof value === "object" ? JSON.stringify(value, null, 2) : String(value);
    }
    for (const row of this.querySelectorAll("pre[data-store]")) row.textContent = laidOut(raw(row.getAttribute("data-store") ?? "")) ?? this.word("empty");
  }

  /** @returns {Record<string, any> | null} */
  #stored() {
    try {
      return JSON.parse(localStorage.getItem(this.word("key")) ?? "null");
    } catch {
      return null;
    }
  }
}

/** @param {string} key */
function raw(key) {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

/** In lines, where it is JSON, so that it can be read on a narrow screen. @param {string | null} text */
function laidOut(text) {
  try {
    return text && JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}

define("imh-kept", Kept);
