"""The pages before the door: log in, the second step, choose a password. Plain pages like those of parents: no script, no socket, no state.

How a form went is said by a sentence that the address points at, so it needs no script either.
"""

from typing import Any

import reflex as rx

from imh_parents.desk.me_page import refusals, rule_words
from imh_parents.desk.parts import button, field, link, outcome, posted
from imh_parents.desk.words import t
from imh_parents.people.api import CODE, LOGIN, PREFIX, WELCOME
from imh_parents.people.passwords import LEAST
from imh_parents.ui.layout import brand
from imh_parents.ui.page import Page
from imh_parents.ui.parts import Child

DIGITS: dict[str, Any] = {"input_mode": "numeric", "auto_complete": "one-time-code"}


def entry_pages() -> list[Page]:
    rows = (
        (LOGIN, t("Aanmelden"), t("Voor wie met deze app werkt."), _login),
        (CODE, t("Tweede stap"), t("Zes cijfers van je telefoon."), _code),
        (WELCOME, t("Kies een wachtwoord"), t("Voor wie een link kreeg."), _welcome),
    )
    return [
        Page(path=path, language=t.code, title=title, description=line, body=body, sheets=("entry",), indexed=False, kept=False)
        for path, title, line, body in rows
    ]


def _page(title: str, *children: Child) -> rx.Component:
    return rx.el.div(
        link("#inhoud", t("Naar de inhoud"), class_name="skip"),
        rx.el.header(brand(t), class_name="top"),
        rx.el.main(rx.el.section(rx.el.h1(title), *children, class_name="in stack"), id="inhoud", tab_index=-1),
        class_name="phone",
    )


def _login() -> rx.Component:
    return _page(
        t("Aanmelden"),
        outcome("out", t("Je bent afgemeld.")),
        outcome("in-wrong", t("Dat klopte niet. Kijk het e-mailadres en het wachtwoord na.")),
        outcome("in-slow", t("Even wachten: er is te vaak geprobeerd. Straks kan het weer.")),
        posted(
            f"{PREFIX}in",
            field(t("E-mailadres"), "email", type="email", auto_complete="username", required=True),
            field(t("Wachtwoord"), "password", type="password", auto_complete="current-password", required=True),
            rx.el.p(button(t("Meld je aan"), quiet=False, type="submit")),
        ),
        rx.el.p(t("Wachtwoord vergeten? Vraag een beheerder om een nieuwe link."), class_name="soft small"),
    )


def _code() -> rx.Component:
    return _page(
        t("Tweede stap"),
        outcome("code-wrong", t("Die cijfers klopten niet. Probeer de volgende.")),
        outcome("code-slow", t("Even wachten: er is te vaak geprobeerd.")),
        posted(
            f"{PREFIX}code",
            field(
                t("Zes cijfers"),
                "code",
                t("Je vindt ze in de app voor codes op je telefoon."),
                input_mode="numeric",
                auto_complete="one-time-code",
                required=True,
            ),
            rx.el.p(button(t("Verder"), quiet=False, type="submit")),
        ),
        posted(f"{PREFIX}uit", rx.el.p(button(t("Toch niet"), type="submit"))),
    )


def _welcome() -> rx.Component:
    return _page(
        t("Kies een wachtwoord"),
        outcome("welkom-ended", t("Deze link werkt niet meer. Vraag een beheerder om een nieuwe.")),
        *refusals("welkom"),
        posted(
            f"{PREFIX}welkom",
            field(t("Nieuw wachtwoord"), "password", rule_words(), type="password", auto_complete="new-password", required=True, min_length=LEAST),
            field(t("Nog eens"), "again", type="password", auto_complete="new-password", required=True),
            rx.el.p(button(t("Bewaar en meld me aan"), quiet=False, type="submit")),
        ),
    )
