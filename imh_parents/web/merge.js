/**
 * What another phone or a file gives, laid beside what is here. The same child, card or person comes once. Where both say something the gift
 * wins, for it is taken after a yes; what it leaves open never erases what is here. Pure.
 * @import { Child, Person, Question, State } from "./shape.js"
 * @import { Gift } from "./transfer.js"
 */
import KEPT from "./kept.json";
import { MOST, onceEach } from "./shape.js";

/** Lays the gift in `mine`, and answers what there was no room for. @param {State} mine @param {Gift} gift @returns {Gift} */
export function merge(mine, gift) {
  const id = (/** @type {{id: string}} */ row) => row.id;
  const children = fitting(mine.children, united(mine.children, gift.children, sameChild, child), MOST.children, id);
  const people = fitting(mine.people, united(mine.people, gift.people, samePerson, person), MOST.people, id);
  const questions = fitting(mine.questions, united(mine.questions, gift.questions, sameQuestion, (one) => one), MOST.questions, id);
  const saved = fitting(mine.saved, [...new Set([...gift.saved, ...mine.saved])], MOST.saved, (slug) => slug);
  const sets = fitting(mine.sets, onceEach([...gift.sets, ...mine.sets]), MOST.sets, ({ code }) => code);
  Object.assign(mine, { children: children.stay, people: people.stay, questions: questions.stay, saved: saved.stay, sets: sets.stay });
  if (!mine.children.some((one) => one.id === mine.current)) mine.current = mine.children[0]?.id ?? "";
  return { children: children.left, people: people.left, questions: questions.left, saved: saved.left, sets: sets.left };
}

/** A file on a phone where nothing is yet: all of it, but for what it leaves open and was chosen here. @param {State} mine @param {State} file */
export function restore(mine, file) {
  /** @type {Record<string, unknown>} */
  const open = KEPT;
  const told = Object.entries(file).filter(([key, value]) => JSON.stringify(value) !== JSON.stringify(open[key]));
  Object.assign(mine, Object.fromEntries(told));
}

/** @template {{id: string}} T @param {T[]} mine @param {T[]} given @param {(a: T, b: T) => boolean} same @param {(mine: T, given: T) => T} join @returns {T[]} */
function united(mine, given, same, join) {
  const kept = mine.map((one) => {
    const other = given.find((row) => row.id === one.id) ?? given.find((row) => same(row, one));
    return other ? join(one, other) : one;
  });
  return [...kept, ...given.filter((row) => !mine.some((one) => one.id === row.id || same(one, row)))];
}

/** What was here stays; of what is new, as much as there is room for. @template T @param {T[]} before @param {T[]} after @param {number} most @param {(row: T) => string} key */
function fitting(before, after, most, key) {
  const had = new Set(before.map(key));
  let room = most - had.size;
  const stay = new Set(after.filter((row) => had.has(key(row)) || room-- > 0));
  return { stay: [...stay], left: after.filter((row) => !stay.has(row)) };
}

/** Both parents wrote the same child. @param {Child} a @param {Child} b */
const sameChild = (a, b) => a.name !== "" && a.name === b.name && a.born === b.born && a.due === b.due && a.band === b.band;
/** @param {Person} a @param {Person} b */
const samePerson = (a, b) => a.name === b.name && a.phone === b.phone;
/** @param {Question} a @param {Question} b */
const sameQuestion = (a, b) => a.text === b.text;

/** A birth says more than a day one waits for, and that more than a rough age; of two rough ages the later choice. @param {Child} child */
const sureness = ({ born, due, since = "" }) => (born ? "3" : due ? "2" : `1 ${since}`);

/** @param {Child} mine @param {Child} given @returns {Child} */
function child(mine, given) {
  const age = sureness(given) < sureness(mine) ? mine : given;
  return { ...age, id: mine.id, name: given.name || mine.name, early: given.early || mine.early };
}

/** @param {Person} mine @param {Person} given @returns {Person} */
function person(mine, given) {
  const told = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== ""));
  const ring = given.ring === "rond" ? "rond" : mine.ring; // close by is also where everybody stands of whom nothing was said
  return { ...mine, ...told, id: mine.id, ring };
}
