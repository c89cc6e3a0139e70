/** Opening hours as OpenStreetMap writes them, in the words of the reader. Only what is plain; the rest is null, and then we say to ask. Pure. */

const DAYS = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"];
const MONDAY = Date.UTC(2024, 0, 1);
const RULE = /^((?:Mo|Tu|We|Th|Fr|Sa|Su)(?:[-,](?:Mo|Tu|We|Th|Fr|Sa|Su))*) (\d\d:\d\d-\d\d:\d\d(?:,\d\d:\d\d-\d\d:\d\d)*)$/;
const HOLIDAYS = /^PH (off|closed)$/;

/** @param {string} text @param {string} locale @returns {string | null} */
export function hoursIn(text, locale) {
  const name = new Intl.DateTimeFormat(locale, { weekday: "short", timeZone: "UTC" });
  const day = (/** @type {string} */ short) => name.format(MONDAY + DAYS.indexOf(short) * 86_400_000);
  const parts = [];
  for (const rule of text.split(";").map((one) => one.trim()).filter(Boolean)) {
    const [, days, times] = RULE.exec(rule) ?? [];
    if (days && times) parts.push(`${days.replace(/[A-Z][a-z]/g, day).replaceAll("-", "–").replaceAll(",", ", ")} ${times.replaceAll("-", "–").replaceAll(",", ", ")}`);
    else if (!HOLIDAYS.test(rule)) return null;
  }
  return parts.length ? parts.join("; ") : null;
}
