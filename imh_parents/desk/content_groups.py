"""Which cards ask for an editor's work, and why. Pure; `idle` is what content_state found in the counts."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from babel import Locale

from imh_parents.cards.models import Card
from imh_parents.desk.words import t
from imh_parents.i18n.languages import DEFAULT, LANGUAGES
from imh_parents.i18n.urls import address

NAMES = Locale.parse(DEFAULT.cldr).languages  # of languages, in Dutch


@dataclass
class CardRow:
    """One card, with what is to be known."""

    title: str
    path: str
    note: str


@dataclass
class Group:
    """Cards that ask for the same."""

    name: str
    why: str
    rows: list[CardRow]
    count: str


def groups(cards: Collection[Card], idle: Collection[str], today: date) -> list[Group]:
    """Every group, also those without cards: that nothing waits is worth seeing."""
    late = [_row(card, t("tegen {day}", day=t.date(due))) for due, card in sorted(_late(cards, today), key=lambda row: row[0])]
    fresh = [_row(card) for card in cards if isinstance(card.text(DEFAULT.code).front.review, str)]
    found = [
        _group(t("Opnieuw na te lezen"), t("De dag waarop iemand deze kaarten opnieuw zou lezen, is voorbij."), late),
        _group(t("Nog nooit nagelezen"), t("Een IMH-specialist las deze kaarten nog niet. De app zegt dat erbij."), fresh),
    ]
    for row in LANGUAGES:
        if row != DEFAULT:
            missing = [_row(card) for card in cards if row.code not in card.texts]
            found.append(_group(t("Niet in het {language}", language=NAMES[row.code]), t("De app toont ze in het Nederlands en zegt dat."), missing))
    why = t("Deze kaarten staan al vier weken of langer in sets, maar geen van die sets ging ooit vijf keer of meer open in één week.")
    found.append(_group(t("In sets die weinig opengaan"), why, [_row(card) for card in cards if card.slug in idle]))
    return found


def _late(cards: Collection[Card], today: date) -> Iterator[tuple[date, Card]]:
    """With the first day that is over, of any language."""
    for card in cards:
        due = min(text.front.review_due for text in card.texts.values())
        if due < today:
            yield due, card


def _row(card: Card, note: str = "") -> CardRow:
    return CardRow(card.text(DEFAULT.code).front.title, address(DEFAULT.code, "kaart", card.slug), note)


def _group(name: str, why: str, rows: Sequence[CardRow]) -> Group:
    return Group(name, why, list(rows), t.number(len(rows)))
