"""Sessions: a random token in a cookie, its hash in the database. Read again for everything that is asked, so ending one works at once."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Select, delete, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from imh_parents.db.engine import writing
from imh_parents.people.roles import TWO_STEPS
from imh_parents.people.tables import SESSIONS, USERS
from imh_parents.people.tokens import hashed, new_token

IDLE, LONGEST = timedelta(hours=12), timedelta(days=7)
NOTED = timedelta(minutes=1)  # how exactly "seen" is kept: a write at every click helps nobody


@dataclass(frozen=True)
class Who:
    """Who asks something, now. `session` is the hash of the cookie, which is of no use as a cookie."""

    session: str
    user_id: str
    name: str
    email: str
    role: str
    has_second: bool
    second: bool
    team: str = ""

    @property
    def stage(self) -> str:
        """`full`; `code` while the second step is not taken; `enrol` while it has to be set up first."""
        if self.second:
            return "full"
        if self.has_second:
            return "code"
        return "enrol" if self.role in TWO_STEPS else "full"


@dataclass(frozen=True)
class Session:
    """A session as its owner sees it."""

    id: str
    agent: str
    made: datetime
    seen: datetime


async def begin(conn: AsyncConnection, user_id: str, agent: str, now: datetime, second: bool = False) -> str:
    """A new session; what is returned goes into the cookie and nowhere else."""
    token = new_token()
    await conn.execute(insert(SESSIONS).values(id=hashed(token), user_id=user_id, second=second, agent=agent[:120], made=now, seen=now))
    return token


async def present(engine: AsyncEngine, session: str, now: datetime) -> Who | None:
    """Whose session this is, as things stand now; None when it ended, whoever ended it. Notes that they were here."""
    async with engine.connect() as conn:
        row = (await conn.execute(_present(session, now))).first()
    if row is None:
        return None
    if row.seen < now - NOTED:
        # Apart: a transaction that begins with reading cannot begin to write on SQLite while somebody else does.
        async with writing(engine).begin() as conn:
            await conn.execute(update(SESSIONS).where(SESSIONS.c.id == session, SESSIONS.c.seen < now).values(seen=now))
    return Who(row.id, row.user_id, row.name, row.email, row.role, row.totp is not None, row.second, row.team)


def _present(session: str, now: datetime) -> Select[Any]:
    return (
        select(SESSIONS, USERS.c.name, USERS.c.email, USERS.c.role, USERS.c.totp, USERS.c.team)
        .join(USERS)
        .where(SESSIONS.c.id == session, SESSIONS.c.made > now - LONGEST, SESSIONS.c.seen > now - IDLE, USERS.c.revoked.is_(None))
    )


async def of(conn: AsyncConnection, user_id: str) -> list[Session]:
    rows = await conn.execute(select(SESSIONS).where(SESSIONS.c.user_id == user_id).order_by(SESSIONS.c.seen.desc()))
    return [Session(row.id, row.agent, row.made, row.seen) for row in rows]


async def end(conn: AsyncConnection, session: str, user_id: str) -> bool:
    """End one session of this user."""
    return (await conn.execute(delete(SESSIONS).where(SESSIONS.c.id == session, SESSIONS.c.user_id == user_id))).rowcount == 1


async def end_all(conn: AsyncConnection, user_id: str, but: str = "") -> int:
    return (await conn.execute(delete(SESSIONS).where(SESSIONS.c.user_id == user_id, SESSIONS.c.id != but))).rowcount


async def sweep(conn: AsyncConnection, now: datetime) -> None:
    """Forget sessions that ended by themselves."""
    await conn.execute(delete(SESSIONS).where((SESSIONS.c.made <= now - LONGEST) | (SESSIONS.c.seen <= now - IDLE)))
