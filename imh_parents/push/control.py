"""What people do to a message: schedule, pause, resume, stop; and let a lane go again. Who may is the caller's affair.

Each takes the version the person saw. When somebody saved since, nothing is written and ChangedMeanwhile says so.
"""

import re
from datetime import datetime
from typing import Any

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from imh_parents.errors import ChangedMeanwhile, PushError
from imh_parents.push.body import body
from imh_parents.push.closing import close_open
from imh_parents.push.schedule import first_moment
from imh_parents.push.tables import LANES, MESSAGES

M = MESSAGES.c
TOPIC = re.compile(r"[A-Za-z0-9_-]{1,32}")  # RFC 8030, 5.4


async def schedule(conn: AsyncConnection, message_id: str, version: int, due: datetime, until: datetime, now: datetime, public_url: str, by: str) -> None:
    """From now on it goes out by itself at `due`. Whatever would make it fail then is refused here."""
    message = (await conn.execute(select(MESSAGES).where(M.id == message_id))).one_or_none()
    if message is None:
        raise PushError(f"there is no message {message_id}")
    if not TOPIC.fullmatch(message.tag):
        raise PushError(f"the tag {message.tag!r} of message {message_id} may have letters, digits, - and _ only, 32 at most")
    for code in message.texts:
        body(message_id, message.texts, code, message.tag, public_url)
    if not message.texts:
        raise PushError(f"message {message_id} has no text")
    if first_moment(max(now, due), until, ()) is None:
        raise PushError(f"message {message_id} has no hour of the day between {due} and {until} to go out in")
    await _change(conn, message_id, version, ("draft", "scheduled"), now, by, state="scheduled", due=due, until=until)


async def pause(conn: AsyncConnection, message_id: str, version: int, now: datetime, by: str) -> None:
    """Nothing new goes out; what is on its way arrives."""
    await _change(conn, message_id, version, ("scheduled", "sending"), now, by, state="paused")


async def resume(conn: AsyncConnection, message_id: str, version: int, now: datetime, by: str) -> None:
    """On from where it was. Scheduled rather than sending: filling again adds nobody twice, and a start that was cut off is finished."""
    await _change(conn, message_id, version, ("paused",), now, by, state="scheduled")


async def stop(conn: AsyncConnection, message_id: str, version: int, now: datetime, by: str) -> None:
    """For good."""
    await _change(conn, message_id, version, ("scheduled", "sending", "paused"), now, by, state="stopped")
    await conn.run_sync(close_open, message_id, "stopped", now)


async def start_lane(conn: AsyncConnection, origin: str, now: datetime) -> None:
    """Somebody looked at the trouble: try again."""
    await conn.execute(update(LANES).where(LANES.c.origin == origin).values(stopped=False, trouble=None, paused_until=None, changed=now))


async def _change(conn: AsyncConnection, message_id: str, version: int, states: tuple[str, ...], now: datetime, by: str, **values: Any) -> None:
    new = values | {"version": version + 1, "changed": now, "changed_by": by}
    written = await conn.execute(update(MESSAGES).where(M.id == message_id, M.version == version, M.state.in_(states)).values(new))
    if written.rowcount:
        return
    found = (await conn.execute(select(M.version, M.state, M.changed_by).where(M.id == message_id))).one_or_none()
    if found is None:
        raise PushError(f"there is no message {message_id}")
    if found.version != version:
        raise ChangedMeanwhile(f"message {message_id} was changed by {found.changed_by or 'somebody'} since you read it; look at it again")
    raise PushError(f"message {message_id} is {found.state}; this can be done with one that is {' or '.join(states)}")
