"""Who would get a message: counted by the same condition that fills the deliveries."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import insert, select
from sqlalchemy.ext.asyncio import AsyncEngine

from imh_parents.db.engine import writing
from imh_parents.push import outbox
from imh_parents.push.messages import Draft
from imh_parents.push.reach import Reach, reach
from imh_parents.push.tables import DELIVERIES, MESSAGES
from tests.push.kept import WORDS, delivery, draft, on
from tests.push.people import NOON, Person, add, message

pytestmark = pytest.mark.usefixtures("database_kind")  # on SQLite and on PostgreSQL
FCM, APPLE = "https://fcm.googleapis.com", "https://web.push.apple.com"
PEOPLE: list[dict[str, Any]] = [
    {"origin": FCM, "language": "nl"},
    {"origin": FCM, "language": "ar", "band": "0-6-weken"},
    {"origin": APPLE, "language": "en", "band": "3-4-maanden", "topics": ["age", "week"]},
    {"origin": APPLE, "language": "nl", "topics": ["age"]},
    {"origin": FCM, "language": "nl", "topics": ["weekly"]},  # a name that only begins like ours
]


async def counted(engine: AsyncEngine, one: Draft, sent: dict[int, list[float]] | None = None) -> Reach:
    rows = [
        Person(number).row(person["origin"], "key", **{name: value for name, value in person.items() if name != "origin"})
        for number, person in enumerate(PEOPLE)
    ]
    async with engine.begin() as conn:
        await add(conn, rows, *(message(f"m{number}") for number in range(4)))
        for person, days in (sent or {}).items():
            given = [delivery(f"m{number}", Person(person).id, "sent", closed=NOON - timedelta(days=ago)) for number, ago in enumerate(days)]
            await conn.execute(insert(DELIVERIES), given)
    async with engine.connect() as conn:
        return await reach(conn, one, NOON)


@pytest.mark.parametrize(
    ("one", "expected"),
    [
        (draft(), Reach(3, {"topic": 2}, {"nl": 1, "ar": 1, "en": 1}, 0, {"Google": 2, "Apple": 1})),
        (draft(texts={"nl": WORDS["nl"]}), Reach(3, {"topic": 2}, {"nl": 3}, 2, {"Google": 2, "Apple": 1})),
        (draft(bands=("0-6-weken", "5-6-maanden")), Reach(1, {"topic": 2, "band": 2}, {"ar": 1}, 0, {"Google": 1})),
        (draft(topic="age", bands=("3-4-maanden",)), Reach(1, {"topic": 3, "band": 1}, {"en": 1}, 0, {"Apple": 1})),
    ],
)
def test_everybody_is_counted_once_with_the_first_reason(tmp_path: Path, one: Draft, expected: Reach) -> None:
    assert on(tmp_path, lambda engine: counted(engine, one)) == expected


@pytest.mark.parametrize(
    ("days", "gets"),
    [
        ([6.6, 3, 1], 2),  # at the end of this message there were still three within seven days
        ([6.8, 3, 1], 3),  # there is room before it has no use: six hours
        ([3, 1], 3),
        ([9, 8, 1], 3),
    ],
)
def test_who_had_three_in_a_week_is_skipped(tmp_path: Path, days: list[float], gets: int) -> None:
    found = on(tmp_path, lambda engine: counted(engine, draft(until=NOON + timedelta(hours=6)), {0: days}))
    assert (found.gets, found.skipped["budget"]) == (gets, 3 - gets)


def test_who_was_gone_when_it_came_is_counted_afterwards(tmp_path: Path) -> None:
    async def work(engine: AsyncEngine) -> None:
        async with engine.begin() as conn:
            await add(conn, [], message())
            await conn.execute(insert(DELIVERIES), [delivery("m1", "a", "gone"), delivery("m1", "b", "sent")])
            assert (await reach(conn, draft(), NOON, "m1")).skipped == {"gone": 1}

    on(tmp_path, work)


@pytest.mark.parametrize("changes", [{}, {"bands": ["0-6-weken"]}, {"topic": "age"}, {"texts": {"nl": message()["texts"]["nl"]}}])
def test_as_many_are_counted_as_get_a_delivery(tmp_path: Path, changes: dict[str, Any]) -> None:
    async def work(engine: AsyncEngine) -> None:
        planned = message("new", **changes)
        one = Draft.model_validate({name: planned[name] for name in ("topic", "bands", "texts", "due", "until")})
        found = await counted(engine, one, {0: [3, 2, 1], 2: [3, 2]})
        async with writing(engine).begin() as conn:
            await add(conn, [], planned)
            row = (await conn.execute(select(MESSAGES).where(MESSAGES.c.id == "new"))).one()
            filled = [await conn.run_sync(outbox.fill, row, shard, NOON) for shard in range(outbox.SHARDS)]
        assert sum(filled) == found.gets > 0

    on(tmp_path, work)
