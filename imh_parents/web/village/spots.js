/** Where houses stand in the picture. Pure. */

/** @typedef {{x: number, y: number}} Spot per cent of the picture: where a house stands in the middle */

const NEAR = 6;
export const HOME = { x: 50, y: 47.5 };
const REACH = { x: 22.5, y: 27.5 };
/** On the street, where there is most room first. @type {Spot[]} */
export const STREET = [
  { x: 15, y: 20.5 }, { x: 85, y: 20.5 }, { x: 87, y: 72 }, { x: 13, y: 72 }, { x: 33, y: 5.5 }, { x: 67, y: 5.5 }, { x: 87.5, y: 46 }, { x: 12.5, y: 46 },
];

/** Evenly around the home, with room for one more at the bottom. @param {number} count @returns {Spot[]} */
export function around(count) {
  const places = Math.min(count, NEAR) + 1;
  return Array.from({ length: places }, (_, at) => {
    const turn = ((at / places) * 2 + 0.5) * Math.PI;
    return { x: HOME.x + REACH.x * Math.cos(turn), y: HOME.y + REACH.y * Math.sin(turn) };
  });
}
