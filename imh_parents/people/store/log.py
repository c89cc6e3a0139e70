"""The log: who did what, when. It only grows; the database itself refuses anything else."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from imh_parents.people.tables import LOG

COMMAND_LINE = "python -m imh_parents"


@dataclass(frozen=True)
class Line:
    """One thing that somebody did."""

    id: int
    at: datetime
    name: str
    action: str
    about: str


async def note(
    conn: AsyncConnection, now: datetime, user_id: str | None, name: str, action: str, about: str = "", detail: dict[str, Any] | None = None
) -> None:
    """Write in the transaction of what is done: either both are there or neither. Nothing secret goes into `about` or `detail`."""
    await conn.execute(insert(LOG).values(at=now, user_id=user_id, name=name, action=action, about=about or None, detail=detail))


async def newest(conn: AsyncConnection, count: int, before: int | None = None) -> list[Line]:
    query = select(LOG).order_by(LOG.c.id.desc()).limit(count)
    rows = await conn.execute(query.where(LOG.c.id < before) if before else query)
    return [Line(row.id, row.at, row.name, row.action, row.about or "") for row in rows]
