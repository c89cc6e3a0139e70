/**
 * Where things stand on the small map: from degrees to pixels, marks that would lie on each other as one, names that find room. Pure.
 * map.js draws it.
 */

/** @typedef {[number, number]} Point latitude and longitude */
/** @typedef {{credit: string, grain: number, provinces: Record<string, number[][]>}} Outline places/outline.py makes it */
/** @typedef {{width: number, height: number, scale: number, xy: (point: Point) => [number, number]}} Chart `scale` in pixels a kilometre */
/** @typedef {{number: number, name: string, at: Point}} Spot a place by its number in the list */
/** @typedef {{numbers: number[], names: string[], x: number, y: number}} Mark */
/** @typedef {{x: number, y: number, width: number, height: number}} Box by its middle */

const KM_LAT = 111.2;
const LEAST_KM = 6; // from the middle to the nearest edge: closer in there is nothing to know the way by
const RINGS_KM = [1, 2, 5, 10, 20, 50];

/**
 * Everything in view, `here` in the middle.
 * @param {Point} here @param {Point[]} points @param {{width: number, height: number, edge: number}} paper in pixels; `edge` stays empty
 * @returns {Chart}
 */
export function chart(here, points, { width, height, edge }) {
  const kmLon = KM_LAT * Math.cos((here[0] * Math.PI) / 180);
  const away = (/** @type {Point} */ [lat, lon]) => [Math.abs(lon - here[1]) * kmLon, Math.abs(lat - here[0]) * KM_LAT];
  const farX = Math.max(LEAST_KM, ...points.map((point) => away(point)[0] ?? 0));
  const farY = Math.max(LEAST_KM, ...points.map((point) => away(point)[1] ?? 0));
  const scale = Math.min((width / 2 - edge) / farX, (height / 2 - edge) / farY);
  return {
    ...{ width, height, scale },
    xy: ([lat, lon]) => [width / 2 + (lon - here[1]) * kmLon * scale, height / 2 - (lat - here[0]) * KM_LAT * scale],
  };
}

/** The largest ring of round kilometres that fits. @param {Chart} chart */
export function ringOf({ width, height, scale }) {
  const km = RINGS_KM.findLast((one) => one * scale <= Math.min(width, height) * 0.46) ?? RINGS_KM[0] ?? 1;
  return { km, radius: km * scale };
}

/** The border of a province as a path. @param {Outline} outline @param {string} name @param {Chart} chart */
export function pathOf({ grain, provinces }, name, { xy }) {
  return (provinces[name] ?? []).map((steps) => {
    let [lon, lat] = [0, 0];
    const points = [];
    for (let index = 0; index < steps.length; index += 2) {
      lon += steps[index] ?? 0;
      lat += steps[index + 1] ?? 0;
      points.push(xy([lat / grain, lon / grain]).map((pixel) => pixel.toFixed(1)).join(" "));
    }
    return `M${points.join("L")}Z`;
  }).join("");
}

/** Marks that would touch become one. @param {Spot[]} spots @param {Chart} chart @param {number} size of a mark @returns {Mark[]} */
export function marks(spots, { xy }, size) {
  /** @type {Mark[]} */
  const found = [];
  for (const { number, name, at } of spots) {
    const [x, y] = xy(at);
    const near = found.find((mark) => Math.hypot(mark.x - x, mark.y - y) < size);
    if (near) [near.numbers.push(number), near.names.push(name)];
    else found.push({ numbers: [number], names: [name], x, y });
  }
  return found;
}

/** "1–3, 5" for 1, 2, 3 and 5. @param {number[]} numbers rising */
export function spell(numbers) {
  /** @type {number[][]} */
  const runs = [];
  for (const number of numbers) {
    const run = runs.at(-1);
    if (run && number === (run.at(-1) ?? 0) + 1) run.push(number);
    else runs.push([number]);
  }
  return runs.map((run) => (run.length > 2 ? `${run[0]}–${run.at(-1)}` : run.join(", "))).join(", ");
}

/**
 * Those names that find room, in the order they come.
 * @template {Box} T @param {T[]} names @param {Box[]} taken @param {Chart} chart @returns {T[]}
 */
export function room(names, taken, { width, height }) {
  const boxes = [...taken];
  return names.filter((name) => {
    const inside = name.x - name.width / 2 >= 2 && name.x + name.width / 2 <= width - 2 && name.y - name.height / 2 >= 2 && name.y + name.height / 2 <= height - 2;
    const free = inside && boxes.every((box) => Math.abs(box.x - name.x) * 2 >= box.width + name.width || Math.abs(box.y - name.y) * 2 >= box.height + name.height);
    if (free) boxes.push(name);
    return free;
  });
}
