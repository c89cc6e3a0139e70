/** What was taken away can be put back, until something else changes. */
import { make } from "./dom.js";
import { onChange } from "./store.js";

/**
 * Says that it is gone, with the way back beside it. The focus goes there: what had it is no longer on the page.
 * @param {HTMLElement} said @param {{gone: string, back: string}} words @param {() => void} undo
 */
export function offerBack(said, { gone, back }, undo) {
  const button = make("button", { type: "button", class: "chip undo" }, back);
  const off = onChange(() => {
    off();
    button.remove();
  });
  button.addEventListener("click", undo);
  said.replaceChildren(gone, " ", button);
  button.focus();
}

/** A row at its place again; once, also where another tab put it back. @template {{}} T @param {T[]} rows @param {T} row @param {number} at @param {(row: T) => string} key */
export function putBack(rows, row, at, key) {
  if (!rows.some((one) => key(one) === key(row))) rows.splice(at, 0, row);
}
