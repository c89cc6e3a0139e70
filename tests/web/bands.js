/** The bands as children/bands.py gives them to the page. */
export const BANDS = Object.fromEntries(
  [
    ["zwanger-0-12-weken", -280, -189],
    ["zwanger-13-28-weken", -189, -77],
    ["zwanger-29-40-weken", -77, 0],
    ["0-6-weken", 0, 42],
    ["6-weken-2-maanden", 42, 91],
    ["3-4-maanden", 91, 152],
    ["5-6-maanden", 152, 213],
    ["7-9-maanden", 213, 304],
    ["10-12-maanden", 304, 396],
    ["13-18-maanden", 396, 578],
    ["19-24-maanden", 578, 761],
    ["25-36-maanden", 761, 1126],
    ["37-48-maanden", 1126, 1491],
    ["49-60-maanden", 1491, 1857],
  ].map(([id, start, end]) => [id, { title: id, days: [start, end] }]),
);
