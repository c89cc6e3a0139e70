"""Running text: who made this, and what stays on the phone."""

import json
from pathlib import Path
from urllib.parse import urlsplit

import reflex as rx

from imh_parents.errors import BuildError
from imh_parents.home.told import of_subscriber, requests
from imh_parents.i18n.catalogue import Words
from imh_parents.i18n.urls import address, alternates
from imh_parents.library import Library
from imh_parents.settings import settings
from imh_parents.ui import running
from imh_parents.ui.layout import shell
from imh_parents.ui.page import Page
from imh_parents.ui.parts import element, go, sheet, svg

KEPT = Path(__file__).parents[1] / "web" / "kept.json"
STORES = ("imh-night", "imh-berichten", "imh-broken", "imh-opened")  # what else prefs.js, push/choice.js and store.js in web/ put in localStorage


def about_page(library: Library, t: Words) -> Page:
    front = library.prose["over"].text(t.code).front
    return Page(
        path=address(t.code, "over"),
        sheets=("today",),
        language=t.code,
        title=front.title,
        description=front.line,
        body=lambda: _about(library, t),
        alternates=alternates("over"),
    )


def _about(library: Library, t: Words) -> rx.Component:
    page = library.prose["over"]
    return shell(
        t,
        svg("sc-dusk", "0 0 360 236", "hero"),
        rx.el.section(
            *running.opening(page, t),
            *running.parts(page, t),
            rx.el.p(go(address(t.code, "week"), t("Alles over de week"))),
            *running.origins(page, t),
            class_name="in stack running",
        ),
        alternates=alternates("over"),
    )


def privacy_page(t: Words, kept: Path = KEPT) -> Page:
    return Page(
        path=address(t.code, "privacy"),
        language=t.code,
        title=t("Privacy"),
        description=t("Wat deze app van je weet: niets, tenzij je er zelf om vraagt. Wat op je telefoon staat, staat hier."),
        body=lambda: _privacy(t, kept),
        alternates=alternates("privacy"),
    )


def _meanings(t: Words) -> dict[str, str]:
    """What each thing in web/kept.json is for, in the reader's words."""
    return {
        "version": t("Welke versie van deze lijst je telefoon kent."),
        "children": t("Je kinderen: naam of koosnaam, geboortedag of uitgerekende dag, of enkel een leeftijd, en hoeveel weken te vroeg."),
        "current": t("Over welk kind Vandaag gaat."),
        "role": t("Wie je bent voor je kind, als je dat invulde."),
        "situations": t("Wat er bij jullie speelt, als je dat aanvinkte."),
        "saved": t("De kaarten die je bewaarde."),
        "people": t("De mensen van je dorp: naam, nummer, wie ze zijn voor je kind, en wat je erbij schreef."),
        "sets": t("De sets kaarten die je van je verpleegkundige bewaarde, als code, met de dag erbij."),
        "questions": t("Je vragen voor de volgende keer bij je verpleegkundige."),
        "night": t("Of de nachtstand vanzelf komt, aan is of uit."),
        "text": t("Hoe groot de letters zijn."),
    }


def _stores(t: Words) -> dict[str, str]:
    """What each of STORES is for."""
    return {
        "imh-night": t("De nachtstand die je zelf aan of uit zette. Die keuze vervalt ’s ochtends of ’s avonds."),
        "imh-berichten": t(
            "Berichten: of je ze wilde en waarover, welke je al zag, de lijst die het laatst opgehaald werd, en tot drie dagen waarop je de app opende."
        ),
        "imh-opened": t("Welke set van een team je vandaag opende, zodat die maar één keer geteld wordt."),
        "imh-broken": t("Wat de app niet meer kon lezen, voor het geval iemand het nog kan redden."),
    }


def _kept_rows(t: Words, list_of_kept: Path) -> list[rx.Component]:
    """One row for each thing on this phone; the phone fills in what it holds."""
    kept, meanings = json.loads(list_of_kept.read_text(encoding="utf-8")), _meanings(t)
    if kept.keys() != meanings.keys():
        raise BuildError(f"the privacy page does not explain what web/kept.json keeps: {kept.keys() ^ meanings.keys()}")
    shown = [(meanings[key], {"data-key": key}) for key in kept] + [(_stores(t)[key], {"data-store": key}) for key in STORES]
    return [rx.el.li(rx.el.strong(words), rx.el.pre(custom_attrs=attrs), class_name="kept-row") for words, attrs in shown]


def _privacy(t: Words, list_of_kept: Path) -> rx.Component:
    host = urlsplit(settings().public_url).netloc
    rows = _kept_rows(t, list_of_kept)
    return shell(
        t,
        rx.el.section(
            rx.el.h1(t("Niets over je gezin verlaat vanzelf je telefoon")),
            rx.el.p(t("Geen account. Geen cookies. Geen reclame. Niemand volgt wat je leest."), class_name="lead"),
            rx.el.h2(t("Met wie praat deze app?")),
            rx.el.p(t("Met één computer, die van de app zelf. Die geeft pagina’s en krijgt niets wat je invult, tenzij je iets meldt of berichten vraagt.")),
            rx.el.ul(rx.el.li(rx.el.code(host, dir="ltr")), class_name="hosts"),
            rx.el.p(t("Tik je op een bron of een site van een hulplijn, dan ga je naar die site. Bel je, dan bel je.")),
            rx.el.p(t("Stuur je iemand een bericht, dan leest de app die je daarvoor kiest mee: je sms, WhatsApp of een andere.")),
            class_name="in stack running",
        ),
        sheet(
            rx.el.h2(t("Wat staat er op deze telefoon?")),
            rx.el.p(t("Dit is alles, en het staat alleen hier:")),
            element("imh-kept", rx.el.ul(*rows, class_name="kept"), data={"empty": t("nog niets"), "key": "imh"}),
            rx.el.p(
                t(
                    "Daarnaast bewaart je telefoon de pagina’s van de app, zodat je ze zonder internet kunt lezen, "
                    "en hoe ze eruitzien: dag of nacht, en hoe groot."
                )
            ),
            rx.el.p(t("Zette je berichten aan, dan staan hier ook de berichten die kwamen, en wat de server van je weet.")),
            go(address(t.code, "instellingen"), t("Bekijk, geef door of wis alles bij Instellingen")),
            tint="sheet",
            cut="b",
            class_name="stack",
        ),
        _seen_by_server(t),
        of_subscriber(t),
        requests(t),
        alternates=alternates("privacy"),
    )


def _seen_by_server(t: Words) -> rx.Component:
    return rx.el.section(
        rx.el.h2(t("Wat ziet de server dan wel?")),
        rx.el.p(t("Zoals elke site: welke pagina gevraagd wordt, en van welk internetadres. Na het eerste bezoek leest je telefoon uit zijn eigen geheugen.")),
        rx.el.p(t("Zoek je hulp in de buurt, dan vraagt je telefoon een hele provincie op. Waar je precies zoekt, en wat, blijft op je telefoon.")),
        rx.el.p(t("Meld je dat een plek niet klopt, dan gaan enkel die plek en je reden mee.")),
        rx.el.p(t("Open je de set van een team, dan telt de server dat die set geopend is, één keer per dag. Niet door wie, en niets over jou.")),
        rx.el.p(t("Deel je een kaart, dan kies je zelf met wie. De link zegt niets over jou.")),
        class_name="in stack running",
    )
