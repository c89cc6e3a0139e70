"""Where a nurse makes a set: a contact moment, the cards and lines of it, and the code beside the words to say.

The set is put together and the code drawn on the nurse's own device (web/elements/maker.js). Nothing is sent.
"""

import reflex as rx

from imh_parents.i18n.catalogue import Words
from imh_parents.i18n.languages import LANGUAGES
from imh_parents.i18n.urls import address, alternates
from imh_parents.library import Library
from imh_parents.nurse.index import moment_title
from imh_parents.nurse.maker_words import OWN, maker_words, more
from imh_parents.nurse.models import LONGEST_NOTE
from imh_parents.nurse.printed import leaflet_path
from imh_parents.ui.layout import shell
from imh_parents.ui.page import Page
from imh_parents.ui.parts import BESIDE, element, go, icon, link
from imh_parents.village.needs import province_words


def maker_page(library: Library, t: Words) -> Page:
    return Page(
        path=address(t.code, "professionals", "set"),
        language=t.code,
        title=t("Maak een set"),
        description=t("Een set kaarten voor een ouder: kies een contactmoment en toon de code. Zonder account."),
        body=lambda: _maker(library, t),
        alternates=alternates("professionals", "set"),
        scripts=("maker",),
        sheets=("today", "nurse", "week"),
    )


def _maker(library: Library, t: Words) -> rx.Component:
    return shell(
        t,
        rx.el.noscript(
            rx.el.p(t("Een set maken gebeurt op je eigen toestel, en daar is JavaScript voor nodig."), " ", go(address(t.code, "zoek"), t("Zoek een kaart"))),
            class_name="in",
        ),
        element(
            "imh-maker",
            _head(t),
            _moments(library, t),
            _show(library, t),
            _pick(library, t),
            _full(t),
            data=maker_words(library, t),
        ),
        alternates=alternates("professionals", "set"),
        class_name="maker",
    )


def _head(t: Words) -> rx.Component:
    """What is being made, and for whom: all that follows is shown in the parent's language too."""
    return rx.el.header(
        rx.el.h1(t("Maak een set")),
        rx.el.p(class_name="from"),  # on paper, where a set of one's own has no other name
        rx.el.p(t("Kies een contactmoment, of zoek zelf kaarten."), class_name="soft sub"),
        rx.el.fieldset(
            rx.el.legend(t("De ouder leest"), class_name="label"),
            *(_tongue(row.code, row.name) for row in LANGUAGES),
            class_name="choices tongues live",
        ),
        class_name="make-head",
    )


def _moments(library: Library, t: Words) -> rx.Component:
    rows = [rx.el.li(link(f"#{moment.id}", moment_title(moment, t)), id=moment.id) for moment in library.moments]
    return rx.el.nav(rx.el.ul(*rows), class_name="at-moment", aria_label=t("Contactmoment"))


def _show(library: Library, t: Words) -> rx.Component:
    """The code, and what goes with it. Out of sight until there is a card to give."""
    return rx.el.section(
        rx.el.button(rx.el.span(class_name="qr"), type="button", class_name="code", aria_label=t("QR-code van deze set. Toon groot")),
        rx.el.p(rx.el.b(t("Richt je camera hierop.")), rx.el.span(class_name="scan"), class_name="lead point"),
        rx.el.p(class_name="reads", role="status"),
        rx.el.div(
            rx.el.p(t("Zo kan je het zeggen"), class_name="small soft"),
            rx.el.blockquote(class_name="say", lang="nl", dir="ltr"),
            class_name="saying",
            hidden=True,
        ),
        rx.el.div(
            rx.el.button(icon("qr"), t("Toon groot"), type="button", class_name="btn large"),
            rx.el.button(icon("link"), t("Kopieer de link"), type="button", class_name="btn quiet copy"),
            rx.el.button(icon("druk"), t("Druk af"), type="button", class_name="btn quiet print"),
            link(
                leaflet_path(library.moments[0], t),
                icon("druk"),
                t("Blad om mee te geven (PDF)"),
                class_name="btn quiet leaflet",
                hidden=True,
                custom_attrs=BESIDE,
            ),
            class_name="row acts",
        ),
        rx.el.p(t("Het blad bestaat alleen voor de set zoals hij klaarstaat. Druk hier de code af."), class_name="small soft no-leaflet", hidden=True),
        rx.el.p(class_name="said", role="status"),
        rx.el.p(t("De set zit in de code zelf. Niemand ziet wie hem opent."), class_name="small soft"),
        class_name="show live",
        aria_label=t("De code"),
        hidden=True,
    )


def _pick(library: Library, t: Words) -> rx.Component:
    lines = [rx.el.option(line.name[t.code], value=str(library.nursing.numbers.lines[name])) for name, line in library.helplines.items()]
    return rx.el.section(
        rx.el.h2(t("In deze set"), hidden=True),
        rx.el.blockquote(class_name="noted", dir="auto"),  # on paper, where the field below is left out
        rx.el.ul(class_name="set-cards"),
        rx.el.ul(class_name="set-lines"),
        rx.el.form(
            rx.el.label(t("Zoek een kaart om toe te voegen"), html_for="kaart"),
            rx.el.input(id="kaart", type="search", auto_complete="off", placeholder=t("huilen, slapen, boos …")),
            rx.el.ul(class_name="found", aria_live="polite"),
            class_name="field add-card",
            role="search",
        ),
        rx.el.div(
            rx.el.label(t("Voeg een hulplijn toe"), html_for="lijn"),
            rx.el.select(rx.el.option(t("kies een lijn"), value=""), *lines, id="lijn"),
            class_name="field add-line",
        ),
        _places(t),
        _note(library, t),
        class_name="pick live stack",
    )


def _places(t: Words) -> rx.Component:
    """A place by its province and a few letters. The phone looks it up in the province file; nothing finer is fetched."""
    provinces = [rx.el.option(name, value=home) for home, name in province_words(t).items()]
    return element(
        "imh-place-pick",
        rx.el.form(
            rx.el.label(t("Voeg een plek toe"), html_for="provincie"),
            rx.el.div(
                rx.el.select(rx.el.option(t("kies een provincie"), value=""), *provinces, id="provincie"),
                rx.el.input(
                    id="plek", type="search", auto_complete="off", aria_label=t("Naam of gemeente van de plek"), placeholder=t("Huis van het Kind, Gent …")
                ),
                class_name="pair",
            ),
            rx.el.ul(class_name="found", aria_live="polite"),
            class_name="field",
        ),
        data={
            "add": t("Voeg toe:"),
            "more": more(t),
            "nothing": t("Geen plek gevonden. Probeer een andere naam of gemeente."),
            "broken": t("Sorry, de plekken konden niet geladen worden. Probeer het nog eens met internet aan."),
        },
    )


def _tongue(code: str, name: str) -> rx.Component:
    return rx.el.label(rx.el.input(type="radio", name="tongue", value=code), rx.el.span(name, lang=code), class_name="choice")


def _note(library: Library, t: Words) -> rx.Component:
    numbers = library.nursing.numbers.notes
    notes = [rx.el.option(note.text[t.code], value=str(numbers[name])) for name, note in library.nursing.notes.items()]
    return rx.el.div(
        rx.el.label(t("Een woordje van jou"), html_for="woordje"),
        rx.el.select(rx.el.option(t("geen"), value="0"), *notes, rx.el.option(t("in eigen woorden"), value=OWN), id="woordje"),
        rx.el.div(
            rx.el.label(t("Jouw woorden"), html_for="eigen"),
            rx.el.p(t("Schrijf geen namen. Wie de code ziet, kan dit lezen. Hoogstens {n} tekens.", n=LONGEST_NOTE), class_name="hint", id="geen-namen"),
            rx.el.textarea(id="eigen", rows="2", max_length=LONGEST_NOTE, auto_complete="off", aria_describedby="geen-namen"),
            class_name="own",
            hidden=True,
        ),
        class_name="field note",
    )


def _full(t: Words) -> rx.Component:
    return rx.el.dialog(
        rx.el.div(class_name="qr"),
        rx.el.div(
            rx.el.p(rx.el.b(t("Richt je camera hierop.")), rx.el.span(class_name="scan"), class_name="lead point"),
            rx.el.form(rx.el.button(t("Klaar"), class_name="btn wide"), method="dialog"),
            class_name="stack",
        ),
        class_name="full",
        aria_label=t("QR-code van deze set"),
    )
