"""Being told: the question on Vandaag, and its place in Instellingen and Berichten. The phone decides what is shown (web/push/offer.js)."""

import json

import reflex as rx

from imh_parents.children.bands import BANDS
from imh_parents.i18n.catalogue import Words
from imh_parents.i18n.urls import address
from imh_parents.push.labels import Topic, topics
from imh_parents.ui.parts import Child, drawing, element, go, icon, link, sheet


def push_choice(t: Words, offer: bool = False) -> rx.Component:
    """Hidden until the phone knows that it can be of use; `offer` is the one time it is asked on Vandaag."""
    data = _said(t) | {"bands": json.dumps({band.id: {"days": [band.span.start, band.span.end]} for band in BANDS}, separators=(",", ":"))}
    why = rx.el.div(
        rx.el.h2(t("Af en toe een bericht?") if offer else t("Berichten op je telefoon"), id=None if offer else "berichten"),
        _view("ask on", rx.el.p(_how_often(t))),
        drawing("th-praten"),
        class_name="why-told",
    )
    how = rx.el.div(
        _form(t, offer),
        _view("denied", *_allow_again(t)),
        _view("install safari", *_home_screen(t, offer)),
        rx.el.p(class_name="said", role="status", tab_index=-1),
        class_name="stack",
    )
    inside = sheet(why, how, tint="sky", cut="b", class_name="told")
    return element("imh-push", inside, data=data | ({"offer": "1"} if offer else {}), class_name="live", hidden=True)


def _view(names: str, *children: Child, class_name: str = "stack") -> rx.Component:
    """A part for these views of web/push/offer.js."""
    return rx.el.div(*children, class_name=class_name, custom_attrs={"data-view": names}, hidden=True)


def _how_often(t: Words) -> str:
    """A test holds this to push/schedule.py."""
    return t("Hoogstens drie per week, en nooit tussen 21 en 8 uur. Dezelfde berichten staan ook in de app: je mist niets zonder.")


def _form(t: Words, offer: bool) -> rx.Component:
    no = [rx.el.button(t("Nee, dank je"), type="button", class_name="btn quiet no")] if offer else []
    return rx.el.form(
        rx.el.fieldset(rx.el.legend(t("Waarover?"), class_name="label"), *(_topic(topic, at == 0) for at, topic in enumerate(topics(t))), class_name="topics"),
        rx.el.p(
            t("De server bewaart dan het adres dat je browser voor berichten geeft, je taal, je keuze en de datum. Geen naam, geen geboortedag."),
            " ",
            link(address(t.code, "privacy"), t("Alles over privacy")),
            class_name="small soft",
        ),
        _view("ask", rx.el.button(icon("bericht"), t("Ja, stuur me berichten"), type="submit", class_name="btn"), *no, class_name="row"),
        _view("on", rx.el.button(icon("sluit"), t("Stop alle berichten"), type="button", class_name="btn quiet stop"), class_name="row"),
        class_name="field stack",
        custom_attrs={"data-view": "ask on"},
        hidden=True,
    )


def _topic(topic: Topic, ticked: bool) -> rx.Component:
    words = rx.el.span(rx.el.strong(topic.label), rx.el.span(topic.line, class_name="small"))
    return rx.el.label(rx.el.input(type="checkbox", name="topics", value=topic.id, default_checked=ticked), words, class_name="choice topic")


def _allow_again(t: Words) -> tuple[Child, ...]:
    return (
        rx.el.p(t("Je browser laat nu geen berichten van deze app toe. Zo zet je dat weer aan:")),
        rx.el.ol(
            rx.el.li(t("In je browser: tik op het teken naast het adres, dan op Machtigingen of Site-instellingen, en sta Meldingen toe.")),
            rx.el.li(t("Staat de app op je beginscherm? Ga naar de instellingen van je telefoon, dan naar Meldingen, en kies deze app.")),
            rx.el.li(t("Kom daarna hier terug.")),
            class_name="steps",
        ),
    )


def _home_screen(t: Words, offer: bool) -> tuple[Child, ...]:
    """Safari's own words in Dutch; an app on the home screen has a memory of its own."""
    no = [rx.el.button(t("Nee, dank je"), type="button", class_name="btn quiet no")] if offer else []
    return (
        rx.el.p(t("Een iPhone of iPad toont berichten enkel van een app op je beginscherm. Zo zet je ze daar, met iOS 16.4 of nieuwer:")),
        rx.el.p(t("Op je beginscherm begint de app leeg. Bewaar eerst een bestand bij Instellingen, en haal het daar weer op.")),
        rx.el.ol(
            rx.el.li(t("Open deze pagina eerst in Safari."), custom_attrs={"data-view": "safari"}, hidden=True),
            rx.el.li(t("Tik op de knop Deel: een vierkantje met een pijl omhoog. Zie je ze niet? Tik eerst op de drie puntjes.")),
            rx.el.li(t("Kies ‘Zet op beginscherm’.")),
            rx.el.li(t("Open de app van daar, en zet berichten aan bij Instellingen.")),
            class_name="steps",
        ),
        *([rx.el.div(go(address(t.code, "instellingen"), t("Naar Instellingen")), *no, class_name="row")] if offer else []),
    )


def _said(t: Words) -> dict[str, str]:
    """What is answered, by what web/push/subscription.js found."""
    return {
        "wait": t("Even wachten …"),
        "on": t("Berichten staan aan. Stoppen kan altijd, bij Instellingen."),
        "saved": t("Bewaard."),
        "no": t("Goed, dan vragen we het niet meer. Bij Instellingen kan je het later nog aanzetten."),
        "none": t("Kies eerst waarover."),
        "dismissed": t("Je browser kreeg nog geen antwoord. Er is niets veranderd."),
        "denied": t("Je browser laat geen berichten toe. Bij Instellingen staat hoe je dat verandert."),
        "offline": t("Sorry, er is geen verbinding. Er is niets veranderd. Probeer het straks nog eens."),
        "closed": t("Sorry, deze app kan nu geen berichten sturen. Er is niets veranderd. Ze staan wel in de app."),
        "refused": t("Sorry, het aanmelden lukte niet. Er is niets veranderd. Probeer het later nog eens."),
        "stopped": t("Gestopt. De server heeft je adres gewist."),
        "owed": t("Gestopt. Deze telefoon krijgt niets meer. De server was niet bereikbaar; de app vraagt later nog eens om je adres te wissen."),
    }
