"""The frame around every page: top, main, the bar under the thumb, and the quiet foot."""

from typing import Any

import reflex as rx

from imh_parents.i18n.catalogue import Words
from imh_parents.i18n.languages import LANGUAGES
from imh_parents.i18n.urls import address
from imh_parents.settings import settings
from imh_parents.ui.parts import Child, element, icon, link, rule, svg


def shell(
    t: Words,
    *main: Child,
    tab: str = "",
    alternates: dict[str, str],
    tools: tuple[Child, ...] = (),
    class_name: str = "",
    after: tuple[Child, ...] = (),
) -> rx.Component:
    """A whole page body. `tab` names the place in the bar this page belongs to; `after` follows the main part."""
    return rx.el.div(
        link("#inhoud", t("Naar de inhoud"), class_name="skip"),
        rx.el.header(brand(t), rx.el.span(class_name="grow"), _professionals(t), *tools, night_button(t), class_name="top"),
        rx.el.main(*main, id="inhoud", class_name=class_name, tab_index=-1),
        *after,
        foot(t, alternates),
        tabs(t, tab),
        class_name="phone",
    )


def brand(t: Words) -> rx.Component:
    return link(address(t.code), svg("merk", "0 0 120 44"), rx.el.span(settings().name), class_name="brand")


def _professionals(t: Words) -> rx.Component:
    """Where there is room, which is where nurses work: on a wide screen. On a phone it stands in the foot."""
    return link(address(t.code, "professionals"), t("Voor professionals"), class_name="pro small soft")


def night_button(t: Words) -> rx.Component:
    """Night by hand; by the clock it comes by itself. Needs the script, so it is hidden without."""
    button = rx.el.button(icon("nacht", class_name="to-night"), icon("dag", class_name="to-day"), type="button", class_name="tool", aria_label=t("Nachtstand"))
    return element("imh-night", button, class_name="live", data={"on": t("Nachtstand uit"), "off": t("Nachtstand aan")})


def tabs(t: Words, current: str) -> rx.Component:
    """Four places and help."""
    rows = (
        ("vandaag", t("Vandaag"), address(t.code)),
        ("ontdek", t("Ontdek"), address(t.code, "zoek")),
        ("dorp", t("Dorp"), address(t.code, "dorp")),
        ("bewaard", t("Bewaard"), address(t.code, "bewaard")),
        ("hulp", t("Hulp nu"), address(t.code, "hulp")),
    )
    return rx.el.nav(
        rule(),
        rx.el.ul(*(rx.el.li(_tab(name, label, href, name == current)) for name, label, href in rows)),
        class_name="tabs",
        aria_label=t("Hoofdmenu"),
    )


def _tab(name: str, label: str, href: str, current: bool) -> rx.Component:
    attrs: dict[str, Any] = {"custom_attrs": {"aria-current": "page"}} if current else {}
    return link(href, icon(name), rx.el.span(label), class_name="now" if name == "hulp" else "", **attrs)


def foot(t: Words, alternates: dict[str, str]) -> rx.Component:
    """Languages, settings and who we are: there for who looks for it."""
    languages = [
        rx.el.li(
            link(
                alternates.get(row.code, address(row.code)),
                row.name,
                lang=row.code,
                custom_attrs={"hreflang": row.code} | ({"aria-current": "true"} if row.code == t.code else {}),
            )
        )
        for row in LANGUAGES
    ]
    places = (
        (address(t.code, "instellingen"), t("Instellingen")),
        (address(t.code, "privacy"), t("Privacy")),
        (address(t.code, "over"), t("Over deze app")),
        (address(t.code, "week"), t("Week van de IMH")),
        (address(t.code, "professionals"), t("Voor professionals")),
    )
    return rx.el.footer(
        rx.el.nav(rx.el.ul(*languages), aria_label=t("Taal"), id="talen"),
        rx.el.nav(rx.el.ul(*(rx.el.li(link(href, label)) for href, label in places)), aria_label=t("Over")),
        class_name="foot",
    )
