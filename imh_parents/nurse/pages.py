"""The pages of nurses: for professionals, the maker of sets, the stickers, the set on a parent's phone, the question list."""

import reflex as rx

from imh_parents.i18n.catalogue import Words
from imh_parents.i18n.urls import address, alternates
from imh_parents.library import Library
from imh_parents.nurse.index import moment_title
from imh_parents.nurse.maker import maker_page
from imh_parents.nurse.paper import paper_page
from imh_parents.nurse.parents import questions_page, set_page
from imh_parents.nurse.stickers import stickers_page
from imh_parents.ui import running
from imh_parents.ui.layout import shell
from imh_parents.ui.page import Page
from imh_parents.ui.parts import go, link, sheet

PROSE = "professionals"


def nurse_pages(library: Library, t: Words) -> list[Page]:
    return [_professionals_page(library, t), maker_page(library, t), stickers_page(library, t), paper_page(library, t), set_page(library, t), questions_page(t)]


def _professionals_page(library: Library, t: Words) -> Page:
    front = library.prose[PROSE].text(t.code).front
    return Page(
        path=address(t.code, PROSE),
        language=t.code,
        title=front.title,
        description=front.line,
        body=lambda: _professionals(library, t),
        alternates=alternates(PROSE),
    )


def _professionals(library: Library, t: Words) -> rx.Component:
    prose = library.prose[PROSE]
    maker = address(t.code, PROSE, "set")
    moments = [rx.el.li(link(f"{maker}#{moment.id}", moment_title(moment, t), class_name="chip")) for moment in library.moments]
    return shell(
        t,
        rx.el.section(*running.opening(prose, t), class_name="in stack help-head"),
        sheet(
            rx.el.h2(t("Kies een contactmoment")),
            rx.el.ul(*moments, class_name="chips"),
            rx.el.p(go(maker, t("Of begin met een lege set"))),
            rx.el.p(go(address(t.code, PROSE, "papier"), t("Op papier: een blad om mee te geven, stickers, een affiche"))),
            tint="honey",
            class_name="stack",
        ),
        rx.el.section(*running.parts(prose, t), *running.origins(prose, t), class_name="in stack running"),
        alternates=alternates(PROSE),
        class_name="professionals",
    )
