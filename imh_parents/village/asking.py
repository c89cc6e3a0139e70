"""The asks on the page Mijn dorp: pick when, pick what, change the words, send. Without script each ask opens a text message."""

from urllib.parse import quote

import reflex as rx

from imh_parents.i18n.catalogue import Words
from imh_parents.library import Library
from imh_parents.ui.parts import element, icon, link, outside, sheet
from imh_parents.village.asks import Ask, Situation, by_situation


def _names(t: Words) -> dict[Situation, str]:
    return {
        "eerste-weken": t("De eerste weken"),
        "nacht": t("Korte nachten"),
        "even-op": t("Even op"),
        "praten": t("Gewoon praten"),
        "ziek": t("Ziek"),
        "opvang-uit": t("Geen opvang"),
        "druk": t("Druk of feest"),
        "alleen": t("Alleen met je kind"),
        "tweeling": t("Een tweeling"),
        "zwanger": t("Zwanger"),
        "verhuizen": t("Verhuizen"),
        "nieuw-hier": t("Nieuw hier"),
    }


def asks(library: Library, t: Words) -> rx.Component:
    names = _names(t)
    parts: list[rx.Component] = []
    for index, (situation, rows) in enumerate(by_situation(library.asks.values()).items()):
        parts += [
            rx.el.label(
                rx.el.input(type="radio", name="wanneer", id=f"als-{situation}", value=situation, default_checked=index == 0),
                rx.el.span(names[situation]),
                class_name="choice occasion",
            ),
            rx.el.ul(*(_row(ask, t) for ask in rows), class_name="ask-list", custom_attrs=_days(rows)),
        ]
    return sheet(
        rx.el.h2(t("Een zin die al klaarstaat"), id="vragen"),
        rx.el.p(t("Vragen is moeilijk. Daarom staan de woorden hier al. Kies er één, verander wat je wil, en stuur.")),
        element("imh-asks", rx.el.fieldset(rx.el.legend(t("Wanneer?"), class_name="label"), *parts, class_name="asks"), _card(t), data=_words(t)),
        tint="plum",
        cut="b",
        class_name="stack asking",
    )


def _words(t: Words) -> dict[str, str]:
    return {"nobody": t("Dat kies ik straks")}


def _row(ask: Ask, t: Words) -> rx.Component:
    words = ask.text[t.code]
    dutch = {} if t.code == "nl" else {"data-nl": ask.text["nl"]}
    return rx.el.li(link(f"sms:?&body={quote(words)}", rx.el.q(words), icon("deel"), class_name="ask", custom_attrs=dutch))


def _days(rows: list[Ask]) -> dict[str, str]:
    """From which to which day of a child's life this situation comes first, where it says so."""
    spans = [ask.ages.span for ask in rows if ask.ages]
    if len(spans) < len(rows):
        return {}
    return {"data-from": str(min(span.start for span in spans)), "data-to": str(max(span.end for span in spans))}


def _card(t: Words) -> rx.Component:
    """The words to change, and the ways to send them. Opened by the script."""
    dutch = [rx.el.button(icon("taal"), t("Zet het in het Nederlands"), type="button", class_name="btn quiet in-dutch-too")] if t.code != "nl" else []
    ways = rx.el.div(
        rx.el.button(icon("deel"), t("Deel"), type="button", class_name="btn share"),
        link("sms:", icon("bericht"), t("Sms"), class_name="btn quiet sms"),
        outside("https://wa.me/", "WhatsApp", class_name="btn quiet wa"),
        class_name="row ways",
    )
    form = rx.el.form(
        rx.el.h2(t("Jouw woorden"), id="woorden-titel", tab_index=-1),
        rx.el.div(
            rx.el.label(t("Wat je stuurt"), html_for="woorden"),
            rx.el.textarea(id="woorden", name="words", rows="5", max_length=400, dir="auto", auto_complete="off"),
        ),
        *dutch,
        rx.el.div(rx.el.label(t("Voor wie?"), html_for="voor-wie"), rx.el.select(id="voor-wie", name="to"), class_name="for-whom"),
        ways,
        rx.el.p(t("Hier wordt niets van bewaard. Je verstuurt het zelf, in de app die je kiest."), class_name="small soft"),
        rx.el.button(t("Niet nu"), type="button", class_name="btn quiet wide close"),
        class_name="field stack",
    )
    return rx.el.dialog(form, class_name="ask-card", custom_attrs={"aria-labelledby": "woorden-titel"})
