"""Everything a nurse can print: a leaflet for each contact moment in each language, stickers, a poster for the waiting room."""

import reflex as rx

from imh_parents.i18n.catalogue import Words, words
from imh_parents.i18n.languages import LANGUAGES, Language
from imh_parents.i18n.urls import address, alternates
from imh_parents.library import Library
from imh_parents.nurse.index import moment_title
from imh_parents.nurse.printed import leaflet_path, room_path, stickers_path
from imh_parents.press.poster import PAPERS
from imh_parents.press.sheet import SIZE
from imh_parents.ui.layout import shell
from imh_parents.ui.page import Page
from imh_parents.ui.parts import BESIDE, go, link, sheet
from imh_parents.village.models import ContactMoment

PATH = ("professionals", "papier")
WALL = "muur"


def paper_page(library: Library, t: Words) -> Page:
    return Page(
        path=address(t.code, *PATH),
        language=t.code,
        title=t("Op papier"),
        description=t("Een blad om mee te geven na elk contactmoment, stickers voor het Kindboekje en een affiche voor de wachtzaal."),
        body=lambda: _paper(library, t),
        alternates=alternates(*PATH),
        sheets=("nurse",),
    )


def _paper(library: Library, t: Words) -> rx.Component:
    leaflets = [_row(moment_title(moment, t), [_leaflet(library, moment, row, t) for row in LANGUAGES]) for moment in library.moments]
    stickers, head = t("Stickers voor het Kindboekje, A4"), t("Voor het Kindboekje en aan de muur")
    wall = [_row(stickers, [_chip(stickers_path(words(row.code)), row, stickers) for row in LANGUAGES])]
    for paper in PAPERS:
        title = t("Affiche voor de wachtzaal, {paper}", paper=paper.upper())
        wall.append(_row(title, [_chip(room_path(paper, words(row.code)), row, title) for row in LANGUAGES]))
    return shell(
        t,
        rx.el.section(
            rx.el.h1(t("Op papier")),
            rx.el.p(t("Voor wie liever leest van papier, of geen telefoon bij heeft."), class_name="lead"),
            go(f"#{WALL}", head),
            class_name="in stack help-head",
        ),
        sheet(
            rx.el.h2(t("Een blad om mee te geven")),
            rx.el.p(t("Kies het contactmoment en de taal van de ouder. Het Nederlands staat ernaast. Druk af op A4 en vouw één keer.")),
            rx.el.ul(*leaflets, class_name="papers"),
            rx.el.p(
                t("PDF van één blad, hoogstens {size} kB. Er is geen plaats voor een naam.", size=SIZE.format(path="/druk/blad-*.pdf")), class_name="small soft"
            ),
            tint="honey",
            class_name="stack",
        ),
        rx.el.section(
            rx.el.h2(head, id=WALL),
            rx.el.p(t("De code op de stickers en op de affiche leidt naar de kaarten voor de leeftijd van vandaag.")),
            rx.el.ul(*wall, class_name="papers"),
            go(address(t.code, "professionals"), t("Voor professionals"), back=True),
            class_name="in stack after",
        ),
        alternates=alternates(*PATH),
        class_name="professionals",
    )


def _row(title: str, chips: list[rx.Component]) -> rx.Component:
    return rx.el.li(rx.el.b(title), rx.el.span(*chips))


def _leaflet(library: Library, moment: ContactMoment, row: Language, t: Words) -> rx.Component:
    read = any(row.code in library.cards[slug].texts for slug in library.nursing.ready[moment.id].cards)
    return _chip(leaflet_path(moment, words(row.code)), row, moment_title(moment, t), "" if read else t("kaarten in het Nederlands"))


def _chip(path: str, row: Language, title: str, but: str = "") -> rx.Component:
    """The same paper in one language."""
    attrs = {"type": "application/pdf", "hrefLang": row.code} | BESIDE
    small = [rx.el.span(but, class_name="small soft")] if but else []
    return link(
        path,
        rx.el.span(row.name, lang=row.code),
        *small,
        class_name="chip",
        custom_attrs=attrs,
        aria_label=", ".join(filter(None, (row.name, title, but))),
    )
