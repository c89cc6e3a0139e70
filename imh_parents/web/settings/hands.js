/** Everything in your own hands: as a file, as a code for another phone, or gone. */
import { locale, root } from "../dom.js";
import { stop } from "../push/subscription.js";
import { qr } from "../qr.js";
import { change, dump, parse, read, replace, wipe } from "../store.js";
import { isEmpty, merge, pack, unpack } from "../transfer.js";
import { called } from "./children.js";

/** @import { Live } from "../dom.js" */
/** @import { Gift } from "../transfer.js" */
/** @typedef {(said: string) => void} Say */

const FILE = "goed-genoeg.json";
const MARK = "#neem=";

/** @param {Live} host @param {Say} say */
export function hands(host, say) {
  const word = (/** @type {string} */ key) => host.word(key);
  host.find(".export").addEventListener("click", save);
  host.find(".wipe").addEventListener("click", async () => {
    if (!confirm(word("sure"))) return;
    const stopped = await stop().catch(() => "owed"); // first: what it needs to know is wiped too
    say(word(!wipe() ? "full" : stopped === "owed" ? "wiped-owed" : "wiped"));
  });
  host.find(".import input").addEventListener("change", async (/** @type {Event} */ { target }) => {
    const input = /** @type {HTMLInputElement} */ (target);
    say(word(await take(input.files?.[0])));
    input.value = "";
  });
  host.find(".give").addEventListener("click", async () => say(word(await give(host))));
  addEventListener("hashchange", () => void receive(host, say));
  void receive(host, say);
}

function save() {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([dump()], { type: "application/json" }));
  link.download = FILE;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** Everything from a file; what is on the phone already stays. @param {File | undefined} file @returns {Promise<string>} the word to say */
async function take(file) {
  const state = file && file.size < 1_000_000 ? parse(await file.text().catch(() => "")) : null;
  if (!state) return "bad-file";
  const kept = isEmpty(read()) ? replace(state) : change((draft) => merge(draft, state));
  return kept ? "taken" : "full";
}

/** @param {Live} host @returns {Promise<string>} the word to say, if any */
async function give(host) {
  const state = read();
  if (isEmpty(state)) return "nothing";
  try {
    const address = `${location.origin}/${root.lang}/instellingen/${MARK}${await pack(state)}`;
    host.find(".qr").replaceChildren(qr(address));
    show(host.find("dialog.code"));
    return "";
  } catch {
    return "too-much";
  }
}

/** A code was scanned: say what it holds, and take it only after a yes. @param {Live} host @param {Say} say */
async function receive(host, say) {
  if (!location.hash.startsWith(MARK)) return;
  const gift = await unpack(location.hash.slice(MARK.length));
  history.replaceState(null, "", location.pathname);
  if (!gift || isEmpty(gift)) return say(host.word("offer-bad"));
  const dialog = /** @type {HTMLDialogElement} */ (host.find("dialog.offer"));
  host.find("dialog.offer .what").textContent = host.word("offer", { what: contents(host, gift) });
  dialog.returnValue = "";
  dialog.addEventListener("close", () => {
    if (dialog.returnValue === "yes") say(host.word(change((draft) => merge(draft, gift)) ? "saved" : "full"));
  }, { once: true });
  show(dialog);
}

/** From its heading on, so that a button is not the first thing met. @param {HTMLDialogElement} dialog */
function show(dialog) {
  dialog.showModal();
  dialog.scrollTop = 0;
  dialog.querySelector("h2")?.focus();
}

/** The names, and how many of the rest. @param {Live} host @param {Gift} gift */
function contents(host, { children, people, saved, sets, questions }) {
  const names = [...children.map((child, index) => called(host, child, index)), ...people.map(({ name }) => name)];
  const counts = Object.entries({ cards: saved, sets, questions }).flatMap(([key, { length: n }]) => (n ? [host.word(key, { n })] : []));
  return new Intl.ListFormat(locale()).format([...names, ...counts]);
}
