"""/desk/sets/: the named sets of a team, and what is new and used elsewhere."""

from typing import Any

import reflex as rx

from imh_parents.desk.parts import button, drawing, field, icon, length, link
from imh_parents.desk.set_page import open_set
from imh_parents.desk.set_state import OneSet
from imh_parents.desk.sets_state import Sets
from imh_parents.desk.words import t
from imh_parents.i18n.languages import DEFAULT
from imh_parents.i18n.urls import address
from imh_parents.nurse.store import LONGEST_NAME

BESIDE = {"target": "_blank", "rel": "noopener"}
MAKER = address(DEFAULT.code, "professionals", "set")


def sets_body() -> rx.Component:
    lonely = rx.el.div(drawing("sc-ring"), rx.el.p(t("Je hoort nog bij geen team. Een beheerder kan je een team geven, bij Mensen.")), class_name="empty")
    return rx.fragment(
        rx.el.h1(t("Sets"), rx.cond(Sets.team != "", rx.el.span(" ", Sets.team, class_name="soft"))),
        rx.cond(Sets.loaded & (Sets.team == ""), lonely),
        rx.cond(Sets.loaded & (Sets.team != ""), rx.fragment(_own(), _make())),
        rx.cond(length(Sets.used) > 0, _used()),
        rx.cond(length(Sets.fresh) > 0, _fresh()),
    )


def _own() -> rx.Component:
    none = rx.el.p(t("Jouw team heeft nog geen sets. Maak er hieronder een."), class_name="soft")
    away = rx.el.details(
        rx.el.summary(t("Opgeborgen sets"), icon("verder")),
        rx.el.ul(rx.foreach(Sets.away, lambda row: _row(row, rx.fragment())), class_name="rows"),
        class_name="more",
    )
    return rx.el.section(
        rx.el.h2(t("De sets van jouw team")),
        rx.cond(length(Sets.rows) > 0, rx.el.ul(rx.foreach(Sets.rows, lambda row: _row(row, _star(row))), class_name="rows"), none),
        rx.cond(length(Sets.away) > 0, away),
        class_name="stack",
    )


def _row(row: Any, star: rx.Component) -> rx.Component:
    return rx.el.li(
        star,
        rx.el.div(rx.el.h3(row.name), rx.el.p(row.about, class_name="small soft"), class_name="grow"),
        rx.cond(OneSet.id == row.id, open_set(), button(t("Open"), rx.el.span(row.name, " ", class_name="sr"), on_click=OneSet.show(row.id))),
        key=row.id,
    )


def _star(row: Any) -> rx.Component:
    label: Any = t("Bovenaan houden:")
    return rx.el.button(
        rx.cond(row.favourite, icon("bewaard-vol"), icon("bewaard")),
        rx.el.span(label, " ", row.name, class_name="sr"),
        type="button",
        on_click=Sets.favour(row.id, ~row.favourite),
        class_name="tool",
        custom_attrs={"aria-pressed": row.favourite.to_string()},
    )


def _make() -> rx.Component:
    return rx.el.section(
        rx.el.h2(t("Zet een set bij je team")),
        rx.el.p(
            t("Stel de set eerst samen in de app, en kopieer de link."),
            " ",
            link(MAKER, t("Maak een set"), custom_attrs=BESIDE),
        ),
        rx.el.form(
            field(t("Naam"), "name", t("Zo vindt je team hem terug. Geen naam van een gezin."), required=True, max_length=LONGEST_NAME, auto_complete="off"),
            field(t("Link of code"), "link", required=True, dir="ltr", auto_complete="off", spell_check=False),
            rx.el.p(Sets.trouble, class_name="why", role="alert"),
            rx.el.p(button(t("Bewaar bij het team"), icon("plus"), quiet=False, type="submit")),
            on_submit=Sets.make,
            reset_on_submit=False,
            key=f"made-{Sets.made}",  # empty again once it worked, and only then: not when a colleague made one
            class_name="stack narrow",
        ),
        class_name="stack",
    )


def _used() -> rx.Component:
    return rx.el.section(
        rx.el.h2(t("Het meest gebruikt")),
        rx.el.p(t("Van alle teams, in de laatste twaalf weken. Weken met minder dan vijf keer tellen niet mee."), class_name="small soft"),
        rx.foreach(Sets.used, _used_at),
        class_name="stack",
    )


def _used_at(at: Any) -> rx.Component:
    return rx.el.div(
        rx.el.h3(at.moment),
        rx.el.ul(rx.foreach(at.sets, _used_row), class_name="rows"),
        key=at.moment,
    )


def _used_row(row: Any) -> rx.Component:
    take = button(t("Neem over"), rx.el.span(row.name, " ", class_name="sr"), on_click=Sets.take_over(row.id))
    return rx.el.li(
        rx.el.div(rx.el.p(rx.el.strong(row.name)), rx.el.p(row.about, class_name="small soft"), class_name="grow"),
        rx.cond(row.own | (Sets.team == ""), rx.fragment(), take),
        key=row.id,
    )


def _fresh() -> rx.Component:
    more = rx.el.p(t("Nog meer nieuwe kaarten:"), " ", Sets.fresh_more, class_name="small soft")
    return rx.el.section(
        rx.el.h2(t("Nieuwe kaarten")), rx.el.ul(rx.foreach(Sets.fresh, _card), class_name="rows"), rx.cond(Sets.fresh_more > 0, more), class_name="stack"
    )


def _card(one: Any) -> rx.Component:
    return rx.el.li(link(one.path, one.title, custom_attrs=BESIDE), rx.el.span(one.written, class_name="small soft"), key=one.path)
