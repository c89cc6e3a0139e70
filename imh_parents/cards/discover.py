"""Ontdek: search, ages and themes; the page of a theme; what this phone saved."""

import reflex as rx

from imh_parents.cards.labels import tile
from imh_parents.i18n.catalogue import Words
from imh_parents.i18n.urls import address, alternates
from imh_parents.library import Library
from imh_parents.ui.kept_sets import kept_sets
from imh_parents.ui.layout import shell
from imh_parents.ui.page import Page
from imh_parents.ui.parts import drawing, element, go, icon, link, sheet
from imh_parents.ui.tile import rows


def discover_pages(library: Library, t: Words) -> list[Page]:
    themes = [_theme_page(library, theme, t) for theme in library.themes]
    return [_search_page(library, t), _saved_page(t), *themes]


def _search_page(library: Library, t: Words) -> Page:
    return Page(
        path=address(t.code, "zoek"),
        language=t.code,
        title=t("Ontdek"),
        description=t("Zoek een kaart, op leeftijd, op thema of met je eigen woorden."),
        body=lambda: _search(library, t),
        alternates=alternates("zoek"),
        scripts=("search",),
    )


def _search(library: Library, t: Words) -> rx.Component:
    # The count is never hidden: a screen reader only tells what changes in a status that was there before.
    results = rx.el.div(rx.el.p(class_name="count small soft", role="status"), rx.el.ul(class_name="rows"), class_name="results")
    return shell(
        t,
        rx.el.section(rx.el.h1(t("Ontdek")), element("imh-search", _field(t), results, class_name="live", data=_search_words(t)), class_name="in search"),
        sheet(
            rx.el.h2(t("Op leeftijd")),
            _ages(library, t),
            go(address(t.code, "leeftijd"), t("Wandel langs het pad van 1001 dagen")),
            tint="honey",
            cut="b",
            class_name="ages",
        ),
        rx.el.section(rx.el.h2(t("Op thema")), _themes(library, t), class_name="in themes"),
        tab="ontdek",
        alternates=alternates("zoek"),
        class_name="discover",
    )


def _field(t: Words) -> rx.Component:
    return rx.el.form(
        rx.el.label(t("Waar zit je mee?"), html_for="vraag"),
        rx.el.div(
            rx.el.input(id="vraag", name="q", type="search", auto_complete="off", enter_key_hint="search", placeholder=t("huilen, slapen, boos …")),
            rx.el.button(icon("zoek"), t("Zoek"), type="submit", class_name="btn"),
            class_name="pair",
        ),
        rx.el.p(t("Wat je zoekt, blijft op je telefoon."), class_name="small soft"),
        class_name="field",
        role="search",
    )


def _search_words(t: Words) -> dict[str, str]:
    return {
        "none": t("Daar hebben we nog geen kaart over. Probeer een ander woord, of kies hieronder."),
        "one": t("1 kaart"),
        "many": t("{n} kaarten"),
        "dutch": t("in het Nederlands"),
        "broken": t("Sorry, zoeken lukt nu niet. Kies hieronder een leeftijd of thema."),
    }


def _ages(library: Library, t: Words) -> rx.Component:
    chips = (link(address(t.code, "leeftijd", band), page.text(t.code).front.title, class_name="chip") for band, page in library.bands.items())
    return rx.el.ul(*(rx.el.li(chip) for chip in chips), class_name="chips")


def _themes(library: Library, t: Words) -> rx.Component:
    return rx.el.ul(
        *(
            rx.el.li(
                link(
                    address(t.code, "thema", theme.id),
                    drawing(theme.drawing, ""),
                    rx.el.span(rx.el.strong(theme.name[t.code]), rx.el.span(theme.line[t.code], class_name="small soft"), class_name="words"),
                    class_name="row-tile",
                )
            )
            for theme in library.themes.values()
        ),
        class_name="rows two",
    )


def _theme_page(library: Library, theme_id: str, t: Words) -> Page:
    theme = library.themes[theme_id]
    return Page(
        path=address(t.code, "thema", theme.id),
        sheets=("road",),
        language=t.code,
        title=theme.name[t.code],
        description=theme.line[t.code],
        body=lambda: _theme(library, theme_id, t),
        alternates=alternates("thema", theme.id),
    )


def _theme(library: Library, theme_id: str, t: Words) -> rx.Component:
    theme = library.themes[theme_id]
    others = rx.el.ul(
        *(rx.el.li(link(address(t.code, "thema", other.id), other.name[t.code], class_name="chip")) for other in library.themes.values() if other != theme),
        class_name="chips",
    )
    return shell(
        t,
        sheet(
            rx.el.div(rx.el.h1(theme.name[t.code]), rx.el.p(theme.line[t.code], class_name="lead")),
            drawing(theme.drawing),
            tint=f"{theme.meaning}",
            class_name="theme-head",
        ),
        rx.el.section(
            rx.el.h2(t("Kaarten"), class_name="sr"),
            rows([tile(card, library.themes, t) for card in library.cards_in_theme(theme_id)], t),
            class_name="in list",
        ),
        sheet(rx.el.h2(t("Andere thema’s")), others, tint="sheet", cut="b"),
        tab="ontdek",
        alternates=alternates("thema", theme.id),
        class_name="theme",
    )


def _saved_page(t: Words) -> Page:
    return Page(
        path=address(t.code, "bewaard"),
        language=t.code,
        title=t("Bewaard"),
        description=t("De kaarten die je op deze telefoon bewaarde."),
        body=lambda: _saved(t),
        alternates=alternates("bewaard"),
        scripts=("set",),
        sheets=("nurse",),
        indexed=False,
    )


def _saved(t: Words) -> rx.Component:
    empty = rx.el.div(
        drawing("leeg-bewaard"),
        rx.el.div(
            rx.el.p(rx.el.b(t("Hier is nog niets."))),
            rx.el.p(t("Tik op het lintje boven een kaart. Dan ligt ze hier klaar, ook zonder internet.")),
            go(address(t.code, "zoek"), t("Zoek een kaart")),
        ),
        class_name="empty",
    )
    return shell(
        t,
        rx.el.section(
            rx.el.h1(t("Bewaard")),
            element(
                "imh-saved",
                rx.el.ul(class_name="rows"),
                empty,
                data={"dutch": t("in het Nederlands"), "broken": t("Sorry, je bewaarde kaarten konden niet geladen worden.")},
            ),
            rx.el.noscript(rx.el.p(t("Bewaren gebeurt op je telefoon, en daar is JavaScript voor nodig."))),
            class_name="in saved",
        ),
        rx.el.section(
            kept_sets(t, rx.el.h2(t("Van je verpleegkundige"))),
            go(address(t.code, "vragen"), t("Vragen voor de volgende keer")),
            class_name="in stack after",
        ),
        tab="bewaard",
        alternates=alternates("bewaard"),
    )
