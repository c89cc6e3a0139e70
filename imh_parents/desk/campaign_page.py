"""/desk/campagne/: the month, one message beside its picture on a phone, and how it goes out."""

from typing import Any

import reflex as rx

from imh_parents.desk.calendar import weekdays
from imh_parents.desk.campaign_editor import editor
from imh_parents.desk.campaign_state import Campaign
from imh_parents.desk.month_state import Month
from imh_parents.desk.parts import button, icon, length
from imh_parents.desk.words import t


def campaign_body() -> rx.Component:
    return rx.fragment(
        rx.el.div(
            rx.el.h1(t("Campagne")),
            rx.el.div(
                _turn(-1, "terug", t("Vorige maand")),
                rx.el.h2(Month.month_title, class_name="month-title", custom_attrs={"aria-live": "polite"}),
                _turn(1, "verder", t("Volgende maand")),
                class_name="month-nav",
            ),
            button(t("Nieuw bericht"), icon("plus"), quiet=False, on_click=Campaign.new("")),
            class_name="campaign-head",
        ),
        rx.el.div(*(rx.el.span(day) for day in weekdays()), class_name="weekdays", custom_attrs={"aria-hidden": "true"}),
        rx.el.ol(rx.foreach(Month.days, _day), class_name="month"),
        rx.cond(length(Month.loose) > 0, _loose()),
        rx.cond(Campaign.id != "", editor()),
    )


def _turn(by: int, symbol: str, label: str) -> rx.Component:
    return rx.el.button(icon(symbol), type="button", on_click=Month.turn(by), class_name="tool", custom_attrs={"aria-label": label})


def _day(day: Any) -> rx.Component:
    kind = rx.cond(day.inside, "day", "day outside") + rx.cond(day.today, " today", "") + rx.cond(length(day.messages) > 0, " full", "")
    return rx.el.li(
        rx.el.div(
            rx.el.span(day.label, class_name="day-label"),
            rx.el.button(
                icon("plus"),
                rx.el.span(t("Nieuw bericht op"), " ", day.label, class_name="sr"),
                type="button",
                on_click=Campaign.new(day.iso),
                class_name="day-new",
            ),
            class_name="day-top",
        ),
        rx.foreach(day.messages, _entry),
        class_name=kind,
        key=day.iso,
    )


def _entry(entry: Any) -> rx.Component:
    return rx.el.button(
        rx.cond(entry.time != "", rx.el.span(entry.time, " ", class_name="entry-time")),
        rx.el.strong(entry.title),
        rx.el.span(entry.words, class_name="entry-state"),
        type="button",
        on_click=Campaign.open(entry.id),
        class_name="entry is-" + entry.state,
        custom_attrs={"aria-pressed": (Campaign.id == entry.id).to_string()},
        key=entry.id,
    )


def _loose() -> rx.Component:
    return rx.el.section(rx.el.h2(t("Nog zonder datum")), rx.el.div(rx.foreach(Month.loose, _entry), class_name="loose"), class_name="stack")
