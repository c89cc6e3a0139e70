"""The page of a card."""

from typing import Any

import reflex as rx

from imh_parents.cards.labels import age_label, drawing_of, tile
from imh_parents.cards.order import neighbours, related
from imh_parents.cards.view import View, beside
from imh_parents.cards.who import ending, who_can_help
from imh_parents.cards.words import words_of
from imh_parents.i18n.catalogue import Words
from imh_parents.i18n.urls import address, alternates
from imh_parents.library import Library
from imh_parents.ui.help import strip
from imh_parents.ui.layout import shell
from imh_parents.ui.page import Page
from imh_parents.ui.parts import SYMBOLS, element, go, icon, kick, link, notice, sheet, svg
from imh_parents.ui.tile import rows


def card_pages(library: Library, t: Words) -> list[Page]:
    """Every card in the language of `t`; one that is not translated shows its Dutch and says so."""
    return [_page(View(card, t, library)) for card in library.cards.values()]


def _page(view: View) -> Page:
    card, text, t = view.card, view.text, view.t
    path = address(t.code, "kaart", card.slug)
    translated = tuple(code for code in card.texts)
    return Page(
        path=path,
        language=t.code,
        title=_shared_title(view),
        description=t("Korte kaarten voor wie voor een kind zorgt.") if card.meta.discreet else text.front.reassure,
        body=lambda: _body(view),
        alternates=alternates("kaart", card.slug, languages=translated) if not view.borrowed else {},
        source=address("nl", "kaart", card.slug) if view.borrowed else None,
        kind="article",
        data=None if card.meta.discreet else _structured(view),
        indexed=not view.borrowed,
    )


def _structured(view: View) -> dict[str, Any]:
    """schema.org Article. No reviewedBy until somebody has."""
    front = view.text.front
    return {
        "@type": "Article",
        "headline": front.title,
        "description": front.reassure,
        "inLanguage": view.text.language,
        "datePublished": front.written.isoformat(),
        "isAccessibleForFree": True,
        "about": [view.library.themes[theme].name[view.t.code] for theme in view.card.meta.themes],
        "citation": [{"@type": "CreativeWork", "name": source.title, "url": source.url} for source in view.card.meta.sources],
    }


def _body(view: View) -> rx.Component:
    t, card = view.t, view.card
    tools = (
        element(
            "imh-save",
            rx.el.button(
                icon("bewaard", class_name="off"), icon("bewaard-vol", class_name="on"), type="button", class_name="tool", aria_label=t("Bewaar deze kaart")
            ),
            class_name="live",
            data={"slug": card.slug, "save": t("Bewaar deze kaart"), "saved": t("Bewaard. Haal weg")},
        ),
        element(
            "imh-share",
            rx.el.button(icon("deel"), type="button", class_name="tool", aria_label=t("Deel deze kaart")),
            class_name="live",
            data={"title": _shared_title(view), "copied": t("De link staat op je klembord.")},
        ),
    )
    return shell(
        t,
        *([_number(view)] if view.text.front.number else []),
        *([notice(t("Deze kaart is nog niet vertaald. Je leest ze in het Nederlands."), id="vertaling")] if view.borrowed else []),
        _head(view),
        *([_voice(view)] if view.text.front.baby else []),
        words_of(view),
        who_can_help(view),
        ending(view),
        _onward(view),
        tab="ontdek",
        alternates=alternates("kaart", card.slug),
        tools=tools,
        class_name=f"card is-{card.meta.intensity}",
        after=(_thumb(view),),
    )


def _shared_title(view: View) -> str:
    return view.t("Een kaart voor jou") if view.card.meta.discreet else view.text.front.title


def _number(view: View) -> rx.Component:
    lines = sorted(view.lines, key=lambda line: line.id != "112") or []
    words = rx.el.p(view.text.front.number, **view.lang)
    return strip([line for line in lines if line.tel], view.t, words, beside(view, "number"), label=view.t("Bel iemand"))


def _head(view: View) -> rx.Component:
    t, card = view.t, view.card
    symbol, meaning = SYMBOLS[card.slot]
    theme = view.library.themes[card.meta.themes[0]]
    label = f"{age_label(card.meta.age.first, card.meta.age.last, t)} · {theme.name[t.code]}"
    return rx.el.header(
        kick(label, symbol, meaning),
        rx.el.div(
            rx.el.h1(view.text.front.title, **view.lang),
            beside(view, "title"),
            rx.el.p(view.text.front.reassure, class_name="ok", **view.lang),
            beside(view, "reassure"),
        ),
        svg(drawing_of(card, view.library.themes), "0 0 96 96", "art flip"),
        class_name="head in",
    )


def _voice(view: View) -> rx.Component:
    born = view.card.meta.age.span.end > 0
    label = view.t("Je baby zou zeggen") if view.card.meta.age.span.start < 540 and born else view.t("Je kind zou zeggen")
    return sheet(
        rx.el.p(label, class_name="small soft"),
        rx.el.blockquote(f"‘{view.text.front.baby}’", class_name="says", **view.lang),
        beside(view, "baby"),
        tint="honey",
        class_name="voice",
    )


def _onward(view: View) -> rx.Component:
    t, library = view.t, view.library
    near = related(view.card, library.cards)
    before, after = neighbours(view.card, library.cards)
    return rx.fragment(
        rx.el.section(rx.el.h2(t("Past hierbij")), rows([tile(card, library.themes, t) for card in near], t), class_name="in related", id="verwant"),
        rx.el.nav(
            svg("sc-strip", "0 0 360 96", "flip"),
            rx.el.div(
                go(address(t.code, "kaart", before.slug), t("Vorige kaart"), back=True, rel="prev") if before else rx.el.span(),
                go(address(t.code, "kaart", after.slug), t("Volgende kaart"), rel="next") if after else rx.el.span(),
                class_name="pn",
            ),
            class_name="on",
            aria_label=t("Andere kaarten"),
        ),
    )


def _thumb(view: View) -> rx.Component:
    """At night: what you can do, under the thumb. Only a line that surely answers then."""
    t = view.t
    line = next((line for line in view.lines if line.tel and line.group != "nood" and line.always), None) or view.library.helplines["106"]
    name, number = line.name[t.code], str(line.number)
    words = rx.el.span(name, *([] if number in name else [": ", rx.el.bdi(number, dir="ltr")]))
    return rx.el.nav(
        link(f"tel:{line.tel}", icon("bel"), words, class_name="btn wide"),
        element(
            "imh-listen",
            rx.el.button(
                icon("luister", flip=True, class_name="play"),
                icon("pauze", class_name="stop"),
                rx.el.span(t("Lees voor")),
                type="button",
                class_name="btn quiet",
            ),
            class_name="live",
            data={"lang": view.text.language, "play": t("Lees voor"), "stop": t("Stop")},
        ),
        link(address(t.code, "hulp"), icon("hulp"), t("Hulp nu"), class_name="btn quiet"),
        class_name="thumb",
        aria_label=t("Wat je nu kunt doen"),
    )
