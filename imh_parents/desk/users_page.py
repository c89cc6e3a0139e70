"""/desk/mensen/: who may use the desk. One person a row, a link to hand over, nothing that happens by accident."""

from typing import Any

import reflex as rx

from imh_parents.desk.labels import ROLE_WORDS
from imh_parents.desk.parts import button, field, icon
from imh_parents.desk.users_state import Users
from imh_parents.desk.words import t
from imh_parents.people.store.users import LONGEST_TEAM


def users_body() -> rx.Component:
    return rx.fragment(
        rx.el.h1(t("Mensen")),
        rx.cond(Users.link != "", _link()),
        rx.el.ul(rx.foreach(Users.rows, _row), class_name="rows people"),
        _invite(),
    )


def _roles(**props: object) -> rx.Component:
    return rx.el.select(*(rx.el.option(words, value=role) for role, words in ROLE_WORDS.items()), **props)


def _row(row: Any) -> rx.Component:
    change = rx.el.label(
        rx.el.span(t("Rol van"), " ", row.name, class_name="sr"),
        _roles(value=row.role, on_change=lambda role: Users.set_role(row.id, role)),
    )
    acts = rx.fragment(
        button(t("Nieuwe link"), on_click=Users.new_link(row.id)),
        button(t("Overal afmelden"), on_click=Users.end_sessions(row.id)),
        rx.cond(row.second & ~row.own, button(t("Tweede stap opnieuw"), on_click=Users.forget_second(row.id))),
        rx.cond(~row.own, button(t("Sluit uit"), on_click=Users.ask(row.id))),
    )
    sure = rx.fragment(
        rx.el.p(t("Sluit je deze persoon uit? Die is dan meteen overal afgemeld.")),
        button(t("Ja, sluit uit"), quiet=False, on_click=Users.revoke(row.id)),
        button(t("Nee"), on_click=Users.ask("")),
    )
    buttons = rx.cond(row.revoked, button(t("Laat weer toe"), on_click=Users.restore(row.id)), rx.cond(Users.asked == row.id, sure, acts))
    return rx.el.li(
        rx.el.div(
            rx.el.h2(row.name, rx.cond(row.own, rx.el.span(" ", t("(jij)"), class_name="soft"))),
            rx.el.p(rx.el.bdi(row.email), class_name="small"),
            rx.el.p(row.state, class_name="small soft"),
            class_name="grow",
        ),
        rx.el.div(rx.cond(row.own | row.revoked, rx.el.p(_role_words(row)), rx.el.div(change, class_name="field")), class_name="role"),
        rx.cond(row.revoked, rx.fragment(), rx.el.div(_team(row), class_name="role")),
        rx.el.div(buttons, class_name="acts"),
        key=row.id,
    )


def _team(row: Any) -> rx.Component:
    """Saved when the field is left. The key makes it anew when somebody else changed it."""
    id_ = f"team-{row.id}"
    return rx.el.div(
        rx.el.label(t("Team"), rx.el.span(" ", row.name, class_name="sr"), html_for=id_),
        rx.el.input(
            id=id_,
            default_value=row.team,
            max_length=LONGEST_TEAM,
            auto_complete="off",
            on_blur=lambda team: Users.set_team(row.id, team),
            key=f"{row.id}-{row.team}",
        ),
        class_name="field",
    )


def _role_words(row: Any) -> rx.Component:
    return rx.match(row.role, *ROLE_WORDS.items(), "")


def _link() -> rx.Component:
    """A link is shown once. Whoever opens it first chooses the password, so it is handed over, not mailed around."""
    return rx.el.section(
        rx.el.h2(t("Link voor"), " ", Users.link_for),
        rx.el.img(src=Users.link_picture, alt=t("QR-code met dezelfde link"), class_name="qr-own"),
        rx.el.div(
            rx.el.p(t("Geef hem zelf door. Hij werkt één keer, zeven dagen lang. Wie hem opent, kiest het wachtwoord.")),
            rx.el.p(rx.el.code(Users.link, dir="ltr"), class_name="secret"),
            rx.el.p(
                button(t("Kopieer"), icon("link"), quiet=False, on_click=rx.set_clipboard(Users.link)),
                button(t("Klaar"), on_click=Users.hide_link),
                class_name="row",
            ),
            class_name="stack",
        ),
        class_name="sheet t-honey handover",
    )


def _invite() -> rx.Component:
    return rx.el.section(
        rx.el.h2(t("Nodig iemand uit")),
        rx.el.form(
            field(t("Naam"), "name", required=True, max_length=120, auto_complete="off"),
            field(t("E-mailadres"), "email", required=True, type="email", max_length=254, auto_complete="off"),
            rx.el.div(
                rx.el.label(t("Rol"), html_for="veld-role"),
                rx.el.p(t("Campagne en beheer melden zich aan in twee stappen."), class_name="hint", id="veld-role-uitleg"),
                _roles(id="veld-role", name="role", custom_attrs={"aria-describedby": "veld-role-uitleg"}),
                class_name="field",
            ),
            rx.el.p(Users.trouble, class_name="why", role="alert"),
            rx.el.p(button(t("Maak een link"), icon("plus"), quiet=False, type="submit")),
            on_submit=Users.invite,
            reset_on_submit=False,
            class_name="stack narrow",
        ),
        class_name="invite",
    )
