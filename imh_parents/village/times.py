"""Opening hours as a phone looks them up: a plain week, and the days that differ from it. Pure.

The phone evaluates nothing: holidays, first Mondays of the month and the like are worked out here, for a year ahead. After that year,
and for hours that cannot be read, nobody knows. web/finder/open.js is the other side.
"""

from collections import Counter
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from typing import TypedDict

from opening_hours import State

from imh_parents.village.hours import BRUSSELS, reader

WEEKS = 53
MANY = 2_000  # different hours kept in memory: many places keep the same


class Times(TypedDict):
    """`week` from Monday on, each day as "0900-1200 1330-1700"; `days` by ISO date; `until` is the first day that is not known any more."""

    week: list[str]
    days: dict[str, str]
    until: str


@lru_cache(MANY)
def times(text: str | None, day: date) -> Times | None:
    """The hours of a year from `day` on; None when nobody knows, be it for one moment of it."""
    hours = reader(text, day)
    if hours is None:
        return None
    first = day - timedelta(1)  # what was open before midnight may still be
    last = day + timedelta(7 * WEEKS)
    found: dict[date, list[str]] = {first + timedelta(n): [] for n in range((last - first).days)}
    for start, end, state, _ in hours.intervals(_midnight(first), _midnight(last)):
        if state == State.UNKNOWN:
            return None
        if state == State.OPEN:
            for on, span in _by_day(start.replace(tzinfo=None), end.replace(tzinfo=None)):
                found[on].append(span)
    said = {on: " ".join(spans) for on, spans in found.items()}
    if not any(said.values()):  # "PH off" alone: when it is closed, but never when it is open
        return None
    week = [Counter(words for on, words in said.items() if on.weekday() == weekday).most_common(1)[0][0] for weekday in range(7)]
    return {"week": week, "days": {on.isoformat(): words for on, words in said.items() if words != week[on.weekday()]}, "until": last.isoformat()}


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), BRUSSELS)


def _by_day(start: datetime, end: datetime) -> list[tuple[date, str]]:
    """A stretch of being open, cut at midnight, by the clock on the wall."""
    rows = []
    while start < end:
        midnight = datetime.combine(start.date() + timedelta(1), time())
        stop = min(end, midnight)
        rows.append((start.date(), f"{start:%H%M}-{'2400' if stop == midnight else f'{stop:%H%M}'}"))
        start = stop
    return rows
