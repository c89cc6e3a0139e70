"""What parents said is wrong. Open reports stand in their table; handling one moves it into the history of its place, with the outcome.

Works inside the caller's transaction.
"""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from imh_parents.village.tables import HISTORY, REPORTS

CALLED = "gebeld-klopt-niet"  # the reason of whoever called the place; those of parents are in api.py
OUTCOMES = ("klopte-toch", "aangepast", "doorgegeven")


@dataclass(frozen=True)
class Reported:
    """All that is open about one place: how often each reason, since when, and up to which report."""

    service_id: str
    reasons: dict[str, int]
    since: datetime
    last: int


async def open_reports(conn: AsyncConnection) -> list[Reported]:
    """By place, the oldest first."""
    found: dict[str, Reported] = {}
    for row in await conn.execute(select(REPORTS).order_by(REPORTS.c.id)):
        before = found.get(row.service_id)
        reasons = Counter(before.reasons if before else {}) + Counter([row.reason])
        found[row.service_id] = Reported(row.service_id, dict(reasons), before.since if before else row.at, row.id)
    return list(found.values())


async def add(conn: AsyncConnection, service_id: str, reason: str, now: datetime) -> None:
    await conn.execute(insert(REPORTS).values(service_id=service_id, reason=reason, at=now))


async def handle(conn: AsyncConnection, service_id: str, until: int, outcome: str, now: datetime) -> bool:
    """Close the reports that were seen, up to `until`: what came in later stays open. False when there are none any more."""
    seen = (REPORTS.c.service_id == service_id) & (REPORTS.c.id <= until)
    reasons = Counter((await conn.execute(delete(REPORTS).where(seen).returning(REPORTS.c.reason))).scalars())
    if not reasons:
        return False
    said = ", ".join(f"{reason} {count}" for reason, count in sorted(reasons.items()))
    await conn.execute(insert(HISTORY).values(service_id=service_id, at=now, action="handled", note=f"{outcome}: {said}", body=None))
    return True
