"""The state every page of the desk shares, and the rule that each of its event handlers has to carry.

    class Sets(Desk):
        rows: list[Row] = []

        @may(NURSE)
        async def load(self) -> None:
            async with database() as conn: ...      # acting() says who asks

A handler without @may cannot be written: the class is refused when it is made. desk/guard.py holds every event to the rule,
with the session and the role read from the database again. What a rule lets through is in `acting()`.
"""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from contextvars import ContextVar
from datetime import UTC, datetime
from typing import Any, TypeVar

import reflex as rx
from sqlalchemy.ext.asyncio import AsyncConnection

from imh_parents.db.engine import writing
from imh_parents.desk.database import database
from imh_parents.people.roles import meets
from imh_parents.people.store import log, sessions
from imh_parents.people.store.sessions import Who

RULE = "_desk_rule"
ACTING: ContextVar[Who] = ContextVar("acting")
Handler = TypeVar("Handler", bound=Callable[..., Any])


class Rule:
    """Who may call a handler: `roles`, none for every role; `enrolling` also lets in who still has to set up the second step."""

    def __init__(self, roles: frozenset[str], enrolling: bool) -> None:
        self.roles, self.enrolling = roles, enrolling

    def allows(self, who: Who) -> bool:
        at_home = who.stage == "full" or (self.enrolling and who.stage == "enrol")
        return at_home and (not self.roles or meets(who.role, self.roles))


def may(*roles: str, enrolling: bool = False, background: bool = False) -> Callable[[Any], Any]:
    """Make an event handler of a function, for these roles (an admin may always; none named: everybody who is logged in)."""

    def mark(handler: Any) -> Any:
        setattr(handler, RULE, Rule(frozenset(roles), enrolling))
        return rx.event(handler, background=background)

    return mark


class Desk(rx.State):
    """Who is here, and what has to be said on every page. Pages put their own state in a subclass, beside the page."""

    name: str = ""
    role: str = ""
    gone: bool = False  # the session ended: logged out, shut out, or too long ago
    refused: bool = False  # this is for another role
    stumbled: bool = False  # something failed here; it is in the server's log
    said: str = ""  # what the last action did, for everybody to hear
    _session: str = ""  # whose eyes this state was filled for

    def __init_subclass__(cls, **kwargs: Any) -> None:
        for name, item in vars(cls).items():
            if cls._item_is_event_handler(name, item) and not hasattr(item, RULE):
                raise TypeError(f"{cls.__name__}.{name} says nowhere who may call it: put @may(...) on it")
        super().__init_subclass__(**kwargs)

    @may(enrolling=True)
    def trip(self) -> None:
        self.stumbled = True

    @may(enrolling=True)
    def dismiss(self) -> None:
        self.stumbled, self.refused, self.said = False, False, ""


def acting() -> Who:
    """Who asks for what is being done now. LookupError outside an event handler."""
    return ACTING.get()


async def still(who: Who) -> bool:
    """Does the session count as it did? To be asked at every turn of a background handler, which the guard sees only once."""
    found = await sessions.present(await database().ready(), who.session, datetime.now(UTC))
    return found is not None and (found.role, found.stage) == (who.role, who.stage)


@asynccontextmanager
async def reading() -> AsyncIterator[AsyncConnection]:
    """A connection to look things up."""
    async with (await database().ready()).connect() as conn:
        yield conn


@asynccontextmanager
async def noting() -> AsyncIterator[AsyncConnection]:
    """A transaction for what is nobody's business afterwards."""
    async with writing(await database().ready()).begin() as conn:
        yield conn


@asynccontextmanager
async def changing(action: str, about: str = "", detail: dict[str, Any] | None = None) -> AsyncIterator[AsyncConnection]:
    """A transaction that changes something and says so in the log: both or neither. Raise Undone to take both back."""
    who = acting()
    try:
        async with writing(await database().ready()).begin() as conn:
            await log.note(conn, datetime.now(UTC), who.user_id, who.name, action, about, detail)
            yield conn
    except Undone:
        pass


class Undone(Exception):
    """Raised inside `changing` when it turns out that nothing should change."""
