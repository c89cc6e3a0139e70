"""A sheet of stickers for the Kindboekje: as many as contact moments, and each leads to the cards for the age of the day it is scanned.

Every sticker holds the same address. Which child it is about, the phone that scans it knows, or asks (web/elements/set.js).
"""

import reflex as rx

from imh_parents.i18n.catalogue import Words
from imh_parents.i18n.urls import address, alternates
from imh_parents.library import Library
from imh_parents.nurse.printed import now_link, stickers_path
from imh_parents.press.qr import code_svg
from imh_parents.settings import settings
from imh_parents.ui.files import file_link
from imh_parents.ui.layout import shell
from imh_parents.ui.page import Page
from imh_parents.ui.parts import element, go, icon


def stickers_page(library: Library, t: Words) -> Page:
    return Page(
        path=address(t.code, "professionals", "stickers"),
        language=t.code,
        title=t("Stickers voor het Kindboekje"),
        description=t("Eén blad om af te drukken. Elke sticker opent de kaarten voor de leeftijd van vandaag."),
        body=lambda: _stickers(library, t),
        alternates=alternates("professionals", "stickers"),
        scripts=("maker",),
        sheets=("nurse",),
    )


def _stickers(library: Library, t: Words) -> rx.Component:
    now = now_link(t, settings().public_url)
    label = t("QR-code naar de kaarten van nu")
    stickers = [
        rx.el.li(rx.el.div(rx.html(code_svg(now)), class_name="qr", role="img", aria_label=label), rx.el.strong(t("kaarten van nu")))
        for _ in library.moments  # one for each page of the Kindboekje
    ]
    return shell(
        t,
        rx.el.section(
            rx.el.h1(t("Stickers voor het Kindboekje")),
            rx.el.p(t("Alle codes zijn dezelfde: elke leidt naar de kaarten voor de leeftijd die het kind dan heeft."), class_name="lead"),
            rx.el.p(t("Er staat niets over het kind in. De telefoon die scant kent het kind zelf, of vraagt een leeftijd.")),
            element("imh-print", rx.el.button(icon("druk"), t("Druk af"), type="button", class_name="btn"), class_name="live"),
            rx.el.ul(rx.el.li(file_link(stickers_path(t), t("Het blad met stickers, A4"), t)), class_name="finders"),
            rx.el.p(t("Druk af op ware grootte (100 %). Elk vierkant is 25 mm. Knip langs de lijnen."), class_name="small soft"),
            class_name="in stack help-head",
        ),
        rx.el.ul(*stickers, class_name="stickers"),
        rx.el.section(
            go(address(t.code, "professionals", "papier"), t("Alles op papier")),
            go(address(t.code, "professionals"), t("Voor professionals"), back=True),
            class_name="in stack after",
        ),
        alternates=alternates("professionals", "stickers"),
        class_name="sticker-sheet",
    )
