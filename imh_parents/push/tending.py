"""What time does to messages and their deliveries: they start, fall into the night, lose their sense, and are done. Safe at any moment, by many at once."""

from datetime import datetime

from sqlalchemy import Connection, Engine, delete, select, update

from imh_parents.db.engine import writing
from imh_parents.push import outbox
from imh_parents.push.closing import close_open
from imh_parents.push.schedule import after_quiet
from imh_parents.push.tables import DELIVERIES, MESSAGES

D, M = DELIVERIES.c, MESSAGES.c
LEFT = {"stopped": "stopped", "failed": "failed"}  # what deliveries become that were under way when their message ended


def tend(engine: Engine, now: datetime) -> list[int]:
    """Do all of it, and give the shards that have something to send."""
    _start(engine, now)
    _night(engine, now)
    _end(engine, now)
    with engine.connect() as conn:
        return [] if after_quiet(now) > now else list(outbox.waiting(conn, now))


def _start(engine: Engine, now: datetime) -> None:
    """Fill in steps that are short enough to let others write. A message only sends when all of them are done; a start cut off is done again."""
    with engine.connect() as conn:
        starting = conn.execute(select(MESSAGES).where(M.state == "scheduled", M.due <= now)).all()
    for message in starting:
        for shard in range(outbox.SHARDS):
            with writing(engine).begin() as conn:
                if _same(conn, message):
                    outbox.fill(conn, message, shard, now)
        _finish(engine, message, now)


def _finish(engine: Engine, message: outbox.Line, now: datetime) -> None:
    """It sends from now on. Changed while it was filled, perhaps for others than these, it is filled again by the next start; a new moment of change
    tells who is starting it already. What sends was started by another worker, from these very rows."""
    with writing(engine).begin() as conn:
        if _same(conn, message):
            conn.execute(update(MESSAGES).where(M.id == message.id).values(state="sending"))
        elif conn.execute(select(M.state).where(M.id == message.id).with_for_update()).scalar_one_or_none() in ("draft", "scheduled", "paused"):
            conn.execute(delete(DELIVERIES).where(D.message_id == message.id, D.state == "open", D.worker.is_(None)))
            conn.execute(update(MESSAGES).where(M.id == message.id).values(changed=now))


def _same(conn: Connection, message: outbox.Line) -> bool:
    """Nobody changed it since; and nobody does, nor starts it too, before this transaction is over."""
    unchanged = (M.version == message.version, M.changed == message.changed, M.state == "scheduled")
    held = select(M.id).where(M.id == message.id, *unchanged).with_for_update()
    return conn.execute(held).one_or_none() is not None


def _night(engine: Engine, now: datetime) -> None:
    """What is due in the quiet hours waits for the morning; what has lost its sense by then has lost it now."""
    if (morning := after_quiet(now)) == now:
        return
    with writing(engine).begin() as conn:
        late = select(M.id).where(M.until <= morning)
        waits = (D.state == "open", D.due < morning, D.lease.is_(None))
        conn.execute(update(DELIVERIES).where(*waits, D.message_id.in_(late)).values(state="expired", closed=now))
        conn.execute(update(DELIVERIES).where(*waits).values(due=morning))


def _end(engine: Engine, now: datetime) -> None:
    with writing(engine).begin() as conn:
        alive = select(MESSAGES).where(M.state.in_(("sending", "paused", *LEFT)), select(D.message_id).where(D.message_id == M.id, D.state == "open").exists())
        for message in conn.execute(alive):
            if message.state in LEFT:
                close_open(conn, message.id, LEFT[message.state], now)
            elif message.until <= now:
                close_open(conn, message.id, "expired", now)
        left = select(D.message_id).where(D.message_id == M.id, D.state == "open").exists()
        conn.execute(update(MESSAGES).where(M.state == "sending", ~left).values(state="sent", changed=now))
