"""Guesses, counted in the database so that all workers count together."""

from datetime import datetime, timedelta

from sqlalchemy import delete, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from imh_parents.db.upsert import upsert
from imh_parents.people.pace import FORGOTTEN, wait
from imh_parents.people.tables import GUESSES


async def count(conn: AsyncConnection, keys: dict[str, int], now: datetime) -> timedelta:
    """Count an attempt on every key (to how many of its mistakes are free) and give zero; or count nothing and say how long to wait.

    Counted before anything is compared, in a transaction that writes from its start: of a thousand guesses at once
    no more get through than of a thousand in a row.
    """
    for key in sorted(keys):
        await conn.execute(upsert(conn, GUESSES).values(id=key, tries=0, last=now, until=now).on_conflict_do_nothing())
    query = select(GUESSES).where(GUESSES.c.id.in_(keys)).order_by(GUESSES.c.id).with_for_update()
    rows = (await conn.execute(query)).all()
    longest = max((row.until - now for row in rows), default=timedelta())
    if longest > timedelta():
        return longest
    for row in rows:
        counted = 1 if row.last < now - FORGOTTEN else row.tries + 1
        values = {"tries": counted, "last": now, "until": now + wait(counted, keys[row.id])}
        await conn.execute(update(GUESSES).where(GUESSES.c.id == row.id).values(values))
    return timedelta()


async def forgive(conn: AsyncConnection, keys: list[str], now: datetime) -> None:
    """It was right: these start again. What nobody tried for a day goes too."""
    await conn.execute(delete(GUESSES).where(GUESSES.c.id.in_(keys) | (GUESSES.c.last < now - FORGOTTEN)))


async def give_back(conn: AsyncConnection, keys: list[str], now: datetime) -> None:
    """It was right, so this attempt does not count. Those before it do, or somebody with an account of their own could begin anew each time."""
    await conn.execute(update(GUESSES).where(GUESSES.c.id.in_(keys), GUESSES.c.tries > 0).values(tries=GUESSES.c.tries - 1, until=now))
