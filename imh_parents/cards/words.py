"""The middle of a card: what is going on, one thing to try, finding each other again."""

import re

import reflex as rx

from imh_parents.cards.view import BESIDE, View
from imh_parents.content.markdown import Section
from imh_parents.i18n.catalogue import Words
from imh_parents.i18n.urls import address
from imh_parents.ui.parts import Child, element, icon, prose, svg


def words_of(view: View) -> rx.Component:
    text, t = view.text, view.t
    listen = rx.el.button(
        icon("luister", flip=True, class_name="play"),
        icon("pauze", class_name="stop"),
        rx.el.span(t("Lees voor, 1 minuut")),
        type="button",
        class_name="btn quiet",
    )
    data = {"lang": text.language, "play": t("Lees voor, 1 minuut"), "stop": t("Stop met voorlezen")}
    attempt = rx.el.div(svg("merk", "0 0 120 44", "mk flip"), *_section(view, "attempt", text.attempt), class_name="try", **view.lang)
    return rx.el.section(
        rx.el.div(
            element("imh-listen", listen, class_name="live", data=data),
            *([element("imh-beside", _beside_button(view), class_name="live")] if view.dutch else []),
            class_name="row",
        ),
        rx.el.div(*_section(view, "opening", text.opening), class_name="opening", **view.lang),
        attempt,
        *([rx.el.div(*_section(view, "repair", text.repair), class_name="repair", **view.lang)] if text.repair else []),
        class_name="in body stack",
    )


def _beside_button(view: View) -> rx.Component:
    return rx.el.button(
        icon("taal"), rx.el.span(view.t("Toon het Nederlands erbij")), type="button", class_name="btn quiet", custom_attrs={"aria-pressed": "false"}
    )


def _section(view: View, name: str, section: Section) -> list[Child]:
    heading = [rx.el.h2(section.heading)] if section.heading else []
    dutch: Section | None = getattr(view.dutch, name) if view.dutch else None
    beside = [rx.el.div(rx.el.p(rx.el.b(dutch.heading)), prose(dutch.html), **BESIDE)] if dutch else []
    return [*heading, prose(_links(section.html, view.t)), *beside]


def _links(html: str, t: Words) -> str:
    """`kaart:slug` in content becomes the address of that card."""
    return re.sub(r'href="kaart:([a-z0-9-]+)"', lambda match: f'href="{address(t.code, "kaart", match[1])}"', html)
