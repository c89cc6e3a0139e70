"""Subscriptions in the database: kept, moved, erased, cleaned away. What may be one is in endpoints.py."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import uuid4

from sqlalchemy import ColumnElement, delete, exists, or_, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from imh_parents.db.engine import writing
from imh_parents.db.upsert import upsert
from imh_parents.push.tables import DELIVERIES, LANES, SUBSCRIPTIONS

UNSEEN = timedelta(days=180)  # a phone that did not open the app for so long is taken off the list
OUTCOMES = timedelta(days=90)  # what became of a delivery, for the desk
AT_ONCE = 2000  # rows in one transaction of cleaning, so that sending never waits long


@dataclass(frozen=True)
class Subscriber:
    """What a phone sends, after checks."""

    endpoint: str
    origin: str
    p256dh: str
    auth: str
    key_id: str
    language: str
    topics: tuple[str, ...]
    band: str | None = None


async def keep(engine: AsyncEngine, given: Subscriber, now: datetime, replaces: str | None = None) -> None:
    """One row for one endpoint, however often a phone repeats itself. `replaces` is its endpoint of before: that row moves."""
    for last in (False, True):
        try:
            async with writing(engine).begin() as conn:
                if replaces and replaces != given.endpoint:
                    await _move(conn, replaces, given, now)
                await _put(conn, given, now)
            return
        except IntegrityError:  # the same phone was at it twice at the same moment; the row is there now
            if last:
                raise


async def erase(engine: AsyncEngine, endpoint: str) -> None:
    """The row and what was still to be sent to it; no error when there is none."""
    async with writing(engine).begin() as conn:
        await _erase(conn, SUBSCRIPTIONS.c.endpoint == endpoint)


async def clean(engine: AsyncEngine, now: datetime) -> tuple[int, int]:
    """Remove who was not seen for UNSEEN and outcomes older than OUTCOMES, a little at a time; how many of each. Then the lanes nobody is on any more."""
    gone = outcomes = 0
    while True:
        async with writing(engine).begin() as conn:
            ids = select(SUBSCRIPTIONS.c.id).where(SUBSCRIPTIONS.c.seen < now - UNSEEN).limit(AT_ONCE)
            count = await _erase(conn, SUBSCRIPTIONS.c.id.in_((await conn.execute(ids)).scalars().all()))
        gone += count
        if not count:
            break
    for id_ in await _messages_with_old(engine, now):
        while count := await _forget(engine, id_, now):
            outcomes += count
    async with writing(engine).begin() as conn:
        await conn.execute(delete(LANES).where(*_unused()))
    return gone, outcomes


async def _put(conn: AsyncConnection, given: Subscriber, now: datetime) -> None:
    values = {name: value for name, value in vars(given).items() if name != "topics"} | {"topics": list(given.topics), "seen": now}
    fresh = upsert(conn, SUBSCRIPTIONS).values(values | {"id": uuid4().hex, "made": now})
    await conn.execute(fresh.on_conflict_do_update(index_elements=["endpoint"], set_=values))


async def _move(conn: AsyncConnection, old: str, given: Subscriber, now: datetime) -> None:
    """The row of before gets the new endpoint, with what was still to be sent to it; where there is a row already, the old one goes."""
    other = SUBSCRIPTIONS.alias()
    free = ~exists().where(other.c.endpoint == given.endpoint)
    moved = update(SUBSCRIPTIONS).where(SUBSCRIPTIONS.c.endpoint == old, free).values(endpoint=given.endpoint, origin=given.origin)
    if (await conn.execute(moved)).rowcount:
        row = select(SUBSCRIPTIONS.c.id).where(SUBSCRIPTIONS.c.endpoint == given.endpoint).scalar_subquery()
        opened = (DELIVERIES.c.subscription_id == row, DELIVERIES.c.state == "open", DELIVERIES.c.origin != given.origin)
        if (await conn.execute(update(DELIVERIES).where(*opened).values(origin=given.origin))).rowcount:
            lane = {"origin": given.origin, "stopped": False, "changed": now}
            await conn.execute(upsert(conn, LANES).values(lane).on_conflict_do_nothing())
    else:
        await _erase(conn, SUBSCRIPTIONS.c.endpoint == old)


async def _erase(conn: AsyncConnection, which: ColumnElement[bool]) -> int:
    ids = (await conn.execute(select(SUBSCRIPTIONS.c.id).where(which))).scalars().all()
    await conn.execute(delete(DELIVERIES).where(DELIVERIES.c.subscription_id.in_(ids), DELIVERIES.c.state == "open"))
    return (await conn.execute(delete(SUBSCRIPTIONS).where(SUBSCRIPTIONS.c.id.in_(ids)))).rowcount


def _unused() -> tuple[ColumnElement[bool], ...]:
    waiting = select(DELIVERIES.c.origin).where(DELIVERIES.c.state == "open")
    return ~LANES.c.stopped, ~exists().where(SUBSCRIPTIONS.c.origin == LANES.c.origin), LANES.c.origin.not_in(waiting)


def _old(now: datetime) -> ColumnElement[bool]:
    return or_(DELIVERIES.c.closed < now - OUTCOMES, DELIVERIES.c.closed.is_(None) & (DELIVERIES.c.due < now - OUTCOMES))


async def _messages_with_old(engine: AsyncEngine, now: datetime) -> list[str]:
    async with engine.connect() as conn:
        return list((await conn.execute(select(DELIVERIES.c.message_id).where(_old(now)).distinct())).scalars())


async def _forget(engine: AsyncEngine, message_id: str, now: datetime) -> int:
    part = select(DELIVERIES.c.subscription_id).where(DELIVERIES.c.message_id == message_id, _old(now)).limit(AT_ONCE)
    async with writing(engine).begin() as conn:
        return (await conn.execute(delete(DELIVERIES).where(DELIVERIES.c.message_id == message_id, DELIVERIES.c.subscription_id.in_(part)))).rowcount
