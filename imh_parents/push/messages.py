"""A message as people write it, and what has to be right before it may be planned. Pure; the words for each trouble are in labels.py."""

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from typing import Literal, NamedTuple

from pydantic import BaseModel, ConfigDict, Field, field_validator

from imh_parents.campaign.models import LONGEST_LINE, LONGEST_TITLE
from imh_parents.children.bands import BAND_IDS
from imh_parents.i18n.languages import CODES, DEFAULT
from imh_parents.push.schedule import BUDGET, WEEK, after_quiet

TOPICS = ("week", "age")  # what a parent can ask for; what each means is in labels.py
EDITABLE = ("draft", "scheduled")
SHORTEST, LONGEST = timedelta(hours=1), timedelta(days=28)  # from due to until; what was handed over on a day ends with its evening
LATE = timedelta(minutes=15)  # how long planning may take after its own moment
TAG = re.compile(r"[A-Za-z0-9_-]{1,32}")  # RFC 8030, 5.4
PAGE = re.compile(r"/[a-z]{2}/(?:[a-z0-9]+(?:-[a-z0-9]+)*/)*")


class Text(BaseModel):
    """What one language shows: two lines, and the page a tap opens."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)

    title: str = Field("", max_length=500)
    line: str = Field("", max_length=2000)
    page: str = Field("", max_length=500)


class Draft(BaseModel):
    """All that is written of a message. It may be half done: nothing that was typed is refused, only planning is."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    topic: str = "week"
    bands: tuple[str, ...] = ()
    texts: dict[str, Text] = Field(default_factory=dict)
    tag: str = Field("", description="empty: the message replaces no other")
    urgency: Literal["very-low", "low", "normal", "high"] = "normal"
    due: datetime | None = None
    until: datetime | None = None

    @field_validator("due", "until")
    @classmethod
    def _aware(cls, value: datetime | None) -> datetime | None:
        if value and value.tzinfo is None:
            raise ValueError("a moment without a time zone")
        return value.astimezone(UTC).replace(microsecond=0) if value else None


class Stored(BaseModel):
    """A message in the database."""

    model_config = ConfigDict(frozen=True)

    id: str
    version: int
    state: str
    draft: Draft
    made: datetime
    changed: datetime
    changed_by: str | None = None
    trouble: str | None = None
    source: str | None = None

    @property
    def title(self) -> str:
        """What a list calls it."""
        return next((text.title for text in (self.draft.texts.get(code) for code in CODES) if text and text.title), self.source or self.id)


class Trouble(NamedTuple):
    """One thing that keeps a message from being planned: where it is, and what it is."""

    field: str  # a field of Draft
    code: str
    language: str = ""
    about: str = ""


def troubles(draft: Draft, *, now: datetime, fallback: bool, others: Sequence[Stored], known: Callable[[str], bool]) -> list[Trouble]:
    """Everything that is not right yet. `fallback`: who plans it chose Dutch for languages that are missing.

    `others` are the messages planned or sent around this one, `known` tells whether this app has a page.
    """
    found = [*_for_whom(draft), *_languages(draft, fallback), *_when(draft, now)]
    for code, text in draft.texts.items():
        found += _text(code, text, known)
    if draft.due and (full := too_many(draft, others)):
        found.append(Trouble("due", "budget", about=", ".join(full)))
    return found


def _for_whom(draft: Draft) -> Iterator[Trouble]:
    if draft.topic not in TOPICS:
        yield Trouble("topic", "topic", about=draft.topic)
    if unknown := [band for band in draft.bands if band not in BAND_IDS]:
        yield Trouble("bands", "band", about=", ".join(unknown))
    if draft.topic == "age" and not draft.bands:
        yield Trouble("bands", "no-bands")
    if draft.tag and not TAG.fullmatch(draft.tag):
        yield Trouble("tag", "tag")


def _languages(draft: Draft, fallback: bool) -> Iterator[Trouble]:
    if unknown := [code for code in draft.texts if code not in CODES]:
        yield Trouble("texts", "unknown-language", about=", ".join(unknown))
    missing = [code for code in CODES if code not in draft.texts or draft.texts[code] == Text()]
    if DEFAULT.code in missing:
        yield Trouble("texts", "no-dutch", DEFAULT.code)
    if (others := [code for code in missing if code != DEFAULT.code]) and not fallback:
        yield Trouble("texts", "missing-language", about=", ".join(others))


def _text(code: str, text: Text, known: Callable[[str], bool]) -> Iterator[Trouble]:
    if text == Text():
        return  # a language that was not begun; _languages says so
    for field, words, most in (("title", text.title, LONGEST_TITLE), ("line", text.line, LONGEST_LINE)):
        if not words:
            yield Trouble(field, "empty", code)
        if len(words) > most:
            yield Trouble(field, "long", code, str(most))
        if any(ord(sign) < 32 for sign in words):
            yield Trouble(field, "one-line", code)
    if not PAGE.fullmatch(text.page) or not text.page.startswith(f"/{code}/"):
        yield Trouble("page", "page", code)
    elif not known(text.page):
        yield Trouble("page", "no-page", code, text.page)


def _when(draft: Draft, now: datetime) -> Iterator[Trouble]:
    due, until = draft.due, draft.until
    if due is None:
        yield Trouble("due", "no-due")
    elif due < now - LATE:
        yield Trouble("due", "past")
    elif after_quiet(due) != due:
        yield Trouble("due", "quiet")
    if until is None:
        yield Trouble("until", "no-until")
    elif due and until <= due:
        yield Trouble("until", "backwards")
    elif due and until - due < SHORTEST:
        yield Trouble("until", "short")
    elif due and until - due > LONGEST:
        yield Trouble("until", "far")


def too_many(draft: Draft, others: Sequence[Stored]) -> list[str]:
    """Titles of the messages that leave no room for this one: somebody who asks for everything would get more than three in seven days."""
    if draft.due is None:
        return []
    for band in draft.bands or ("", *BAND_IDS):  # "" is who shares no age
        fits = [one for one in others if one.draft.due and (not one.draft.bands or band in one.draft.bands)]
        for start in sorted({draft.due, *(one.draft.due for one in fits if one.draft.due and draft.due - WEEK < one.draft.due <= draft.due)}):
            within = [one for one in fits if one.draft.due and start <= one.draft.due < start + WEEK]
            if len(within) >= BUDGET:
                return [one.title for one in sorted(within, key=lambda one: one.draft.due or start)]
    return []
