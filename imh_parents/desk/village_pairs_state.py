"""Two that may be one: what was merged, and what is alike."""

from dataclasses import dataclass
from datetime import UTC, datetime

from imh_parents.desk.state import Undone, changing, may, reading
from imh_parents.desk.village_state import Row, Village, rows_of
from imh_parents.desk.words import t
from imh_parents.people.roles import EDITOR
from imh_parents.village import merges, pairs
from imh_parents.village.pairs import Pair

PAIRS = "dubbel"
MOST = 30  # pairs in one list


@dataclass
class Two:
    """A pair, in words. `key` names both."""

    key: str
    merge_id: int
    kept: Row
    dropped: Row
    like: str


class Pairs(Village):
    """A substate for the view it shares."""

    alike: list[Two] = []
    merged: list[Two] = []

    @may(EDITOR)
    async def open(self) -> None:
        self.view = PAIRS
        await self._both()

    @may(EDITOR)
    async def merge(self, key: str) -> None:
        await self._judge("places-merged", key, t("Dat is nu één plek."))

    @may(EDITOR)
    async def keep_apart(self, key: str) -> None:
        await self._judge("places-apart", key, t("Dat blijven er twee. We stellen het niet meer voor."))

    @may(EDITOR)
    async def undo(self, merge_id: int) -> None:
        two = next((one for one in self.merged if one.merge_id == merge_id), None)
        if two is None:
            return
        done = False
        async with changing("places-parted", _names(two)) as conn:
            done = await merges.undo(conn, merge_id, datetime.now(UTC))
            if not done:
                raise Undone
        await self._tell(done, t("Dat zijn er weer twee. Een import voegt ze niet meer samen."))

    async def _judge(self, action: str, key: str, said: str) -> None:
        two = next((one for one in self.alike if one.key == key), None)
        if two is None:
            return
        done, work = False, pairs.merge if action == "places-merged" else pairs.keep_apart
        async with changing(action, _names(two)) as conn:
            done = await work(conn, two.kept.id, two.dropped.id, datetime.now(UTC))
            if not done:
                raise Undone
        await self._tell(done, said)

    async def _tell(self, done: bool, said: str) -> None:
        self.said = said if done else t("Er veranderde niets: iemand was je voor. De lijst is nu bij.")
        await self._both()

    async def _both(self) -> None:
        async with reading() as conn:
            alike, merged = await pairs.likely(conn, MOST), await pairs.merged(conn, MOST)
            rows = {row.id: row for row in await rows_of(conn, list({id_ for pair in (*alike, *merged) for id_ in (pair.kept, pair.dropped)}))}
        self.alike, self.merged = _twos(alike, rows), _twos(merged, rows)


def _twos(found: list[Pair], rows: dict[str, Row]) -> list[Two]:
    return [
        Two(f"{pair.kept} {pair.dropped}", pair.merge_id, rows[pair.kept], rows[pair.dropped], t("{n} % gelijk", n=round(100 * pair.score)))
        for pair in found
        if pair.kept in rows and pair.dropped in rows
    ]


def _names(two: Two) -> str:
    return f"{two.kept.name} + {two.dropped.name}"
