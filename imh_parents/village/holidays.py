"""The school holidays of the Flemish Community, by the rule of the Flemish government's decree of 17 April 1991. Pure.

OpenStreetMap hours name them SH; the library that reads those hours knows public holidays of Belgium, but no school holidays. Read in
the words of a school (basiskleinseminarie.be/even-kennismaken/vakanties, seen on 22 November 2026) and held to four published years by a test.
The long weekend of Ascension, and days a school may choose itself, are not among them.
"""

import re
from datetime import date, timedelta

from dateutil.easter import easter

SUNDAY = 6
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
NAMED = re.compile(r"(?P<public>PH,)?SH(?P<after>,PH)?(?= |$)(?P<rest>.*)")
Span = tuple[date, date]


def school_holidays(year: int) -> tuple[Span, ...]:
    """Those that begin in a calendar year, first and last day."""
    return (
        _weeks(easter(year) - timedelta(48), 1),  # the seventh Monday before Easter
        _weeks(_easter_start(year), 2),
        (date(year, 7, 1), date(year, 8, 31)),
        _weeks(_around(date(year, 11, 1), weekend=(SUNDAY,)), 1),
        _weeks(_around(date(year, 12, 25), weekend=(5, SUNDAY)), 2),
    )


def _easter_start(year: int) -> date:
    """The first Monday of April; the Monday after Easter when that is in March; the second before it when it is after 15 April."""
    sunday = easter(year)
    if sunday.month == 3:
        return sunday + timedelta(1)
    if sunday > date(year, 4, 15):
        return sunday - timedelta(13)
    return date(year, 4, 1) + timedelta(-date(year, 4, 1).weekday() % 7)


def _around(day: date, weekend: tuple[int, ...]) -> date:
    """The Monday of the week of `day`, or the next one when it falls in the weekend."""
    return day + timedelta(7 - day.weekday()) if day.weekday() in weekend else day - timedelta(day.weekday())


def _weeks(monday: date, weeks: int) -> Span:
    return monday, monday + timedelta(7 * weeks - 1)


def with_dates(text: str, day: date) -> str | None:
    """OSM hours with the dates of the school holidays around `day` in the place of SH; None where SH stands in another way than we can put dates for."""
    if "SH" not in text:
        return text
    spans = [span for year in (day.year - 1, day.year, day.year + 1) for span in school_holidays(year)]
    dates = ",".join(f"{_osm(first)}-{_osm(last)}" for first, last in spans)
    rules = []
    for rule in text.split(";"):
        match = NAMED.fullmatch(rule.strip())
        if match is None:
            rules.append(rule.strip())
        else:
            rules += [f"PH{match['rest']}"] if match["public"] or match["after"] else []
            rules.append(f"{dates}{match['rest']}")
    made = "; ".join(rules)
    return None if "SH" in made else made


def _osm(day: date) -> str:
    return f"{day.year} {MONTHS[day.month - 1]} {day.day:02}"
