import { describe, expect, test } from "bun:test";
import fc from "fast-check";
import { houses, nearFirst } from "../../imh_parents/web/people.js";
import { dial, international, mapLink, smsLink, whatsappLink } from "../../imh_parents/web/reach.js";
import { around } from "../../imh_parents/web/village/spots.js";

describe("a number a parent typed", () => {
  test.each([
    ["0470 12 34 56", "0470123456"],
    ["+32 (0)470/12.34.56", "+32470123456"],
    ["(09) 123 45 67", "091234567"],
    ["(0)9 123 45 67", "091234567"],
    ["0032 (0)470 12 34 56", "0032470123456"],
    ["(00)32 (0)470 12 34 56", "0032470123456"],
    ["٠٤٧٠١٢٣٤٥٦", "0470123456"],
    ["۰۴۷۰ ۱۲ ۳۴ ۵۶", "0470123456"],
    ["\u202a+32\u00a0(0)470 12\u202f34\u201156\u202c", "+32470123456"],
    ["12+3+4", "1234"],
    ["", ""],
  ])("%s is dialled as %s", (typed, dialled) => expect(dial(typed)).toBe(dialled));

  test.each([
    ["0470 12 34 56", "32470123456"],
    ["+32 470 12 34 56", "32470123456"],
    ["+32 (0)470 12 34 56", "32470123456"],
    ["0032 470 12 34 56", "32470123456"],
    ["0032 (0)470 12 34 56", "32470123456"],
    ["\u2066+٣٢ ٤٧٠ ١٢ ٣٤ ٥٦\u2069", "32470123456"],
    ["+31 6 12345678", "31612345678"],
    ["+1 212 555 0100", "12125550100"],
  ])("WhatsApp knows %s as %s", (typed, number) => expect(international(typed)).toBe(number));

  test.each(["", "09 123 45 67", "+32 9 123 45 67", "470123456", "112", "04701234567", "+0 470 12 34 56", "+1234567890123456", "06 12345678"])("%s is not certain, so no WhatsApp", (typed) => {
    expect(international(typed)).toBe("");
    expect(whatsappLink(typed)).toBe("");
  });

  test("words go along, whatever is in them", () => {
    const words = "Kan je koken? Zout & peper # 100 %\nX";
    expect(smsLink("0470 12", words)).toBe(`sms:047012?&body=${encodeURIComponent(words)}`);
    expect(smsLink("", words)).toBe(`sms:?&body=${encodeURIComponent(words)}`);
    expect(smsLink("0470 12")).toBe("sms:047012");
    expect(whatsappLink("0470123456", words)).toBe(`https://wa.me/32470123456?text=${encodeURIComponent(words)}`);
    expect(whatsappLink("", words)).toBe(`https://wa.me/?text=${encodeURIComponent(words)}`);
    expect(whatsappLink("", "")).toBe("");
  });

  test("no number makes anything but a phone link", () => {
    fc.assert(
      fc.property(fc.string(), (typed) => {
        expect(dial(typed)).toMatch(/^\+?\d*$/);
        expect(international(typed)).toMatch(/^\d*$/);
      }),
    );
  });
});

test("the way is shown by the phone's own map, and nobody else is asked", () => {
  expect(mapLink("Kerkstraat 1, Gent", "Mozilla/5.0 (Linux; Android 14)")).toBe("geo:0,0?q=Kerkstraat%201%2C%20Gent");
  expect(mapLink("Kerkstraat 1, Gent", "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0)")).toBe("maps:?q=Kerkstraat%201%2C%20Gent");
});

describe("houses", () => {
  const person = (id, more) => ({ id, name: id, phone: "0470", ring: "dichtbij", role: "", ...more });
  const street = (count) => Array.from({ length: count }, (_, at) => person(`p${at}`));

  test("six people have six houses, and the first keeps the same one whoever comes after", () => {
    const found = houses(street(6));
    expect(new Set(found.values()).size).toBe(6);
    for (let count = 1; count < 20; count++) expect(houses(street(count)).get("p0")).toBe(found.get("p0"));
    for (const house of houses(street(50)).values()) expect(house).toMatch(/^h[1-6]$/);
  });
  test("light means that you can call", () => {
    const [lit, dark, words] = houses([person("a"), person("b", { phone: "" }), person("c", { phone: "-" })]).values();
    expect([lit.endsWith("-uit"), dark.endsWith("-uit"), words.endsWith("-uit")]).toEqual([false, true, true]);
  });
  test("those you know come first, each in the order they were written down", () => {
    const people = [person("a", { ring: "rond" }), person("b"), person("c", { ring: "rond" }), person("d")];
    expect(nearFirst(people).map(({ id }) => id)).toEqual(["b", "d", "a", "c"]);
  });
});

test("around the home there is room for one more, always at the bottom, and nobody stands on somebody else", () => {
  for (let count = 0; count < 12; count++) {
    const places = around(count);
    expect(places).toHaveLength(Math.min(count, 6) + 1);
    expect(places[0].x).toBeCloseTo(50);
    expect(Math.max(...places.map(({ y }) => y))).toBeCloseTo(places[0].y);
    for (const [at, a] of places.entries()) {
      for (const b of places.slice(at + 1)) expect(Math.hypot((a.x - b.x) * 3.6, (a.y - b.y) * 3.72)).toBeGreaterThan(60);
    }
  }
});
