"""SQL for what became of links: keep the newest look at each, and read what is not well."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from imh_parents.db.upsert import upsert
from imh_parents.links.checking import GONE, OK, Found
from imh_parents.links.tables import LINKS


@dataclass(frozen=True)
class Kept:
    """The newest look at an address; `since` is the first look at which it was not well."""

    url: str
    outcome: str
    status: int | None
    why: str
    checked: datetime
    since: datetime | None


async def keep(conn: AsyncConnection, found: Iterable[Found], now: datetime) -> None:
    """Write down a whole look; addresses that are in no content any more are forgotten."""
    before = {row.url: row for row in await conn.execute(select(LINKS))}
    found = list(found)
    for one in found:
        row = _row(one, before[one.url].since if one.url in before else None, now)
        await conn.execute(upsert(conn, LINKS).values(url=one.url, **row).on_conflict_do_update(index_elements=["url"], set_=row))
    for url in before.keys() - {one.url for one in found}:
        await conn.execute(delete(LINKS).where(LINKS.c.url == url))


def _row(one: Found, since: datetime | None, now: datetime) -> Mapping[str, object]:
    well = one.outcome == OK
    return {"outcome": one.outcome, "status": one.status, "why": one.why or None, "checked": now, "since": None if well else since or now}


async def not_well(conn: AsyncConnection) -> list[Kept]:
    """What is gone first, then what is unsure, each the longest first."""
    rows = await conn.execute(select(LINKS).where(LINKS.c.outcome != OK).order_by(LINKS.c.outcome != GONE, LINKS.c.since, LINKS.c.url))
    return [Kept(row.url, row.outcome, row.status, row.why or "", row.checked, row.since) for row in rows]


async def last_look(conn: AsyncConnection) -> tuple[datetime | None, int]:
    """When all links were looked at, and how many there were."""
    row = (await conn.execute(select(func.max(LINKS.c.checked).label("at"), func.count().label("n")))).one()
    return row.at, int(row.n)
