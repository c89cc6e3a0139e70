/** Everything in your own hands: as a file, as a code for another phone, or gone. */
import { root } from "../dom.js";
import { restore } from "../merge.js";
import { stop } from "../push/subscription.js";
import { qr } from "../qr.js";
import { change, dump, parse, read, wipe } from "../store.js";
import { isEmpty, pack, unpack } from "../transfer.js";
import { accepted, changes, lay, show } from "./offer.js";

/** @import { Live } from "../dom.js" */
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
    await take(host, input.files?.[0], say);
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

/** Everything from a file; asked first where something here would be another. @param {Live} host @param {File | undefined} file @param {Say} say */
async function take(host, file, say) {
  const state = file && file.size < 1_000_000 ? parse(await file.text().catch(() => "")) : null;
  if (!state) return say(host.word("bad-file"));
  if (isEmpty(read())) return say(host.word(change((draft) => restore(draft, state)) ? "taken" : "full"));
  if (!changes(host, state).length || (await accepted(host, "offer-file", state))) say(lay(host, state, "taken"));
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
  if (await accepted(host, "offer", gift)) say(lay(host, gift, "saved"));
}
