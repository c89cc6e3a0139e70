"""Takes the messages of a planned week over from content, as often as one likes: what did not change stays, what people changed at the desk is theirs."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta

from sqlalchemy.ext.asyncio import AsyncConnection

from imh_parents.campaign.models import Campaign, Message, Week
from imh_parents.i18n.languages import CODES
from imh_parents.i18n.urls import address
from imh_parents.push import store
from imh_parents.push.messages import Draft, Stored, Text, Trouble
from imh_parents.push.planning import troubles_of
from imh_parents.push.schedule import EVENING, ZONE

ROOT = "campaign/"


@dataclass
class Report:
    """Sources, by what became of them."""

    added: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    same: list[str] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)  # changed at the desk, or on its way already: content no longer decides
    withdrawn: list[str] = field(default_factory=list)  # no longer in content, so no longer planned
    refused: dict[str, list[Trouble]] = field(default_factory=dict)


def from_content(campaign: Campaign) -> dict[str, Draft]:
    """What the planned weeks say as pushes, by where it stands."""
    weeks = [week for week in campaign.weeks if week.meta.state == "planned" and week.meta.dates]
    return {
        f"{ROOT}{week.meta.year}/{message.id}": _draft(week, message) for week in weeks for message in week.meta.messages if message.push and message.for_all
    }


def _draft(week: Week, message: Message) -> Draft:
    """Due on its day; of no use once the evening is quiet."""
    first = week.meta.dates.first if week.meta.dates else None
    if first is None:
        raise ValueError(f"the week of {week.meta.year} has no dates")
    day = first + timedelta(days=message.day - 1)
    parts = ("kaart", message.card) if message.card else (message.page,)
    texts = {code: Text(title=message.title[code], line=message.line[code], page=address(code, *parts)) for code in CODES}
    return Draft(topic="week", bands=message.bands, texts=texts, due=_moment(day, message.at), until=_moment(day, EVENING))


def _moment(day: date, clock: time) -> datetime:
    return datetime.combine(day, clock, ZONE).astimezone(UTC)


async def take_in(conn: AsyncConnection, found: dict[str, Draft], now: datetime, known: Callable[[str], bool]) -> Report:
    """Plan what is new, change what changed, withdraw what is gone; a message with troubles is refused and named, the others go on."""
    report = Report()
    held = await store.by_source(conn, ROOT)
    for source, draft in found.items():
        await _one(conn, source, draft, held.get(source), now, known, report)
    for source in sorted(held.keys() - found.keys()):
        one = held[source]
        if one.state == "scheduled" and _ours(one, now):
            back = await store.unplan(conn, one.id, one.version, now, None)
            await store.throw_away(conn, back.id, back.version)
            report.withdrawn.append(source)
    return report


async def _one(conn: AsyncConnection, source: str, draft: Draft, held: Stored | None, now: datetime, known: Callable[[str], bool], report: Report) -> None:
    if held and held.draft == draft:
        report.same.append(source)
    elif held and not _ours(held, now):
        report.kept.append(source)
    elif wrong := await troubles_of(conn, draft, held.id if held else None, now, fallback=False, known=known):
        report.refused[source] = wrong
    elif held:
        await store.save(conn, held.id, held.version, draft, now, None)
        report.changed.append(source)
    else:
        await store.create(conn, draft, now, None, source=source, state="scheduled")
        report.added.append(source)


def _ours(one: Stored, now: datetime) -> bool:
    """Nobody changed it by hand, and it has not left."""
    return one.changed_by is None and store.open_to_change(one, now)
