"""What each of us can do: parents, neighbours, childcare, nurses, policy. One row a reader."""

import reflex as rx

from imh_parents.content.markdown import Section
from imh_parents.ui.help import who
from imh_parents.ui.parts import prose, rule

HOUSES = ("h1", "h2", "h3", "h5", "h4")


def doing(section: Section) -> rx.Component:
    rows: list[rx.Component] = []
    for item, house in zip(section.items, HOUSES, strict=True):
        rows += [who(house, item.label, prose(item.html)), rx.el.li(rule(), custom_attrs={"aria-hidden": "true"})]
    return rx.el.ul(*rows[:-1], class_name="whos")
