"""The log, read page by page."""

from dataclasses import dataclass

from imh_parents.desk.labels import action_words
from imh_parents.desk.state import Desk, may, reading
from imh_parents.desk.words import when
from imh_parents.people.roles import ADMIN
from imh_parents.people.store import log

PER_PAGE = 50


@dataclass
class Line:
    """One line, in words."""

    id: int
    at: str
    name: str
    what: str
    about: str


class Log(Desk):
    """The newest lines first."""

    lines: list[Line] = []
    more: bool = False

    @may(ADMIN)
    async def load(self) -> None:
        self.lines = []
        await self._read(None)

    @may(ADMIN)
    async def older(self) -> None:
        await self._read(self.lines[-1].id if self.lines else None)

    async def _read(self, before: int | None) -> None:
        async with reading() as conn:
            found = await log.newest(conn, PER_PAGE + 1, before)
        self.more = len(found) > PER_PAGE
        self.lines += [Line(one.id, when(one.at), one.name, action_words(one.action), one.about) for one in found[:PER_PAGE]]
