"""The small files from which a phone picks Vandaag and searches, without asking anybody. Pure."""

from typing import Any

from imh_parents.cards.labels import age_label, slot_label, tile
from imh_parents.cards.models import Card, Theme
from imh_parents.i18n.catalogue import Words


def card_index(cards: list[Card], themes: dict[str, Theme], t: Words) -> list[dict[str, Any]]:
    """What Vandaag, saved cards and search results show of each card; keys are spelt out, brotli makes them short."""
    rows = []
    for card in cards:
        shown = tile(card, themes, t)
        row = {
            "slug": card.slug,
            "href": shown.href,
            "title": shown.title,
            "line": shown.line,
            "slot": card.slot,
            "label": slot_label(card.slot, t),
            "drawing": shown.drawing,
            "days": [card.meta.age.span.start, card.meta.age.span.end],
            "ages": age_label(card.meta.age.first, card.meta.age.last, t),
            "audience": list(card.meta.audience),
            "situation": list(card.meta.situation),
            "unasked": card.unasked,
        }
        if shown.language != t.code:
            row["lang"] = shown.language
        rows.append(row)
    return rows


def search_index(cards: list[Card], themes: dict[str, Theme], t: Words) -> list[dict[str, str]]:
    """Everything that can be found: the title, the theme, and the words of the card."""
    return [
        {
            "slug": card.slug,
            "title": card.text(t.code).front.title,
            "theme": " ".join(themes[theme].name[t.code] for theme in card.meta.themes),
            "text": card.text(t.code).words,
        }
        for card in cards
    ]
