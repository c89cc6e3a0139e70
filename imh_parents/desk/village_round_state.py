"""The phone round: places whom somebody calls, and one tap after the call."""

from datetime import UTC, datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from imh_parents.desk.state import may
from imh_parents.desk.village_state import MOST, Row, Village, rows_of
from imh_parents.desk.village_words import PROVINCE_WORDS
from imh_parents.desk.words import t
from imh_parents.people.roles import EDITOR
from imh_parents.village import reports, rounds

ROUND = "bellen"


class Round(Village):
    """A substate: what is done with a place is done in the same way."""

    province: str = ""
    waiting: str = ""  # how many faded, how many wait for another try

    @may(EDITOR)
    async def choose(self, province: str = "") -> None:
        self.view, self.province = ROUND, province if province in PROVINCE_WORDS else self.province or next(iter(PROVINCE_WORDS))
        await self._read()

    @may(EDITOR)
    async def right(self, id_: str) -> None:
        await self._confirm(id_, "telefoon")

    @may(EDITOR)
    async def no_answer(self, id_: str) -> None:
        async def work(conn: AsyncConnection, now: datetime) -> bool:
            await rounds.no_answer(conn, id_, now)
            return True

        row = self._row(id_)
        if row and await self._do("place-called", row, work):
            self.said = t("Genoteerd. Over twee dagen staat {name} hier weer.", name=row.name)

    @may(EDITOR)
    async def wrong(self, id_: str) -> None:
        """Becomes a report, so that somebody decides what has to change."""

        async def work(conn: AsyncConnection, now: datetime) -> bool:
            await reports.add(conn, id_, reports.CALLED, now)
            return True

        row = self._row(id_)
        if row and await self._do("place-wrong", row, work):
            self.said = t("Genoteerd. {name} staat nu bij wat niet klopt.", name=row.name)

    async def _rows(self, conn: AsyncConnection) -> list[Row]:
        found = await rounds.calls(conn, self.province, datetime.now(UTC))
        self.waiting = _waiting(len(found.ids), found.faded, found.resting)
        return await rows_of(conn, list(found.ids[: MOST + 1]))


def _waiting(count: int, faded: int, resting: int) -> str:
    words = [t("Nog te bellen: {n}.", n=t.number(count)), t("Langer dan een half jaar niet nagekeken: {n}.", n=t.number(faded))]
    return " ".join([*words, t("Pas geprobeerd: {n}.", n=t.number(resting))] if resting else words)
