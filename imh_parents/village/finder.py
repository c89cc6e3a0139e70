"""Wie is er in de buurt?: the page on which a parent finds support nearby. The searching is web/elements/finder.js."""

import json
from datetime import date

import reflex as rx
from babel import Locale

from imh_parents.children.bands import BANDS
from imh_parents.i18n.catalogue import Words
from imh_parents.i18n.urls import address, alternates
from imh_parents.library import Library
from imh_parents.ui.help import call
from imh_parents.ui.layout import shell
from imh_parents.ui.page import Page
from imh_parents.ui.parts import Child, element, go, icon, link, outside, rule, sheet
from imh_parents.village.calling import calling_html
from imh_parents.village.needs import FIRST, lines_to_show, need_words, province_words, ring_words, way_words
from imh_parents.village.place_words import place_words, report_words
from imh_parents.village.places.table import municipalities
from imh_parents.village.times import times

LANGUAGES = ("fr", "en", "ar", "tr", "uk")  # what families at home speak most beside Dutch
MAP_SOURCE = "NGI, Statbel, GeoNames (CC BY 4.0)"


def official_finders(t: Words) -> list[tuple[str, str, str]]:
    """The finders that know everything: address, name, what one finds there."""
    return [
        ("https://www.huizenvanhetkind.be", "huizenvanhetkind.be", t("het Huis van het Kind van je gemeente")),
        ("https://www.kindengezin.be", "kindengezin.be", t("het consultatiebureau en de opvang")),
        ("https://www.desocialekaart.be", "desocialekaart.be", t("alle hulp in Vlaanderen en Brussel")),
        ("https://www.1733.be", "1733.be", t("een huisarts als de jouwe gesloten is")),
    ]


def finder_pages(library: Library, t: Words) -> list[Page]:
    page = Page(
        path=address(t.code, "dorp", "zoek"),
        language=t.code,
        title=t("Wie is er in de buurt?"),
        description=t("Vind hulp en andere ouders bij jou in de buurt, op postcode of gemeente."),
        body=lambda: _finder(library, t),
        alternates=alternates("dorp", "zoek"),
        scripts=("finder",),
        sheets=("finder",),
    )
    return [page]


def _finder(library: Library, t: Words) -> rx.Component:
    search = rx.el.section(
        rx.el.h1(t("Wie is er in de buurt?")),
        rx.el.noscript(rx.el.p(t("Zoeken gebeurt op je telefoon, en daar is JavaScript voor nodig. Kies hieronder je gemeente."))),
        rx.el.div(_form(t), _needs(t), _wishes(library, t), class_name="live"),
        rx.html(calling_html(t)),
        class_name="in find",
    )
    return shell(
        t,
        element("imh-finder", search, _results(t), data=_words(library, t)),
        _lines(library, t),
        _official(t),
        _towns(t),
        tab="dorp",
        alternates=alternates("dorp", "zoek"),
        class_name="finder",
    )


def _form(t: Words) -> rx.Component:
    return rx.fragment(
        rx.el.form(
            rx.el.label(t("Postcode of gemeente"), html_for="plaats"),
            rx.el.div(
                rx.el.input(id="plaats", name="plaats", type="search", auto_complete="off", enter_key_hint="search", max_length=60),
                rx.el.button(t("Zoek"), type="submit", class_name="btn"),
                class_name="pair",
            ),
            rx.el.button(icon("plek"), rx.el.span(t("Bij mij in de buurt")), type="button", class_name="go locate"),
            rx.el.p(t("Je postcode en je plaats blijven op je telefoon."), class_name="small soft"),
            class_name="field",
            role="search",
        ),
        rx.el.p(class_name="why", role="status"),
        rx.el.div(rx.el.p(t("Of bedoel je:"), class_name="small soft"), rx.el.ul(class_name="chips"), class_name="meant", hidden=True),
    )


def _needs(t: Words) -> rx.Component:
    chips = [
        rx.el.button(icon("klaar"), words, type="button", class_name="chip", custom_attrs={"data-need": need, "aria-pressed": "false"})
        for need, words in need_words(t).items()
    ]
    more = rx.el.button(t("meer"), type="button", class_name="chip unfold")
    rest = rx.el.div(*chips[FIRST:], class_name="chips rest", hidden=True)
    return rx.el.div(
        rx.el.p(t("Waarvoor?"), class_name="label", id="waarvoor"),
        rx.el.div(*chips[:FIRST], more, class_name="chips"),
        rest,
        class_name="needs",
        role="group",
        custom_attrs={"aria-labelledby": "waarvoor"},
    )


def _wishes(library: Library, t: Words) -> rx.Component:
    ages = [(band, page.text(t.code).front.title) for band, page in library.bands.items()]
    names = Locale.parse(t.language.cldr).languages
    free = rx.el.label(rx.el.input(id="gratis", type="checkbox"), rx.el.span(t("Alleen gratis")), class_name="choice")
    fields = rx.el.div(
        _select("leeftijd", t("Leeftijd van je kind"), t("Maakt niet uit"), ages),
        _select("hoe", t("Hoe wil je hulp?"), t("Maakt niet uit"), list(way_words(t).items())),
        _select("ring", t("Wat voor plek?"), t("Maakt niet uit"), list(ring_words(t).items())),
        _select("taal", t("In welke taal?"), t("Maakt niet uit"), [(code, str(names.get(code, code))) for code in LANGUAGES]),
        free,
        class_name="field stack",
    )
    summary = rx.el.summary(rx.el.span(t("Leeftijd, hoe, taal, gratis …")), icon("verder"))
    now = rx.el.label(rx.el.input(id="nu-open", type="checkbox"), rx.el.span(t("Alleen wie nu open is")), class_name="choice")
    return rx.fragment(now, rx.el.details(summary, fields, class_name="more wishes"))


def _select(name: str, label: str, anything: str, options: list[tuple[str, str]]) -> rx.Component:
    rows = [rx.el.option(anything, value=""), *(rx.el.option(words, value=value) for value, words in options)]
    return rx.el.div(rx.el.label(label, html_for=name), rx.el.select(*rows, id=name, auto_complete="off"))


def _results(t: Words) -> rx.Component:
    near = sheet(
        rx.el.h2(class_name="near-title", tab_index=-1),
        rx.el.p(class_name="count small soft", role="status"),
        _map(t),
        rx.el.ul(class_name="places near"),
        _rest("near"),
        rx.el.h3(t("Uren niet bekend. Bel of vraag het even na."), class_name="unsure-title", hidden=True),
        rx.el.ul(class_name="places unsure"),
        _rest("unsure"),
        rx.el.h3(t("Hier mag je met elke vraag binnen"), class_name="others-title", hidden=True),
        rx.el.ul(class_name="places others"),
        _rest("others"),
        rx.el.button(icon("wereld"), rx.el.span(t("Kijk ook in de provincies ernaast")), type="button", class_name="go beyond"),
        tint="sage",
    )
    wide = rx.el.section(rx.el.h2(class_name="wide-title"), rx.el.ul(class_name="places wide"), _rest("wide"), class_name="in wide-part")
    return rx.el.div(near, wide, class_name="results", hidden=True)


def _map(t: Words) -> rx.Component:
    """Drawn on the phone by web/finder/map.js."""
    words = t("Een cijfer staat in het dorp van de plek, niet altijd aan de deur.")
    source = rx.el.bdi(MAP_SOURCE, dir="ltr")
    caption = rx.el.figcaption(rx.el.p(words), rx.el.p(t("Kaart:"), " ", source), class_name="small soft")
    return rx.el.figure(rx.el.svg(class_name="chart", role="group"), caption, class_name="area", hidden=True)


def _rest(name: str) -> rx.Component:
    """Shows the rest of a list."""
    return rx.el.button(icon("plus"), rx.el.span(), type="button", class_name="go rest-of", hidden=True, custom_attrs={"data-open": name})


def _lines(library: Library, t: Words) -> rx.Component:
    """National lines; those of heavy moments wait until somebody asks."""
    rows: list[Child] = []
    for line, needs in lines_to_show(library.helplines):
        number = rx.el.bdi(line.number, dir="ltr", class_name="nr") if line.number else rx.el.span(line.name[t.code], class_name="nr")
        hours = line.hours[t.code] if line.hours else t("Uren: kijk op de site.") if line.number else line.what[t.code]
        why = [f"{line.name[t.code]}. ", hours] if line.number else [hours]
        known = times(line.opening_hours, date.today())
        ways = [*(["bellen"] if line.tel else []), *(["schrijven"] if line.write else [])]
        attrs = {"data-needs": " ".join(needs), "data-ways": " ".join(ways), "data-order": str(len(rows))}
        attrs |= {"data-times": json.dumps(known, separators=(",", ":"))} if known else {}
        words = rx.el.span(*why, rx.el.span(class_name="now"), class_name="why")
        rows.append(rx.el.li(call(line, t, number, words), custom_attrs=attrs, hidden=bool(needs) and "praten" not in needs))
    unsure = rx.el.div(
        rx.el.h3(t("Uren niet bekend. Bel of vraag het even na.")), rx.el.ul(custom_attrs={"data-lines": "unsure"}), class_name="unsure-lines", hidden=True
    )
    return sheet(
        rx.el.h2(t("Voor heel Vlaanderen en Brussel")),
        rx.el.ul(*rows, custom_attrs={"data-lines": "known"}),
        unsure,
        go(address(t.code, "hulp"), t("Alle nummers bij elkaar")),
        cut="b",
        class_name="lines",
    )


def _official(t: Words) -> rx.Component:
    rows = [
        rx.el.li(outside(url, icon("wereld"), rx.el.span(rx.el.bdi(name, dir="ltr"), rx.el.span(what, class_name="small soft"))))
        for url, name, what in official_finders(t)
    ]
    return rx.el.section(
        rx.el.h2(t("Vind je het niet?")),
        rx.el.p(t("Onze lijst is nog lang niet volledig. Deze zoekers weten meer:")),
        rx.el.ul(*rows, class_name="official"),
        class_name="in off",
    )


def _towns(t: Words) -> rx.Component:
    """Every municipality by province, for who has no script or would rather look than type."""
    groups: list[Child] = []
    for province, name in province_words(t).items():
        towns = {slug: group[0].municipality for slug, group in municipalities().items() if group[0].province == province}
        links = [rx.el.li(link(address(t.code, "dorp", slug), town)) for slug, town in sorted(towns.items())]
        dutch = {} if t.code == "nl" else {"lang": "nl", "dir": "ltr"}
        groups.append(rx.el.details(rx.el.summary(rx.el.span(name), icon("verder")), rx.el.ul(*links, class_name="towns", **dutch), class_name="more"))
    return rx.el.section(rule(), rx.el.h2(t("Alle gemeenten")), *groups, class_name="in index")


def _words(library: Library, t: Words) -> dict[str, str]:
    bands = {band.id: {"days": [band.span.start, band.span.end]} for band in BANDS}
    return {
        "bands": json.dumps(bands, separators=(",", ":")),
        "provinces": json.dumps(province_words(t), ensure_ascii=False, separators=(",", ":")),
        "near": t("Dicht bij {place}"),
        "whole": t("Voor heel {province}"),
        "one": t("1 plek"),
        "many": t("{n} plekken"),
        "more": t("Toon er nog {n}"),
        "chart": t("Kaart rond {place} met {n} plekken. Ze staan hieronder in de lijst, met hetzelfde cijfer."),
        "none-sure": t("Van niemand weten we zeker dat het nu open is."),
        "none": t("Hier kennen we nog niemand die daarbij past. Kijk hieronder verder, of kies minder."),
        "unknown": t("Die plaats kennen we niet. Probeer je postcode, of de naam van je gemeente."),
        "broken": t("Sorry, dat lukt nu niet: deze provincie staat nog niet op je telefoon. De nummers hieronder werken wel."),
        "looking": t("Even kijken waar je bent …"),
        "nowhere": t("Sorry, je telefoon zegt niet waar je bent. Typ je postcode of gemeente."),
        "in-set": t("In een set"),
        "outside": t("Je bent nu niet in Vlaanderen of Brussel. Typ je postcode of gemeente."),
        **place_words(t),
        **report_words(t),
    }
