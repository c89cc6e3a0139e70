/** `{name}` in a sentence. @param {string} sentence @param {Record<string, string | number>} values */
export const fill = (sentence, values) => sentence.replace(/\{(\w+)\}/g, (whole, key) => String(values[key] ?? whole));
