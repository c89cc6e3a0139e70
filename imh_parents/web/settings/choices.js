/** The choices of Instellingen: what is ticked is what is kept. */
import { change, overrideNight, read } from "../store.js";

/** @import { State } from "../shape.js" */
/** @type {Record<string, (draft: State, value: any, on: boolean) => void>} */
const SET = {
  text: (draft, value) => (draft.text = /** @type {State["text"]} */ (Number(value))),
  night: (draft, value) => (draft.night = value),
  role: (draft, value) => (draft.role = value),
  situations: (draft, value, on) => {
    draft.situations = [...draft.situations.filter((one) => one !== value), ...(on ? [value] : [])];
  },
};

/** @param {HTMLElement} host @param {(kept: boolean) => void} done */
export function listen(host, done) {
  host.addEventListener("change", ({ target }) => {
    if (!(target instanceof HTMLInputElement)) return;
    const { name, value, checked } = target;
    const set = SET[name];
    if (!set) return;
    if (name === "night") overrideNight(null);
    done(change((draft) => set(draft, value, checked)));
  });
}

/** @param {HTMLElement} host */
export function showChoices(host) {
  const state = read();
  for (const name of /** @type {const} */ (["text", "night", "role", "situations"])) {
    for (const input of /** @type {NodeListOf<HTMLInputElement>} */ (host.querySelectorAll(`input[name="${name}"]`))) {
      const kept = state[name];
      input.checked = Array.isArray(kept) ? kept.includes(input.value) : String(kept) === input.value;
    }
  }
}
