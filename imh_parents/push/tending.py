"""What time does to messages and their deliveries: they start, fall into the night, lose their sense, and are done. Safe at any moment, by many at once."""

from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncEngine

from imh_parents.db.engine import writing
from imh_parents.push import outbox
from imh_parents.push.closing import close_open
from imh_parents.push.schedule import after_quiet
from imh_parents.push.tables import DELIVERIES, MESSAGES

D, M = DELIVERIES.c, MESSAGES.c
LEFT = {"stopped": "stopped", "failed": "failed"}  # what deliveries become that were under way when their message ended


async def tend(engine: AsyncEngine, now: datetime) -> list[int]:
    """Do all of it, and give the shards that have something to send."""
    await _start(engine, now)
    await _night(engine, now)
    await _end(engine, now)
    async with engine.connect() as conn:
        return [] if after_quiet(now) > now else list(await outbox.waiting(conn, now))


async def _start(engine: AsyncEngine, now: datetime) -> None:
    """Fill in steps that are short enough to let others write. A message only sends when all of them are done; a start cut off is done again."""
    async with engine.connect() as conn:
        starting = (await conn.execute(select(MESSAGES).where(M.state == "scheduled", M.due <= now))).all()
    for message in starting:
        for shard in range(outbox.SHARDS):
            async with writing(engine).begin() as conn:
                await outbox.fill(conn, message, shard, now)
        async with writing(engine).begin() as conn:
            await conn.execute(update(MESSAGES).where(M.id == message.id, M.state == "scheduled", M.version == message.version).values(state="sending"))


async def _night(engine: AsyncEngine, now: datetime) -> None:
    """What is due in the quiet hours waits for the morning; what has lost its sense by then has lost it now."""
    if (morning := after_quiet(now)) == now:
        return
    async with writing(engine).begin() as conn:
        late = select(M.id).where(M.until <= morning)
        waits = (D.state == "open", D.due < morning, D.lease.is_(None))
        await conn.execute(update(DELIVERIES).where(*waits, D.message_id.in_(late)).values(state="expired", closed=now))
        await conn.execute(update(DELIVERIES).where(*waits).values(due=morning))


async def _end(engine: AsyncEngine, now: datetime) -> None:
    async with writing(engine).begin() as conn:
        alive = select(MESSAGES).where(M.state.in_(("sending", "paused", *LEFT)), select(D.message_id).where(D.message_id == M.id, D.state == "open").exists())
        for message in await conn.execute(alive):
            if message.state in LEFT:
                await close_open(conn, message.id, LEFT[message.state], now)
            elif message.until <= now:
                await close_open(conn, message.id, "expired", now)
        left = select(D.message_id).where(D.message_id == M.id, D.state == "open").exists()
        await conn.execute(update(MESSAGES).where(M.state == "sending", ~left).values(state="sent", changed=now))
