/** One search over a province of many services, as the phone does it. finder.py bundles this and runs it in a slowed browser. */
import { match } from "../../imh_parents/web/finder/match.js";
import { find, readPlaces } from "../../imh_parents/web/finder/places.js";

const NEEDS = ["praten", "huilen", "slapen", "opvang", "geld", "eenzaam"];
const TYPED = ["Antwrepen", "2440", "borgerhuot", "sint nik"];
const ROUNDS = 300;
const TUESDAY = { day: "2026-11-24", weekday: 1, minute: 600 };
const HOURS = Array.from({ length: 50 }, (_, index) => ({ week: Array(7).fill(`0${index % 10}00-1200 1300-1700`), days: { "2026-12-25": "" }, until: "2027-11-28" }));
let seed = 7;
const pick = (rows) => rows[(seed = (seed * 16_807) % 2_147_483_647) % rows.length];

function service(index, home) {
  const place = pick(home);
  return {
    ...{ id: String(index), name: `Plek ${index}`, ring: pick(["ontmoeten", "eerste-lijn"]), what: "", needs: [...new Set([pick(NEEDS), pick(NEEDS)])] },
    ...{ at: place.at, code: place.code, towns: [place.nis], wide: index % 200 === 0, exact: false, youngest: pick([undefined, 0, -9]), free: pick([true, undefined]), times: pick([undefined, ...HOURS]) },
  };
}

/** Milliseconds: the median and the ninety-fifth of a hundred. */
function times(work) {
  const found = Array.from({ length: ROUNDS }, (_, index) => {
    const start = performance.now();
    work(index);
    return performance.now() - start;
  }).slice(ROUNDS / 10);
  found.sort((a, b) => a - b);
  return [found[Math.floor(found.length / 2)], found[Math.floor(found.length * 0.95)]];
}

globalThis.bench = (file, count) => {
  const all = readPlaces(file);
  const home = all.filter(({ province }) => province === "antwerpen");
  const services = Array.from({ length: count }, (_, index) => service(index, home));
  const wish = (index) => ({ need: ["", ...NEEDS][index % 7], ring: "", language: "", free: index % 3 === 0, months: [3, 4], open: index % 2 ? TUESDAY : null });
  return {
    search: times((index) => match(services, pick(home), wish(index))),
    typed: times((index) => find(all, TYPED[index % TYPED.length])),
  };
};
