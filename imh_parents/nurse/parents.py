"""What a parent has from a nurse: the set that opens from a code, and the list of questions for the next time."""

import reflex as rx

from imh_parents.i18n.catalogue import Words
from imh_parents.i18n.languages import LANGUAGES
from imh_parents.i18n.urls import address, alternates
from imh_parents.library import Library
from imh_parents.ui.kept_sets import kept_sets
from imh_parents.ui.layout import shell
from imh_parents.ui.page import Page
from imh_parents.ui.parts import drawing, element, go, icon, link, sheet
from imh_parents.village.place_words import place_words, report_words

LONGEST_QUESTION = 200  # as in web/shape.js


def set_page(library: Library, t: Words) -> Page:
    return Page(
        path=address(t.code, "set"),
        sheets=("finder", "nurse"),
        language=t.code,
        title=t("Van je verpleegkundige"),
        description=t("Een paar kaarten die je verpleegkundige voor jou koos."),
        body=lambda: _set(library, t),
        alternates=alternates("set"),
        scripts=("set",),
        indexed=False,
    )


def _set(library: Library, t: Words) -> rx.Component:
    ages = [rx.el.li(link(address(t.code, "leeftijd", band), page.text(t.code).front.title, class_name="chip")) for band, page in library.bands.items()]
    return shell(
        t,
        rx.el.section(rx.el.h1(t("Van je verpleegkundige")), class_name="in help-head"),
        rx.el.noscript(
            rx.el.div(
                rx.el.p(t("De set zit in de code zelf, en om die te lezen is JavaScript nodig. Zonder lees je alle kaarten hier, op leeftijd:")),
                rx.el.ul(*ages, class_name="chips"),
                class_name="in stack",
            )
        ),
        element("imh-set", _opened(t), class_name="live", data=_set_words(t)),
        _kept(t),
        alternates=alternates("set"),
        class_name="from-nurse",
    )


def _opened(t: Words) -> rx.Component:
    words = rx.el.div(
        rx.el.p(class_name="moment lead"),
        rx.el.blockquote(class_name="note", dir="auto"),
        rx.el.ul(class_name="rows"),
        rx.el.p(class_name="gone small soft"),
        class_name="set-words in",
    )
    acts = rx.el.div(
        rx.el.button(icon("bewaard"), t("Bewaar op deze telefoon"), type="button", class_name="btn keep"),
        rx.el.button(icon("deel"), t("Deel met wie mee zorgt"), type="button", class_name="btn quiet share"),
        rx.el.button(icon("wis"), t("Gooi weg"), type="button", class_name="btn quiet drop"),
        class_name="row in set-acts",
    )
    counted = t("Deze set is van een team. Er wordt geteld dat hij geopend is, één keer per dag. Niet door wie.")
    return rx.el.div(
        rx.el.p(class_name="why in", role="alert"),
        rx.el.div(words, _people(t), acts, rx.el.p(counted, class_name="counted small soft in", hidden=True), class_name="opened", hidden=True),
        rx.el.p(class_name="said in", role="status"),
    )


def _people(t: Words) -> rx.Component:
    """Where to go, and whom to call."""
    places = sheet(
        rx.el.h2(t("Waar je terechtkunt")),
        rx.el.ul(class_name="places"),
        rx.el.p(class_name="no-place small soft", role="status"),
        tint="sky",
        cut="b",
        class_name="set-places",
    )
    lines = sheet(
        rx.el.h2(t("Wie je kunt bellen")),
        rx.el.ul(class_name="whos"),
        rx.el.p(go(address(t.code, "hulp"), t("Alle nummers bij elkaar"))),
        tint="sage",
        class_name="set-help",
    )
    return rx.el.div(places, lines, class_name="set-side")


def _set_words(t: Words) -> dict[str, str]:
    return {
        "chosen": t("Gekozen voor jullie."),
        "chosen-at": t("Gekozen voor jullie, bij {moment}."),
        "dutch": t("in het Nederlands"),
        "gone": t("Een deel van deze set staat niet meer in de app."),
        "place-gone": t("Een plek uit deze set staat niet meer in onze lijst. Vraag je verpleegkundige wie er nu voor jullie is."),
        "places-later": t("De plekken uit deze set konden nu niet geladen worden. Open de set nog eens met internet aan."),
        "call-line": t("Bel {name}"),
        "site-line": t("Naar de site van {name}"),
        "kept": t("Bewaard. Je vindt deze set terug bij Bewaard, ook zonder internet."),
        "dropped": t("Deze set is weg van je telefoon."),
        "undo": t("Zet terug"),
        "back": t("Deze set staat weer op je telefoon."),
        "full": t("Sorry, je telefoon kon dit niet bewaren. Is hij vol, of surf je privé?"),
        "most": t("Er is plaats voor {n} sets op je telefoon. Gooi eerst een andere weg."),
        "copied": t("De link staat op je klembord."),
        "title": t("Een paar kaarten voor jou"),
        "damaged": t("Sorry, deze code klopt niet helemaal. Misschien viel er een stukje weg. Scan ze nog eens, of vraag een nieuwe."),
        "newer": t("Sorry, deze code is van een nieuwere versie. Open de app opnieuw met internet aan, en scan dan nog eens."),
        "broken": t("Sorry, de kaarten konden niet geladen worden. Probeer het nog eens met internet aan."),
        "other": t("Lees deze set in een andere taal:"),
        "languages": " ".join(f"{row.code}={row.name}" for row in LANGUAGES),
        **place_words(t),
        **report_words(t),
    }


def _kept(t: Words) -> rx.Component:
    empty = rx.el.div(
        drawing("leeg-bewaard"),
        rx.el.div(
            rx.el.p(rx.el.b(t("Hier is nog niets."))),
            rx.el.p(t("Scan de code van je verpleegkundige met de camera van je telefoon. Dan staan de kaarten hier.")),
        ),
        class_name="empty",
    )
    return rx.el.section(
        kept_sets(t, rx.el.h2(t("Bewaard op deze telefoon")), empty),
        rx.el.p(go(address(t.code, "vragen"), t("Wat wil je de volgende keer vragen?"))),
        class_name="in stack after",
    )


def questions_page(t: Words) -> Page:
    return Page(
        path=address(t.code, "vragen"),
        sheets=("village", "nurse"),
        language=t.code,
        title=t("Vragen voor de volgende keer"),
        description=t("Schrijf op wat je je verpleegkundige wilt vragen. Het blijft op je telefoon."),
        body=lambda: _questions(t),
        alternates=alternates("vragen"),
        scripts=("set",),
        indexed=False,
    )


def _questions(t: Words) -> rx.Component:
    return shell(
        t,
        rx.el.section(
            rx.el.h1(t("Vragen voor de volgende keer")),
            rx.el.p(t("Wat ’s nachts door je hoofd gaat, is ’s morgens vaak weg. Schrijf het hier even op."), class_name="lead"),
            rx.el.noscript(rx.el.p(t("Vragen bewaren gebeurt op je telefoon, en daar is JavaScript voor nodig. Op papier kan ook."))),
            class_name="in help-head",
        ),
        element("imh-questions", _question_list(t), _question_code(t), class_name="live", data=_question_words(t)),
        alternates=alternates("vragen"),
        class_name="questions",
    )


def _question_list(t: Words) -> rx.Component:
    form = rx.el.form(
        rx.el.label(t("Je vraag"), html_for="vraag"),
        rx.el.textarea(id="vraag", name="text", rows="2", max_length=LONGEST_QUESTION, auto_complete="off", dir="auto"),
        rx.el.button(icon("plus"), t("Zet erbij"), type="submit", class_name="btn"),
        rx.el.p(t("Je vragen blijven op je telefoon."), class_name="small soft"),
        class_name="field stack",
    )
    show = rx.el.button(icon("qr"), t("Toon aan je verpleegkundige"), type="button", class_name="btn quiet show-all", hidden=True)
    return sheet(
        rx.el.h2(t("Jouw lijst")),
        rx.el.ul(class_name="asked"),
        rx.el.p(t("Nog geen vragen. Eén mag al."), class_name="empty-line"),
        show,
        rx.el.p(class_name="said", role="status"),
        form,
        tint="plum",
        class_name="stack",
    )


def _question_code(t: Words) -> rx.Component:
    return rx.el.dialog(
        rx.el.h2(t("Mijn vragen"), id="mijn-vragen", tab_index=-1),
        rx.el.ol(class_name="asked-big"),
        rx.el.div(class_name="qr", role="img", aria_label=t("QR-code met je vragen")),
        rx.el.p(t("Wie deze code scant, leest je vragen. Er gaat niets langs een server."), class_name="small soft"),
        rx.el.form(rx.el.button(t("Klaar"), class_name="btn wide"), method="dialog"),
        class_name="code",
        custom_attrs={"aria-labelledby": "mijn-vragen"},
    )


def _question_words(t: Words) -> dict[str, str]:
    return {
        "added": t("Je vraag staat erbij."),
        "removed": t("Je vraag is weg."),
        "undo": t("Zet terug"),
        "back": t("Je vraag staat er weer."),
        "remove": t("Haal deze vraag weg: {text}"),
        "full": t("Sorry, je telefoon kon dit niet bewaren. Is hij vol, of surf je privé?"),
        "most": t("Je lijst is vol. Haal eerst een vraag weg."),
    }
