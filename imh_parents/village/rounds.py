"""Whom to call: places that nobody confirmed lately, what is known longest first. Works inside the caller's transaction."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import func, insert, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from imh_parents.village.care import day, last_confirmations
from imh_parents.village.store import LIVE
from imh_parents.village.tables import AREAS, HISTORY, REPORTS, SERVICES

FADES = timedelta(days=183)  # as web/finder/row.js has it
EARLY = timedelta(days=30)  # before it fades, somebody can call
AGAIN = timedelta(days=2)  # after a call that nobody answered
NO_ANSWER = "no-answer"


@dataclass(frozen=True)
class Calls:
    """One province's list: the ids in the order to call, how many of them faded, how many wait for another try."""

    ids: Sequence[str]
    faded: int
    resting: int


async def calls(conn: AsyncConnection, province: str, now: datetime) -> Calls:
    """Places of a province without a confirmation that is fresh. Those with an open report are somebody's work already."""
    confirmed = last_confirmations()
    tried = select(HISTORY.c.service_id, func.max(HISTORY.c.at).label("at")).where(HISTORY.c.action == NO_ANSWER).group_by(HISTORY.c.service_id).subquery()
    query = (
        select(SERVICES.c.id, SERVICES.c.name, SERVICES.c.body["assured_date"].as_string().label("checked"), confirmed.c.at, tried.c.at.label("tried"))
        .join(AREAS, AREAS.c.service_id == SERVICES.c.id)
        .outerjoin(confirmed, confirmed.c.service_id == SERVICES.c.id)
        .outerjoin(tried, tried.c.service_id == SERVICES.c.id)
        .where(AREAS.c.province == province, LIVE, or_(confirmed.c.at.is_(None), confirmed.c.at <= now - FADES + EARLY))
        .where(SERVICES.c.id.not_in(select(REPORTS.c.service_id)))
    )
    rows = (await conn.execute(query)).all()
    due = sorted((_sure(row), row.name, row.id) for row in rows if not row.tried or row.tried <= now - AGAIN)
    limit = (now - FADES).date()
    return Calls([id_ for _, _, id_ in due], sum(sure <= limit for sure, _, _ in due), len(rows) - len(due))


def _sure(row: Any) -> date:
    """The last day that somebody looked: at the place itself, or at a page about it. Nobody ever: before all others."""
    return max(filter(None, (row.at.date() if row.at else None, day(row.checked))), default=date.min)


async def no_answer(conn: AsyncConnection, service_id: str, now: datetime) -> None:
    await conn.execute(insert(HISTORY).values(service_id=service_id, at=now, action=NO_ANSWER, note=None, body=None))
