"""The small shapes every screen is made of: icons, drawings, kickers, links, sheets. Plain strings in, components out."""

from functools import cache
from typing import Any

import reflex as rx
from reflex_components_core.el.elements.inline import A as PlainLink

Child = Any
OUTSIDE = {"rel": "noopener noreferrer", "target": "_blank"}
BESIDE = {"rel": "noopener", "target": "_blank"}  # our own file, that should not take the place of the page


@cache
def _element(tag: str) -> type[rx.Component]:
    return type(tag.title().replace("-", ""), (rx.el.Div,), {"tag": tag, "__module__": __name__})


def element(tag: str, *children: Child, data: dict[str, str] | None = None, **props: Any) -> rx.Component:
    """A custom element of imh_parents/web, with data-* attributes for its words."""
    attrs = {f"data-{key}": value for key, value in (data or {}).items()}
    return _element(tag).create(*children, custom_attrs=attrs, **props)


def svg(name: str, box: str, class_name: str = "") -> rx.Component:
    """A drawing by name. The build puts it into the page; until then it is fetched from /drawings."""
    use = rx.el.svg.use(href=f"/drawings/{name}.svg#{name}")
    return rx.el.svg(use, view_box=box, class_name=class_name, custom_attrs={"aria-hidden": "true", "focusable": "false"})


def icon(name: str, flip: bool = False, class_name: str = "") -> rx.Component:
    """An icon of the set, without the i- of its file. `flip` mirrors it in right-to-left languages."""
    return svg(f"i-{name}", "0 0 24 24", " ".join(filter(None, ("ic", "flip" if flip else "", class_name))))


def drawing(name: str, class_name: str = "art") -> rx.Component:
    return svg(name, "0 0 96 96", class_name)


def link(href: str, *children: Child, **props: Any) -> rx.Component:
    """A real link. Not `rx.el.a`, which Reflex turns into a router link."""
    return PlainLink.create(*children, href=href, **props)


def outside(href: str, *children: Child, **props: Any) -> rx.Component:
    """A link to somebody else's site: beside this page, and without telling that site where the reader comes from."""
    return link(href, *children, custom_attrs=OUTSIDE, **props)


def go(href: str, label: str, back: bool = False, **props: Any) -> rx.Component:
    """A link that leads on, or back, with an arrow."""
    arrow = icon("terug" if back else "verder", flip=True)
    words = rx.el.span(label)
    return link(href, *((arrow, words) if back else (words, arrow)), class_name="go", **props)


def kick(label: str, symbol: str, meaning: str) -> rx.Component:
    """A word with its own small drawing; the colour only repeats it."""
    return rx.el.span(icon(symbol), label, class_name=f"kick c-{meaning}")


def sheet(*children: Child, tint: str = "sheet", cut: str = "", class_name: str = "", **props: Any) -> rx.Component:
    """Full-width coloured paper. `cut` "b" has the other scissor line."""
    return rx.el.section(*children, class_name=" ".join(filter(None, ("sheet", cut, f"t-{tint}", class_name))), **props)


def prose(html: str, class_name: str = "") -> rx.Component:
    """Rendered content. The HTML comes from content.markdown, which lets no raw HTML through."""
    return rx.html(html, class_name=f"prose {class_name}".strip())


def phone_number(number: str) -> rx.Component:
    """A number that stays left to right in every language."""
    return rx.el.bdi(number, dir="ltr")


def rule() -> rx.Component:
    return rx.el.hr(class_name="pen-rule", custom_attrs={"aria-hidden": "true"})


def notice(*children: Child, symbol: str = "taal", **props: Any) -> rx.Component:
    return rx.el.p(icon(symbol), rx.el.span(*children), class_name="mark", **props)


SYMBOLS = {"kind": ("kind", "honey"), "ouder": ("jij", "plum"), "dorp": ("dorp", "sage")}
