import { expect, test } from "bun:test";
import MiniSearch from "minisearch";
import { SEARCH, folded, worthwhile } from "../../imh_parents/web/words.js";

test.each([
  ["Één", "een"],
  ["CAFÉ", "cafe"],
  ["أُمِّي", "امي"],
  ["إلى", "الي"],
  ["مدرسة", "مدرسه"],
  ["طـــفل", "طفل"],
  ["ٱلطفل", "الطفل"],
  ["Groß", "gross"],
  ["١٨١٣", "1813"],
  ["\u202a1813\u202c", "1813"],
])("%s is looked up as %s", (word, form) => {
  expect(folded(word)).toBe(form);
});

const index = new MiniSearch(SEARCH);
index.addAll([
  { slug: "huilen", title: "Ze huilt, en niets helpt", theme: "Samen zijn en troosten", text: "Veel baby’s huilen het meest in de eerste weken." },
  { slug: "slapen", title: "Geen hele nacht", theme: "Slapen en nacht", text: "Soms moet je kind huilen voor het slaapt." },
  { slug: "arab", title: "طفلي يبكي كثيرًا", theme: "المواساة", text: "البكاء في الأسابيع الأولى" },
  { slug: "lontje", title: "Je lontje is kort", theme: "Jij als ouder", text: "Kwaad worden kan iedereen overkomen." },
]);
const found = (asked) => index.search(asked).map(({ id }) => id);

test.each([
  ["huilen", "huilen"],
  ["huilne", "huilen"],
  ["HUILT", "huilen"],
  ["lontj", "lontje"],
  ["nacht slapen", "slapen"],
  ["طفلى", "arab"],
  ["الاسابيع", "arab"],
])("%s finds %s first", (asked, slug) => {
  expect(found(asked)[0]).toBe(slug);
});
test("short words are taken as they are", () => {
  expect(found("xyz")).toEqual([]);
});

const hit = (id, score, terms = ["buiten"]) => ({ id, score, terms, queryTerms: ["huilen"] });
test("look-alikes far behind the best are left out, the word itself never, and there are no more than a parent reads", () => {
  expect(worthwhile([hit("a", 30), hit("b", 5), hit("c", 2), hit("d", 1, ["huilen"])])).toEqual(["a", "b", "d"]);
  expect(worthwhile(Array.from({ length: 50 }, (_, id) => hit(String(id), 1)))).toHaveLength(20);
  expect(worthwhile([])).toEqual([]);
});
