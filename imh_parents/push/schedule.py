"""When a message may reach somebody: not at night, and not more than three in a week. Pure: the moment and what was sent before are arguments."""

from collections.abc import Sequence
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

ZONE = ZoneInfo("Europe/Brussels")
EVENING, MORNING = time(21), time(8)
BUDGET, WEEK = 3, timedelta(days=7)


def after_quiet(moment: datetime) -> datetime:
    """The moment itself, or eight o'clock when it falls in the quiet hours. By the clock on the wall, so right on the nights the clock changes too."""
    wall = moment.astimezone(ZONE)
    if MORNING <= wall.time() < EVENING:
        return moment
    day = wall.date() + timedelta(days=wall.time() >= EVENING)
    return datetime.combine(day, MORNING, ZONE).astimezone(UTC)


def next_quiet(moment: datetime) -> datetime:
    """When the next quiet hours begin, by the same clock: nothing that was handed over before may ring in them."""
    wall = moment.astimezone(ZONE)
    day = wall.date() + timedelta(days=wall.time() >= EVENING)
    return datetime.combine(day, EVENING, ZONE).astimezone(UTC)


def after_budget(moment: datetime, sent: Sequence[datetime]) -> datetime:
    """The moment itself, or the first later one at which fewer than three were sent in the seven days before it."""
    latest = sorted(sent, reverse=True)
    return max(moment, latest[BUDGET - 1] + WEEK) if len(latest) >= BUDGET else moment


def first_moment(now: datetime, until: datetime, sent: Sequence[datetime]) -> datetime | None:
    """The first moment from now at which a message may go; None when it would come after it has any use."""
    moment = after_quiet(after_budget(now, sent))
    return moment if moment < until else None
