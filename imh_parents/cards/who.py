"""The end of a card: who can help, where it comes from, whether anybody read it."""

import re
from urllib.parse import quote

import reflex as rx

from imh_parents.cards.view import BESIDE, View
from imh_parents.i18n.catalogue import Words
from imh_parents.i18n.urls import address
from imh_parents.ui.help import line_row, who
from imh_parents.ui.origins import origins
from imh_parents.ui.parts import Child, drawing, element, go, icon, link, prose, rule, sheet
from imh_parents.village.needs import finder_link

QUOTE = re.compile(r"‘([^’]+(?:’\w[^’]*)*)’")
HOUSES = ("h1", "h4", "h6")
LINE_HOUSES = ("h3", "h5", "h2")


def who_can_help(view: View) -> rx.Component:
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
        go(finder_link(view.card.meta.themes, view.card.meta.situation, view.card.meta.age.first, t), t("Zoek hulp in je buurt")),
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


def ending(view: View) -> rx.Component:
    t = view.t
    return origins(
        view.text.front,
        view.card.meta.sources,
        t,
        rx.el.p(link(f"{address(t.code, 'professionals', 'set')}#add={view.card.slug}", t("Voor verpleegkundigen: in een set")), class_name="small soft live"),
        rx.el.div(drawing("leg-neer", "flip"), rx.el.p(rx.el.b(t("Leg je telefoon maar neer."))), class_name="bye"),
    )
