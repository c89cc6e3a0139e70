"""Help lines and the contact moments of Kind en Gezin, as content gives them."""

from datetime import date
from typing import Literal

from pydantic import Field, model_validator

from imh_parents.children.ages import Span, unit_span
from imh_parents.content.fields import Content, Localized, Text, Url
from imh_parents.village.hours import Hours

Group = Literal["nood", "praten", "kind", "veilig", "gezond", "verlies"]


class LineSource(Content):
    """A page on which a number or fact about a line was seen."""

    title: Text
    url: Url


class Helpline(Content):
    """A line to call. What is not known is None; the page then says so instead of guessing."""

    id: Text
    group: Group
    number: Text | None
    tel: str | None = Field(default=None, pattern=r"^\+?[0-9]+$")
    site: Url | None = None
    name: Localized
    what: Localized
    hours: Localized | None = None
    opening_hours: Hours | None = None
    note: Localized | None = None
    write: bool = Field(default=False, description="one can chat or mail: by the site, or as the note says")
    heavy: bool = False
    sources: tuple[LineSource, ...] = Field(min_length=1)
    checked: date
    confidence: Text

    @model_validator(mode="after")
    def _reachable(self) -> "Helpline":
        if not self.number and not self.site and not self.note:
            raise ValueError("has neither number nor site | Say in note how to reach it, or leave the line out")
        if bool(self.number) != bool(self.tel):
            raise ValueError("number and tel do not go together | Give both, or neither")
        if bool(self.hours) != bool(self.opening_hours):
            raise ValueError("hours and opening_hours do not go together | Say both in words and as OSM does, or neither")
        return self

    @property
    def always(self) -> bool:
        """Surely somebody there, at any hour."""
        return self.opening_hours == "24/7"


class ContactMoment(Content):
    """A planned meeting with Kind en Gezin. `age` is an age token."""

    id: Text
    age: Text
    kind: Literal["gesprek", "huisbezoek", "gehoortest", "consult", "telecontact"]
    name: Localized
    note: Localized | None = None

    @model_validator(mode="after")
    def _age(self) -> "ContactMoment":
        unit_span(self.age)
        return self

    @property
    def span(self) -> Span:
        return unit_span(self.age)
