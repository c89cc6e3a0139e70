"""A card: what its languages share, its words in one language, and both together."""

from dataclasses import dataclass
from typing import Literal

from pydantic import Field, model_validator

from imh_parents.children.ages import Span, span
from imh_parents.content.fields import Content, Localized, Origin, Slug, Text, Written
from imh_parents.content.markdown import Section

ThemeId = Literal[
    "samen-troosten",
    "slapen-nacht",
    "eten-voeden",
    "spelen-kijken-praten",
    "veilig-gezond",
    "grote-gevoelens",
    "jij-als-ouder",
    "jullie-samen",
    "herstellen",
    "dorp-overgangen",
]
Audience = Literal["iedereen", "moeder", "vader", "meemoeder", "partners", "grootouder", "opvang"]
Intensity = Literal["alledaags", "wringt", "zorg"]
Situation = Literal["eerste-kind", "tweeling", "prematuur", "alleen", "verlies", "andere-thuistaal", "beperking", "weinig-geld"]
Slot = Literal["kind", "ouder", "dorp"]

PARENT_THEMES = ("jij-als-ouder", "jullie-samen", "herstellen")
VILLAGE_THEME = "dorp-overgangen"


class Theme(Content):
    """One of the ten themes. `meaning` is the colour family: honey child, plum parent, sage village."""

    id: ThemeId
    drawing: Text
    meaning: Literal["honey", "plum", "sage"]
    name: Localized
    line: Localized


class Ages(Content):
    """Both ends as age tokens, both included."""

    first: Text = Field(alias="from")
    last: Text = Field(alias="to")

    @model_validator(mode="after")
    def _readable(self) -> "Ages":
        span(self.first, self.last)
        return self

    @property
    def span(self) -> Span:
        return span(self.first, self.last)


class Meta(Content):
    """card.yaml: what all languages of a card share."""

    slug: Slug
    themes: tuple[ThemeId, ...] = Field(min_length=1, max_length=3)
    age: Ages
    audience: tuple[Audience, ...] = Field(min_length=1)
    intensity: Intensity
    situation: tuple[Situation, ...] = ()
    helplines: tuple[str, ...] = ()
    related: tuple[Slug, ...] = Field(default=(), max_length=3)
    drawing: str | None = None
    discreet: bool = False  # violence at home: no telling words in the tab, the history or a shared link
    sources: tuple[Origin, ...] = Field(min_length=1, description="title, url and checked, for every fact on the card")


class Front(Written):
    """Front matter of one language of a card."""

    title: Text
    number: Text | None = None
    baby: Text | None = None
    reassure: Text


@dataclass(frozen=True)
class CardText:
    """One card in one language. `repair` is None where nothing went wrong."""

    language: str
    path: str
    front: Front
    opening: Section
    attempt: Section
    repair: Section | None
    help: Section

    @property
    def parts(self) -> dict[str, str]:
        """The words of each part, named as in content.readability.BOUNDS."""
        section = {"try": self.attempt, "repair": self.repair, "help": self.help}
        texts = {name: part.text for name, part in section.items() if part}
        head = {"title": self.front.title, "number": self.front.number, "baby": self.front.baby, "reassure": self.front.reassure}
        return {name: text for name, text in head.items() if text} | {"opening": self.opening.text} | texts

    @property
    def words(self) -> str:
        """Everything a parent reads or hears, in order, headings included."""
        headings = [part.heading for part in (self.attempt, self.repair, self.help) if part]
        return "\n".join([*self.parts.values(), *headings])


@dataclass(frozen=True)
class Card:
    """A card in all its languages; Dutch is always there."""

    meta: Meta
    texts: dict[str, CardText]

    @property
    def slug(self) -> str:
        return self.meta.slug

    @property
    def slot(self) -> Slot:
        """Which of the three places on Vandaag this card may fill."""
        if VILLAGE_THEME in self.meta.themes:
            return "dorp"
        return "ouder" if self.meta.themes[0] in PARENT_THEMES else "kind"

    @property
    def unasked(self) -> bool:
        """May the app show this card to somebody who did not ask for it?"""
        return self.meta.intensity != "zorg" and "verlies" not in self.meta.situation

    def text(self, language: str) -> CardText:
        """The words in `language`, or in Dutch where they are not translated yet."""
        return self.texts.get(language) or self.texts["nl"]
