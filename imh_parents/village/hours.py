"""Opening hours: OSM `opening_hours` and HSDS schedules, from one to the other, and whether a place is open. Unknown stays unknown.

The evaluation itself, Belgian public holidays included, is the library's (opening-hours-py); school holidays are holidays.py's.
"""

import re
from collections.abc import Iterable
from datetime import date, datetime
from typing import Annotated
from zoneinfo import ZoneInfo

import opening_hours
from pydantic import AfterValidator

from imh_parents.village.holidays import with_dates
from imh_parents.village.hsds import Schedule

BRUSSELS = ZoneInfo("Europe/Brussels")
DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
RULE = re.compile(r"((?:Mo|Tu|We|Th|Fr|Sa|Su)(?:[-,](?:Mo|Tu|We|Th|Fr|Sa|Su))*) (\d\d:\d\d-\d\d:\d\d(?:,\d\d:\d\d-\d\d:\d\d)*)")
NOTE = "OSM opening_hours"


def valid(text: str) -> bool:
    return len(text) <= 500 and bool(opening_hours.validate(text))


def _hours(value: str) -> str:
    if not valid(value):
        raise ValueError(f"{value!r} is not OSM opening_hours | Write for example Mo-Fr 09:00-12:00; PH off, or null when the hours are not sure")
    return value


Hours = Annotated[str, AfterValidator(_hours)]  # a field of content


def is_open(text: str | None, at: datetime) -> bool | None:
    """Whether a place is open at a moment; None when nobody knows."""
    local = at.astimezone(BRUSSELS)
    hours = reader(text, local.date())
    return None if hours is None or hours.is_unknown(local) else bool(hours.is_open(local))


def reader(text: str | None, day: date) -> opening_hours.OpeningHours | None:
    """What evaluates these hours around a day; None when nobody knows what they mean."""
    dated = with_dates(text, day) if text and valid(text) else None
    return opening_hours.OpeningHours(dated, timezone=BRUSSELS, country="BE") if dated else None


def schedules(text: str | None, key: str) -> list[dict[str, object]]:
    """HSDS schedules for OSM hours: one that carries the text whole, and one for each plain weekly opening when all of it is plain."""
    if not text:
        return []
    made: list[dict[str, object]] = [{"id": f"{key}/hours", "description": text, "notes": NOTE}]
    rules = [part.strip() for part in text.split(";")]
    plain = [RULE.fullmatch(part) for part in rules if part not in ("PH off", "PH closed")]
    if not all(plain):
        return made
    for index, match in enumerate(match for match in plain if match):
        for number, span in enumerate(match[2].split(",")):
            opens, closes = span.split("-")
            row = {"freq": "WEEKLY", "interval": 1, "byday": ",".join(_days(match[1])), "opens_at": opens, "closes_at": closes}
            made.append({"id": f"{key}/hours/{index}/{number}"} | row)
    return made


def _days(text: str) -> list[str]:
    found = []
    for part in text.upper().split(","):
        first, _, last = part.partition("-")
        a, b = DAYS.index(first), DAYS.index(last or first)
        found += [DAYS[i % 7] for i in range(a, b + 1 if b >= a else b + 8)]
    return found


def osm(found: Iterable[Schedule]) -> str | None:
    """OSM hours for HSDS schedules: the text they carry, else their weekly rules; None when a schedule says what OSM cannot."""
    found = list(found)
    for schedule in found:
        if schedule.notes == NOTE and schedule.description and valid(schedule.description):
            return schedule.description
    rules = [rule for schedule in found if (rule := _rule(schedule)) != ""]
    if not rules or None in rules:
        return None
    text = ", ".join(rule for rule in rules if rule)
    return text if valid(text) else None


def _rule(schedule: Schedule) -> str | None:
    """One weekly rule; "" when the schedule gives no hours, None when they cannot be said."""
    if not schedule.opens_at and not schedule.closes_at:
        return ""
    bounded = schedule.valid_from or schedule.valid_to or schedule.until or schedule.count or schedule.byweekno or schedule.bymonthday or schedule.byyearday
    if bounded or schedule.freq != "WEEKLY" or schedule.interval not in (None, 1) or not schedule.byday or not schedule.opens_at or not schedule.closes_at:
        return None
    days = [day.strip().upper() for day in schedule.byday.split(",")]
    times = [re.match(r"\d\d:\d\d", text) for text in (schedule.opens_at, schedule.closes_at)]
    if not set(days) <= set(DAYS) or not all(times):
        return None
    return f"{','.join(day.title() for day in days)} {'-'.join(time[0] for time in times if time)}"
