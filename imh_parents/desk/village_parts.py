"""One place at the village desk: its name, what is known of it, and the buttons of the list it stands in."""

from typing import Any

import reflex as rx

from imh_parents.desk.parts import button, icon, link
from imh_parents.desk.village_state import Village
from imh_parents.desk.village_words import OUTCOME_WORDS, REMOVAL_WORDS
from imh_parents.desk.words import t
from imh_parents.ui.parts import Child, outside


def place(row: Any, *acts: Child) -> rx.Component:
    """A row of a list."""
    return rx.el.li(about(row), rx.el.div(*acts, class_name="acts"), key=row.id)


def about(row: Any) -> rx.Component:
    """What a person has to know to judge a place."""
    return rx.el.div(
        rx.el.h3(row.name),
        rx.cond(row.town != "", rx.el.p(row.town, class_name="small")),
        rx.cond(row.reports != "", rx.el.p(row.reports, class_name="reported")),
        rx.cond(row.removed != "", rx.el.p(row.removed, class_name="reported")),
        rx.el.p(row.sure, class_name="small soft"),
        rx.el.p(
            rx.cond(
                row.call != "",
                link(row.call, icon("bel"), rx.el.span(row.phone, dir="ltr"), class_name="reach-by"),
                rx.el.span(t("Geen nummer bekend"), class_name="small soft"),
            ),
            rx.cond(
                row.url != "",
                outside(row.url, icon("link"), rx.el.span(t("Naar de site")), rx.el.span(" ", t("van"), " ", row.name, class_name="sr"), class_name="reach-by"),
            ),
            class_name="row",
        ),
        class_name="grow",
    )


def named(row: Any, words: str, *before: Child, quiet: bool = True, **props: Any) -> rx.Component:
    """A button that says, to who only hears it, which place it is about."""
    return button("", *before, rx.el.span(words), rx.el.span(" ", row.name, class_name="sr"), quiet=quiet, **props)


def judged(row: Any) -> rx.Component:
    """What can be done with any place; taking it out asks why first."""
    why = rx.fragment(
        rx.el.p(t("Waarom gaat deze plek uit de lijst?")),
        *(button(words, on_click=Village.remove(row.id, reason)) for reason, words in REMOVAL_WORDS.items()),
        button(t("Toch niet"), on_click=Village.ask("")),
    )
    handled = (button(words, on_click=Village.handle(row.id, outcome)) for outcome, words in OUTCOME_WORDS.items())
    acts = rx.fragment(
        rx.cond(row.shown, named(row, t("Bevestig"), icon("klaar"), quiet=False, on_click=Village.confirm(row.id))),
        rx.cond(row.reports != "", rx.fragment(*handled)),
        rx.cond(row.shown, named(row, t("Neem uit de lijst"), on_click=Village.ask(row.id))),
        rx.cond(row.back, named(row, t("Zet terug"), on_click=Village.put_back(row.id))),
    )
    return rx.cond(Village.asked == row.id, why, acts)
