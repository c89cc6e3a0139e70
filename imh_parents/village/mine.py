"""Mijn dorp: the family's own people in two rings, kept on the phone, and words to ask them something."""

from typing import Any

import reflex as rx

from imh_parents.i18n.catalogue import Words
from imh_parents.i18n.urls import address, alternates
from imh_parents.library import Library
from imh_parents.ui.layout import shell
from imh_parents.ui.page import Page
from imh_parents.ui.parts import Child, element, go, icon, sheet, svg
from imh_parents.village.asking import asks

NEAR, AROUND = "dichtbij", "rond"  # people you know, people whose work it is; as web/shape.js keeps them


def mine_page(library: Library, t: Words) -> Page:
    return Page(
        path=address(t.code, "dorp"),
        language=t.code,
        title=t("Mijn dorp"),
        description=t("De mensen rond jou en je kind, op je eigen telefoon."),
        body=lambda: _village(library, t),
        alternates=alternates("dorp"),
        scripts=("village",),
        sheets=("village", "nurse"),
    )


def _village(library: Library, t: Words) -> rx.Component:
    return shell(
        t,
        rx.el.section(
            rx.el.h1(t("Mijn dorp")),
            rx.el.p(t("Brandt er licht, dan kan je bellen."), class_name="lead live"),
            rx.el.noscript(rx.el.p(t("Je eigen dorp staat op je telefoon, en daar is JavaScript voor nodig. De zinnen hieronder kan je ook zo sturen."))),
            class_name="in help-head",
        ),
        element("imh-village", _picture(t), *_rings(t), _card(t), class_name="live", data=_words(t)),
        asks(library, t),
        rx.el.section(
            go(address(t.code, "dorp", "zoek"), t("Wie is er in de buurt?")),
            rx.el.p(t("Je dorp staat alleen op deze telefoon. Doorgeven of bewaren doe je bij Instellingen."), class_name="small soft"),
            class_name="in stack after",
        ),
        tab="dorp",
        alternates=alternates("dorp"),
        class_name="village",
    )


def _words(t: Words) -> dict[str, str]:
    return {
        "call": t("Bel {name}"),
        "write": t("Stuur een bericht naar {name}"),
        "whatsapp": t("WhatsApp naar {name}"),
        "route": t("Weg naar {name}"),
        "way": t("De weg"),
        "edit": t("Verander {name}"),
        "change": t("Verander"),
        "number": t("Zet een nummer bij {name}"),
        "new": t("Wie komt erbij?"),
        "put": t("Zet in mijn dorp"),
        "keep": t("Bewaar"),
        "added": t("{name} staat in je dorp."),
        "saved": t("Bewaard."),
        "removed": t("{name} is weg uit je dorp."),
        "undo": t("Zet terug"),
        "back": t("{name} staat weer in je dorp."),
        "full": t("Sorry, je telefoon kon dit niet bewaren. Is hij vol, of surf je privé?"),
        "bad-name": t("Schrijf eerst een naam."),
        "bad-phone": t("Dit nummer kan niet kloppen. Schrijf enkel cijfers, met spaties, een + of streepjes ertussen."),
        "most": t("In je dorp is plaats voor {n} mensen. Haal eerst iemand weg."),
        "us": t("jullie"),
        "more": t("wie nog?"),
    }


def _picture(t: Words) -> rx.Component:
    """The two rings; the phone sets the houses on them. The lists below say the same, so it is not read aloud."""
    return rx.el.div(svg("sc-ring", "0 0 360 372"), rx.el.div(class_name="spots"), class_name="map", custom_attrs={"aria-hidden": "true"})


def _rings(t: Words) -> tuple[rx.Component, rx.Component]:
    near = (
        (t("Wie mag er komen koken?"), ""),
        (t("Wie bel je na een korte nacht?"), ""),
        (t("Met wie kan je lachen?"), ""),
    )
    around = (
        (t("Wie is je verpleegkundige van Kind en Gezin?"), t("verpleegkundige")),
        (t("Welke huisarts kent jullie?"), t("huisarts")),
        (t("Wie zorgt mee: opvang, onthaalouder, school?"), t("opvang")),
    )
    status = rx.el.p(class_name="said in", role="status")
    first = sheet(
        rx.el.h2(t("Dichtbij")), rx.el.p(t("Mensen die je kent."), class_name="soft"), *_people(NEAR, near, t), tint="honey", class_name="ring-people"
    )
    second = sheet(
        rx.el.h2(t("Er voor iedereen")),
        rx.el.p(t("Mensen die dit als werk doen."), class_name="soft"),
        *_people(AROUND, around, t),
        tint="sage",
        cut="b",
        class_name="ring-people",
    )
    return rx.fragment(status, first), second


def _people(ring: str, questions: tuple[tuple[str, str], ...], t: Words) -> list[Child]:
    """The list the phone fills, the gentle questions while it is empty, and the way to add somebody."""
    rows = [rx.el.li(_invite(ring, words, icon("plus"), role=role, kind="invite")) for words, role in questions]
    empty = rx.el.ul(*rows, class_name="inviting", custom_attrs={"data-empty": ring})
    return [
        rx.el.ul(class_name="whos people", custom_attrs={"data-people": ring}),
        empty,
        _invite(ring, t("Iemand erbij"), icon("plus"), kind="btn quiet another"),
    ]


def _invite(ring: str, words: str, symbol: rx.Component, role: str = "", kind: str = "") -> rx.Component:
    return rx.el.button(symbol, rx.el.span(words), type="button", class_name=f"add {kind}", custom_attrs={"data-ring": ring, "data-role": role})


def _card(t: Words) -> rx.Component:
    """One person, to write down or to change."""
    form = rx.el.form(
        rx.el.h2(t("Wie komt erbij?"), id="wie-titel", tab_index=-1),
        rx.el.button(icon("jij"), t("Kies uit je contacten"), type="button", class_name="btn quiet wide pick", hidden=True),
        *_fields(t),
        rx.el.button(t("Zet in mijn dorp"), type="submit", class_name="btn wide"),
        rx.el.button(t("Niet nu"), type="button", class_name="btn quiet wide close"),
        rx.el.button(icon("wis"), t("Haal weg uit mijn dorp"), type="button", class_name="btn quiet wide remove", hidden=True),
        class_name="field stack",
    )
    return rx.el.dialog(form, class_name="person-card", custom_attrs={"aria-labelledby": "wie-titel"})


def _fields(t: Words) -> list[Child]:
    number: dict[str, Any] = {"type": "tel", "max_length": 60, "dir": "ltr"}  # with room for what a paste brings along; web/reach.js says what stays
    who = (_radio(NEAR, t("iemand die ik ken")), _radio(AROUND, t("iemand die dit als werk doet")))
    proposals: dict[str, Any] = {"custom_attrs": {"list": f"wat-{NEAR}"}}
    return [
        _field("wie", "name", t("Naam"), told=True, required=True, max_length=60),
        _field("gsm", "phone", t("Telefoon"), t("Mag leeg blijven. Het nummer blijft op je telefoon."), told=True, **number),
        rx.el.fieldset(rx.el.legend(t("Wie is het?"), class_name="label"), *who, class_name="choices"),
        _field("rol", "role", t("Wie is dat voor je kind?"), t("Bijvoorbeeld oma, buur of huisarts. Mag leeg blijven."), max_length=40, **proposals),
        *_roles(t),
        rx.el.details(
            rx.el.summary(rx.el.span(t("Nog iets erbij schrijven")), icon("verder")),
            _field("weetje", "note", t("Goed om te weten"), t("Bijvoorbeeld: kan op woensdag."), max_length=120),
            _field("adres", "place", t("Adres"), t("Dan toont je telefoon de weg."), max_length=120),
            class_name="behind stack",
        ),
    ]


def _field(control: str, name: str, label: str, hint: str = "", *, told: bool = False, **props: Any) -> rx.Component:
    """`told`: below it the phone says what is wrong."""
    above = [rx.el.p(hint, class_name="hint")] if hint else []
    below = [rx.el.p(id=f"{control}-fout", class_name="why", role="alert")] if told else []
    if told:
        props["custom_attrs"] = {"aria-describedby": f"{control}-fout"}
    return rx.el.div(rx.el.label(label, html_for=control), *above, rx.el.input(id=control, name=name, auto_complete="off", **props), *below)


def _radio(value: str, label: str) -> rx.Component:
    return rx.el.label(rx.el.input(type="radio", name="ring", value=value, default_checked=value == NEAR), rx.el.span(label), class_name="choice")


def _roles(t: Words) -> list[rx.Component]:
    """What the phone proposes for each ring; anything else can be written too."""
    near = (t("oma"), t("opa"), t("meter"), t("peter"), t("tante"), t("nonkel"), t("vriend"), t("vriendin"), t("buur"), t("andere ouder"), t("babysit"))
    around = (
        t("verpleegkundige"), t("vroedvrouw"), t("huisarts"), t("kinderarts"), t("kraamzorg"), t("opvang"), t("onthaalouder"), t("school"), t("kinesist"),
        t("Huis van het Kind"), t("maatschappelijk werker"),
    )  # fmt: skip
    return [rx.el.datalist(*(rx.el.option(value=role) for role in roles), id=f"wat-{ring}") for ring, roles in ((NEAR, near), (AROUND, around))]
