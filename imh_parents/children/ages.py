"""Ages as content writes them (`zw12`, `20d`, `6w`, `12m`) and as the code counts them: days from birth. Pure.

Days before birth are negative: week 12 of pregnancy begins 196 days before the due date.
The exact age of one child on one day is worked out on the phone (web/child.js), never here.
"""

import re
from dataclasses import dataclass

PREGNANCY_DAYS = 280  # from the first day of the last period, as midwives count
LAST_WEEK = 39  # counted in full weeks, as zw12 is; the week that ends on the due date
MONTH_DAYS = 30.4375
ROAD_DAYS = 1001  # the second birthday is day 1001, so birth is day 271: nine months and two years
SECOND_BIRTHDAY_DAYS = 730
TOKEN = re.compile(r"(zw)?(\d{1,2})([dwm])?")


@dataclass(frozen=True, order=True)
class Span:
    """Half-open range of ages in days from birth: `start` included, `end` not."""

    start: int
    end: int

    def overlaps(self, other: "Span") -> bool:
        return self.start < other.end and other.start < self.end


def unit_span(token: str) -> Span:
    """The days one age token covers: `6w` is the whole seventh week. ValueError with a remedy when it cannot be read."""
    match = TOKEN.fullmatch(token)
    if not match or bool(match[1]) == bool(match[3]):
        raise ValueError(f"{token!r} is not an age | Write zw12 (week of pregnancy), 20d, 6w or 12m")
    number = int(match[2])
    if match[1]:
        if number > 41:
            raise ValueError(f"{token!r} is past the end of pregnancy | Use zw0 to zw41")
        # Past the due date a pregnancy stays in its last week: only birth ends it, and day 0 is birth.
        start = 7 * min(number, LAST_WEEK) - PREGNANCY_DAYS
        return Span(start, start + 7)
    size = {"d": 1.0, "w": 7.0, "m": MONTH_DAYS}[match[3]]
    span = Span(round(number * size), round((number + 1) * size))
    if span.end > round(61 * MONTH_DAYS):
        raise ValueError(f"{token!r} is past the fifth birthday | Use at most 60m")
    return span


def span(first: str, last: str) -> Span:
    """From the start of `first` to the end of `last`. ValueError when they stand the wrong way round."""
    result = Span(unit_span(first).start, unit_span(last).end)
    if result.start >= result.end:
        raise ValueError(f"from {first} to {last} runs backwards | Put the younger age in from")
    return result


def road_day(age_days: int) -> int:
    """Where an age stands on the road of 1001 days; 1 at the earliest, above 1001 past the second birthday."""
    return max(1, ROAD_DAYS - SECOND_BIRTHDAY_DAYS + age_days)
