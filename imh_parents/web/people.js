/** Who stands where, and in which house. Pure. @import { Person } from "./shape.js" */
import { hash } from "./hash.js";
import { dial } from "./reach.js";

const HOUSES = 6;

/** A house for each, always the same one and as different as there are houses; with light where you can call. @param {Person[]} people */
export function houses(people) {
  /** @type {Set<number>} */
  const taken = new Set();
  return new Map(
    people.map(({ id, phone }) => {
      if (taken.size === HOUSES) taken.clear();
      let number = hash(id) % HOUSES;
      while (taken.has(number)) number = (number + 1) % HOUSES;
      taken.add(number);
      return [id, `h${number + 1}${dial(phone) ? "" : "-uit"}`];
    }),
  );
}

/** Those you know first, as they were written down. @param {Person[]} people */
export const nearFirst = (people) => [...people.filter(({ ring }) => ring === "dichtbij"), ...people.filter(({ ring }) => ring !== "dichtbij")];
