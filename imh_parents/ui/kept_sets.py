"""The nurse's sets that a phone keeps, wherever a page lists them. The phone fills it in (web/elements/sets.js)."""

import reflex as rx

from imh_parents.i18n.catalogue import Words
from imh_parents.ui.parts import element


def kept_sets(t: Words, heading: rx.Component, empty: rx.Component | None = None) -> rx.Component:
    """The sets of this phone under `heading`; without any it shows `empty`, or nothing at all."""
    data = {"set": t("Een set kaarten"), "at": t("Bij {moment}"), "cards": t("{n} kaarten"), "card": t("1 kaart"), "on": t("bewaard op {day}")}
    return element("imh-sets", heading, rx.el.ul(class_name="rows"), *([empty] if empty else []), class_name="live", data=data)
