/**
 * What was typed or pasted, as our own checks read it: Latin digits, plain spaces and dashes, and no marks that only steer the direction.
 * Pure.
 * @param {string} text
 */
export const latin = (text) =>
  text
    .replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) & 15)) // both rows begin at a multiple of sixteen
    .replace(/[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, "") // not U+200C and D: in names they are spelling
    .replace(/[\u00a0\u2000-\u200a\u202f\u3000]/g, " ")
    .replace(/[\u2010-\u2015\u2212]/g, "-");
