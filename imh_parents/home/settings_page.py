"""Settings: language, text, night, children, who you are, and everything on this phone in your own hands."""

import reflex as rx

from imh_parents.i18n.catalogue import Words
from imh_parents.i18n.languages import LANGUAGES
from imh_parents.i18n.urls import address, alternates
from imh_parents.library import Library
from imh_parents.push.opt_in import push_choice
from imh_parents.ui.layout import shell
from imh_parents.ui.page import Page
from imh_parents.ui.parts import Child, element, go, icon, link, sheet


def settings_page(library: Library, t: Words) -> Page:
    return Page(
        path=address(t.code, "instellingen"),
        language=t.code,
        title=t("Instellingen"),
        description=t("Taal, letters, nacht, je kinderen, en alles wat op je telefoon staat."),
        body=lambda: _settings(library, t),
        alternates=alternates("instellingen"),
        scripts=("settings",),
        sheets=("settings", "nurse", "berichten"),
        indexed=False,
    )


def _settings(library: Library, t: Words) -> rx.Component:
    languages = rx.el.ul(
        *(
            rx.el.li(
                link(
                    address(row.code, "instellingen"),
                    row.name,
                    lang=row.code,
                    class_name="chip",
                    custom_attrs={"hreflang": row.code} | ({"aria-current": "true"} if row.code == t.code else {}),
                )
            )
            for row in LANGUAGES
        ),
        class_name="chips",
    )
    return shell(
        t,
        rx.el.section(
            rx.el.h1(t("Instellingen")),
            rx.el.p(t("Alles hier blijft op je telefoon. Enkel als je berichten aanzet, weet de server dat.")),
            rx.el.noscript(rx.el.p(t("Instellingen bewaren gebeurt op je telefoon, en daar is JavaScript voor nodig."))),
            class_name="in help-head stack",
        ),
        rx.el.section(rx.el.h2(t("Taal")), languages, class_name="in stack setting"),
        element(
            "imh-settings",
            sheet(rx.el.h2(t("Kinderen"), id="kinderen"), *_children(library, t), tint="honey", class_name="stack"),
            rx.el.section(*_reading(t), class_name="in stack setting"),
            sheet(*_you(t), tint="plum", cut="b", class_name="stack"),
            rx.el.section(*_hands(t), class_name="in stack setting"),
            class_name="live",
            data=_words(t),
        ),
        push_choice(t),
        rx.el.section(go(address(t.code, "berichten"), t("Lees de berichten in de app")), class_name="in setting"),
        rx.el.section(go(address(t.code, "privacy"), t("Wat staat er op mijn telefoon?")), class_name="in setting"),
        alternates=alternates("instellingen"),
        class_name="settings",
    )


def _words(t: Words) -> dict[str, str]:
    return {
        "edit": t("Verander {name}"),
        "erase": t("Wis {name}"),
        "child": t("kind {n}"),
        "born": t("geboren op {day}"),
        "due": t("uitgerekend voor {day}"),
        "early": t("{n} weken te vroeg"),
        "saved": t("Bewaard."),
        "erased": t("{name} is gewist."),
        "undo": t("Zet terug"),
        "back": t("{name} staat er weer."),
        "most": t("Hier is plaats voor {n} kinderen. Haal er eerst een uit de lijst."),
        "bad-date": t("Deze datum kan niet kloppen. Schrijf dag, maand en jaar, tot vijf jaar geleden of tot negen maanden vooruit."),
        "full": t("Sorry, je telefoon kon dit niet bewaren. Is hij vol, of surf je privé?"),
        "sure": t("Wil je echt alles van deze telefoon wissen? Dit kan niet terug."),
        "wiped": t("Alles is gewist."),
        "wiped-owed": t("Alles op deze telefoon is gewist. De server was niet bereikbaar; hij wist je adres zodra een bericht niet meer aankomt."),
        "bad-file": t("Sorry, dit bestand komt niet uit deze app. Kies een bestand dat je hier bewaarde."),
        "taken": t("Alles uit het bestand staat nu op deze telefoon."),
        "offer": t("Iemand deelt dit met jou: {what}. Zet je het op deze telefoon?"),
        "offer-file": t("In dit bestand staat: {what}. Zet je het op deze telefoon?"),
        "change": t("{name}: ‘{old}’ wordt ‘{new}’."),
        "dichtbij": t("Dichtbij"),
        "rond": t("Er voor iedereen"),
        "left": t("Het andere is bewaard, maar dit paste er niet meer bij: {what}. Wat hier al stond, staat er nog."),
        "cards": t("bewaarde kaarten ({n})"),
        "sets": t("sets van je verpleegkundige ({n})"),
        "questions": t("vragen voor de volgende keer ({n})"),
        "offer-bad": t("Sorry, deze code is beschadigd of van een nieuwere versie. Maak ze opnieuw op de andere telefoon."),
        "nothing": t("Er staat nog niets op deze telefoon om door te geven."),
        "too-much": t("Dit is te veel voor een code. Bewaar het als bestand en stuur dat."),
    }


def _radio(name: str, value: str, label: str) -> rx.Component:
    return rx.el.label(rx.el.input(type="radio", name=name, value=value), rx.el.span(label), class_name="choice")


def _children(library: Library, t: Words) -> list[Child]:
    return [
        rx.el.ul(class_name="children-list"),
        rx.el.button(icon("plus"), t("Voeg een kind toe"), type="button", class_name="btn quiet add-child"),
        _child_form(library, t),
        rx.el.p(class_name="said", role="status"),
    ]


def _child_form(library: Library, t: Words) -> rx.Component:
    return rx.el.form(
        rx.el.input(type="hidden", name="id"),
        rx.el.div(
            rx.el.label(t("Naam of koosnaam"), html_for="naam"),
            rx.el.p(t("Mag leeg blijven."), class_name="hint"),
            rx.el.input(id="naam", name="name", max_length=40, auto_complete="off"),
        ),
        rx.el.fieldset(
            rx.el.legend(t("Wat weet je?"), class_name="label"),
            _radio("kind", "born", t("de geboortedag")),
            _radio("kind", "due", t("de uitgerekende dag")),
            _radio("kind", "band", t("enkel een leeftijd")),
            class_name="choices",
        ),
        rx.el.div(rx.el.label(t("Dag"), html_for="datum"), rx.el.input(id="datum", name="day", type="date"), class_name="for-date"),
        _band_choice(library, t),
        _early_choice(t),
        rx.el.p(class_name="why", role="alert"),
        rx.el.div(
            rx.el.button(t("Bewaar"), type="submit", class_name="btn"),
            rx.el.button(t("Laat maar"), type="reset", class_name="btn quiet"),
            class_name="row",
        ),
        class_name="field stack child-form",
        hidden=True,
    )


def _band_choice(library: Library, t: Words) -> rx.Component:
    bands = [rx.el.option(page.text(t.code).front.title, value=band) for band, page in library.bands.items()]
    return rx.el.div(rx.el.label(t("Leeftijd"), html_for="band"), rx.el.select(*bands, id="band", name="band"), class_name="for-band", hidden=True)


def _early_choice(t: Words) -> rx.Component:
    early = [rx.el.option(t("niet, of minder dan drie weken"), value="0")]
    early += [rx.el.option(t("{n} weken", n=n), value=str(n)) for n in range(3, 18)]
    return rx.el.div(
        rx.el.label(t("Te vroeg geboren?"), html_for="vroeg"),
        rx.el.p(t("Dan tellen we tot twee jaar vanaf de uitgerekende dag."), class_name="hint"),
        rx.el.select(*early, id="vroeg", name="early"),
        class_name="for-born",
    )


def _reading(t: Words) -> list[Child]:
    sizes = (("100", t("gewoon")), ("125", t("groter")), ("150", t("groot")), ("200", t("heel groot")))
    nights = (("auto", t("vanzelf, als het donker is")), ("night", t("aan")), ("day", t("uit")))
    return [
        rx.el.h2(t("Lezen")),
        rx.el.fieldset(
            rx.el.legend(t("Letters"), class_name="label"), *(_radio("text", value, label) for value, label in sizes), class_name="choices", id="letters"
        ),
        rx.el.fieldset(rx.el.legend(t("Nachtstand"), class_name="label"), *(_radio("night", value, label) for value, label in nights), class_name="choices"),
    ]


def _you(t: Words) -> list[Child]:
    roles = (
        ("", t("zeg ik liever niet")),
        ("moeder", t("mama")),
        ("vader", t("papa")),
        ("meemoeder", t("meemama")),
        ("grootouder", t("oma of opa")),
        ("opvang", t("onthaalouder of begeleider")),
    )
    situations = (
        ("eerste-kind", t("ons eerste kind")),
        ("tweeling", t("een tweeling of meer")),
        ("alleen", t("ik sta er alleen voor")),
        ("andere-thuistaal", t("thuis spreken we een andere taal")),
        ("beperking", t("een kind met een beperking")),
        ("weinig-geld", t("het geld is krap")),
    )
    boxes = [rx.el.label(rx.el.input(type="checkbox", name="situations", value=value), rx.el.span(label), class_name="choice") for value, label in situations]
    return [
        rx.el.h2(t("Jij")),
        rx.el.p(t("Dan passen de kaarten van Vandaag beter bij jullie. Niets invullen mag ook.")),
        rx.el.fieldset(rx.el.legend(t("Ik ben"), class_name="label"), *(_radio("role", value, label) for value, label in roles), class_name="choices"),
        rx.el.fieldset(rx.el.legend(t("Dit is zo bij ons"), class_name="label"), *boxes, class_name="choices"),
    ]


def _hands(t: Words) -> list[Child]:
    qr = rx.el.dialog(
        rx.el.h2(t("Geef door met een code"), id="code-titel", tab_index=-1),
        rx.el.p(t("Scan dit met de andere telefoon. De code gaat van scherm naar scherm, niet langs een server. Wie ze scant, ziet wat je invulde.")),
        rx.el.div(class_name="qr", role="img", aria_label=t("QR-code")),
        rx.el.form(rx.el.button(t("Klaar"), class_name="btn wide"), method="dialog"),
        class_name="code",
        custom_attrs={"aria-labelledby": "code-titel"},
    )
    offer = rx.el.dialog(
        rx.el.h2(t("Overnemen?"), id="overnemen-titel", tab_index=-1),
        rx.el.p(class_name="what", id="overnemen-wat"),
        rx.el.div(
            rx.el.p(t("Dit staat hier al, en wordt dan anders:")), rx.el.ul(class_name="small"), class_name="changes", id="overnemen-anders", hidden=True
        ),
        rx.el.form(
            rx.el.button(t("Ja, zet op deze telefoon"), value="yes", class_name="btn wide"),
            rx.el.button(t("Nee"), value="no", class_name="btn quiet wide"),
            method="dialog",
            class_name="stack",
        ),
        class_name="offer",
        custom_attrs={"aria-labelledby": "overnemen-titel", "aria-describedby": "overnemen-wat overnemen-anders"},
    )
    return [
        rx.el.h2(t("In je eigen handen")),
        rx.el.p(t("Een nieuwe telefoon, of samen met iemand anders voor hetzelfde kind?")),
        rx.el.div(
            rx.el.button(icon("qr"), t("Geef door met een code"), type="button", class_name="btn quiet give"),
            rx.el.button(icon("uit"), t("Bewaar als bestand"), type="button", class_name="btn quiet export"),
            rx.el.label(
                icon("in"), t("Haal uit een bestand"), rx.el.input(type="file", accept=".json,application/json", class_name="sr"), class_name="btn quiet import"
            ),
            rx.el.button(icon("wis"), t("Wis alles"), type="button", class_name="btn quiet wipe"),
            class_name="row",
        ),
        rx.el.p(class_name="said hands-said", role="status"),
        qr,
        offer,
    ]
