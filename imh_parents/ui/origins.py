"""The end of a text: who read it, where it comes from, when it was written. The same words under every card, band and year."""

from collections.abc import Iterable
from typing import Protocol

import reflex as rx

from imh_parents.content.fields import Written
from imh_parents.i18n.catalogue import Words
from imh_parents.ui.parts import Child, notice, outside


class Read(Protocol):
    """A page that was read: what content calls a source, of a card as of a help line."""

    @property
    def title(self) -> str: ...

    @property
    def url(self) -> str: ...


def source_list(sources: Iterable[Read], class_name: str = "small soft src") -> rx.Component:
    """Where it was read, as links; titles are Dutch, as the pages they lead to."""
    return rx.el.ul(*(rx.el.li(outside(one.url, one.title), lang="nl", dir="ltr") for one in sources), class_name=class_name)


def origins(front: Written, sources: Iterable[Read], t: Words, *after: Child) -> rx.Component:
    return rx.el.section(
        notice(_review(front, t), symbol="uur"),
        rx.el.h3(t("Waar komt dit vandaan?")),
        source_list(sources),
        rx.el.p(t("Geschreven op {day}.", day=t.date(front.written)), class_name="small soft"),
        *after,
        class_name="in origins stack",
    )


def _review(front: Written, t: Words) -> str:
    if isinstance(front.review, str):
        return t("Nog niet nagelezen door een IMH-specialist")
    return t("Nagelezen door: {role}, {day}", role=front.review.role, day=t.date(front.review.on))
