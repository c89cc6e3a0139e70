"""Bedankt, dorp: a card made on the phone. Nothing of it is kept or sent; the phone's share sheet or a print takes it further."""

import reflex as rx

from imh_parents.campaign.models import LONGEST_THANKS
from imh_parents.campaign.poster_page import print_button
from imh_parents.campaign.thanks_card import DRAWINGS, card, tint
from imh_parents.i18n.catalogue import Words
from imh_parents.i18n.urls import address, alternates
from imh_parents.library import Library
from imh_parents.ui.layout import shell
from imh_parents.ui.page import Page
from imh_parents.ui.parts import Child, drawing, element, go, icon


def thanks_page(library: Library, t: Words) -> Page:
    return Page(
        path=address(t.code, "bedankt"),
        language=t.code,
        title=t("Bedankt, dorp"),
        description=t("Maak een kaartje voor wie er voor jullie is. Het blijft op je telefoon tot jij het deelt."),
        body=lambda: _thanks(library, t),
        alternates=alternates("bedankt"),
        scripts=("bedankt",),
        sheets=("week",),
    )


def _thanks(library: Library, t: Words) -> rx.Component:
    choices = [one.words[t.code] for one in library.campaign.thanks] or [t("Bedankt, dorp")]
    return shell(
        t,
        rx.el.section(
            rx.el.h1(t("Bedankt, dorp")),
            rx.el.p(t("Een kaartje voor de buur, de onthaalouder, oma of de verpleegkundige. In twee minuten klaar."), class_name="lead"),
            class_name="in no-print thanks-head",
        ),
        element(
            "imh-thanks",
            rx.el.figure(card(choices[0]), class_name="kaartje"),
            rx.el.div(_form(choices, t), _acts(t), class_name="in no-print make"),
            data=_said(t),
        ),
        rx.el.section(
            rx.el.p(t("Wat je schrijft, blijft op je telefoon. De app bewaart het niet en stuurt het nergens heen."), class_name="small soft"),
            rx.el.p(go(address(t.code, "week"), t("Alles over de week"), back=True)),
            class_name="in no-print thanks-foot",
        ),
        alternates=alternates("bedankt"),
        tab="dorp",
        class_name="thanks",
    )


def _said(t: Words) -> dict[str, str]:
    return {
        "to": t("Voor {name}"),
        "from": t("van {name}"),
        "file": t("bedankt"),
        "saved": t("Het kaartje staat bij je downloads."),
        "broken": t("Sorry, het kaartje maken lukte niet. Printen kan wel."),
    }


def _form(choices: list[str], t: Words) -> rx.Component:
    pictures = [_picture(index, name, colour, t) for index, (name, colour) in enumerate(DRAWINGS)]
    options = [rx.el.option(words, value=words) for words in choices]
    fields: list[Child] = [
        rx.el.fieldset(rx.el.legend(t("Kies een tekening"), class_name="label"), *pictures, class_name="pictures"),
        rx.el.div(
            rx.el.label(t("Kies een zin"), html_for="zin"),
            rx.el.select(*options, id="zin", auto_complete="off"),
            class_name="field",
        ),
        rx.el.div(
            rx.el.label(t("Of schrijf het zelf"), html_for="woorden"),
            rx.el.textarea(id="woorden", max_length=LONGEST_THANKS, rows="2", auto_complete="off", default_value=choices[0]),
            class_name="field",
        ),
        rx.el.div(rx.el.label(t("Voor wie?"), html_for="voor"), rx.el.input(id="voor", type="text", max_length=30, auto_complete="off"), class_name="field"),
        rx.el.div(rx.el.label(t("Van wie?"), html_for="van"), rx.el.input(id="van", type="text", max_length=30, auto_complete="off"), class_name="field"),
    ]
    return rx.el.form(*fields, class_name="stack live")


def _picture(index: int, name: str, colour: str, t: Words) -> rx.Component:
    attrs = {"data-tint": tint(colour), "aria-label": t("Tekening {n}", n=t.number(index + 1))}
    radio = rx.el.input(type="radio", name="tekening", value=name, default_checked=index == 0, custom_attrs=attrs)
    return rx.el.label(radio, drawing(name, ""), class_name="picture")


def _acts(t: Words) -> rx.Component:
    share = rx.el.button(icon("deel"), rx.el.span(t("Deel het kaartje")), type="button", class_name="btn send live")
    return rx.el.div(rx.el.div(share, print_button(t), class_name="row"), rx.el.p(class_name="said", role="status"), class_name="acts-row")
