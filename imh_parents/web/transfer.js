/**
 * What one phone hands to another: children, cards, people, a nurse's sets and questions, small enough for a QR code.
 * Pure, but for the browser's own deflate. What happens to it on the other side stands in merge.js.
 * @import { State } from "./shape.js"
 */
import { hash } from "./hash.js";
import { VERSION, isNewer, shape } from "./shape.js";

/** @typedef {Pick<State, "children" | "saved" | "people" | "sets" | "questions">} Gift */

const LONGEST = 6000; // no code is longer; anything longer is not ours to unpack

/** @param {Gift} gift @returns {Promise<string>} base64url of a checksum of four bytes and the deflated JSON */
export async function pack({ children, saved, people, sets, questions }) {
  const text = JSON.stringify([VERSION, children, saved, people, sets, questions]);
  const small = await through(new CompressionStream("deflate-raw"), new TextEncoder().encode(text));
  const bytes = new Uint8Array(4 + small.length);
  new DataView(bytes.buffer).setUint32(0, hash(text));
  bytes.set(small, 4);
  const plain = btoa(String.fromCharCode(...bytes));
  return plain.replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
}

/** @param {string} code @returns {Promise<Gift | null>} null when it is damaged, foreign or from a newer app */
export async function unpack(code) {
  try {
    if (code.length > LONGEST) return null;
    const bytes = Uint8Array.from(atob(code.replace(/-/g, "+").replace(/_/g, "/")), (letter) => letter.charCodeAt(0));
    const text = new TextDecoder().decode(await through(new DecompressionStream("deflate-raw"), bytes.slice(4)));
    if (new DataView(bytes.buffer).getUint32(0) !== hash(text)) return null;
    const [version, children, saved, people, sets = [], questions = []] = JSON.parse(text);
    const value = { version, children, saved, people, sets, questions };
    return isNewer(value) ? null : shape(value);
  } catch {
    return null;
  }
}

/** @param {CompressionStream | DecompressionStream} stream @param {Uint8Array<ArrayBuffer>} bytes */
async function through(stream, bytes) {
  const answer = new Response(new Blob([bytes]).stream().pipeThrough(stream));
  return new Uint8Array(await answer.arrayBuffer());
}

export const isEmpty = (/** @type {Gift} */ gift) => ![gift.children, gift.saved, gift.people, gift.sets, gift.questions].some((rows) => rows.length);
