"""One row for one endpoint; moving, stopping and forgetting leave nothing behind."""

import asyncio
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import insert, select
from sqlalchemy.ext.asyncio import AsyncEngine

from imh_parents.push import subscribers
from imh_parents.push.subscribers import OUTCOMES, UNSEEN, Subscriber, clean, erase, keep
from imh_parents.push.tables import DELIVERIES, LANES
from tests.push.kept import deliveries, delivery, on, subscriptions
from tests.push.people import NOON, Person, add, message

pytestmark = pytest.mark.usefixtures("database_kind")  # on SQLite and on PostgreSQL
FCM, MOZILLA = "https://fcm.googleapis.com", "https://updates.push.services.mozilla.com"
DAY = timedelta(days=1)


def given(number: int = 1, origin: str = FCM, **changes: Any) -> Subscriber:
    row = Person(number).row(origin, "key")
    fields = {name: row[name] for name in ("endpoint", "origin", "p256dh", "auth", "key_id", "language", "band")}
    return Subscriber(**fields | {"topics": ("week",)} | changes)


async def fill(engine: AsyncEngine, *rows: dict[str, Any]) -> None:
    async with engine.begin() as conn:
        await add(conn, [], message())
        await conn.execute(insert(DELIVERIES), list(rows))


def test_repeating_keeps_one_row_and_brings_it_up_to_date(tmp_path: Path) -> None:
    async def work(engine: AsyncEngine) -> None:
        await keep(engine, given(), NOON)
        (first,) = await subscriptions(engine)
        assert (first["topics"], first["band"], first["made"], first["seen"]) == (["week"], None, NOON, NOON)
        await keep(engine, given(language="ar", topics=("week", "age"), band="0-6-weken", auth="b" * 22), NOON + DAY)
        changed = {"language": "ar", "topics": ["week", "age"], "band": "0-6-weken", "auth": "b" * 22, "seen": NOON + DAY}
        assert await subscriptions(engine) == [first | changed]
        await keep(engine, given(), NOON + 2 * DAY)
        assert (await subscriptions(engine))[0]["band"] is None  # no longer shared, no longer kept

    on(tmp_path, work)


def test_another_endpoint_of_the_same_phone_moves_its_row_and_what_is_still_to_come(tmp_path: Path) -> None:
    async def work(engine: AsyncEngine) -> None:
        old, new = given(1), given(2, MOZILLA)
        await keep(engine, old, NOON)
        (before,) = await subscriptions(engine)
        await fill(engine, delivery("m1", before["id"]))
        await keep(engine, new, NOON + DAY, old.endpoint)
        (after,) = await subscriptions(engine)
        assert (after["id"], after["made"], after["endpoint"], after["p256dh"]) == (before["id"], NOON, new.endpoint, new.p256dh)
        assert [(row["subscription_id"], row["origin"], row["state"]) for row in await deliveries(engine)] == [(before["id"], MOZILLA, "open")]
        async with engine.connect() as conn:
            assert (await conn.execute(select(LANES.c.origin))).scalars().all() == [MOZILLA]  # or nobody would come by
        await keep(engine, new, NOON + 2 * DAY, old.endpoint)  # the phone did not hear the answer
        assert [row["id"] for row in await subscriptions(engine)] == [before["id"]]

    on(tmp_path, work)


def test_an_old_endpoint_goes_where_the_new_one_has_a_row(tmp_path: Path) -> None:
    async def work(engine: AsyncEngine) -> None:
        await keep(engine, given(1), NOON)
        await keep(engine, given(2), NOON)
        old, _ = sorted(await subscriptions(engine), key=lambda row: row["endpoint"] != given(1).endpoint)
        await fill(engine, delivery("m1", old["id"]))
        await keep(engine, given(2), NOON, given(1).endpoint)
        assert [row["endpoint"] for row in await subscriptions(engine)] == [given(2).endpoint]
        assert await deliveries(engine) == []

    on(tmp_path, work)


def test_an_old_endpoint_nobody_knows_is_no_error(tmp_path: Path) -> None:
    async def work(engine: AsyncEngine) -> None:
        await keep(engine, given(), NOON, "https://fcm.googleapis.com/weg")
        assert len(await subscriptions(engine)) == 1

    on(tmp_path, work)


def test_many_at_once_are_one_row(tmp_path: Path) -> None:
    async def work(engine: AsyncEngine) -> None:
        await keep(engine, given(1), NOON)
        await asyncio.gather(*(keep(engine, given(2), NOON, given(1).endpoint) for _ in range(8)), *(keep(engine, given(2), NOON) for _ in range(8)))
        assert [row["endpoint"] for row in await subscriptions(engine)] == [given(2).endpoint]

    on(tmp_path, work)


def test_stopping_erases_the_row_and_what_is_to_come_but_not_what_was(tmp_path: Path) -> None:
    async def work(engine: AsyncEngine) -> None:
        for number in (1, 2):
            await keep(engine, given(number), NOON)
        one, two = await subscriptions(engine)
        async with engine.begin() as conn:
            await add(conn, [], message("m1"), message("m2"))
            rows = [delivery("m1", one["id"], "sent"), delivery("m2", one["id"]), delivery("m2", two["id"])]
            await conn.execute(insert(DELIVERIES), rows)
        for _ in range(2):
            await erase(engine, one["endpoint"])
            assert await subscriptions(engine) == [two]
            left = {(row["message_id"], row["subscription_id"]) for row in await deliveries(engine)}
            assert left == {("m1", one["id"]), ("m2", two["id"])}

    on(tmp_path, work)


@pytest.mark.parametrize("at_once", [1, 2000])
def test_cleaning_forgets_who_was_not_seen_and_what_is_long_ago(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, at_once: int) -> None:
    monkeypatch.setattr(subscribers, "AT_ONCE", at_once)

    async def work(engine: AsyncEngine) -> None:
        def ago(days: float) -> datetime:
            return NOON - days * DAY

        for number, days in enumerate((0, UNSEEN.days, UNSEEN.days + 0.1, 400)):
            await keep(engine, given(number), ago(days))
        gone = [row["id"] for row in await subscriptions(engine) if row["seen"] < NOON - UNSEEN]
        await fill(
            engine,
            delivery("m1", "a", "sent", closed=ago(OUTCOMES.days)),
            delivery("m1", "b", "sent", closed=ago(OUTCOMES.days + 0.1)),
            delivery("m1", "c", "gone", closed=ago(200)),
            delivery("m1", "d", due=ago(200)),
            delivery("m1", gone[0], due=NOON),
            delivery("m1", "e", due=NOON),
        )
        assert await clean(engine, NOON) == (2, 3)
        assert len(await subscriptions(engine)) == 2
        assert [row["subscription_id"] for row in await deliveries(engine)] == ["a", "e"]
        assert await clean(engine, NOON) == (0, 0)

    on(tmp_path, work)


def test_cleaning_takes_lanes_nobody_is_on_but_none_somebody_has_to_look_at(tmp_path: Path) -> None:
    async def work(engine: AsyncEngine) -> None:
        await keep(engine, given(1), NOON)
        await fill(engine, delivery("m1", "a", origin=MOZILLA), delivery("m1", "b", "sent", origin="https://done.notify.windows.com"))
        lanes = [FCM, MOZILLA, *(f"https://{name}.notify.windows.com" for name in ("made-up", "done", "stopped"))]
        async with engine.begin() as conn:
            await conn.execute(insert(LANES), [{"origin": origin, "stopped": "stopped" in origin, "changed": NOON} for origin in lanes])
        assert await clean(engine, NOON) == (0, 0)
        async with engine.connect() as conn:
            left = (await conn.execute(select(LANES.c.origin))).scalars().all()
        assert sorted(left) == [FCM, "https://stopped.notify.windows.com", MOZILLA]

    on(tmp_path, work)
