"""A card in a list: the whole sheet is the link."""

from dataclasses import dataclass

import reflex as rx

from imh_parents.i18n.catalogue import Words
from imh_parents.ui.parts import SYMBOLS, drawing, icon, kick, link


@dataclass(frozen=True)
class Tile:
    """What a list shows of a card. `language` differs from the page's where the card is not translated."""

    href: str
    title: str
    line: str
    label: str
    slot: str  # kind, ouder or dorp: gives symbol and colour
    drawing: str
    language: str = ""


def big_tile(tile: Tile, t: Words, left: bool = False, hook: str = "") -> rx.Component:
    """One of the three of Vandaag. `hook` lets the phone fill it with another card."""
    symbol, meaning = SYMBOLS[tile.slot]
    words = rx.el.div(
        kick(tile.label, symbol, meaning),
        rx.el.h2(tile.title, **_lang(tile, t)),
        rx.el.p(tile.line, **_lang(tile, t)),
        *([] if t.code == "nl" else [rx.el.span(t("in het Nederlands"), class_name="small in-dutch", hidden=not _lang(tile, t))]),
        rx.el.span(rx.el.span(t("Lees, 1 minuut")), icon("verder", flip=True), class_name="go"),
    )
    kind = f"sheet t-{meaning} tile" + (" b left" if left else "")
    attrs = {"data-slot": hook} if hook else {}
    return link(tile.href, words, drawing(tile.drawing), class_name=kind, custom_attrs=attrs)


def small_tile(tile: Tile, t: Words) -> rx.Component:
    """A row in a list of cards."""
    words = rx.el.span(rx.el.strong(tile.title), rx.el.span(tile.line, class_name="small soft"), class_name="words", **_lang(tile, t))
    mark = [rx.el.span(t("in het Nederlands"), class_name="small in-dutch")] if tile.language not in ("", t.code) else []
    return rx.el.li(link(tile.href, drawing(tile.drawing, ""), rx.el.span(words, *mark), class_name="row-tile"))


def rows(tiles: list[Tile], t: Words) -> rx.Component:
    return rx.el.ul(*(small_tile(tile, t) for tile in tiles), class_name="rows")


def folded_rows(tiles: list[Tile], t: Words, shown: int) -> rx.Component:
    """The first `shown` rows; the others open on a tap, without script."""
    if len(tiles) <= shown + 1:
        return rows(tiles, t)
    summary = rx.el.summary(rx.el.span(t("Nog {n} kaarten", n=t.number(len(tiles) - shown))), icon("verder"))
    return rx.fragment(rows(tiles[:shown], t), rx.el.details(summary, rows(tiles[shown:], t), class_name="more"))


def _lang(tile: Tile, t: Words) -> dict[str, str]:
    return {"lang": tile.language, "dir": "ltr"} if tile.language not in ("", t.code) else {}
