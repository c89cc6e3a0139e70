/** How far, and how one says it: a parent thinks in minutes on foot or by bike. Pure. */

const EARTH_KM = 6371;
const ROUND = 1.3; // roads are about a third longer than a straight line
const WALK = 4.5; // km an hour, with a pram
const BIKE = 14;
const LONGEST_WALK = 30; // minutes
const LONGEST_RIDE = 40;
const NO_WAY = 0.4; // km: a village is larger than that, so we cannot tell

/** Between two points in degrees (haversine). @param {readonly [number, number]} a @param {readonly [number, number]} b */
export function kilometres([lat1, lon1], [lat2, lon2]) {
  const radians = Math.PI / 180;
  const h =
    Math.sin(((lat2 - lat1) * radians) / 2) ** 2 +
    Math.cos(lat1 * radians) * Math.cos(lat2 * radians) * Math.sin(((lon2 - lon1) * radians) / 2) ** 2;
  return 2 * EARTH_KM * Math.asin(Math.min(1, Math.sqrt(h)));
}

/**
 * The way there as words ask for it. We know villages, not front doors, so nothing is said to the minute.
 * @param {number} km in a straight line
 * @returns {{key: "close"} | {key: "walk" | "bike" | "far", n: number}} minutes, or kilometres when far
 */
export function way(km) {
  if (km < NO_WAY) return { key: "close" };
  const walk = fives((km * ROUND * 60) / WALK);
  if (walk <= LONGEST_WALK) return { key: "walk", n: walk };
  const bike = fives((km * ROUND * 60) / BIKE);
  if (bike <= LONGEST_RIDE) return { key: "bike", n: bike };
  return { key: "far", n: Math.round(km * ROUND) };
}

/** @param {number} minutes */
const fives = (minutes) => Math.max(5, 5 * Math.round(minutes / 5));
