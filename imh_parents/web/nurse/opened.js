/**
 * Tells the server that the named set of a team was opened: which set, and nothing else. Once a day and phone.
 * That is all that is ever sent when a set opens, and a set without a name sends nothing.
 */
import { OPENED } from "../store.js";

/** @param {string} team the six letters of the set @param {string} today YYYY-MM-DD */
export function countOpening(team, today) {
  try {
    const { day, sets } = JSON.parse(localStorage.getItem(OPENED) ?? "{}");
    const before = day === today && Array.isArray(sets) ? sets : [];
    if (before.includes(team)) return;
    localStorage.setItem(OPENED, JSON.stringify({ day: today, sets: [...before, team] }));
  } catch {
    return; // a phone that cannot remember it would be counted again and again
  }
  // keepalive: the parent may already be on the way to the first card. Without internet it is not counted.
  fetch(`/api/sets/${team}/opens`, { method: "POST", credentials: "omit", referrerPolicy: "no-referrer", keepalive: true }).catch(() => undefined);
}
