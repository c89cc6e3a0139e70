"""Berichten: what the app has to tell, in the app itself, so that nobody needs push for it."""

import json

import reflex as rx

from imh_parents.campaign.labels import rows
from imh_parents.children.bands import BANDS
from imh_parents.i18n.catalogue import Words
from imh_parents.i18n.urls import address, alternates
from imh_parents.library import Library
from imh_parents.push.opt_in import push_choice
from imh_parents.ui.layout import shell
from imh_parents.ui.page import Page
from imh_parents.ui.parts import Child, drawing, element, go, icon


def push_pages(library: Library, t: Words) -> list[Page]:
    return [
        Page(
            path=address(t.code, "berichten"),
            language=t.code,
            title=t("Berichten"),
            description=t("Wat we je te vertellen hebben, in de app zelf."),
            body=lambda: _inbox(library, t),
            alternates=alternates("berichten"),
            scripts=("berichten",),
            sheets=("berichten",),
            indexed=False,
        )
    ]


def _inbox(library: Library, t: Words) -> rx.Component:
    return shell(
        t,
        rx.el.section(
            rx.el.h1(t("Berichten")),
            rx.el.p(t("Nu en dan iets kleins. Lees het wanneer het jou past."), class_name="lead"),
            rx.el.noscript(
                rx.el.p(t("De berichten haalt je telefoon zelf op, en daar is JavaScript voor nodig. Alles over de week lees je ook zonder.")),
            ),
            class_name="in help-head stack",
        ),
        element("imh-inbox", *_list(t), data=_data(library, t), class_name="in live"),
        rx.el.section(
            rx.el.p(
                t("Als je deze pagina opent, haalt je telefoon de lijst op. Ze is voor iedereen dezelfde; wat bij jullie past, kiest je telefoon zelf."),
                class_name="small soft live",
            ),
            rx.el.p(go(address(t.code, "week"), t("Alles over de week"))),
            class_name="in stack about-inbox",
        ),
        push_choice(t),
        alternates=alternates("berichten"),
        class_name="inbox",
    )


def _list(t: Words) -> tuple[Child, ...]:
    return (
        rx.el.ul(class_name="messages"),
        rx.el.div(
            drawing("leeg", ""),
            rx.el.div(
                rx.el.p(rx.el.b(t("Er is nu geen bericht.")), " ", t("Rust mag ook.")),
                rx.el.p(go(address(t.code), t("Naar Vandaag"))),
            ),
            class_name="empty",
            hidden=True,
        ),
        rx.el.p(class_name="said", role="status"),
        rx.el.button(icon("in"), t("Probeer opnieuw"), type="button", class_name="btn quiet again", hidden=True),
    )


def _data(library: Library, t: Words) -> dict[str, str]:
    return {
        "weeks": json.dumps(rows(library.campaign, t), ensure_ascii=False, separators=(",", ":")),
        "bands": json.dumps({band.id: {"days": [band.span.start, band.span.end]} for band in BANDS}, separators=(",", ":")),
        "new": t("nieuw"),
        "broken": t("Sorry, de lijst kon niet opgehaald worden. Hier staat wat er al op je telefoon was."),
    }
