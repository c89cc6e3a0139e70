"""The week's houses, and what `imh-week` shows: the strip on Vandaag, and the head of the week's own page."""

import json

import reflex as rx

from imh_parents.campaign.labels import rows
from imh_parents.children.bands import BANDS
from imh_parents.i18n.catalogue import Words
from imh_parents.i18n.urls import address
from imh_parents.library import Library
from imh_parents.ui.parts import Child, element, go, icon, kick, link

STRIP = ((-14, 6, 90, "h5"), (54, 0, 96, "h2"), (124, 4, 92, "h1"))
STREET = ((0, "h6"), (62, "h1"), (124, "h2"), (186, "h5"), (248, "h4"), (310, "h3"))


def inset(x: float, y: float, size: float, name: str, class_name: str = "") -> rx.Component:
    """A drawing at a place inside a larger one. Reflex knows no x and y of svg, so they go in as attributes."""
    at = {"x": str(x), "y": str(y), "width": str(size), "height": str(size)}
    return rx.el.svg(rx.el.svg.use(href=f"/drawings/{name}.svg#{name}"), view_box="0 0 96 96", class_name=class_name, custom_attrs=at)


def picture(box: str, *children: Child, class_name: str) -> rx.Component:
    return rx.el.svg(*children, view_box=box, class_name=class_name, custom_attrs={"aria-hidden": "true", "focusable": "false"})


def street(lit: bool) -> rx.Component:
    """Six houses in a row; in the week every window is lit, and otherwise one of them."""
    names = [name if lit or name == "h2" else f"{name}-uit" for _, name in STREET]
    houses = [inset(x, 0, 76, name) for (x, _), name in zip(STREET, names, strict=True)]
    return picture("0 6 386 66", *houses, class_name=f"street {'all-lit' if lit else 'one-lit'}")


def week_strip(library: Library, t: Words) -> rx.Component:
    """One line on Vandaag while a week runs; hidden by itself at any other time. Without dates there is nothing to hide."""
    if not library.campaign.dated:
        return rx.fragment()
    words = rx.el.span(
        kick(t("Week van de Infant Mental Health"), "agenda", "sky"),
        rx.el.span(rx.el.b(class_name="w-topic"), rx.el.span(t("Wie houdt jou overeind? Maak een bedankkaartje."), class_name="w-line"), class_name="wk"),
    )
    houses = picture("0 0 200 96", *(inset(x, y, size, name) for x, y, size, name in STRIP), class_name="lit")
    strip = link(address(t.code, "week"), words, houses, class_name="sheet b t-sky week week-on", hidden=True)
    more = rx.el.p(go(address(t.code, "berichten"), t("De berichten van deze week")), class_name="in week-on", hidden=True)
    return week_element(library, t, strip, more)


def week_element(library: Library, t: Words, *children: Child, class_name: str = "") -> rx.Component:
    """`imh-week` with the weeks it chooses from. What is marked week-on or week-soon is shown at its time."""
    data = {
        "weeks": json.dumps(rows(library.campaign, t), ensure_ascii=False, separators=(",", ":")),
        "soon": t("De week begint {when}."),
        "day": t("Dag {n} van {of}"),
    }
    if any(message.bands for week in library.campaign.dated for message in week.meta.messages):
        data["bands"] = json.dumps({band.id: {"days": [band.span.start, band.span.end]} for band in BANDS}, separators=(",", ":"))
    return element("imh-week", *children, data=data, class_name=class_name)


def draft_mark(t: Words) -> rx.Component:
    return rx.el.p(icon("let-op"), rx.el.span(t("Ontwerp. Deze week is nog niet aangekondigd.")), class_name="mark")
