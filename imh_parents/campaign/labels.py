"""A week in words and as the phone reads it: dates, addresses, the rows of `imh-week`. Knows nothing of pages."""

from typing import Any

from imh_parents.campaign.models import Campaign, Dates, Day, Message, Week
from imh_parents.i18n.catalogue import Words
from imh_parents.i18n.urls import address


def when(dates: Dates, t: Words) -> str:
    """`10–16 juni 2024`. Babel's own interval has the month's short form; in our languages a long date begins with its day."""
    last = t.date(dates.last)
    if (dates.first.year, dates.first.month) == (dates.last.year, dates.last.month):
        return last.replace(str(dates.last.day), f"{dates.first.day}–{dates.last.day}", 1)
    return f"{t.date(dates.first)} – {last}"


def week_address(week: Week, t: Words) -> str:
    return address(t.code, "week", str(week.meta.year))


def day_address(week: Week, day: Day, t: Words) -> str:
    return address(t.code, "week", str(week.meta.year), day.meta.id)


def rows(campaign: Campaign, t: Words) -> list[dict[str, Any]]:
    """Every week that has dates. Which one runs, and what it says today, the phone decides by its own clock."""
    return [_row(week, t) for week in campaign.dated]


def _row(week: Week, t: Words) -> dict[str, Any]:
    dates = week.meta.dates
    if dates is None:
        raise ValueError(f"the week of {week.meta.year} has no dates")
    front = week.text(t.code).front
    row: dict[str, Any] = {
        "first": dates.first.isoformat(),
        "last": dates.last.isoformat(),
        "title": front.title,
        "line": front.line,
        "when": when(dates, t),
        "href": week_address(week, t),
    }
    if week.days:
        row["days"] = [_said(day.meta.day, day.text(t.code).front.title, day.text(t.code).front.line, day_address(week, day, t)) for day in week.days]
    if week.meta.messages:
        row["messages"] = [_message(message, t) for message in week.meta.messages]
    return row


def _said(day: int, title: str, line: str, href: str) -> dict[str, Any]:
    return {"day": day, "title": title, "line": line, "href": href}


def _message(message: Message, t: Words) -> dict[str, Any]:
    href = address(t.code, "kaart", message.card) if message.card else address(t.code, message.page)
    said = _said(message.day, message.title[t.code], message.line[t.code], href)
    return said | {"bands": list(message.bands), "audience": list(message.audience)}
