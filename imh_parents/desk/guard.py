"""Stands before every event of the desk: who asks is read from the database again, and held to the rule of the handler.

It also keeps one person's state from another. Reflex keeps a state by browser tab and sends it whole when a page opens,
so when somebody else logged in on that tab, everything in it is forgotten before anything is sent.
"""

import logging
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from reflex.event import Event, EventSpec
from reflex.middleware.middleware import Middleware
from reflex.state import BaseState, StateUpdate
from reflex_base.event.context import EventContext
from reflex_base.registry import RegistrationContext

from imh_parents.db.database import Database
from imh_parents.desk.state import ACTING, RULE, Desk, Rule
from imh_parents.people.door import HEADER
from imh_parents.people.store import sessions
from imh_parents.people.store.sessions import Who

ROOT = "reflex___state____state"
OPENING = frozenset({f"{ROOT}.hydrate", f"{ROOT}.hydrate_and_load"})
# Reflex's own, which do no more than fill a page that opens. Its `setvar` and `update_vars_internal` stay shut.
OWN = OPENING | {
    f"{ROOT}.set_is_hydrated",
    f"{ROOT}.reflex___state____on_load_internal_state.on_load_internal",
    f"{ROOT}.reflex___state____on_load_internal_state.set_is_hydrated",
    f"{ROOT}.reflex___state____frontend_event_exception_state.handle_frontend_exception",
}


class Guard(Middleware):
    """Middleware of the Reflex app; first and only."""

    def __init__(self, database: Callable[[], Database], clock: Callable[[], datetime] = lambda: datetime.now(UTC)) -> None:
        self.database, self.clock = database, clock

    async def preprocess(self, app: Any, state: BaseState, event: Event) -> StateUpdate | None:
        """None lets the event through; an update is sent instead of it."""
        desk = await state.get_state(Desk)
        who = await self._who()
        if who is None or who.stage == "code":
            return await _shut(desk)
        if desk._session != who.session:
            if event.name not in OPENING:
                return await _shut(desk)
            desk.reset()  # type: ignore[no-untyped-call]
            desk._session = who.session
        _tell(desk, "name", who.name)
        _tell(desk, "role", who.role if who.stage == "full" else "")
        if event.name in OWN:
            return None
        rule = rule_of(event.name)
        if rule is None or not rule.allows(who):
            _tell(desk, "refused", True)
            return await _sent(desk)
        _tell(desk, "refused", False)
        ACTING.set(who)
        return None

    async def _who(self) -> Who | None:
        headers = EventContext.get().router_data.get("headers", {})
        session = headers.get(HEADER)
        if not session:
            return None
        return await sessions.present(await self.database().ready(), session, self.clock())


def rule_of(name: str) -> Rule | None:
    """The rule of a handler by its full name; None for what is not the desk's, which nobody may call."""
    registered = RegistrationContext.get().event_handlers.get(name)
    return getattr(registered.handler.fn, RULE, None) if registered else None


def on_error(exception: Exception) -> EventSpec:
    """What went wrong goes to the server's log; whoever was working is told calmly. (Reflex's own way needs eval in the page.)"""
    logging.getLogger("imh_parents.desk").error("An event of the desk failed", exc_info=exception)
    return Desk.trip()


async def _shut(desk: Desk) -> StateUpdate:
    """The session ended: nothing it was shown stays, and the page says why."""
    desk.reset()  # type: ignore[no-untyped-call]
    desk.gone = True
    return await _sent(desk)


async def _sent(desk: Desk) -> StateUpdate:
    root = desk._get_root_state()
    delta = await root._get_resolved_delta()
    root._clean()  # type: ignore[no-untyped-call]
    return StateUpdate(delta=delta)


def _tell(desk: Desk, name: str, value: Any) -> None:
    """Set what changed, so that nothing is sent when nothing did."""
    if getattr(desk, name) != value:
        setattr(desk, name, value)
