"""What stands around every page of the desk: its top, its menu by role, and what has to be said."""

from collections.abc import Sequence
from typing import Any

import reflex as rx

from imh_parents.desk.connection import connection
from imh_parents.desk.page import DeskPage
from imh_parents.desk.parts import drawing, icon, link, posted
from imh_parents.desk.state import Desk
from imh_parents.desk.words import t
from imh_parents.people.api import HOME, LOGIN, ME, PREFIX
from imh_parents.people.roles import ADMIN
from imh_parents.settings import settings


def framed(page: DeskPage, all_pages: Sequence[DeskPage]) -> rx.Component:
    """A whole page."""
    return rx.el.div(
        link("#inhoud", t("Naar de inhoud"), class_name="skip"),
        rx.el.header(
            link(HOME, drawing("merk", "0 0 120 44", ""), rx.el.span(settings().name), class_name="brand"),
            rx.el.nav(rx.el.ul(*(_entry(one, one == page) for one in all_pages if one.menu)), class_name="menu", custom_attrs={"aria-label": t("Bureau")}),
            _who(page),
            class_name="desk-top",
        ),
        connection(),
        _said(),
        rx.el.main(rx.cond(Desk.gone, _gone(), rx.cond(Desk.refused, _refused(), page.body())), id="inhoud", tab_index=-1),
        class_name="desk",
    )


def _entry(page: DeskPage, current: bool) -> rx.Component:
    """A place in the menu, for who may go there."""
    attrs = {"aria-current": "page"} if current else {}
    shown = rx.el.li(link(page.path, icon(page.icon), rx.el.span(page.title), custom_attrs=attrs))
    if not page.roles:
        return rx.cond(Desk.role != "", shown)
    allowed: Any = Desk.role == ADMIN
    for role in sorted(page.roles - {ADMIN}):
        allowed = allowed | (Desk.role == role)
    return rx.cond(allowed, shown)


def _who(page: DeskPage) -> rx.Component:
    attrs = {"aria-current": "page"} if page.path == ME else {}
    own = link(ME, icon("jij"), rx.el.span(rx.cond(Desk.name != "", Desk.name, t("Ik"))), class_name="chip", custom_attrs=attrs)
    out = posted(f"{PREFIX}uit", rx.el.button(t("Afmelden"), type="submit", class_name="chip"), class_name="out")
    return rx.el.div(own, out, class_name="desk-who")


def _said() -> rx.Component:
    """What an action did, and that something failed. Always there, so that a screen reader hears it change."""
    failed = t("Dat lukte niet. Het ligt aan ons. Probeer het straks opnieuw.")
    something: Any = Desk.stumbled | (Desk.said != "")
    close = rx.el.button(icon("sluit"), type="button", on_click=Desk.dismiss, class_name="tool", custom_attrs={"aria-label": t("Sluit deze melding")})
    return rx.el.div(
        rx.el.p(rx.cond(Desk.stumbled, failed, Desk.said), role="status"),
        rx.cond(something, close),
        class_name=rx.cond(something, "said-line", "said-line none"),
    )


def _gone() -> rx.Component:
    return rx.el.section(
        rx.el.h1(t("Je bent afgemeld")),
        rx.el.p(t("Je was te lang weg, of iemand sloot deze sessie af. Meld je opnieuw aan om verder te werken.")),
        rx.el.p(link(LOGIN, t("Meld je aan"), class_name="btn")),
        class_name="stack",
    )


def _refused() -> rx.Component:
    return rx.el.section(
        rx.el.h1(t("Dit hoort bij een andere rol")),
        rx.el.p(t("Jouw rol kan dit niet zien of veranderen. Heb je het nodig? Vraag het aan een beheerder.")),
        rx.el.p(link(HOME, t("Naar het begin"), class_name="btn quiet")),
        class_name="stack",
    )
