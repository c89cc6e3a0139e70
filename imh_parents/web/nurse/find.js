/**
 * Finds a card by a few letters of its title or its first line, for somebody in a hurry. Pure.
 * @import { CardRow } from "../pick.js"
 */
import { folded } from "../words.js";

const MOST = 5;

/** @param {string} text */
const plain = (text) => text.split(/[^\p{L}\p{N}]+/u).map(folded).join(" ");

/** Cards that hold every word asked, those with it in their title first. @param {CardRow[]} cards @param {string} asked */
export function findCards(cards, asked) {
  const parts = plain(asked).split(" ").filter(Boolean);
  if (!parts.length) return [];
  const scored = cards.flatMap((card) => {
    const [title, rest] = [plain(card.title), plain(`${card.line} ${card.label} ${card.ages}`)];
    if (!parts.every((part) => title.includes(part) || rest.includes(part))) return [];
    return [{ card, score: parts.filter((part) => title.includes(part)).length }];
  });
  return scored.sort((a, b) => b.score - a.score).slice(0, MOST).map(({ card }) => card);
}
