"""The page of a card."""

import re
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

import reflex as rx

from imh_parents.cards.labels import age_label, drawing_of, tile
from imh_parents.cards.models import Card, CardText
from imh_parents.cards.order import neighbours, related
from imh_parents.content.markdown import Section
from imh_parents.i18n.catalogue import Words
from imh_parents.i18n.languages import language
from imh_parents.i18n.urls import address, alternates
from imh_parents.library import Library
from imh_parents.ui.help import line_row, strip, who
from imh_parents.ui.layout import shell
from imh_parents.ui.page import Page
from imh_parents.ui.parts import SYMBOLS, Child, drawing, element, go, icon, kick, link, notice, prose, rule, sheet, svg
from imh_parents.ui.tile import rows
from imh_parents.village.models import Helpline

QUOTE = re.compile(r"‘([^’]+(?:’\w[^’]*)*)’")
HOUSES = ("h1", "h4", "h6")
LINE_HOUSES = ("h3", "h5", "h2")


@dataclass(frozen=True)
class View:
    """One card as one page shows it: its words, and the Dutch beside a translation."""

    card: Card
    t: Words
    library: Library

    @property
    def text(self) -> CardText:
        return self.card.text(self.t.code)

    @property
    def dutch(self) -> CardText | None:
        """The Dutch beside a translated card; None on a page that is Dutch already."""
        return self.card.texts["nl"] if self.text.language != "nl" else None

    @property
    def borrowed(self) -> bool:
        """Is this Dutch on a page in another language?"""
        return self.text.language != self.t.code

    @property
    def lang(self) -> dict[str, str]:
        return {"lang": self.text.language, "dir": language(self.text.language).dir} if self.borrowed else {}

    @property
    def lines(self) -> list[Helpline]:
        return [self.library.helplines[line] for line in self.card.meta.helplines]


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
        _words(view),
        _who(view),
        _origins(view),
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
    return strip([line for line in lines if line.tel], view.t, words, _beside(view, "number"), label=view.t("Bel iemand"))


def _head(view: View) -> rx.Component:
    t, card = view.t, view.card
    symbol, meaning = SYMBOLS[card.slot]
    theme = view.library.themes[card.meta.themes[0]]
    label = f"{age_label(card.meta.age.first, card.meta.age.last, t)} · {theme.name[t.code]}"
    return rx.el.header(
        kick(label, symbol, meaning),
        rx.el.div(
            rx.el.h1(view.text.front.title, **view.lang),
            _beside(view, "title"),
            rx.el.p(view.text.front.reassure, class_name="ok", **view.lang),
            _beside(view, "reassure"),
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
        _beside(view, "baby"),
        tint="honey",
        class_name="voice",
    )


def _words(view: View) -> rx.Component:
    text, t = view.text, view.t
    listen = rx.el.button(
        icon("luister", flip=True, class_name="play"),
        icon("pauze", class_name="stop"),
        rx.el.span(t("Lees voor, 1 minuut")),
        type="button",
        class_name="btn quiet",
    )
    data = {"lang": text.language, "play": t("Lees voor, 1 minuut"), "stop": t("Stop met voorlezen")}
    attempt = rx.el.div(svg("merk", "0 0 120 44", "mk flip"), *_section(view, "attempt", text.attempt), class_name="try", **view.lang)
    return rx.el.section(
        rx.el.div(
            element("imh-listen", listen, class_name="live", data=data),
            *([element("imh-beside", _beside_button(view), class_name="live")] if view.dutch else []),
            class_name="row",
        ),
        rx.el.div(*_section(view, "opening", text.opening), class_name="opening", **view.lang),
        attempt,
        *([rx.el.div(*_section(view, "repair", text.repair), class_name="repair", **view.lang)] if text.repair else []),
        class_name="in body stack",
    )


def _beside_button(view: View) -> rx.Component:
    return rx.el.button(
        icon("taal"), rx.el.span(view.t("Toon het Nederlands erbij")), type="button", class_name="btn quiet", custom_attrs={"aria-pressed": "false"}
    )


def _section(view: View, name: str, section: Section) -> list[Child]:
    heading = [rx.el.h2(section.heading)] if section.heading else []
    dutch: Section | None = getattr(view.dutch, name) if view.dutch else None
    beside = [rx.el.div(rx.el.p(rx.el.b(dutch.heading)), prose(dutch.html), **BESIDE)] if dutch else []
    return [*heading, prose(_links(section.html, view.t)), *beside]


BESIDE: dict[str, Any] = {"class_name": "beside", "lang": "nl", "dir": "ltr"}


def _beside(view: View, field: str) -> rx.Component:
    """The Dutch of one line, out of sight until it is asked for."""
    return rx.el.p(getattr(view.dutch.front, field), **BESIDE) if view.dutch else rx.fragment()


def _links(html: str, t: Words) -> str:
    """`kaart:slug` in content becomes the address of that card."""
    return re.sub(r'href="kaart:([a-z0-9-]+)"', lambda match: f'href="{address(t.code, "kaart", match[1])}"', html)


def _who(view: View) -> rx.Component:
    t, help_ = view.t, view.text.help
    rows_: list[Child] = []
    for index, (item, house) in enumerate(zip(help_.items, HOUSES, strict=True)):
        acts = [_ask(item.text, t)] if index == 0 and QUOTE.search(item.text) else []
        row = who(house, item.label, prose(item.html), *acts)
        rows_ += [row, _divider()]
    for index, line in enumerate(line for line in view.lines if line.group != "nood"):
        rows_ += [line_row(line, t, LINE_HOUSES[index % len(LINE_HOUSES)]), _divider()]
    dutch = view.dutch.help if view.dutch else None
    return sheet(
        rx.el.h2(help_.heading, **view.lang),
        rx.el.p(t("Eerst wie je kent."), class_name="soft"),
        element("imh-own", class_name="live", data={"call": t("Bel {name}"), "write": t("Stuur een bericht naar {name}")}),
        rx.el.ul(*rows_[:-1], class_name="whos", **view.lang),
        *([rx.el.div(prose(dutch.html), **BESIDE)] if dutch else []),
        go(address(t.code, "hulp"), t("Alle nummers bij elkaar")),
        tint="sage",
        cut="b",
        class_name="help",
    )


def _divider() -> rx.Component:
    return rx.el.li(rule(), custom_attrs={"aria-hidden": "true"})


def _ask(text: str, t: Words) -> rx.Component:
    """Sends the ask between the quotes: through the share sheet, or as a text message without script."""
    match = QUOTE.search(text)
    words = match[1] if match else ""
    button = link("sms:?&body=" + quote(words), icon("bericht"), class_name="btn ring", aria_label=t("Stuur deze vraag naar iemand"))
    return element("imh-ask", button, data={"text": words})


def _origins(view: View) -> rx.Component:
    t, front = view.t, view.text.front
    if isinstance(front.review, str):
        state = t("Nog niet nagelezen door een IMH-specialist")
    else:
        state = t("Nagelezen door: {role}, {day}", role=front.review.role, day=t.date(front.review.on))
    sources = [
        rx.el.li(link(source.url, source.title, custom_attrs={"rel": "noopener noreferrer", "target": "_blank"}), lang="nl", dir="ltr")
        for source in view.card.meta.sources
    ]
    return rx.el.section(
        notice(state, symbol="uur"),
        rx.el.h3(t("Waar komt dit vandaan?")),
        rx.el.ul(*sources, class_name="small soft src"),
        rx.el.p(t("Geschreven op {day}.", day=t.date(front.written)), class_name="small soft"),
        rx.el.div(drawing("leg-neer", "flip"), rx.el.p(rx.el.b(t("Leg je telefoon maar neer."))), class_name="bye"),
        class_name="in origins stack",
    )


def _onward(view: View) -> rx.Component:
    t, library = view.t, view.library
    near = related(view.card, library.cards)
    before, after = neighbours(view.card, library.cards)
    return rx.fragment(
        rx.el.section(
            rx.el.h2(t("Past hierbij")), rows([tile(card, library.themes, t) for card in near], t), class_name="in related", id="verwant"
        ),
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
    """At night: what you can do, under the thumb."""
    t = view.t
    line = next((line for line in view.lines if line.tel and line.group != "nood"), None) or view.library.helplines["106"]
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

