/**
 * What one phone hands to another: children, cards, people, a nurse's sets and questions, small enough for a QR code, and laid beside what
 * is there already. Pure, but for the browser's own deflate.
 * @import { Child, Person, State } from "./shape.js"
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

/** Lays a gift beside what is there. The same child, card or person comes once; what is given wins. @param {State} mine @param {Gift} gift */
export function merge(mine, { children, saved, people, sets, questions }) {
  const before = mine.people;
  mine.children = united(mine.children, children, sameChild);
  mine.people = united(mine.people, people, samePerson).map((person) => complete(person, before.find(({ id }) => id === person.id)));
  mine.saved = [...new Set([...saved, ...mine.saved])];
  mine.sets = [...sets, ...mine.sets];
  mine.questions = united(mine.questions, questions, (a, b) => a.text === b.text);
  if (!mine.children.some(({ id }) => id === mine.current)) mine.current = mine.children[0]?.id ?? "";
}

/** @template {{id: string}} T @param {T[]} mine @param {T[]} given @param {(a: T, b: T) => boolean} same @returns {T[]} */
function united(mine, given, same) {
  const kept = mine.map((one) => {
    const other = given.find((row) => row.id === one.id) ?? given.find((row) => same(row, one));
    return other ? { ...other, id: one.id } : one;
  });
  return [...kept, ...given.filter((row) => !mine.some((one) => one.id === row.id || same(one, row)))];
}

/** Both parents wrote the same child. @param {Child} a @param {Child} b */
const sameChild = (a, b) => a.name !== "" && a.name === b.name && a.born === b.born && a.due === b.due && a.band === b.band;

/** What I wrote about somebody stays where the gift says nothing. @param {Person} given @param {Person | undefined} mine @returns {Person} */
const complete = (given, mine) => ({ ...mine, ...given, role: given.role || (mine?.role ?? "") });

/** @param {Person} a @param {Person} b */
const samePerson = (a, b) => a.name === b.name && a.phone === b.phone;
