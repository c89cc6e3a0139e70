"""A week of Infant Mental Health as content gives it: what happened, day topics, and what the app says on which day."""

import re
from dataclasses import dataclass
from datetime import date, time, timedelta
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, model_validator

from imh_parents.cards.models import Audience
from imh_parents.content.fields import Content, Localized, Origin, Slug, Text, Url, Written
from imh_parents.content.lists import Prose
from imh_parents.content.markdown import Section

# Whom "what can you do" speaks to, in the order of every list; their names stand in the texts.
AUDIENCES = ("ouders", "buren", "opvang", "verpleegkundigen", "beleid")
LONGEST = 14  # days
LONGEST_THANKS = 80
LONGEST_TITLE, LONGEST_LINE = 50, 150  # signs of a message: what a locked phone shows whole


class Dates(Content):
    """First and last day, both included."""

    first: date
    last: date

    @model_validator(mode="after")
    def _order(self) -> "Dates":
        if not 1 <= self.count <= LONGEST:
            raise ValueError(f"last is not 1 to {LONGEST} days from first | Give the first and the last day of the week")
        return self

    @property
    def count(self) -> int:
        return (self.last - self.first).days + 1


class WeekTheme(Content):
    """A theme as it was announced, in the language it was announced in. `by` stays out where no source says who set it."""

    words: Text
    language: Literal["nl", "en"]
    where: Literal["vlaanderen", "wereld"]
    by: Text | None = None
    source: Origin


class Partner(Content):
    name: Text
    site: Url


class Happening(Content):
    """Something that took place, in our own words, with the page it was read on. `where` and `on` only when they are known."""

    id: Slug
    what: Localized
    on: date | None = None
    until: date | None = None
    where: Text | None = None
    source: Origin

    @model_validator(mode="after")
    def _order(self) -> "Happening":
        if self.until and (self.on is None or self.until < self.on):
            raise ValueError("until is not after on | Give both days, the first in on")
        return self


def _clock(value: object) -> object:
    # YAML reads 10:00 without quotes as 600, the seconds of ten minutes.
    if not isinstance(value, str) or not re.fullmatch(r"\d\d:\d\d", value):
        raise ValueError(f'{value!r} is not a time | Write hours and minutes in quotes, for example "10:00"')
    if not "08:00" <= value < "20:00":
        raise ValueError(f"{value} is in the evening or at night | Choose a time from 08:00 to 19:59")
    return value


class Message(Content):
    """What the app says on one day of a running week to whom it fits; where none fits it names the day topic.

    The server only knows topic, language and age band, so a message for some roles stays in the app.
    """

    id: Slug
    day: int = Field(ge=1, le=LONGEST)
    bands: tuple[str, ...] = Field(default=(), description="age bands it fits; none means all")
    audience: tuple[Audience, ...] = ("iedereen",)
    title: Localized
    line: Localized
    page: Literal["week", "bedankt", "dorp", "hulp"] = "week"
    card: Slug | None = None
    push: bool = Field(default=True, description="also as a push, to who asked for them; the app shows every message")
    at: Annotated[time, BeforeValidator(_clock)] = Field(default=time(10), description="when the push leaves, by the clock in Brussels")

    @model_validator(mode="after")
    def _short(self) -> "Message":
        for name, words, most in (("title", self.title, LONGEST_TITLE), ("line", self.line, LONGEST_LINE)):
            if long := [code for code, text in words.root.items() if len(text) > most]:
                raise ValueError(f"{name} is longer than {most} signs in {', '.join(long)} | Say it shorter: a locked phone cuts it off")
        return self

    @model_validator(mode="after")
    def _known_to_server(self) -> "Message":
        if "push" in self.model_fields_set and self.push and not self.for_all:
            raise ValueError("push does not know who somebody is for a child | Leave push out: the app shows the message to whom it is for")
        return self

    @property
    def for_all(self) -> bool:
        return "iedereen" in self.audience


class Thanks(Content):
    """Words for a thank-you card. Longer ones would not be read from across a kitchen."""

    id: Slug
    words: Localized

    @model_validator(mode="after")
    def _short(self) -> "Thanks":
        if long := [code for code, text in self.words.root.items() if len(text) > LONGEST_THANKS]:
            raise ValueError(f"is longer than {LONGEST_THANKS} signs in {', '.join(long)} | Say it shorter")
        return self


class WeekMeta(Content):
    """campaign.yaml: what the languages of a year share."""

    year: int = Field(ge=2016, le=2100)
    state: Literal["archive", "planned", "draft"]
    dates: Dates | None = None
    drawing: Text
    themes: tuple[WeekTheme, ...] = ()
    partners: tuple[Partner, ...] = ()
    happenings: tuple[Happening, ...] = ()
    messages: tuple[Message, ...] = ()
    sources: tuple[Origin, ...] = Field(min_length=1, description="title, url and checked, for every fact of the texts")

    @model_validator(mode="after")
    def _honest(self) -> "WeekMeta":
        if self.state == "draft" and self.dates:
            raise ValueError("a draft has no dates | Leave dates out until they are announced, then write state: planned")
        if self.state != "draft" and not self.dates:
            raise ValueError(f"{self.state} without dates | Give dates, or write state: draft while they are not announced")
        if self.state != "draft" and not self.themes:
            raise ValueError(f"{self.state} without a theme | Give the theme with its source, or write state: draft")
        if self.dates and self.dates.first.year != self.year:
            raise ValueError(f"the dates are not in {self.year} | Give the dates of this year's week")
        return self


class WeekFront(Written):
    """Front matter of a year in one language. In `newsletter` {link} becomes the address of the thank-you card."""

    title: Text
    line: Text
    newsletter: Text | None = None


class DayMeta(Content):
    """day.yaml: what the languages of a day topic share."""

    id: Slug
    day: int = Field(ge=1, le=LONGEST)
    drawing: Text
    cards: tuple[Slug, ...] = Field(max_length=4)
    sources: tuple[Origin, ...] = Field(min_length=1)


class DayFront(Written):
    title: Text
    line: Text


@dataclass(frozen=True)
class WeekText:
    """A year in one language."""

    front: WeekFront
    about: Section


@dataclass(frozen=True)
class DayText:
    """A day topic in one language; `doing` has one item for each of AUDIENCES."""

    front: DayFront
    about: Section
    doing: Section


@dataclass(frozen=True)
class Day:
    meta: DayMeta
    texts: dict[str, DayText]

    def text(self, language: str) -> DayText:
        return self.texts.get(language) or self.texts["nl"]


@dataclass(frozen=True)
class Week:
    """One year, with its day topics in order."""

    meta: WeekMeta
    texts: dict[str, WeekText]
    days: tuple[Day, ...]

    def text(self, language: str) -> WeekText:
        return self.texts.get(language) or self.texts["nl"]

    def date_of(self, day: Day) -> date | None:
        """The date of a day topic, where the week has dates."""
        return self.meta.dates.first + timedelta(days=day.meta.day - 1) if self.meta.dates else None


@dataclass(frozen=True)
class Campaign:
    """The weeks, the newest first, and what holds on any day of the year; `about` is None where content has none."""

    weeks: tuple[Week, ...] = ()
    about: Prose | None = None
    thanks: tuple[Thanks, ...] = ()

    @property
    def dated(self) -> tuple[Week, ...]:
        return tuple(week for week in self.weeks if week.meta.dates)

    @property
    def coming(self) -> tuple[Week, ...]:
        return tuple(week for week in self.weeks if week.meta.state != "archive")
