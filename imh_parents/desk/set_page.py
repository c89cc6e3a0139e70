"""One named set as it stands open: what to hand over, how often it was opened, its name."""

from typing import Any

import reflex as rx

from imh_parents.desk.chart import HEIGHT, WIDTH
from imh_parents.desk.parts import button, field, icon, length, link
from imh_parents.desk.set_state import OneSet
from imh_parents.desk.words import t
from imh_parents.nurse.store import LONGEST_NAME


def open_set() -> rx.Component:
    return rx.el.section(
        rx.el.button(icon("sluit"), type="button", on_click=OneSet.hide, class_name="tool", custom_attrs={"aria-label": t("Sluit deze set")}),
        _hand_over(),
        rx.cond(OneSet.archived, rx.fragment(), _opened()),
        _name(),
        class_name="sheet t-honey stack set-open",
    )


def _hand_over() -> rx.Component:
    no_paper = rx.el.p(t("Er is nog geen site gebouwd om bladen van te maken."), class_name="small soft")
    return rx.el.div(
        rx.el.img(src=OneSet.picture, alt=t("QR-code van deze set"), class_name="qr-own"),
        rx.el.div(
            rx.el.p(t("Laat scannen, of stuur de link. We tellen hoe vaak de set opent, nooit door wie.")),
            rx.el.p(rx.el.code(OneSet.link, dir="ltr"), class_name="secret"),
            rx.el.p(button(t("Kopieer de link"), icon("link"), quiet=False, on_click=rx.set_clipboard(OneSet.link))),
            rx.el.h4(t("Blad om mee te geven")),
            rx.cond(length(OneSet.papers) > 0, rx.el.ul(rx.foreach(OneSet.papers, _paper), class_name="chips"), no_paper),
            class_name="stack",
        ),
        class_name="handover",
    )


def _paper(row: Any) -> rx.Component:
    attrs = {"type": "application/pdf", "target": "_blank"}
    return rx.el.li(link(row.path, icon("druk"), rx.el.span(row.name, lang=row.code), class_name="chip", custom_attrs=attrs), key=row.code)


def _opened() -> rx.Component:
    head = rx.el.thead(rx.el.tr(rx.el.th(t("Week van"), scope="col"), rx.el.th(t("Keer geopend"), scope="col")))
    table = rx.el.table(rx.el.caption(t("Keer geopend per week"), class_name="sr"), head, rx.el.tbody(rx.foreach(OneSet.columns, _week)), class_name="counts")
    none = rx.el.p(t("In de laatste twaalf weken was er geen week met vijf keer of meer."))
    shown = rx.fragment(_chart(), rx.el.details(rx.el.summary(t("Dezelfde cijfers in een tabel"), icon("verder")), table, class_name="more"))
    return rx.el.div(rx.el.h4(t("Hoe vaak geopend")), rx.cond(OneSet.told, shown, none), class_name="stack")


def _week(one: Any) -> rx.Component:
    return rx.el.tr(rx.el.th(one.label, scope="row"), rx.el.td(one.words), key=one.label)


def _chart() -> rx.Component:
    """A picture beside the table, so a screen reader is sent to the table."""
    line = rx.el.svg.line(x1="0", y1=str(HEIGHT), x2=str(WIDTH), y2=str(HEIGHT), class_name="chart-line")
    ends: Any = OneSet.columns  # to mypy a state's list is a list
    first = rx.el.svg.text(ends[0].label, x="0", y=str(HEIGHT + 18), class_name="chart-end")
    last = rx.el.svg.text(ends[-1].label, x=str(WIDTH), y=str(HEIGHT + 18), class_name="chart-end last")
    return rx.el.svg(
        rx.foreach(OneSet.columns, _column), line, first, last, view_box=f"0 0 {WIDTH} {HEIGHT + 24}", class_name="chart", custom_attrs={"aria-hidden": "true"}
    )


def _column(one: Any) -> rx.Component:
    bar = rx.el.svg.rect(x=one.x, y=one.y, width=one.width, height=one.height, class_name="chart-bar")
    number = rx.el.svg.text(one.words, x=one.middle, y=one.y - 5, class_name="chart-number")
    return rx.cond(one.told, rx.el.svg.g(bar, number, key=one.label), rx.fragment())


def _name() -> rx.Component:
    put_away = button(t("Berg op"), on_click=OneSet.archive)
    return rx.el.form(
        field(t("Naam"), "new_name", default_value=OneSet.name_now, required=True, max_length=LONGEST_NAME, auto_complete="off"),
        rx.el.p(
            button(t("Hernoem"), icon("bewerk"), type="submit"),
            rx.cond(OneSet.archived, button(t("Haal terug"), on_click=OneSet.restore), put_away),
            class_name="row",
        ),
        on_submit=OneSet.rename,
        reset_on_submit=False,
        key=f"{OneSet.id}-{OneSet.name_now}",
        class_name="stack narrow",
    )
