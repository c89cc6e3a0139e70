"""Named sets of a team: made, renamed, put away, counted by week, and never told below five."""

import asyncio
import random
from collections.abc import Awaitable, Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from imh_parents.nurse import store
from imh_parents.nurse.code import CodeError, NurseSet, decode, encode
from imh_parents.nurse.store import (
    Used,
    Week,
    archive,
    count_opening,
    favour,
    favourites,
    in_use,
    listed,
    make,
    monday,
    most_used,
    rename,
    told,
    weekly,
)
from imh_parents.nurse.tables import OPENS, SETS
from tests.village.shop import NOW, database

CODE = encode(NurseSet("ar", (53, 41, 27), (13, 3), (73,), moment=6, note=3))
MONDAY = date(2026, 11, 16)  # of the week of NOW


def with_sets(tmp_path: Path, work: Callable[[AsyncConnection], Awaitable[None]]) -> None:
    async def run() -> None:
        engine = await database(tmp_path)
        async with engine.begin() as conn:
            await work(conn)
        await engine.dispose()

    asyncio.run(run())


def choosing() -> Callable[[str], str]:
    return random.Random(5).choice


async def opened(conn: AsyncConnection, set_id: str, times: int, now: datetime = NOW) -> None:
    for _ in range(times):
        assert await count_opening(conn, set_id, now)


def test_a_named_set_carries_itself_in_its_link(tmp_path: Path) -> None:
    async def work(conn: AsyncConnection) -> None:
        made = await make(conn, "Gent", "  Weinig \n slaap ", CODE, NOW, choosing())
        assert (made.name, made.moment, made.archived) == ("Weinig slaap", 6, None)
        assert decode(made.link_code) == (decode(CODE)[0], made.id)
        again = await make(conn, "Aalst", "Van Gent", made.link_code, NOW, random.Random(6).choice)
        assert (again.code, again.id == made.id) == (CODE, False)
        with pytest.raises(CodeError, match="damaged"):
            await make(conn, "Gent", "x", CODE[:-1], NOW, choosing())
        with pytest.raises(ValueError, match="name"):
            await make(conn, "Gent", " ", CODE, NOW, choosing())

    with_sets(tmp_path, work)


def test_a_team_sees_its_own_by_name(tmp_path: Path) -> None:
    async def work(conn: AsyncConnection) -> None:
        choose = choosing()
        slaap, huilen, _ = [await make(conn, team, name, CODE, NOW, choose) for team, name in (("Gent", "Slaap"), ("Gent", "Huilen"), ("Aalst", "Slaap"))]
        assert await listed(conn, "Gent") == [huilen, slaap]
        assert await rename(conn, slaap.id, "Al moe", NOW + timedelta(days=1))
        assert [one.name for one in await listed(conn, "Gent")] == ["Al moe", "Huilen"]
        assert await archive(conn, slaap.id, NOW)
        assert [one.id for one in await listed(conn, "Gent")] == [huilen.id]
        assert [one.id for one in await listed(conn, "Gent", archived=True)] == [slaap.id]
        assert await archive(conn, slaap.id, NOW, away=False)
        assert len(await listed(conn, "Gent")) == 2
        assert not await rename(conn, "geen-6", "x", NOW)
        assert not await archive(conn, "geen-6", NOW)

    with_sets(tmp_path, work)


def test_a_week_below_five_is_not_told_from_an_empty_one(tmp_path: Path) -> None:
    async def work(conn: AsyncConnection) -> None:
        made = await make(conn, "Gent", "Slaap", CODE, NOW, choosing())
        await opened(conn, made.id, 4, NOW - timedelta(weeks=2))
        await opened(conn, made.id, 5)
        weeks = [MONDAY - timedelta(weeks=back) for back in (3, 2, 1, 0)]
        assert await weekly(conn, made.id, weeks[0], NOW.date()) == [Week(weeks[0], None), Week(weeks[1], None), Week(weeks[2], None), Week(MONDAY, 5)]
        rows = (await conn.execute(select(OPENS))).mappings().all()
        assert [dict(row) for row in rows] == [{"set_id": made.id, "week": weeks[1], "count": 4}, {"set_id": made.id, "week": MONDAY, "count": 5}]

    with_sets(tmp_path, work)


def test_most_used_of_a_moment_counts_only_weeks_that_are_told(tmp_path: Path) -> None:
    async def work(conn: AsyncConnection) -> None:
        choose = choosing()
        a, b, c, away = [await make(conn, "Gent", name, CODE, NOW, choose) for name in ("a", "b", "c", "d")]
        other = await make(conn, "Gent", "6 weken", encode(NurseSet("nl", (1,), moment=5)), NOW, choose)
        for one, times in ((a, 6), (b, 9), (c, 4), (away, 20), (other, 30)):
            await opened(conn, one.id, times)
        await opened(conn, a.id, 3, NOW - timedelta(weeks=1))  # not told, so not in the sum: 9 less 6 would tell it
        await opened(conn, a.id, 50, NOW - timedelta(weeks=30))
        await archive(conn, away.id, NOW)
        assert await most_used(conn, 6, NOW.date() - timedelta(weeks=12)) == [Used(b, 9), Used(a, 6)]
        assert await most_used(conn, 6, NOW.date() - timedelta(weeks=12), most=1) == [Used(b, 9)]

    with_sets(tmp_path, work)


def test_only_a_set_in_use_is_counted(tmp_path: Path) -> None:
    async def work(conn: AsyncConnection) -> None:
        made = await make(conn, "Gent", "Slaap", CODE, NOW, choosing())
        await archive(conn, made.id, NOW)
        assert not await count_opening(conn, made.id, NOW)
        assert not await count_opening(conn, "geen-6", NOW)
        assert (await conn.execute(select(OPENS))).all() == []
        assert set(SETS.c.keys()) == {"id", "team", "name", "code", "moment", "made", "changed", "archived"}

    with_sets(tmp_path, work)


@pytest.mark.parametrize(
    ("moment", "first"),
    [
        (datetime(2026, 11, 22, 22, 59, tzinfo=UTC), MONDAY),  # 23:59 in Brussels, still Sunday
        (datetime(2026, 11, 22, 23, 0, tzinfo=UTC), MONDAY + timedelta(weeks=1)),  # Monday in Brussels, Sunday in UTC
        (datetime(2027, 1, 1, 12, tzinfo=UTC), date(2026, 12, 28)),
    ],
)
def test_a_week_begins_on_monday_in_brussels(moment: datetime, first: date) -> None:
    assert monday(moment) == first


def test_everybody_keeps_their_own_sets_at_hand(tmp_path: Path) -> None:
    async def work(conn: AsyncConnection) -> None:
        made = await make(conn, "Gent", "Slaap", CODE, NOW, choosing())
        for _ in range(2):
            await favour(conn, "an", made.id, on=True)
        assert (await favourites(conn, "an"), await favourites(conn, "els")) == ({made.id}, set())
        await favour(conn, "an", made.id, on=False)
        assert await favourites(conn, "an") == set()

    with_sets(tmp_path, work)


def test_a_set_is_told_when_one_week_is(tmp_path: Path) -> None:
    async def work(conn: AsyncConnection) -> None:
        choose = choosing()
        often, seldom, away = [await make(conn, "Gent", name, CODE, NOW, choose) for name in ("a", "b", "c")]
        await opened(conn, often.id, 5)
        for back in range(3):
            await opened(conn, seldom.id, 4, NOW - timedelta(weeks=back))
        await archive(conn, away.id, NOW)
        assert await told(conn) == {often.id}
        assert await in_use(conn) == [often, seldom]
        assert (await store.one(conn, seldom.id), await store.one(conn, "geen-6")) == (seldom, None)

    with_sets(tmp_path, work)
