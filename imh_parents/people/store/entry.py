"""Coming in: password, second step, link, new password. Each gives the token of a new session, or raises Refused.

Every way in makes a new token, so a cookie that somebody planted before is never the one that counts.
Nothing here knows HTTP.
"""

import asyncio
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy.ext.asyncio import AsyncEngine

from imh_parents.db.engine import writing
from imh_parents.people import pace, passwords, second
from imh_parents.people.store import guesses, log, sessions, users
from imh_parents.people.store.sessions import Who


class Refused(Exception):
    """`reason`: wrong, slow, ended (the link), differs (the second time), or one of passwords.weakness."""

    def __init__(self, reason: str, wait: timedelta = timedelta()) -> None:
        super().__init__(reason)
        self.reason, self.wait = reason, wait


@dataclass(frozen=True)
class From:
    """Where a request comes from: network address (empty when it says nothing), what the browser calls itself, the session it had."""

    address: str
    agent: str = ""
    session: str = ""


async def with_password(engine: AsyncEngine, email: str, password: str, by: From, now: datetime) -> str:
    """The first step. An unknown address takes as long and is refused in the same words."""
    account = pace.key("account", users.fold(email))
    address = [pace.key("address", by.address)] if by.address else []
    await _count(engine, {account: pace.FREE_OF_ACCOUNT} | dict.fromkeys(address, pace.FREE_OF_ADDRESS), now)
    async with engine.connect() as conn:
        row = await users.by_email(conn, email)
    kept = row.password if row and not row.revoked else None
    if not await asyncio.to_thread(passwords.fits, password, kept):
        if row:
            async with writing(engine).begin() as conn:
                await log.note(conn, now, row.id, row.name, "in-refused")
        raise Refused("wrong")
    assert row is not None
    async with writing(engine).begin() as conn:
        held = await users.by_email(conn, email)
        if held is None or held.revoked or held.password != kept:
            raise Refused("wrong")  # changed or shut out while the password was compared, which takes a while
        await guesses.forgive(conn, [account], now)
        await guesses.give_back(conn, address, now)
        await sessions.end(conn, by.session, row.id)
        await sessions.sweep(conn, now)
        await log.note(conn, now, row.id, row.name, "in")
        return await sessions.begin(conn, row.id, by.agent, now)


async def with_code(engine: AsyncEngine, who: Who, code: str, by: From, now: datetime) -> str:
    """The second step, or the proof that setting it up worked."""
    tries = pace.key("second", who.user_id)
    await _count(engine, {tries: pace.FREE_OF_ACCOUNT}, now)
    async with writing(engine).begin() as conn:
        row = await users.secrets_of(conn, who.user_id)
        secret: str | None = (row.totp or row.totp_new) if row else None
        step = second.step_of(secret, code, now, row.totp_used if row.totp else None) if row and secret else None
        if row is None or secret is None or step is None:
            raise Refused("wrong")
        if row.totp:
            if not await users.use_second(conn, who.user_id, step):
                raise Refused("wrong")
        else:
            await users.prove_second(conn, who.user_id, secret, step)
            await log.note(conn, now, who.user_id, who.name, "second-on")
        await guesses.forgive(conn, [tries], now)
        await sessions.end(conn, who.session, who.user_id)
        return await sessions.begin(conn, who.user_id, by.agent, now, second=True)


async def with_link(engine: AsyncEngine, token: str, password: str, again: str, by: From, now: datetime) -> str:
    """Choose a password with the link that was handed over. The link works once."""
    async with engine.connect() as conn:
        user = await users.linked(conn, token, now)
    if user is None:
        raise Refused("ended")
    kept = await _new(password, again, (user.name, user.email))
    async with writing(engine).begin() as conn:
        if not await users.unlink(conn, token):
            raise Refused("ended")
        await users.set_password(conn, user.id, kept)
        await log.note(conn, now, user.id, user.name, "password")
        return await sessions.begin(conn, user.id, by.agent, now)


async def with_new_password(engine: AsyncEngine, who: Who, old: str, password: str, again: str, by: From, now: datetime) -> str:
    """Another password. Every other session of this user ends."""
    account = pace.key("account", who.email)
    await _count(engine, {account: pace.FREE_OF_ACCOUNT}, now)
    async with engine.connect() as conn:
        row = await users.secrets_of(conn, who.user_id)
    if not await asyncio.to_thread(passwords.fits, old, row.password if row else None):
        raise Refused("wrong")
    kept = await _new(password, again, (who.name, who.email))
    async with writing(engine).begin() as conn:
        await guesses.forgive(conn, [account], now)
        await users.set_password(conn, who.user_id, kept)
        await log.note(conn, now, who.user_id, who.name, "password")
        return await sessions.begin(conn, who.user_id, by.agent, now, second=who.second)


async def _count(engine: AsyncEngine, keys: dict[str, int], now: datetime) -> None:
    async with writing(engine).begin() as conn:
        left = await guesses.count(conn, keys, now)
    if left > timedelta():
        raise Refused("slow", left)


async def _new(password: str, again: str, about: tuple[str, str]) -> str:
    if reason := passwords.weakness(password, about):
        raise Refused(reason)
    if passwords.normal(password) != passwords.normal(again):
        raise Refused("differs")
    return await asyncio.to_thread(passwords.keep, password)
