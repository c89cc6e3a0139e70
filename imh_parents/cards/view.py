"""One card as one page shows it: its words, its lines, and the Dutch beside a translation."""

from dataclasses import dataclass
from typing import Any

import reflex as rx

from imh_parents.cards.models import Card, CardText
from imh_parents.i18n.catalogue import Words
from imh_parents.i18n.languages import language
from imh_parents.library import Library
from imh_parents.village.models import Helpline

BESIDE: dict[str, Any] = {"class_name": "beside", "lang": "nl", "dir": "ltr"}


@dataclass(frozen=True)
class View:
    """One card as one page shows it: its words, and the Dutch beside a translation."""

    card: Card
    t: Words
    library: Library

    @property
    def text(self) -> CardText:
        return self.card.text(self.t.code)

    @property
    def dutch(self) -> CardText | None:
        """The Dutch beside a translated card; None on a page that is Dutch already."""
        return self.card.texts["nl"] if self.text.language != "nl" else None

    @property
    def borrowed(self) -> bool:
        """Is this Dutch on a page in another language?"""
        return self.text.language != self.t.code

    @property
    def lang(self) -> dict[str, str]:
        return {"lang": self.text.language, "dir": language(self.text.language).dir} if self.borrowed else {}

    @property
    def lines(self) -> list[Helpline]:
        return [self.library.helplines[line] for line in self.card.meta.helplines]


def beside(view: View, field: str) -> rx.Component:
    """The Dutch of one line, out of sight until it is asked for."""
    return rx.el.p(getattr(view.dutch.front, field), **BESIDE) if view.dutch else rx.fragment()
