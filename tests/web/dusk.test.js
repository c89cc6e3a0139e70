import { expect, test } from "bun:test";
import { isDark, nextTurn } from "../../imh_parents/web/dusk.js";

test.each([
  [[2025, 5, 1, 5, 59], true, [2025, 5, 1, 6]],
  [[2025, 5, 1, 6, 0], false, [2025, 5, 1, 22]],
  [[2025, 5, 1, 21, 59], false, [2025, 5, 1, 22]],
  [[2025, 5, 30, 22, 0], true, [2025, 6, 1, 6]],
  [[2025, 11, 31, 23, 59], true, [2026, 0, 1, 6]],
  [[2025, 2, 30, 1, 30], true, [2025, 2, 30, 6]], // the clock turns that night
])("%p: dark %p", (now, dark, turn) => {
  expect(isDark(new Date(...now))).toBe(dark);
  expect(nextTurn(new Date(...now))).toEqual(new Date(...turn));
});
