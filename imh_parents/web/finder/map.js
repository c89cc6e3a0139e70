/**
 * The small map above the list: drawn here, from outlines that lie on this phone. No tiles, nobody else. The list says the same in words;
 * each place has the same number in both.
 * @import { Place } from "./places.js"
 * @import { Chart, Mark, Outline, Point, Spot } from "./chart.js"
 */
import { svgNode } from "../dom.js";
import { chart, marks, pathOf, ringOf, room, spell } from "./chart.js";

const REM = 16; // pixels the sizes below were drawn for
const MARK = 15; // half a mark
const LETTER = 8.4; // of a name
const LINE = 22;
const EDGE = 26;
const NAMES = 12;
const UNDER = 15; // a name stands this much under its dot, or above it

/**
 * @typedef {object} View
 * @property {Outline} outline
 * @property {Place} place
 * @property {Point} here
 * @property {Spot[]} spots
 * @property {Place[]} towns all villages, for names to know the way by
 * @property {string} title said by a screen reader
 */

/** @param {SVGElement} paper @param {View} view @param {(numbers: number[]) => void} pick */
export function draw(paper, { outline, place, here, spots, towns, title }, pick) {
  const { clientWidth: width, clientHeight: height } = paper;
  if (!width || !height) return; // not shown yet: drawn when it is
  const size = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / REM || 1; // larger letters need larger marks
  const made = chart(here, spots.map(({ at }) => at), { width, height, edge: EDGE * size });
  const found = marks(spots, made, 2 * MARK * size);
  paper.setAttribute("viewBox", `0 0 ${width} ${height}`);
  paper.setAttribute("aria-label", title);
  const land = Object.keys(outline.provinces).map((name) => svgNode("path", { d: pathOf(outline, name, made), class: name === place.province ? "own" : "land" }));
  const shown = found.map((mark, index) => pin(mark, size, index === 0, pick));
  paper.replaceChildren(...land, ...rings(made), ...villages(towns, made), home(made, here), ...names({ place, towns, found, made, size }), ...shown);
  steer(shown);
}

/** @param {Chart} made */
function rings(made) {
  const { km, radius } = ringOf(made);
  const [x, y] = [made.width / 2, made.height / 2];
  return [
    svgNode("circle", { cx: x, cy: y, r: radius, class: "ring" }),
    svgNode("text", { x, y: y + radius + 5, class: "km" }, `${km} km`),
  ];
}

/** Where people live: a dot a village. @param {Place[]} towns @param {Chart} made */
function villages(towns, made) {
  const dots = towns.map(({ at }) => made.xy(at)).filter(([x, y]) => x > 0 && y > 0 && x < made.width && y < made.height);
  return dots.map(([cx, cy]) => svgNode("circle", { cx: cx.toFixed(1), cy: cy.toFixed(1), r: 2.5, class: "village" }));
}

/** @param {Chart} made @param {Point} here */
function home({ xy }, here) {
  const [x, y] = xy(here);
  return svgNode("circle", { cx: x, cy: y, r: 6, class: "home" });
}

/** Names to know the way by: this place first, then the municipalities with most villages. @param {{place: Place, towns: Place[], found: Mark[], made: Chart, size: number}} all */
function names({ place, towns, found, made, size }) {
  /** @type {Map<string, Place[]>} */
  const groups = new Map();
  for (const one of towns) groups.set(one.nis, [...(groups.get(one.nis) ?? []), one]);
  const main = [...groups.values()].sort((a, b) => b.length - a.length).map((group) => group.find(({ name, town }) => name === town) ?? group[0]);
  const { radius } = ringOf(made);
  const taken = [
    { x: made.width / 2, y: made.height / 2 + radius, width: 56 * size, height: LINE * size },
    ...found.map(({ x, y, numbers }) => ({ x, y, width: breadth(numbers) * size, height: 2 * MARK * size })),
  ];
  const wanted = [place, ...main.filter((one) => one?.name !== place.name)].flatMap((one) => (one ? [boxOf(one, made, size, 1), boxOf(one, made, size, -1)] : []));
  const shown = new Map();
  for (const box of room(wanted, taken, made)) if (!shown.has(box.name) && shown.size < NAMES) shown.set(box.name, box);
  return [...shown.values()].map(({ name, x, y }) => svgNode("text", { x, y: y + 5 * size, class: name === place.name ? "name own-name" : "name", lang: "nl" }, name));
}

/** The room a name takes, under its dot or above it; under and above a mark for this place itself. @param {Place} one @param {Chart} made @param {number} size @param {1 | -1} side */
function boxOf({ name, at }, made, size, side) {
  const [x, y] = made.xy(at);
  const centre = Math.hypot(x - made.width / 2, y - made.height / 2) < MARK * size;
  return { name, x, y: y + side * (centre ? MARK + UNDER : UNDER) * size, width: name.length * LETTER * size, height: LINE * size };
}

/** @param {number[]} numbers */
const breadth = (numbers) => Math.max(2 * MARK, 16 + 9 * spell(numbers).length);

/** One mark, or several as one. @param {Mark} mark @param {number} size @param {boolean} first @param {(numbers: number[]) => void} pick */
function pin({ numbers, names: called, x, y }, size, first, pick) {
  const [wide, high] = [breadth(numbers) * size, 2 * MARK * size];
  const label = `${spell(numbers)}: ${called.join("; ")}`; // what is seen comes first, for who speaks to the phone
  const node = svgNode(
    "g",
    { class: "pin", role: "button", tabindex: first ? 0 : -1, "aria-label": label, "data-numbers": numbers.join(" "), transform: `translate(${x.toFixed(1)} ${y.toFixed(1)})` },
    svgNode("rect", { x: -wide / 2, y: -high / 2, width: wide, height: high, rx: high / 2 }),
    svgNode("text", { y: 5.5 * size, "aria-hidden": "true" }, spell(numbers)),
  );
  node.addEventListener("click", () => pick(numbers));
  node.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    pick(numbers);
  });
  return node;
}

/** One stop for who goes by keyboard; the arrows go from mark to mark. @param {SVGElement[]} pins */
function steer(pins) {
  for (const [index, node] of pins.entries()) {
    node.addEventListener("keydown", ({ key }) => {
      const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[key];
      const next = step && pins.at((index + step) % pins.length);
      if (!next) return;
      node.setAttribute("tabindex", "-1");
      next.setAttribute("tabindex", "0");
      next.focus();
    });
  }
}

/** Lift the mark of the place that is looked at, or none. @param {SVGElement} paper @param {string | null} number */
export function lift(paper, number) {
  for (const node of paper.querySelectorAll(".pin")) node.classList.toggle("on", number !== null && (node.getAttribute("data-numbers") ?? "").split(" ").includes(number));
}
