"""The thank-you card as a drawing. Everything about how it looks is here; the phone only changes words, drawing and tint.

Each colour is written with its light value behind it, so that the picture a phone makes of it is the same by night.
"""

from textwrap import wrap

import reflex as rx

from imh_parents.campaign.strip import inset
from imh_parents.drawings.palette import paint

BOX = "0 0 360 480"
MIDDLE = 180
LINE = 1.22  # of the letters' height
FOOT = ("h6", "h3", "h1", "h5", "h2", "h4")
# What to choose from: the drawing, and the tint behind it.
DRAWINGS = (
    ("th-dorp", "sage"),
    ("th-samen", "sky"),
    ("th-troosten", "honey"),
    ("th-ouder", "plum"),
    ("band-07", "sage"),
    ("th-praten", "honey"),
    ("th-herstellen", "sky"),
    ("band-09", "plum"),
    ("th-eten", "honey"),
    ("band-10", "sky"),
    ("band-12", "sage"),
    ("leeg-bewaard", "plum"),
)
SHEET = "M-4 -4H364V236C330 241 300 232 262 238C214 245 170 233 118 240C76 245 40 234 -4 241Z"


def tint(name: str) -> str:
    return paint(f"{name}-tint")


def card(words: str) -> rx.Component:
    """The card before anything is chosen. The lines after this one are made by web/thanks/lines.js."""
    art, colour = DRAWINGS[0]
    lines = wrap(words, 24)
    return rx.el.svg(
        rx.el.svg.rect(custom_attrs={"width": "360", "height": "480", "fill": paint("paper")}),
        rx.el.svg.path(d=SHEET, class_name="k-sheet", custom_attrs={"fill": tint(colour)}),
        inset(76, 22, 208, art, "k-art"),
        _text("", 273, 17, 400, "ink-soft", "k-to"),
        rx.el.svg.g(
            *(_text(line, _top(len(lines)) + index * 26 * LINE, 26, 730, "ink", "") for index, line in enumerate(lines)),
            class_name="k-words",
            custom_attrs={"data-fill": paint("ink")},
        ),
        _text("", 404, 17, 400, "ink-soft", "k-from"),
        *(inset(6 + 58 * index, 416, 58, name) for index, name in enumerate(FOOT)),
        view_box=BOX,
        class_name="k-card",
        custom_attrs={"role": "img", "aria-label": words},
    )


def _top(lines: int) -> float:
    """Where the first line stands, so that all of them are in the middle of their room."""
    return 334 + 8 - (lines - 1) * 26 * LINE / 2


def _text(words: str, y: float, size: int, weight: int, colour: str, name: str) -> rx.Component:
    attributes = {"x": str(MIDDLE), "y": str(round(y, 1)), "fill": paint(colour), "textAnchor": "middle", "fontSize": str(size), "fontWeight": str(weight)}
    return rx.el.svg.text(words, class_name=name, custom_attrs=attributes)
