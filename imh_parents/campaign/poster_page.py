"""The poster: one sheet of paper that anybody can print, with a QR code to the app. The code is drawn at build."""

from collections.abc import Sequence
from itertools import groupby

import reflex as rx
import segno

from imh_parents.campaign.printed import poster_path
from imh_parents.i18n.catalogue import Words
from imh_parents.i18n.urls import address, alternates
from imh_parents.press.poster import PAPERS
from imh_parents.settings import settings
from imh_parents.ui.files import file_link
from imh_parents.ui.layout import shell
from imh_parents.ui.page import Page
from imh_parents.ui.parts import element, go, icon, svg

QUIET = 4  # modules of white around a code, as its standard wants


def poster_page(t: Words) -> Page:
    return Page(
        path=address(t.code, "week", "affiche"),
        language=t.code,
        title=t("Affiche"),
        description=t("Eén blad om te printen, met een code naar de app."),
        body=lambda: _poster(t),
        alternates=alternates("week", "affiche"),
        scripts=("week",),
        sheets=("week",),
    )


def _poster(t: Words) -> rx.Component:
    target = settings().public_url + address(t.code)
    return shell(
        t,
        rx.el.section(
            rx.el.h1(t("Affiche")),
            rx.el.p(t("Print dit blad op A4 of A3. Hang het aan je raam, in de wachtzaal of in de crèche.")),
            print_button(t),
            rx.el.ul(
                *(rx.el.li(file_link(poster_path(paper, t), t("Affiche, {paper}", paper=paper.upper()), t)) for paper in PAPERS),
                class_name="finders",
            ),
            class_name="in stack no-print",
        ),
        rx.el.article(
            svg("sc-dusk", "0 0 360 236", "flip"),
            rx.el.h2(t("Je hoeft het niet perfect te doen.")),
            rx.el.p(t("Een kind groeit bij mensen. Elke dag iets kleins over je kind, over jou en over wie rond jullie staat."), class_name="lead"),
            rx.el.div(
                qr(target, t("QR-code naar {link}", link=target)),
                rx.el.div(
                    rx.el.p(rx.el.b(t("Van in de buik tot vijf jaar."))),
                    rx.el.p(t("Gratis, zonder account. Het werkt ook zonder internet.")),
                    rx.el.p(rx.el.bdi(target.split("://")[1].rstrip("/"), dir="ltr")),
                ),
                class_name="scan",
            ),
            rx.el.p(svg("merk", "0 0 120 44"), rx.el.span(settings().name), class_name="brand"),
            class_name="poster",
        ),
        rx.el.p(go(address(t.code, "week"), t("Alles over de week"), back=True), class_name="in no-print"),
        alternates=alternates("week", "affiche"),
        class_name="poster-page",
    )


def print_button(t: Words) -> rx.Component:
    """Prints the page; without script it says how."""
    button = rx.el.button(icon("druk"), rx.el.span(t("Print")), type="button", class_name="btn quiet")
    how = rx.el.p(t("Kies Afdrukken in het menu van je browser."), class_name="small soft no-script")
    return rx.fragment(element("imh-print", button, class_name="live"), how)


def qr(target: str, label: str) -> rx.Component:
    """A QR code as one path."""
    matrix = segno.make(target, error="m", micro=False).matrix
    size = len(matrix) + 2 * QUIET
    path = rx.el.svg.path(d=bars(matrix), custom_attrs={"fill": "currentColor"})
    return rx.el.svg(
        path, view_box=f"0 0 {size} {size}", class_name="qr-code", custom_attrs={"role": "img", "aria-label": label, "shapeRendering": "crispEdges"}
    )


def bars(matrix: Sequence[Sequence[int]]) -> str:
    """The dark modules as path data: each run in a line is a bar of its width."""
    found = []
    for y, line in enumerate(matrix):
        x = 0
        for dark, run in groupby(line, bool):
            width = len(list(run))
            if dark:
                found.append(f"M{x + QUIET} {y + QUIET}h{width}v1h-{width}z")
            x += width
    return "".join(found)
