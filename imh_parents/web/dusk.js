/** When it is night by the clock of this phone. Pure. */

const MORNING = 6;
const EVENING = 22;

/** @param {Date} now */
export const isDark = (now) => now.getHours() >= EVENING || now.getHours() < MORNING;

/** The next time the clock changes the theme. @param {Date} now */
export function nextTurn(now) {
  const [year, month, day, hour] = [now.getFullYear(), now.getMonth(), now.getDate(), now.getHours()];
  if (hour >= EVENING) return new Date(year, month, day + 1, MORNING);
  return new Date(year, month, day, hour < MORNING ? MORNING : EVENING);
}
