"""How a card is called in lists: its ages in words, its tile."""

from imh_parents.cards.models import Card, Theme
from imh_parents.children.ages import TOKEN
from imh_parents.i18n.catalogue import Words
from imh_parents.i18n.urls import address
from imh_parents.ui.tile import Tile

UNITS = {"d": "day", "w": "week", "m": "month"}


def age_label(first: str, last: str, t: Words) -> str:
    """`6w` to `12m` as "6 weken tot 12 maanden"; pregnancy as its weeks."""
    a, b = _token(first), _token(last)
    if b[0] == "zw":
        return t("Zwanger, week {a} tot {b}", a=t.number(a[1]), b=t.number(min(b[1], 40)))
    until = unit_label(last, t, after=True)
    if a[0] == "zw":
        return t("Zwanger tot {b}", b=until)
    if a[1] == 0:
        return t("Tot {b}", b=until)
    return t("{a} tot {b}", a=unit_label(first, t, after=True), b=until)


def unit_label(token: str, t: Words, *, after: bool = False) -> str:
    """An age after birth in words: `6w` as "6 weken", `36m` as "3 jaar"; `after` a word like from or until."""
    unit, number = _token(token)
    if unit == "m" and number >= 24 and number % 12 == 0:
        return t.duration(number // 12, "year", after=after)
    return t.duration(number, UNITS[unit], after=after)


def _token(token: str) -> tuple[str, int]:
    match = TOKEN.fullmatch(token)
    assert match, token
    return match[1] or match[3], int(match[2])


def slot_label(slot: str, t: Words) -> str:
    return {"kind": t("Je kind"), "ouder": t("Jij"), "dorp": t("Je dorp")}[slot]


def drawing_of(card: Card, themes: dict[str, Theme]) -> str:
    return card.meta.drawing or themes[card.meta.themes[0]].drawing


def tile(card: Card, themes: dict[str, Theme], t: Words) -> Tile:
    """The card as a row or sheet in a list."""
    text = card.text(t.code)
    return Tile(
        href=address(t.code, "kaart", card.slug),
        title=text.front.title,
        line=text.front.reassure,
        label=slot_label(card.slot, t),
        slot=card.slot,
        drawing=drawing_of(card, themes),
        language=text.language,
    )
