"""Numbers to call: the strip on top of a heavy card, the row of one line, and who can help."""

import reflex as rx

from imh_parents.i18n.catalogue import Words
from imh_parents.ui.parts import OUTSIDE, Child, drawing, icon, link, phone_number
from imh_parents.village.models import Helpline


def call(line: Helpline, t: Words, *children: Child, class_name: str = "") -> rx.Component:
    """A link that calls the line, or opens its site where no number is certain; plain words where it has neither."""
    if not line.tel and not line.site:
        return rx.el.span(*children, class_name=class_name)
    return link(f"tel:{line.tel}" if line.tel else str(line.site), *children, class_name=class_name, custom_attrs=_outside(line))


def _outside(line: Helpline) -> dict[str, str]:
    return {} if line.tel else OUTSIDE


def strip_row(line: Helpline, t: Words) -> rx.Component:
    """Number and what it is for, as one link."""
    kind = "nr is-112" if line.id == "112" else "nr"
    name = rx.el.bdi(line.number, dir="ltr", class_name=kind) if line.number else rx.el.span(line.name[t.code], class_name=kind)
    urgent = {"112": t("Een leven in gevaar"), "101": t("Politie, bij gevaar")}
    name_and_hours = t("{name}, {hours}", name=line.name[t.code], hours=_lower(line.hours[t.code])) if line.hours else line.name[t.code]
    why = urgent.get(line.id) or name_and_hours
    return rx.el.li(call(line, t, name, rx.el.span(why, class_name="why")))


def _lower(words: str) -> str:
    return words[:1].lower() + words[1:].rstrip(".")


def strip(lines: list[Helpline], t: Words, *above: Child, label: str) -> rx.Component:
    """Two numbers beside each other on top of a heavy card."""
    rows = rx.el.ul(*(strip_row(line, t) for line in lines[:2]), class_name="pairs")
    return rx.el.section(*above, rows, class_name="sheet b t-sheet lines", aria_label=label)


def who(house: str, name: Child, text: Child, *acts: rx.Component) -> rx.Component:
    """One row of help: a house, a name, a line, and what you can press."""
    words = rx.el.div(rx.el.strong(name), rx.el.div(text, class_name="small soft"))
    return rx.el.li(drawing(house, ""), words, rx.el.span(*acts, class_name="acts"), class_name="who")


def call_button(line: Helpline, t: Words, main: bool = False) -> rx.Component:
    """A round button that calls, or opens the site."""
    label = t("Bel {name}", name=line.name[t.code]) if line.tel else t("Naar de site van {name}", name=line.name[t.code])
    attrs = {"aria-label": label} | _outside(line)
    href = f"tel:{line.tel}" if line.tel else str(line.site)
    symbol = "bel" if line.tel else "wereld"
    return link(href, icon(symbol), class_name="btn ring" + ("" if main else " quiet"), custom_attrs=attrs)


def line_row(line: Helpline, t: Words, house: str) -> rx.Component:
    """A help line in a list of who can help."""
    number: list[Child] = [phone_number(line.number), ". "] if line.number and line.number not in line.name[t.code] else []
    button = [call_button(line, t)] if line.tel or line.site else []
    note = [" ", line.note[t.code]] if line.note and not button else []
    return who(house, line.name[t.code], rx.fragment(*number, line.what[t.code], *note), *button)
