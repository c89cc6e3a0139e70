"""Vandaag with its first visit, and the pages that stand outside every language."""

import json

import reflex as rx

from imh_parents.campaign.strip import week_strip
from imh_parents.cards.labels import slot_label
from imh_parents.children.ages import ROAD_DAYS
from imh_parents.children.bands import BANDS
from imh_parents.i18n.catalogue import Words, words
from imh_parents.i18n.languages import DEFAULT, LANGUAGES
from imh_parents.i18n.urls import address, alternates
from imh_parents.library import Library
from imh_parents.push.opt_in import push_choice
from imh_parents.settings import settings
from imh_parents.ui.layout import brand, shell
from imh_parents.ui.page import Page
from imh_parents.ui.parts import drawing, element, go, icon, link, sheet, svg
from imh_parents.ui.tile import Tile, big_tile

DUTCH_NUMBERS = ("één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf")


def today_page(library: Library, t: Words) -> Page:
    return Page(
        path=address(t.code),
        language=t.code,
        title=t("Elke dag iets kleins, voor jou en je kind"),
        description=t("Korte kaarten over je kind, over jou en over wie rond jullie staat. Van in de buik tot vijf jaar. Zonder account, ook offline."),
        body=lambda: _today(library, t),
        alternates=alternates(),
        scripts=("today",),
        sheets=("today", "week", "berichten"),
        data={"@type": "WebApplication", "name": settings().name, "applicationCategory": "HealthApplication", "inLanguage": t.code},
    )


def _today(library: Library, t: Words) -> rx.Component:
    return shell(
        t,
        element("imh-today", _known(library, t), _first(library, t), data=_today_words(library, t)),
        tab="vandaag",
        alternates=alternates(),
        class_name="today",
    )


def _today_words(library: Library, t: Words) -> dict[str, str]:
    """Sentences the phone completes with an age; numbers and units come from the browser's own CLDR."""
    return {
        "hello": t("{name} is {age}."),
        "hello-nobody": t("Je kind is {age}."),
        "newborn": t("{name} is er."),
        "newborn-nobody": t("Je kind is er."),
        "expected": t("{name} is op komst. Week {n}."),
        "expected-nobody": t("Zwanger, week {n}."),
        "overdue": t("Is je kind er al? Zet de geboortedag bij Instellingen."),
        "band": t("Je koos: {band}."),
        "older": t("{name} is de vijf jaar voorbij. Deze kaarten blijven van jou."),
        "older-nobody": t("Je kind is de vijf jaar voorbij. Deze kaarten blijven van jou."),
        "child": t("kind {n}"),
        "day": t("Dag {n} van 1001"),
        "on": t("Het pad loopt door"),
        "and": t("{a} en {b}"),
        "broken": t("Sorry, de kaarten konden niet geladen worden. Kies hieronder een leeftijd."),
        "bad": t("Deze datum kan niet kloppen. Schrijf dag, maand en jaar, tot vijf jaar geleden of tot negen maanden vooruit."),
        "full": t("Sorry, je telefoon kon dit niet bewaren. Je kunt wel verder lezen."),
        "numbers": json.dumps(DUTCH_NUMBERS) if t.code == "nl" else "[]",
        "bands": json.dumps({band.id: {"title": library.bands[band.id].text(t.code).front.title, "days": [band.span.start, band.span.end]} for band in BANDS}),
        "road": str(ROAD_DAYS),
    }


def _known(library: Library, t: Words) -> rx.Component:
    """What a returning parent sees. The phone fills it in; nothing is here until a child is known."""
    walk = link(
        address(t.code, "leeftijd"),
        svg("sc-strip", "0 0 360 96"),
        rx.el.span(rx.el.b(class_name="day"), rx.el.span(t("bekijk het pad"), class_name="soft"), class_name="cap"),
        class_name="walk",
    )
    tiles = [
        big_tile(Tile("#", "", "", slot_label(slot, t), slot, art, ""), t, left=slot == "ouder", hook=slot)
        for slot, art in (("kind", "th-troosten"), ("ouder", "th-ouder"), ("dorp", "th-dorp"))
    ]
    return rx.el.div(
        rx.el.section(
            rx.el.div(
                rx.el.h1(class_name="who-is"),
                rx.el.p(t("Drie kleine dingen voor vandaag. Een ervan lezen is genoeg."), class_name="lead sub"),
                rx.el.ul(class_name="chips children", hidden=True),
                rx.el.p(class_name="hint said", role="status"),
            ),
            walk,
            class_name="in hello",
        ),
        week_strip(library, t),
        rx.el.div(*tiles, class_name="three"),
        push_choice(t, offer=True),
        rx.el.section(
            drawing("leg-neer", ""),
            rx.el.p(rx.el.b(t("Dat was het voor vandaag.")), " ", t("Leg je telefoon maar neer.")),
            class_name="in done",
        ),
        class_name="known",
    )


def _first(library: Library, t: Words) -> rx.Component:
    """The first visit: readable at once, a date if you like, an age if you would rather tap."""
    form = rx.el.form(
        rx.el.label(t("Geboren op, of uitgerekend voor"), html_for="dag"),
        rx.el.div(
            rx.el.input(id="dag", name="day", type="date", required=True, auto_complete="off"),
            rx.el.button(t("Toon vandaag"), type="submit", class_name="btn"),
            class_name="pair",
        ),
        rx.el.p(class_name="why", role="alert"),
        _which(t),
        rx.el.p(t("De datum blijft op je telefoon. Geen account, geen e-mail."), class_name="small soft"),
        class_name="field when live",
    )
    chips = rx.el.ul(
        *(
            rx.el.li(link(address(t.code, "leeftijd", band), page.text(t.code).front.title, class_name="chip", custom_attrs={"data-band": band}))
            for band, page in library.bands.items()
        ),
        class_name="chips",
    )
    return rx.el.div(
        svg("sc-dusk", "0 0 360 236", "hero"),
        sheet(
            rx.el.h1(t("Je hoeft het niet perfect te doen.")),
            rx.el.p(t("Elke dag iets kleins over je kind, over jou en over wie rond jullie staat. Van in de buik tot vijf jaar."), class_name="lead"),
            form,
            tint="paper",
        ),
        week_strip(library, t),
        sheet(rx.el.h2(t("Of tik een leeftijd aan")), chips, tint="honey", cut="b"),
        rx.el.section(
            svg("fam", "0 0 300 110", "fam"),
            rx.el.h2(t("Voor iedereen die zorgt")),
            rx.el.p(t("Mama, papa, plusouder, oma, onthaalouder. Alleen of samen. Elkaar eens niet begrijpen hoort erbij. Weer bij elkaar komen, dat telt.")),
            rx.el.p(go(address(t.code, "hulp"), t("Is het nu te zwaar? Naar Hulp nu"))),
            class_name="in who-for",
        ),
        class_name="first",
    )


def _which(t: Words) -> rx.Component:
    """A day just behind us can be a birth, or a due date that passed quietly. The answers are the fields of web/shape.js."""
    return rx.el.div(
        rx.el.p(t("Is je kind er al?"), id="al-er", tab_index=-1, class_name="label"),
        rx.el.div(
            rx.el.button(t("Ja, al geboren"), type="button", value="born", class_name="btn quiet"),
            rx.el.button(t("Nog niet"), type="button", value="due", class_name="btn quiet"),
            class_name="row",
        ),
        class_name="which",
        role="group",
        hidden=True,
        custom_attrs={"aria-labelledby": "al-er"},
    )


def outside_pages(library: Library) -> list[Page]:
    """The root, complete by itself on a bare file server, and the page for addresses that lead nowhere."""
    t = words(DEFAULT.code)
    return [
        Page(
            path="/",
            sheets=("today",),
            language=DEFAULT.code,
            title=settings().name,
            description=t("Korte kaarten over je kind, over jou en over wie rond jullie staat. Van in de buik tot vijf jaar. Zonder account, ook offline."),
            body=lambda: _root(t),
            alternates=alternates(),
            source=address(DEFAULT.code),
        ),
        Page(
            path="/niet-gevonden/",
            language=DEFAULT.code,
            title=t("Deze pagina is er niet"),
            description=t("Het adres klopt niet, of je bent offline en deze pagina staat nog niet op je telefoon."),
            body=lambda: _lost(t),
            indexed=False,
        ),
    ]


def _root(t: Words) -> rx.Component:
    doors = [
        rx.el.li(link(address(row.code), row.name, lang=row.code, dir=row.dir, class_name="btn wide", custom_attrs={"hreflang": row.code})) for row in LANGUAGES
    ]
    return rx.el.div(
        rx.el.header(brand(t), class_name="top"),
        rx.el.main(
            svg("sc-dusk", "0 0 360 236", "hero"),
            sheet(rx.el.h1(settings().name), rx.el.ul(*doors, class_name="stack doors"), tint="paper"),
            id="inhoud",
            class_name="today root",
        ),
        class_name="phone",
    )


def _lost(t: Words) -> rx.Component:
    return shell(
        t,
        rx.el.section(
            drawing("niet-gevonden"),
            rx.el.h1(t("Hier loopt het pad niet verder")),
            rx.el.p(t("Sorry, deze pagina is er niet. Misschien klopt het adres niet, of staat ze nog niet op je telefoon en is er nu geen internet.")),
            rx.el.p(go(address(t.code), t("Naar Vandaag"))),
            rx.el.p(go(address(t.code, "hulp"), t("Naar Hulp nu"))),
            rx.el.ul(
                *(rx.el.li(link(address(row.code), icon("taal"), row.name, lang=row.code, class_name="site")) for row in LANGUAGES[1:]), class_name="finders"
            ),
            class_name="in stack lost",
        ),
        alternates=alternates(),
    )
