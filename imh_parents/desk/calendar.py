"""A month as rows of weeks, Monday first. Pure: `today` is given."""

from calendar import Calendar
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from babel.dates import format_date

from imh_parents.i18n.languages import DEFAULT


@dataclass
class Entry:
    """A message on a day."""

    id: str
    time: str
    title: str
    state: str
    words: str  # of the state


@dataclass
class Day:
    """One day of the calendar. `label` is what a list calls it, `number` what a grid does."""

    iso: str
    number: str
    label: str
    inside: bool
    today: bool
    messages: list[Entry]


def month(year: int, number: int, entries: Mapping[date, Sequence[Entry]], today: date) -> list[Day]:
    """Whole weeks, so days of the months around it stand at the edges."""
    return [
        Day(
            iso=day.isoformat(),
            number=str(day.day),
            label=format_date(day, "EEE d MMM", locale=DEFAULT.cldr),
            inside=day.month == number,
            today=day == today,
            messages=list(entries.get(day, ())),
        )
        for day in Calendar().itermonthdates(year, number)
    ]


def title(year: int, number: int) -> str:
    """`juni 2027`."""
    return str(format_date(date(year, number, 1), "LLLL y", locale=DEFAULT.cldr))


def step(year: int, number: int, by: int) -> tuple[int, int]:
    """The month so many further."""
    count = year * 12 + number - 1 + by
    return count // 12, count % 12 + 1


def weekdays() -> list[str]:
    """`ma` to `zo`."""
    return [str(format_date(date(2024, 1, day), "EEE", locale=DEFAULT.cldr)) for day in range(1, 8)]
