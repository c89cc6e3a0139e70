"""The village desk: one list at a time, and what can be done with a place in it. The SQL is in imh_parents/village."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy.ext.asyncio import AsyncConnection

from imh_parents.db.engine import open_engine
from imh_parents.desk.state import Desk, Undone, acting, changing, may, reading
from imh_parents.desk.village_words import reasons_words, removed_words, role_words, sure_words
from imh_parents.desk.words import t
from imh_parents.people.roles import EDITOR
from imh_parents.settings import settings
from imh_parents.village import care, reports
from imh_parents.village.care import Known
from imh_parents.village.publish import PUBLISHED, publish
from imh_parents.village.where import digits

REPORTED, SEARCH, REMOVED = "meldingen", "zoeken", "weg"
MOST = 50  # places in one list


def _publish() -> None:
    async def run() -> None:
        engine = open_engine(settings())
        try:
            await publish(engine, settings().data_dir / PUBLISHED, date.today())
        finally:
            await engine.dispose()

    asyncio.run(run())


Work = Callable[[AsyncConnection, datetime], Awaitable[bool]]


@dataclass
class Row:
    """One place, in words. `reports` and `until`: what is open about it, as far as was seen."""

    id: str
    name: str
    town: str
    phone: str
    call: str
    url: str
    sure: str
    removed: str
    shown: bool
    back: bool  # may be put back: a person took it out
    reports: str = ""
    until: int = 0


class Village(Desk):
    """The list that is looked at. The lists of calls, pairs and sources are substates, in files of their own."""

    view: str = REPORTED
    rows: list[Row] = []
    more: bool = False  # there are more than fit in the list
    query: str = ""
    asked: str = ""  # the id of the place that is about to be taken out

    @may(EDITOR)
    async def load(self) -> None:
        self.view = REPORTED
        await self._read()

    @may(EDITOR)
    async def show(self, view: str) -> None:
        if view in (REPORTED, SEARCH, REMOVED):
            self.view = view
            await self._read()

    @may(EDITOR)
    async def search(self, form: dict[str, str]) -> None:
        self.view, self.query = SEARCH, form.get("query", "").strip()[:100]
        await self._read()

    @may(EDITOR)
    def ask(self, id_: str) -> None:
        """Taking a place out asks for the reason first."""
        self.asked = id_

    @may(EDITOR)
    async def confirm(self, id_: str) -> None:
        await self._confirm(id_, None)

    @may(EDITOR)
    async def handle(self, id_: str, outcome: str) -> None:
        row = self._row(id_)
        if row is None or outcome not in reports.OUTCOMES:
            return
        done = await self._do("report-handled", row, lambda conn, now: reports.handle(conn, id_, row.until, outcome, now), {"outcome": outcome})
        if done:
            self.said = t("De melding over {name} is klaar.", name=row.name)

    @may(EDITOR)
    async def remove(self, id_: str, reason: str) -> None:
        row = self._row(id_)
        self.asked = ""
        if row is None or reason not in care.REASONS:
            return

        async def work(conn: AsyncConnection, now: datetime) -> bool:
            await reports.handle(conn, id_, row.until, reason, now)
            return await care.remove(conn, id_, reason, now)

        if await self._do("place-removed", row, work, {"reason": reason}):
            self.said = t("{name} is uit de lijst. Een import zet deze plek niet terug.", name=row.name)

    @may(EDITOR)
    async def publish(self) -> None:
        """Write what a phone gets, from the database as it is now. In a thread: a large village takes seconds."""
        async with changing("village-published"):
            try:
                await asyncio.to_thread(_publish)
            except OSError:
                self.said = t("Publiceren lukte niet: de server kon de bestanden niet wegschrijven. Op de telefoons blijft alles zoals het was.")
                raise Undone from None
            self.said = t("Gepubliceerd. Een telefoon krijgt het de volgende keer dat iemand zoekt.")

    @may(EDITOR)
    async def put_back(self, id_: str) -> None:
        row = self._row(id_)
        if row and await self._do("place-back", row, lambda conn, now: care.put_back(conn, id_, now)):
            self.said = t("{name} staat weer in de lijst.", name=row.name)

    async def _confirm(self, id_: str, note: str | None) -> None:
        """What stands there is right: what was reported about it is settled by that too."""
        row = self._row(id_)
        if row is None:
            return

        async def work(conn: AsyncConnection, now: datetime) -> bool:
            await reports.handle(conn, id_, row.until, "bevestigd", now)
            return await care.confirm(conn, id_, role_words(acting().role), note, now)

        if await self._do("place-confirmed", row, work):
            self.said = t("{name} is vandaag bevestigd.", name=row.name)

    async def _do(self, action: str, row: Row, work: Work, detail: dict[str, Any] | None = None) -> bool:
        """One change, and the list as it is afterwards. Who is late changes nothing and is told."""
        done = False
        async with changing(action, row.name, {"service": row.id} | (detail or {})) as conn:
            done = await work(conn, datetime.now(UTC))
            if not done:
                raise Undone
        if not done:
            self.said = t("Er veranderde niets: iemand was je voor. De lijst is nu bij.")
        await self._read()
        return done

    async def _read(self) -> None:
        self.asked = ""
        async with reading() as conn:
            self.rows = await self._rows(conn)
        self.more, self.rows = len(self.rows) > MOST, self.rows[:MOST]

    async def _rows(self, conn: AsyncConnection) -> list[Row]:
        """What stands in this list, one more than fits. A substate has its own."""
        found = {one.service_id: one for one in await reports.open_reports(conn)}
        ids = list(found)
        if self.view == SEARCH:
            ids = await care.search(conn, self.query, MOST + 1)
        elif self.view == REMOVED:
            ids = await care.removed(conn, MOST + 1)
        rows = await rows_of(conn, ids[: MOST + 1])
        for row in rows:
            if one := found.get(row.id):
                row.reports, row.until = reasons_words(one.reasons, one.since), one.last
        return rows

    def _row(self, id_: str) -> Row | None:
        return next((row for row in self.rows if row.id == id_), None)


async def rows_of(conn: AsyncConnection, ids: list[str]) -> list[Row]:
    """Places in the order of their ids."""
    found = await care.known(conn, ids)
    return [_row_of(found[id_]) for id_ in ids if id_ in found]


def _row_of(known: Known) -> Row:
    call = f"tel:{digits(known.phone)}" if known.phone else ""
    words = (known.name, known.town, known.phone, call, known.url, sure_words(known), removed_words(known))
    return Row(known.id, *words, shown=known.shown, back=known.removed is not None)
