"""/desk/: where to begin."""

from typing import Any

import reflex as rx

from imh_parents.desk.home_state import Home
from imh_parents.desk.parts import drawing, icon, length, link
from imh_parents.desk.state import Desk
from imh_parents.desk.words import t


def home_body() -> rx.Component:
    quiet = rx.el.div(drawing("leg-neer"), rx.el.p(t("Er wacht niets op jou. Mooi zo.")), class_name="empty")
    waiting = rx.el.ul(rx.foreach(Home.matters, _matter), class_name="rows matters")
    return rx.fragment(
        rx.el.h1(t("Dag"), rx.cond(Desk.name != "", rx.fragment(" ", Desk.name))),
        rx.cond(Home.loaded, rx.cond(length(Home.matters) > 0, rx.el.section(rx.el.h2(t("Dit vraagt aandacht")), waiting), quiet)),
    )


def _matter(matter: Any) -> rx.Component:
    return rx.el.li(link(matter.path, rx.el.span(matter.words, class_name="grow"), icon("verder")), key=matter.words)
