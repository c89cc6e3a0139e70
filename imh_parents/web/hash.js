/** FNV-1a, 32 bits: the same number for the same text on every phone. No secret. @param {string} text */
export function hash(text) {
  let sum = 0x811c9dc5;
  for (const letter of text) sum = Math.imul(sum ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  return sum >>> 0;
}
