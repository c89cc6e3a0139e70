/** Words on a card: cut into lines that fit, as large as they can be. Pure; sizes as in campaign/thanks_card.py. */

const WIDTH = 316;
const LINE = 1.22;
const MIDDLE = 334;
/** @type {[number, number][]} the letters' height, and the most lines that fit at it */
const SIZES = [[28, 3], [25, 4], [21, 5]];

/** @typedef {(text: string, size: number) => number} Measure the width of a text at a size */
/** @typedef {{text: string, y: number, size: number}} Line */

/** @param {string} text @param {(text: string) => number} width @param {number} most @returns {string[]} */
export function wrap(text, width, most) {
  /** @type {string[]} */
  const lines = [];
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const longer = lines.length ? `${lines[lines.length - 1]} ${word}` : word;
    if (lines.length && width(longer) <= most) lines[lines.length - 1] = longer;
    else lines.push(...pieces(word, width, most));
  }
  return lines;
}

/** A word too long for a line, cut where it must be. @param {string} word @param {(text: string) => number} width @param {number} most */
function pieces(word, width, most) {
  const parts = [""];
  for (const sign of word) {
    const last = parts[parts.length - 1] ?? "";
    if (last && width(last + sign) > most) parts.push(sign);
    else parts[parts.length - 1] = last + sign;
  }
  return parts;
}

/** @param {string} text @param {Measure} measure @returns {Line[]} */
export function compose(text, measure) {
  let [lines, size] = [/** @type {string[]} */ ([]), 0];
  for (const [height, most] of SIZES) {
    size = height;
    lines = wrap(text, (part) => measure(part, height), WIDTH);
    if (lines.length <= most) break;
  }
  const first = MIDDLE + size * 0.3 - ((lines.length - 1) * size * LINE) / 2;
  return lines.map((line, index) => ({ text: line, y: Math.round((first + index * size * LINE) * 10) / 10, size }));
}
