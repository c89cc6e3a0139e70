"""The road of 1001 days, and a page for each of its fourteen stretches."""

import json

import reflex as rx

from imh_parents.cards.labels import tile, unit_label
from imh_parents.children.ages import ROAD_DAYS, road_day
from imh_parents.children.bands import BANDS
from imh_parents.children.models import BandPage
from imh_parents.i18n.catalogue import Words
from imh_parents.i18n.languages import language
from imh_parents.i18n.urls import address, alternates
from imh_parents.library import Library
from imh_parents.ui.layout import shell
from imh_parents.ui.origins import origins
from imh_parents.ui.page import Page
from imh_parents.ui.parts import drawing, element, go, icon, link, prose, sheet, svg
from imh_parents.ui.tile import folded_rows

HOUSES = ("h1", "h6", "h3", "h5", "h2", "h1", "h4", "h6", "h3", "h2", "h5", "h4", "h6", "h1")


def road_pages(library: Library, t: Words) -> list[Page]:
    road = Page(
        path=address(t.code, "leeftijd"),
        language=t.code,
        title=t("Het pad van 1001 dagen"),
        description=t("Van het begin van de zwangerschap tot vijf jaar, stap voor stap."),
        body=lambda: _road(library, t),
        alternates=alternates("leeftijd"),
        scripts=("today",),
        sheets=("road",),
    )
    return [road, *(_band_page(library, band, t) for band in library.bands)]


def _road(library: Library, t: Words) -> rx.Component:
    steps: list[rx.Component] = []
    for index, (band_id, page) in enumerate(library.bands.items()):
        if band_id == "25-36-maanden":
            mile = rx.el.p(rx.el.b(t("Dag {n}.", n=t.number(ROAD_DAYS))), " ", t("Twee jaar. Het pad loopt door."))
            steps.append(rx.el.li(mile, class_name="mile"))
        steps.append(_step(index, page, t))
    return shell(
        t,
        rx.el.section(
            rx.el.h1(t("Het pad van 1001 dagen")),
            rx.el.p(
                t("Van het begin van de zwangerschap tot de tweede verjaardag. Je hoeft nergens op tijd te zijn. Wat eerder liep, kan later nog goed komen.")
            ),
            rx.el.p(link("#nu", rx.el.span(t("Ga naar vandaag")), icon("verder", class_name="down"), class_name="go"), class_name="live to-now", hidden=True),
            class_name="in intro",
        ),
        element("imh-road", rx.el.ol(*steps, class_name="road-list"), data=_road_words(t)),
        tab="ontdek",
        alternates=alternates("leeftijd"),
        class_name="path",
    )


def _road_words(t: Words) -> dict[str, str]:
    days = {band.id: {"days": [band.span.start, band.span.end]} for band in BANDS}
    return {"here": t("Hier zijn jullie"), "day": t("Hier zijn jullie: dag {n}"), "bands": json.dumps(days)}


def _step(index: int, page: BandPage, t: Words) -> rx.Component:
    text = page.text(t.code)
    bend = rx.el.div(
        rx.el.svg(rx.el.svg.use(href="/drawings/sc-bend.svg#sc-bend", width="100%", height="100%"), class_name="road", custom_attrs={"aria-hidden": "true"}),
        drawing(HOUSES[index], "hs"),
        class_name="bend",
    )
    words = rx.el.div(rx.el.h2(link(address(t.code, "leeftijd", page.band.id), text.front.title)), rx.el.p(text.front.line), class_name="tx", **_lang(page, t))
    return rx.el.li(bend, words, class_name="l" if index % 2 else "r", custom_attrs={"data-band": page.band.id})


def _lang(page: BandPage, t: Words) -> dict[str, str]:
    text = page.text(t.code)
    return {} if text.language == t.code else {"lang": text.language, "dir": language(text.language).dir}


def _band_page(library: Library, band_id: str, t: Words) -> Page:
    text = library.bands[band_id].text(t.code)
    return Page(
        path=address(t.code, "leeftijd", band_id),
        sheets=("road",),
        language=t.code,
        title=text.front.title,
        description=text.front.line,
        body=lambda: _band(library, band_id, t),
        alternates=alternates("leeftijd", band_id),
    )


def _band(library: Library, band_id: str, t: Words) -> rx.Component:
    page = library.bands[band_id]
    text = page.text(t.code)
    cards = sorted(library.cards_in_band(band_id), key=lambda card: card.meta.age.span.end - card.meta.age.span.start)
    everyday = [tile(card, library.themes, t) for card in cards if card.unasked]
    heavy = [tile(card, library.themes, t) for card in cards if not card.unasked]
    return shell(
        t,
        sheet(
            rx.el.div(_day(page, t), rx.el.h1(text.front.title), rx.el.p(text.front.line, class_name="lead")),
            drawing(page.meta.drawing),
            tint="honey",
            class_name="theme-head",
        ),
        _about(page, t),
        rx.el.section(rx.el.h2(t("Kaarten voor nu")), folded_rows(everyday, t, 6), class_name="in list"),
        _usual(page, t),
        *_contact(library, page, t),
        _call(page, t),
        *([sheet(rx.el.h2(t("Als het zwaar is")), folded_rows(heavy, t, 3), tint="plum", cut="b")] if heavy else []),
        origins(page.text(t.code).front, page.meta.sources, t),
        _walk(library, band_id, t),
        tab="ontdek",
        alternates=alternates("leeftijd", band_id),
        class_name="band",
    )


def _about(page: BandPage, t: Words) -> rx.Component:
    text = page.text(t.code)
    return rx.el.section(
        rx.el.p(t("Je kind zou zeggen"), class_name="small soft"),
        rx.el.blockquote(f"‘{text.front.baby}’", class_name="says"),
        prose(text.about.html),
        class_name="in stack about",
        **_lang(page, t),
    )


def _usual(page: BandPage, t: Words) -> rx.Component:
    """A range and a story of variety, in place of milestones."""
    text = page.text(t.code)
    parts = [rx.el.h2(text.usual.heading), prose(text.usual.html), rx.el.h3(text.variety.heading), prose(text.variety.html)]
    return sheet(*parts, tint="sheet", cut="b", class_name="stack", **_lang(page, t))


def _call(page: BandPage, t: Words) -> rx.Component:
    text = page.text(t.code)
    onward = go(address(t.code, "hulp"), t("Alle nummers bij elkaar"))
    return rx.el.section(rx.el.h2(text.call.heading), prose(text.call.html), onward, class_name="in stack call", **_lang(page, t))


def _day(page: BandPage, t: Words) -> rx.Component:
    """Where this stretch begins and ends on the road."""
    first, last = road_day(page.band.span.start), road_day(page.band.span.end - 1)
    if first > ROAD_DAYS:
        return rx.el.p(t("Na dag 1001 loopt het pad door"), class_name="small soft")
    words = t("Dag {a} tot {b} van 1001", a=t.number(first), b=t.number(min(last, ROAD_DAYS)))
    return rx.el.p(words, class_name="small soft")


def _contact(library: Library, page: BandPage, t: Words) -> list[rx.Component]:
    """The contact moments of Kind en Gezin in this stretch, or the first one after it."""
    moments = [moment for moment in library.moments if page.band.span.start <= moment.span.start < page.band.span.end]
    if not moments:
        moments = [moment for moment in library.moments if moment.span.start >= page.band.span.end][:1]
    if not moments:
        return []
    from_now = [
        rx.el.li(rx.el.strong(_age(moment.age, t)), rx.el.span(moment.name[t.code] + (f", {moment.note[t.code]}" if moment.note else ""))) for moment in moments
    ]
    return [
        sheet(
            rx.el.h2(t("Je ziet Kind en Gezin")),
            rx.el.ul(*from_now, class_name="moments"),
            rx.el.p(t("Je hoeft niet te wachten op een afspraak om iets te vragen."), class_name="small"),
            rx.el.p(t("Lijst van Opgroeien van februari 2021. Vraag je team wat nu geldt."), class_name="small soft"),
            tint="sage",
            class_name="stack",
        )
    ]


def _age(token: str, t: Words) -> str:
    return t("In de zwangerschap") if token.startswith("zw") else unit_label(token, t)


def _walk(library: Library, band_id: str, t: Words) -> rx.Component:
    """One step back, one step on."""
    ids = [band.id for band in BANDS]
    index = ids.index(band_id)

    def step(other: int, back: bool) -> rx.Component:
        if not 0 <= other < len(ids):
            return rx.el.span()
        title = library.bands[ids[other]].text(t.code).front.title
        return go(address(t.code, "leeftijd", ids[other]), title, back=back, rel="prev" if back else "next")

    return rx.el.nav(
        svg("sc-strip", "0 0 360 96", "flip"),
        rx.el.div(step(index - 1, True), step(index + 1, False), class_name="pn"),
        class_name="on",
        aria_label=t("Verder op het pad"),
    )
