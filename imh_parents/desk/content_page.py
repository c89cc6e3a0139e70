"""/desk/inhoud/: what waits for an editor."""

from typing import Any

import reflex as rx

from imh_parents.desk.content_state import Contents
from imh_parents.desk.parts import drawing, icon, length, link
from imh_parents.desk.words import t

BESIDE = {"target": "_blank", "rel": "noopener"}


def content_body() -> rx.Component:
    unbuilt = rx.el.div(drawing("leeg"), rx.el.p(t("Er is nog geen site gebouwd. Daarna staat hier wat de kaarten nog missen.")), class_name="empty")
    return rx.fragment(
        rx.el.h1(t("Inhoud")),
        rx.el.p(t("Zoals de site nu is. Wat je intussen in de bestanden verandert, zie je hier na de volgende bouw."), class_name="soft"),
        rx.cond(Contents.loaded & ~Contents.built, unbuilt),
        rx.cond(length(Contents.groups) > 0, rx.el.section(rx.el.h2(t("Kaarten")), rx.foreach(Contents.groups, _group), class_name="stack")),
        rx.cond(Contents.loaded, _links()),
    )


def _group(group: Any) -> rx.Component:
    some = rx.el.details(
        rx.el.summary(rx.el.span(group.name, class_name="grow"), rx.el.strong(group.count), icon("verder")),
        rx.el.p(group.why, class_name="small soft"),
        rx.el.ul(rx.foreach(group.rows, _card), class_name="rows tight"),
        class_name="more counted",
    )
    none = rx.el.p(rx.el.span(group.name, class_name="grow"), rx.el.span(icon("klaar"), t("geen"), class_name="row"), class_name="counted-none")
    return rx.el.div(rx.cond(length(group.rows) > 0, some, none), key=group.name)


def _card(row: Any) -> rx.Component:
    return rx.el.li(link(row.path, row.title, class_name="grow", custom_attrs=BESIDE), rx.el.span(row.note, class_name="small soft"), key=row.path)


def _links() -> rx.Component:
    never = rx.fragment(
        rx.el.p(t("Er is nog nooit naar de links gekeken. Dat doet deze opdracht:")), rx.el.p(rx.el.code("python -m imh_parents content links", dir="ltr"))
    )
    well = rx.el.p(icon("klaar"), rx.el.span(t("Geen enkele link is dood.")), class_name="row")
    unsure = rx.el.details(
        rx.el.summary(rx.el.span(t("Niet zeker"), class_name="grow"), rx.el.strong(length(Contents.unsure)), icon("verder")),
        rx.el.p(t("Deze pagina’s weigerden of antwoordden niet op tijd. Veel kranten doen dat bij wie geen browser is. Kijk zelf."), class_name="small soft"),
        rx.el.ul(rx.foreach(Contents.unsure, _address), class_name="rows tight"),
        class_name="more counted",
    )
    looked = rx.fragment(
        rx.el.p(Contents.looked, class_name="small soft"),
        rx.cond(length(Contents.dead) > 0, rx.el.ul(rx.foreach(Contents.dead, _address), class_name="rows tight"), well),
        rx.cond(length(Contents.unsure) > 0, unsure),
    )
    return rx.el.section(rx.el.h2(t("Dode links")), rx.cond(Contents.looked != "", looked, never), class_name="stack")


def _address(one: Any) -> rx.Component:
    return rx.el.li(
        rx.el.div(
            rx.el.p(rx.el.strong(one.places)),
            link(one.url, rx.el.bdi(one.url), class_name="secret", custom_attrs=BESIDE),
            rx.el.p(one.words, class_name="small soft"),
            class_name="grow",
        ),
        key=one.url,
    )
