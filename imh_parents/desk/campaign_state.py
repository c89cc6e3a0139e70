"""The campaign desk: one message at a time, and what happens to it. Rules and SQL are in imh_parents/push.

Every change says which version it began with. Who is late keeps what was typed and sees what changed meanwhile.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy.ext.asyncio import AsyncConnection

from imh_parents.desk.campaign_fields import Fields, draft_of, fields_of
from imh_parents.desk.campaign_words import STATE_WORDS, differences
from imh_parents.desk.month_state import Month
from imh_parents.desk.state import Undone, acting, changing, may, reading
from imh_parents.desk.words import t, when
from imh_parents.errors import PushError
from imh_parents.people.roles import CAMPAIGN
from imh_parents.people.store import users
from imh_parents.push import control, planning, store
from imh_parents.push.labels import reason
from imh_parents.push.labels import trouble as trouble_words
from imh_parents.push.messages import Draft, Stored
from imh_parents.push.reach import reach
from imh_parents.push.store import Conflict
from imh_parents.push.worker import nudge
from imh_parents.settings import settings

Work = Callable[[AsyncConnection, datetime, str], Awaitable[Any]]


@dataclass
class Difference:
    """A field two people wrote differently."""

    field: str
    mine: str
    theirs: str


@dataclass
class Skipped:
    """How many do not get it, and why."""

    count: int
    why: str


class Campaign(Month):
    """The message that is open, and what was typed in it."""

    id: str = ""
    version: int = 0
    state: str = ""
    state_words: str = ""
    changed: str = ""
    fields: Fields = {}
    fallback: bool = True  # Dutch for who misses their own language
    troubles: list[str] = []
    gets: int = -1  # not counted
    skipped: list[Skipped] = []
    clash: list[Difference] = []  # somebody else was first
    clash_by: str = ""
    clash_version: int = 0

    @may(CAMPAIGN)
    async def new(self, day: str = "") -> None:
        """An empty draft, at ten in the morning of a day or without a moment."""
        fields = {"due": f"{day}T10:00", "until": f"{day}T20:00"} if day else {}
        async with changing("message-new") as conn:
            made = await store.create(conn, draft_of(fields, Draft()), datetime.now(UTC), acting().user_id)
        await self._show(made)
        await self._calendar()

    @may(CAMPAIGN)
    async def open(self, id_: str) -> None:
        async with reading() as conn:
            found = await store.get(conn, id_)
        await self._show(found)

    @may(CAMPAIGN)
    def close(self) -> None:
        self._forget()

    @may(CAMPAIGN)
    def typed(self, name: str, value: str) -> None:
        """A field was left: for the preview, and so that nothing typed is only in the browser."""
        if name in self.fields:
            self.fields[name] = value

    @may(CAMPAIGN)
    async def tick(self, band: str, on: bool) -> None:
        self.fields[f"band.{band}"] = "on" if on else ""
        await self._judge()

    @may(CAMPAIGN)
    async def judge(self) -> None:
        """Again, with what was typed since."""
        await self._judge()

    @may(CAMPAIGN)
    async def set_fallback(self, value: bool) -> None:
        self.fallback = value
        await self._judge()

    @may(CAMPAIGN)
    async def save(self, form: dict[str, Any]) -> None:
        self._take(form)
        await self._save(self.version)

    @may(CAMPAIGN)
    async def save_mine(self) -> None:
        """After a clash: what was typed here counts, over what the other wrote, which was shown."""
        if self.clash:
            await self._save(self.clash_version)

    @may(CAMPAIGN)
    async def take_theirs(self) -> None:
        await self.open(self.id)

    @may(CAMPAIGN)
    async def plan(self) -> None:
        """Saves what was typed first, so that what is planned is what one sees."""
        await self._save(self.version)
        if self.clash:
            return

        async def work(conn: AsyncConnection, now: datetime, by: str) -> None:
            known = planning.pages_of(settings().site_dir)
            await planning.plan(conn, self.id, self.version, now, by, fallback=self.fallback, known=known, public_url=settings().public_url)

        await self._do("message-planned", work, wake=True)

    @may(CAMPAIGN)
    async def unplan(self) -> None:
        await self._do("message-unplanned", lambda conn, now, by: store.unplan(conn, self.id, self.version, now, by))

    @may(CAMPAIGN)
    async def pause(self) -> None:
        await self._do("message-paused", lambda conn, now, by: control.pause(conn, self.id, self.version, now, by))

    @may(CAMPAIGN)
    async def resume(self) -> None:
        await self._do("message-resumed", lambda conn, now, by: control.resume(conn, self.id, self.version, now, by), wake=True)

    @may(CAMPAIGN)
    async def stop(self) -> None:
        await self._do("message-stopped", lambda conn, now, by: control.stop(conn, self.id, self.version, now, by))

    @may(CAMPAIGN)
    async def throw_away(self) -> None:
        await self._do("message-thrown-away", lambda conn, now, by: store.throw_away(conn, self.id, self.version))

    async def _do(self, action: str, work: Work, wake: bool = False) -> None:
        """One step of a message's life, and what it became. Nobody's change is overwritten: who is late sees it."""
        self.troubles = []
        async with changing(action, self.fields.get("nl.title") or self.id) as conn:
            try:
                await work(conn, datetime.now(UTC), acting().user_id)
            except planning.NotReady as error:
                self.troubles = [trouble_words(one, t) for one in error.troubles]
                raise Undone from error
            except PushError as error:
                self.said = t("Dit bericht veranderde intussen. Kijk eerst wat er nu staat.")
                logging.getLogger(__name__).info("%s", error)
                raise Undone from error
        if wake and not self.troubles:
            await _wake()
        if not self.troubles:
            await self.open(self.id)
        await self._calendar()

    async def _save(self, version: int) -> None:
        async with reading() as conn:
            held = await store.get(conn, self.id)
        draft = draft_of(self.fields, held.draft if held else Draft())
        known = planning.pages_of(settings().site_dir)
        saved = None
        async with changing("message-saved", self.fields.get("nl.title") or self.id) as conn:
            try:
                saved = await planning.save(conn, self.id, version, draft, datetime.now(UTC), acting().user_id, fallback=self.fallback, known=known)
            except planning.NotReady as error:
                self.troubles = [trouble_words(one, t) for one in error.troubles]
                raise Undone from error
            except Conflict as clash:
                await self._clash(clash.theirs)
                raise Undone from clash
        if saved:
            await self._show(saved)
            self.said = t("Bewaard.")
        await self._calendar()

    async def _clash(self, theirs: Stored | None) -> None:
        """Nothing was saved. Both texts are shown, mine stays in the form."""
        if theirs is None:
            self.clash, self.said = [], t("Iemand gooide dit bericht intussen weg. Wat jij typte, staat hier nog: kopieer wat je wilt houden.")
            return
        self.clash = [Difference(*row) for row in differences(self.fields, fields_of(theirs.draft))]
        self.clash_version, self.state, self.state_words = theirs.version, theirs.state, STATE_WORDS[theirs.state]
        self.clash_by = await _name_of(theirs.changed_by)
        if not self.clash:  # both wrote the same
            await self._show(theirs)

    async def _show(self, found: Stored | None) -> None:
        if found is None:
            self._forget()
            self.said = t("Dit bericht is er niet meer.")
            return
        self.id, self.version, self.state, self.state_words = found.id, found.version, found.state, STATE_WORDS[found.state]
        self.fields, self.clash, self.clash_by, self.troubles = fields_of(found.draft), [], "", []
        self.changed = t("{moment}, door {name}", moment=when(found.changed), name=await _name_of(found.changed_by))
        await self._judge()

    async def _judge(self) -> None:
        """What is not right yet, how many would get it, and who not and why."""
        draft, now = draft_of(self.fields, Draft()), datetime.now(UTC)
        async with reading() as conn:
            known = planning.pages_of(settings().site_dir)
            found = await planning.troubles_of(conn, draft, self.id, now, fallback=self.fallback, known=known)
            counted = await reach(conn, draft, now, self.id)
        self.troubles = [trouble_words(one, t) for one in found] if self.state == "draft" else []
        self.gets, self.skipped = counted.gets, [Skipped(count, reason(name, t)) for name, count in counted.skipped.items() if count]

    def _take(self, form: dict[str, Any]) -> None:
        """The whole form as it was sent; boxes are ticked one by one."""
        known = {name: str(value) for name, value in form.items() if name in self.fields and isinstance(value, str)}
        self.fields = self.fields | known

    def _forget(self) -> None:
        self.id, self.version, self.state, self.state_words, self.fields = "", 0, "", "", {}
        self.troubles, self.skipped, self.clash, self.gets = [], [], [], -1


async def _name_of(user_id: str | None) -> str:
    async with reading() as conn:
        found = await users.one(conn, user_id) if user_id else None
    return found.name if found else t("een opdracht")


async def _wake() -> None:
    """Let a worker look now rather than at the next minute. When that fails, the minute does it."""
    try:
        await asyncio.to_thread(nudge, settings())
    except Exception:  # whatever the queue is made of may be away
        logging.getLogger(__name__).warning("No worker could be woken", exc_info=True)
