"""Field types that every kind of content shares."""

import re
from datetime import date
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Discriminator, Field, RootModel, Tag, model_validator

from imh_parents.i18n.languages import CODES


class Content(BaseModel):
    """Base of all content models: nothing unknown, nothing changed after reading."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)


def _slug(value: str) -> str:
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", value):
        raise ValueError(f"{value!r} cannot be part of an address | Use small letters a-z, digits and single hyphens")
    return value


def _url(value: str) -> str:
    if not re.fullmatch(r"https?://[^\s/]+\.[^\s]+", value):
        raise ValueError(f"{value!r} is not a web address | Write the whole address, beginning with https://")
    return value


Slug = Annotated[str, AfterValidator(_slug)]
Url = Annotated[str, AfterValidator(_url)]
Text = Annotated[str, Field(min_length=1)]


class Origin(Content):
    """Where a fact comes from, and the day somebody read it there."""

    title: Text
    url: Url
    checked: date


class Localized(RootModel[dict[str, Text]]):
    """A short text in every published language."""

    model_config = ConfigDict(frozen=True)

    @model_validator(mode="after")
    def _complete(self) -> "Localized":
        if missing := [code for code in CODES if code not in self.root]:
            raise ValueError(f"misses the translation in {', '.join(missing)} | Add {', '.join(f'{code}: …' for code in missing)}")
        if unknown := [code for code in self.root if code not in CODES]:
            raise ValueError(f"has a language that is not published: {', '.join(unknown)} | Use {', '.join(CODES)}")
        return self

    def __getitem__(self, code: str) -> str:
        return self.root[code]


class Reviewed(Content):
    """A review that really happened: by whom in which role, on which day. No names of people."""

    role: Text
    on: date


def _form(value: object) -> str:
    return "fields" if isinstance(value, dict | Reviewed) else "word"


# Told apart first, so that a mistake gives one fault and not one for each form.
Review = Annotated[
    Annotated[Literal["nog-niet-nagelezen"], Tag("word")] | Annotated[Reviewed, Tag("fields")],
    Discriminator(_form),
]


class Written(Content):
    """What every text carries about itself."""

    written: date
    review: Review = Field(description="nog-niet-nagelezen, or {role: …, on: date} once it was really read")
    review_due: date

    @model_validator(mode="after")
    def _due_later(self) -> "Written":
        if self.review_due <= self.written:
            raise ValueError("review_due is not after written | Give the day by which somebody must have read this again")
        return self
