"""Filling, claiming and closing, on both databases."""

import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import Connection, Engine

from imh_parents.db.engine import open_sync_engine, writing
from imh_parents.push import outbox, tending
from imh_parents.push.closing import close, progress
from imh_parents.push.lanes import Outcome
from imh_parents.push.tables import DELIVERIES, LANES, MESSAGES
from tests.databases import settings_for
from tests.push.people import NOON, Person, message
from tests.push.world import KEY, ORIGIN, OTHER, SERVICES, World


def claim(world: World, worker: str = "one", shards: Any = range(outbox.SHARDS)) -> list[outbox.Batch]:
    found = []
    for shard in shards:
        with writing(world.engine).begin() as conn:
            found.append(outbox.claim(conn, ORIGIN, SERVICES[0], shard, worker, world.now, world.pace))
    return [batch for batch in found if batch.rows]


def ids(batches: list[outbox.Batch]) -> list[str]:
    return [row.subscription_id for batch in batches for row in batch.rows]


def test_everybody_of_the_topic_band_and_language_gets_a_row_once(world: World) -> None:
    rows = [
        Person(0).row(ORIGIN, KEY.id),
        Person(1).row(ORIGIN, KEY.id, topics=["cards", "week"], band="0-6-weken", language="en"),
        Person(2).row(ORIGIN, KEY.id, topics=["cards", "weekend"]),
        Person(3).row(ORIGIN, KEY.id, topics=[]),
        Person(4).row(ORIGIN, KEY.id, band="3-4-maanden", language="ar"),
    ]
    texts = message()["texts"]
    few = message("few", bands=["0-6-weken", "10-12-maanden"])
    arabic = message("arabic", texts={"ar": texts["ar"]})
    world.put(rows, message(), few, arabic)
    for _ in range(2):
        world.change(MESSAGES, state="scheduled")
        world.tend()
    got = {name: {row.subscription_id for row in world.rows() if row.message_id == name} for name in ("m1", "few", "arabic")}
    assert got == {"m1": {Person(0).id, Person(1).id, Person(4).id}, "few": {Person(1).id}, "arabic": {Person(4).id}}
    assert {message.state for message in world.rows(MESSAGES)} == {"sending"}


def test_shards_share_everybody(world: World) -> None:
    world.people(200)
    assert world.tend() == list(range(outbox.SHARDS))
    assert {row.shard for row in world.rows()} == set(range(outbox.SHARDS))
    assert len(world.rows()) == 200


def test_a_start_cut_off_is_finished(world: World) -> None:
    world.people(50)
    with writing(world.engine).begin() as conn:
        outbox.fill(conn, world.message(), 3, world.now)
    assert (world.message().state, claim(world)) == ("scheduled", [])
    world.tend()
    assert (len(world.rows()), len(ids(claim(world)))) == (50, 50)


def test_a_message_changed_while_it_starts_goes_to_whom_it_is_for_now(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    world.put([Person(number).row(ORIGIN, KEY.id, band="0-6-weken" if number < 10 else "3-4-maanden") for number in range(20)], message())
    fill = outbox.fill

    def filled(conn: Connection, row: outbox.Line, shard: int, now: datetime) -> int:
        count = fill(conn, row, shard, now)
        if shard == 4 and row.version == 1:
            conn.execute(MESSAGES.update().values(version=2, bands=["0-6-weken"]))
        return count

    monkeypatch.setattr(outbox, "fill", filled)
    world.tend()
    assert (world.rows(), world.message().state) == ([], "scheduled")
    world.tend()
    assert ({row.subscription_id for row in world.rows()}, world.message().state) == ({Person(number).id for number in range(10)}, "sending")


def test_workers_that_start_one_message_together_take_nobody_away(world: World) -> None:
    world.people(300)
    engines, gate = [open_sync_engine(settings_for(world.folder)) for _ in range(3)], threading.Barrier(3)

    def start(engine: Engine) -> None:
        gate.wait()
        tending.tend(engine, world.now)
        engine.dispose()

    with ThreadPoolExecutor(3) as pool:
        list(pool.map(start, engines))
    assert (world.states(), world.message().state) == ({"open": 300}, "sending")
    world.later(seconds=1)
    world.send()
    assert (len(world.posted), world.states(), world.message().state) == (300, {"sent": 300}, "sent")


def test_a_worker_still_at_a_version_of_before_takes_nobody_from_who_starts_this_one(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """Paused and resumed at the desk while one worker filled; another is in the middle of starting it anew when the first sees that it changed."""
    world.people(100)
    before, steps = world.message(), []
    world.change(MESSAGES, version=3)
    world.later(seconds=1)

    def step(engine: Engine) -> Engine:
        steps.append(engine)
        if len(steps) == 6:
            tending._finish(engine, before, world.now)
        return writing(engine)

    monkeypatch.setattr(tending, "writing", step)
    world.tend()
    assert len(steps) > 6
    world.later(minutes=1)
    world.tend()
    assert (world.states(), world.message().state) == ({"open": 100}, "sending")


def test_who_had_three_this_week_gets_no_row_unless_it_frees_in_time(world: World) -> None:
    world.people(2, message(), message("long", until=NOON + timedelta(days=3)))
    before = [NOON - timedelta(days=day) for day in (1, 2, 5)]
    with writing(world.engine).begin() as conn:
        conn.execute(MESSAGES.insert(), [message(f"old{day.day}", state="sent") for day in before])
        conn.execute(DELIVERIES.insert(), [_sent(f"old{day.day}", Person(0), day) for day in before])
    world.tend()
    assert {row.subscription_id for row in world.rows() if row.message_id == "m1"} == {Person(1).id}
    assert len([row for row in world.rows() if row.message_id == "long"]) == 2
    world.send()
    assert world.states("long") == {"sent": 1, "open": 1}
    moved = next(row for row in world.rows() if row.message_id == "long" and row.state == "open")
    assert (moved.subscription_id, moved.due) == (Person(0).id, NOON + timedelta(days=2))
    world.now = moved.due
    world.send()
    assert world.states("long") == {"sent": 2}


def test_budget_holds_among_messages_that_go_out_together(world: World) -> None:
    world.people(10, *(message(f"m{number}") for number in range(5)))
    world.send()
    assert len(world.posted) == 30
    world.later(minutes=2)
    world.send()
    states = [state for number in range(5) for state in world.states(f"m{number}").items()]
    assert sum(count for state, count in states if state == "sent") == 30
    assert sum(count for state, count in states if state == "expired") == 20


def test_what_is_claimed_is_nobody_elses_until_the_lease_is_over(world: World) -> None:
    world.people(100)
    world.tend()
    first = ids(claim(world, "one"))
    assert (len(first), claim(world, "two")) == (100, [])
    world.later(seconds=61)
    assert sorted(ids(claim(world, "two"))) == sorted(first)


def test_an_outcome_after_the_lease_was_taken_over_is_not_written(world: World) -> None:
    world.people(20)
    world.tend()
    slow = claim(world, "slow")
    world.later(seconds=61)
    fast = claim(world, "fast")

    def finish(batches: list[outbox.Batch], worker: str, outcome: Outcome) -> int:
        count = 0
        for batch in batches:
            with writing(world.engine).begin() as conn:
                assert batch.lease
                count += close(conn, ORIGIN, worker, batch.lease, [(row, outcome) for row in batch.rows], world.now)
        return count

    assert finish(slow, "slow", Outcome("gone", 410)) == 0
    assert (world.states(), world.subscribers()) == ({"open": 20}, 20)
    assert finish(fast, "fast", Outcome("sent", 201)) == 20
    assert finish(slow, "slow", Outcome("gone", 410)) == 0
    assert (world.states(), world.subscribers()) == ({"sent": 20}, 20)


def test_who_is_refused_while_the_lane_stops_is_still_to_come(world: World) -> None:
    world.people(100)
    world.tend()
    batches = claim(world)
    refused = Outcome("failed", 403)
    for batch in batches:
        world.later(seconds=1)
        with writing(world.engine).begin() as conn:
            assert batch.lease
            close(conn, ORIGIN, "one", batch.lease, [(row, refused) for row in batch.rows], world.now)
    assert (world.states(), world.lane().stopped, world.lane().changed) == ({"open": 100}, True, NOON + timedelta(seconds=1))
    assert {(row.due <= world.now, row.tries, row.lease, row.closed) for row in world.rows()} == {(True, 0, None, None)}


def test_a_turn_comes_by_the_lanes_with_something_due_in_its_shard_only(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    people = [Person(number) for number in range(200)]
    first = next(person for person in people if int(person.id[0], 16) % outbox.SHARDS == 0)
    world.put([first.row(ORIGIN, KEY.id), *(person.row(f"https://h{person.number}.push.test", KEY.id) for person in people if person is not first)], message())
    world.tend()
    later = world.now + timedelta(minutes=5)
    with writing(world.engine).begin() as conn:
        conn.execute(DELIVERIES.update().where(DELIVERIES.c.origin != ORIGIN).values(due=later))
    asked, claim = [], outbox.claim

    def claimed(conn: Connection, origin: str, *rest: Any) -> outbox.Batch:
        asked.append(origin)
        return claim(conn, origin, *rest)

    monkeypatch.setattr(outbox, "claim", claimed)
    world.send()
    assert (asked, len(world.rows(LANES)), world.states()) == ([ORIGIN], 200, {"sent": 1, "open": 199})
    world.now = later
    world.send()
    assert (len(asked), world.states()) == (200, {"sent": 200})


def test_a_lane_cleaned_away_before_its_turn_is_no_error(world: World) -> None:
    world.people(5)
    world.tend()
    with writing(world.engine).begin() as conn:
        conn.execute(LANES.delete())
    assert claim(world) == []


@pytest.mark.parametrize("moment", [NOON.replace(hour=19), NOON.replace(hour=23), NOON.replace(hour=5, minute=59)])
def test_nothing_is_claimed_at_night(world: World, moment: datetime) -> None:
    world.people(5)
    world.tend()
    world.now = moment
    assert claim(world) == []


def test_progress_counts_by_service_and_state(world: World) -> None:
    world.put([Person(number).row(ORIGIN if number < 3 else OTHER, KEY.id) for number in range(5)], message())
    world.tend()
    claim(world)
    with world.engine.connect() as conn:
        assert progress(conn, "m1") == {ORIGIN: {"open": 3}, OTHER: {"open": 2}}
    world.later(seconds=61)
    world.send()
    with world.engine.connect() as conn:
        assert progress(conn, "m1") == {ORIGIN: {"sent": 3}, OTHER: {"sent": 2}}


def _sent(id_: str, person: Person, closed: datetime) -> dict[str, Any]:
    return {
        "message_id": id_, "subscription_id": person.id, "origin": ORIGIN, "shard": 0, "state": "sent", "due": closed, "tries": 1,
        "status": 201, "closed": closed,
    }  # fmt: skip
