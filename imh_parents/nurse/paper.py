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
from imh_parents.ui.files import file_link
from imh_parents.ui.layout import shell
from imh_parents.ui.page import Page
from imh_parents.ui.parts import BESIDE, go, link, sheet
from imh_parents.village.models import ContactMoment

PATH = ("professionals", "papier")


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
    moments = [rx.el.li(rx.el.b(moment_title(moment, t)), rx.el.span(*(_leaflet(library, moment, row, t) for row in LANGUAGES))) for moment in library.moments]
    rooms = [rx.el.li(file_link(room_path(paper, t), t("Affiche voor de wachtzaal, {paper}", paper=paper.upper()), t)) for paper in PAPERS]
    return shell(
        t,
        rx.el.section(
            rx.el.h1(t("Op papier")),
            rx.el.p(t("Voor wie liever leest van papier, of geen telefoon bij heeft."), class_name="lead"),
            class_name="in stack help-head",
        ),
        sheet(
            rx.el.h2(t("Een blad om mee te geven")),
            rx.el.p(t("Kies het contactmoment en de taal van de ouder. Het Nederlands staat ernaast. Druk af op A4 en vouw één keer.")),
            rx.el.ul(*moments, class_name="papers"),
            rx.el.p(
                t("PDF van één blad, hoogstens {size} kB. Er is geen plaats voor een naam.", size=SIZE.format(path="/druk/blad-*.pdf")), class_name="small soft"
            ),
            tint="honey",
            class_name="stack",
        ),
        rx.el.section(
            rx.el.h2(t("Voor het Kindboekje en aan de muur")),
            rx.el.p(t("De code op de stickers en op de affiche leidt naar de kaarten voor de leeftijd van vandaag.")),
            rx.el.ul(rx.el.li(file_link(stickers_path(t), t("Stickers voor het Kindboekje, A4"), t)), *rooms, class_name="finders"),
            go(address(t.code, "professionals"), t("Voor professionals"), back=True),
            class_name="in stack after",
        ),
        alternates=alternates(*PATH),
        class_name="professionals",
    )


def _leaflet(library: Library, moment: ContactMoment, row: Language, t: Words) -> rx.Component:
    read = any(row.code in library.cards[slug].texts for slug in library.nursing.ready[moment.id].cards)
    dutch = [] if read else [t("kaarten in het Nederlands")]
    label = ", ".join([row.name, moment_title(moment, t), *dutch])
    attrs = {"type": "application/pdf", "hrefLang": row.code} | BESIDE
    name = rx.el.span(row.name, lang=row.code)
    small = [rx.el.span(said, class_name="small soft") for said in dutch]
    return link(leaflet_path(moment, words(row.code)), name, *small, class_name="chip", custom_attrs=attrs, aria_label=label)
