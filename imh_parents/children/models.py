"""The words of a band in one language."""

from dataclasses import dataclass

from pydantic import Field

from imh_parents.children.bands import Band
from imh_parents.content.fields import Content, Origin, Text, Written
from imh_parents.content.markdown import Section


class BandMeta(Content):
    """band.yaml."""

    id: Text
    drawing: Text
    sources: tuple[Origin, ...] = Field(min_length=1)


class BandFront(Written):
    """Front matter of a band's text."""

    title: Text
    line: Text
    baby: Text


@dataclass(frozen=True)
class BandText:
    """One band in one language: what it is about, the range, the variety, when to call."""

    language: str
    path: str
    front: BandFront
    about: Section
    usual: Section
    variety: Section
    call: Section


@dataclass(frozen=True)
class BandPage:
    """A band with its words in every language."""

    band: Band
    meta: BandMeta
    texts: dict[str, BandText]

    def text(self, language: str) -> BandText:
        return self.texts.get(language) or self.texts["nl"]
