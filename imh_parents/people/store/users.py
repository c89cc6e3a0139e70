"""Users in the database. Every function is one thing that can be done, on a connection whose transaction the caller holds."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Row, delete, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from imh_parents.people.roles import ADMIN, TWO_STEPS
from imh_parents.people.tables import LINKS, SESSIONS, USERS
from imh_parents.people.tokens import hashed, new_id, new_token

LINK_LIVES = timedelta(days=7)
LONGEST_TEAM = 80


@dataclass(frozen=True)
class User:
    """A user as the desk shows one; secrets stay behind."""

    id: str
    email: str
    name: str
    role: str
    ready: bool  # has a password
    second: bool  # has proved the second step
    revoked: bool
    sessions: int = 0
    team: str = ""

    @property
    def needs_second(self) -> bool:
        return self.second or self.role in TWO_STEPS


def fold(email: str) -> str:
    return email.strip().casefold()


async def add(conn: AsyncConnection, email: str, name: str, role: str, now: datetime) -> str | None:
    """A new user's id, or None when the address is taken. They come in by a link; see `link`."""
    if await by_email(conn, email):
        return None
    id_ = new_id()
    await conn.execute(insert(USERS).values(id=id_, email=fold(email), name=name.strip(), role=role, made=now))
    return id_


async def everybody(conn: AsyncConnection) -> list[User]:
    sessions = select(func.count()).where(SESSIONS.c.user_id == USERS.c.id).scalar_subquery()
    rows = await conn.execute(select(USERS, sessions.label("sessions")).order_by(USERS.c.revoked.is_not(None), USERS.c.name))
    return [_user(row, row.sessions) for row in rows]


async def one(conn: AsyncConnection, id_: str) -> User | None:
    row = (await conn.execute(select(USERS).where(USERS.c.id == id_))).first()
    return _user(row) if row else None


async def by_email(conn: AsyncConnection, email: str) -> Row | None:  # type: ignore[type-arg]  # all columns: for login only
    return (await conn.execute(select(USERS).where(USERS.c.email == fold(email)))).first()


async def secrets_of(conn: AsyncConnection, id_: str) -> Row | None:  # type: ignore[type-arg]  # for login only
    return (await conn.execute(select(USERS).where(USERS.c.id == id_))).first()


async def link(conn: AsyncConnection, id_: str, now: datetime) -> str:
    """A secret that lets this user choose a password, once and for seven days. Earlier ones stop working."""
    token = new_token()
    await conn.execute(delete(LINKS).where(LINKS.c.user_id == id_))
    await conn.execute(insert(LINKS).values(user_id=id_, id=hashed(token), ends=now + LINK_LIVES))
    return token


async def linked(conn: AsyncConnection, token: str, now: datetime) -> User | None:
    """Whom a link is for, while it works."""
    query = select(USERS).join(LINKS).where(LINKS.c.id == hashed(token), LINKS.c.ends > now, USERS.c.revoked.is_(None))
    row = (await conn.execute(query)).first()
    return _user(row) if row else None


async def unlink(conn: AsyncConnection, token: str) -> bool:
    """Use a link up; False when another request did so just before."""
    return (await conn.execute(delete(LINKS).where(LINKS.c.id == hashed(token)))).rowcount == 1


async def set_password(conn: AsyncConnection, id_: str, kept: str) -> None:
    """The new password, as it is kept. Everywhere else they are logged out."""
    await conn.execute(update(USERS).where(USERS.c.id == id_).values(password=kept))
    await conn.execute(delete(SESSIONS).where(SESSIONS.c.user_id == id_))


async def set_role(conn: AsyncConnection, id_: str, role: str) -> bool:
    """False when this would leave nobody who may change roles."""
    if role != ADMIN and await _last_admin(conn, id_):
        return False
    await conn.execute(update(USERS).where(USERS.c.id == id_).values(role=role))
    return True


async def set_team(conn: AsyncConnection, id_: str, team: str) -> None:
    await conn.execute(update(USERS).where(USERS.c.id == id_).values(team=" ".join(team.split())[:LONGEST_TEAM].strip()))


async def revoke(conn: AsyncConnection, id_: str, now: datetime) -> bool:
    """Shut somebody out, at once and everywhere; False when they are the last admin."""
    if await _last_admin(conn, id_):
        return False
    await conn.execute(update(USERS).where(USERS.c.id == id_).values(revoked=now, password=None, totp=None, totp_new=None))
    for table in (SESSIONS, LINKS):
        await conn.execute(delete(table).where(table.c.user_id == id_))
    return True


async def restore(conn: AsyncConnection, id_: str) -> None:
    """Let them in again, by a new link."""
    await conn.execute(update(USERS).where(USERS.c.id == id_).values(revoked=None))


async def offer_second(conn: AsyncConnection, id_: str, secret: str) -> str:
    """The secret to show: this one, or the one that is waiting to be proved already."""
    await conn.execute(update(USERS).where(USERS.c.id == id_, USERS.c.totp_new.is_(None)).values(totp_new=secret))
    return str((await conn.execute(select(USERS.c.totp_new).where(USERS.c.id == id_))).scalar_one())


async def prove_second(conn: AsyncConnection, id_: str, secret: str, step: int) -> None:
    """From now on this secret counts."""
    await conn.execute(update(USERS).where(USERS.c.id == id_).values(totp=secret, totp_new=None, totp_used=step))


async def use_second(conn: AsyncConnection, id_: str, step: int) -> bool:
    """Write down that a code was used; False when it was used in the meantime."""
    fresh = USERS.c.totp_used.is_(None) | (USERS.c.totp_used < step)
    return (await conn.execute(update(USERS).where(USERS.c.id == id_, fresh).values(totp_used=step))).rowcount == 1


async def forget_second(conn: AsyncConnection, id_: str) -> None:
    """A lost phone: the second step has to be set up again, and whoever has the phone is out."""
    await drop_second(conn, id_)
    await conn.execute(delete(SESSIONS).where(SESSIONS.c.user_id == id_))


async def drop_second(conn: AsyncConnection, id_: str) -> None:
    await conn.execute(update(USERS).where(USERS.c.id == id_).values(totp=None, totp_new=None, totp_used=None))


async def _last_admin(conn: AsyncConnection, id_: str) -> bool:
    # Locked on PostgreSQL, so that two admins cannot remove each other in the same moment; SQLite has one writer anyway.
    rows = await conn.execute(select(USERS.c.id).where(USERS.c.role == ADMIN, USERS.c.revoked.is_(None)).with_for_update())
    return [row.id for row in rows] == [id_]


def _user(row: Row, sessions: int = 0) -> User:  # type: ignore[type-arg]
    ready, second, revoked = row.password is not None, row.totp is not None, row.revoked is not None
    return User(row.id, row.email, row.name, row.role, ready, second, revoked, sessions, row.team)
