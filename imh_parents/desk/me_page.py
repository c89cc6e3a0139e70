"""/desk/ik/: my sessions, my password, my second step."""

from typing import Any

import reflex as rx

from imh_parents.desk.me_state import Me
from imh_parents.desk.parts import button, field, icon, length, outcome, posted
from imh_parents.desk.state import Desk
from imh_parents.desk.words import t
from imh_parents.people.api import PREFIX
from imh_parents.people.passwords import LEAST


def me_body() -> rx.Component:
    return rx.fragment(
        rx.el.h1(Desk.name),
        rx.el.p(rx.el.bdi(Me.email), rx.cond(Me.role_words != "", rx.fragment(" · ", Me.role_words)), class_name="soft"),
        # Here and not beside the forms: what the address points at has to be in the page before it is alive.
        outcome("done", t("Je wachtwoord is veranderd. Overal elders ben je afgemeld.")),
        outcome("code-wrong", t("Die cijfers klopten niet. Probeer de volgende.")),
        outcome("code-slow", t("Even wachten: er is te vaak geprobeerd.")),
        *refusals("wachtwoord"),
        rx.cond(Me.must_second, _first_second(), rx.fragment(_sessions(), _password(), _second())),
    )


def _first_second() -> rx.Component:
    return rx.el.section(
        rx.el.h2(t("Nog één ding: de tweede stap")),
        rx.el.p(t("Met jouw rol bereik je veel mensen. Daarom vragen we bij het aanmelden ook zes cijfers van een app op je telefoon.")),
        _set_up(),
        class_name="stack",
    )


def _second() -> rx.Component:
    on = rx.fragment(
        rx.el.p(icon("klaar"), rx.el.span(t("De tweede stap staat aan.")), class_name="row"),
        rx.el.p(t("Nieuwe telefoon? Vraag aan een beheerder om de tweede stap opnieuw te laten instellen."), class_name="small soft"),
    )
    off = rx.cond(
        Me.secret != "",
        _set_up(),
        rx.fragment(
            rx.el.p(t("Bij het aanmelden vragen we dan ook zes cijfers van een app op je telefoon. Een gestolen wachtwoord alleen is niet meer genoeg.")),
            rx.el.p(button(t("Zet de tweede stap aan"), on_click=Me.set_up)),
        ),
    )
    return rx.el.section(rx.el.h2(t("Aanmelden in twee stappen")), rx.cond(Me.has_second, on, off), class_name="stack")


def _set_up() -> rx.Component:
    return rx.el.div(
        rx.el.img(src=Me.secret_picture, alt=t("QR-code voor je app"), class_name="qr-own"),
        rx.el.div(
            rx.el.p(t("1. Open een app voor codes op je telefoon, en scan deze code.")),
            rx.el.p(t("Geen camera? Typ dan dit over:"), " ", rx.el.code(Me.secret, dir="ltr"), class_name="secret"),
            rx.el.p(t("2. Typ de zes cijfers die je app toont.")),
            posted(
                f"{PREFIX}code",
                field(t("Zes cijfers"), "code", input_mode="numeric", auto_complete="one-time-code", required=True, max_length=7),
                rx.el.p(button(t("Bevestig"), quiet=False, type="submit")),
            ),
            class_name="stack",
        ),
        class_name="handover",
    )


def _sessions() -> rx.Component:
    return rx.el.section(
        rx.el.h2(t("Waar je aangemeld bent")),
        rx.el.ul(rx.foreach(Me.places, _place), class_name="rows"),
        rx.cond(length(Me.places) > 1, rx.el.p(button(t("Meld me overal elders af"), on_click=Me.end_others))),
        class_name="stack",
    )


def _place(place: Any) -> rx.Component:
    return rx.el.li(
        rx.el.div(rx.el.p(rx.el.strong(place.where)), rx.el.p(t("laatst gezien op"), " ", place.seen, class_name="small soft"), class_name="grow"),
        rx.cond(place.here, rx.el.span(icon("plek"), t("hier"), class_name="mark"), button(t("Meld af"), on_click=Me.end(place.id))),
        key=place.id,
    )


def _password() -> rx.Component:
    return rx.el.section(
        rx.el.h2(t("Wachtwoord")),
        posted(
            f"{PREFIX}wachtwoord",
            field(t("Je wachtwoord nu"), "old", type="password", auto_complete="current-password", required=True),
            field(t("Nieuw wachtwoord"), "password", rule_words(), type="password", auto_complete="new-password", required=True, min_length=LEAST),
            field(t("Nog eens"), "again", type="password", auto_complete="new-password", required=True),
            rx.el.p(button(t("Verander het"), type="submit")),
            class_name="stack narrow",
        ),
        class_name="stack",
    )


def rule_words() -> str:
    return t("Minstens {n} tekens. Een paar gewone woorden na elkaar is goed, en makkelijk te onthouden.", n=LEAST)


def refusals(kind: str) -> list[rx.Component]:
    """Why a password was not taken."""
    return [
        outcome(f"{kind}-wrong", t("Je wachtwoord van nu klopte niet.")),
        outcome(f"{kind}-slow", t("Even wachten: er is te vaak geprobeerd.")),
        outcome(f"{kind}-differs", t("De twee waren niet gelijk. Probeer het nog eens.")),
        outcome(f"{kind}-short", t("Dat is te kort. Neem minstens {n} tekens.", n=LEAST)),
        outcome(f"{kind}-long", t("Dat is te lang.")),
        outcome(f"{kind}-own", t("Je naam of e-mailadres is er te veel van. Kies iets anders.")),
        outcome(f"{kind}-common", t("Dat proberen anderen als eerste. Kies iets anders.")),
    ]
