"""Which cards stand beside a card: before it, after it, and related. Pure."""

from collections.abc import Mapping

from imh_parents.cards.models import Card


def by_age(cards: Mapping[str, Card]) -> list[Card]:
    """Cards along the road: by first day, then last day, then slug."""
    return sorted(cards.values(), key=lambda card: (card.meta.age.span, card.slug))


def neighbours(card: Card, cards: Mapping[str, Card]) -> tuple[Card | None, Card | None]:
    """The card before and after along the road. A heavy card is never the next step from another card: who reads
    on should not fall into it unasked."""
    line = [other for other in by_age(cards) if other.unasked or other is card]
    index = line.index(card)
    return (line[index - 1] if index else None, line[index + 1] if index + 1 < len(line) else None)


def related(card: Card, cards: Mapping[str, Card], count: int = 3) -> list[Card]:
    """Cards the author names, then those that share most: themes weigh 3, the same ages 2, the same audience 1."""
    named = [cards[slug] for slug in card.meta.related]
    rest = [other for other in by_age(cards) if other is not card and other not in named and (other.unasked or not card.unasked)]
    rest.sort(key=lambda other: -_likeness(card, other))
    return (named + [other for other in rest if _likeness(card, other) > 2])[:count]


def _likeness(one: Card, other: Card) -> float:
    themes = len(set(one.meta.themes) & set(other.meta.themes)) + (one.meta.themes[0] == other.meta.themes[0])
    a, b = one.meta.age.span, other.meta.age.span
    shared = max(0, min(a.end, b.end) - max(a.start, b.start)) / (max(a.end, b.end) - min(a.start, b.start))
    heavy = "verlies" in other.meta.situation and "verlies" not in one.meta.situation
    return 3 * themes + 2 * shared + (one.meta.audience == other.meta.audience) - 9 * heavy
