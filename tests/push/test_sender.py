"""One sender against services that answer this and that, on both databases. The network is a function here; see test_killed.py for the real one."""

import asyncio
import json
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from itertools import pairwise
from typing import Any

import pytest
from sqlalchemy import Connection
from sqlalchemy.exc import OperationalError

from imh_parents.db.engine import open_engine
from imh_parents.push import outbox, sender
from imh_parents.push.closing import close
from imh_parents.push.control import start_lane
from imh_parents.push.lanes import SEVERAL, TRIES, Answer
from imh_parents.push.post import open_post
from imh_parents.push.services import Service
from imh_parents.push.subscribers import Subscriber, keep
from imh_parents.push.tables import MESSAGES, SUBSCRIPTIONS
from tests.databases import settings_for
from tests.push.people import NOON, TEXTS, Person, message
from tests.push.world import KEY, OLD, ORIGIN, OTHER, World

EVENING = datetime(2026, 6, 15, 19, tzinfo=UTC)  # nine o'clock in Brussels


def test_everybody_gets_the_message_once_in_their_own_language(world: World) -> None:
    world.put([Person(number).row(ORIGIN, KEY.id, language=("nl", "ar", "en")[number % 3]) for number in range(30)], message())
    assert (world.send(), world.send()) == (30, 0)
    assert (world.states(), world.message().state) == ({"sent": 30}, "sent")
    read = {url: json.loads(Person(int(url.rpartition("/")[2])).reads(content))["notification"] for url, _, content in world.posted}
    assert len(read) == len(world.posted) == 30
    assert {said["title"] for said in read.values()} == {text["title"] for text in TEXTS.values()}
    assert {(said["lang"], said["data"]["id"]) for said in read.values()} == {("nl", "m1"), ("ar", "m1")}
    headers = world.posted[0][1]
    assert (headers["ttl"], headers["urgency"], headers["topic"]) == (str(8 * 3600), "normal", "tag-m1")


def test_each_subscription_is_written_to_with_the_key_it_was_made_with(world: World) -> None:
    world.put([Person(0).row(ORIGIN, KEY.id), Person(1).row(ORIGIN, OLD.id), Person(2).row(ORIGIN, "thrown-away")], message())
    world.send()
    used = {url.rpartition("/")[2]: headers["authorization"].rpartition("k=")[2] for url, headers, _ in world.posted}
    assert used == {"0": KEY.public, "1": OLD.public}
    assert world.states() == {"sent": 2, "failed": 1}


def test_a_browsers_keys_that_are_none_fail_that_one_only(world: World) -> None:
    world.put([Person(0).row(ORIGIN, KEY.id), Person(1).row(ORIGIN, KEY.id, p256dh="AAAA"), Person(2).row(ORIGIN, KEY.id, auth="é")], message())
    world.send()
    assert world.states() == {"sent": 1, "failed": 2}


@pytest.mark.parametrize("status", [404, 410])
def test_who_is_gone_is_erased_with_the_outcome(world: World, status: int) -> None:
    world.answers = lambda url: Answer(status if url.endswith("7") else 201)
    world.people(20)
    world.send()
    assert (world.states(), world.subscribers()) == ({"sent": 18, "gone": 2}, 18)


def test_a_phone_that_renews_its_address_while_the_old_one_is_tried_is_not_gone(world: World) -> None:
    new = f"{OTHER}/push/1"

    def moves(url: str) -> Answer:
        if url == new:
            return Answer(201)
        row = Person(1).row(OTHER, KEY.id)
        given = {name: row[name] for name in ("endpoint", "origin", "p256dh", "auth", "key_id", "language")}

        async def move() -> None:
            engine = open_engine(settings_for(world.folder))
            await keep(engine, Subscriber(**given, topics=("week",)), NOON, replaces=url)
            await engine.dispose()

        with ThreadPoolExecutor(1) as pool:  # a loop is running here
            pool.submit(asyncio.run, move()).result()
        return Answer(410)

    world.answers = moves
    world.put([Person(0).row(ORIGIN, KEY.id)], message())
    world.send()
    assert ([row.endpoint for row in world.rows(SUBSCRIPTIONS)], world.states()) == ([new], {"open": 1})
    world.send()
    assert ([url for url, _, _ in world.posted], world.states()) == ([f"{ORIGIN}/push/0", new], {"sent": 1})


def test_who_unsubscribed_after_the_start_is_not_written_to(world: World) -> None:
    world.people(3)
    world.tend()
    with world.engine.begin() as conn:
        conn.execute(SUBSCRIPTIONS.delete().where(SUBSCRIPTIONS.c.id == Person(1).id))
    world.send()
    assert (world.states(), len(world.posted)) == ({"sent": 2, "gone": 1}, 2)


def test_too_large_fails_the_message_and_asks_no_further(world: World) -> None:
    world.answers = lambda url: Answer(413)
    world.people(400)
    world.send()
    assert (world.states(), world.message().state) == ({"failed": 400}, "failed")
    assert "too large" in world.message().trouble
    assert len(world.posted) <= 100  # what was under way when the first said so


def test_too_large_for_one_service_ends_the_message_there_only(world: World) -> None:
    world.answers = lambda url: Answer(413 if url.startswith(ORIGIN) else 201)
    world.put([Person(number).row((ORIGIN, OTHER)[number % 4 == 0], KEY.id) for number in range(400)], message())
    world.send()
    assert (world.states(), world.message().state) == ({"failed": 300, "sent": 100}, "sent")
    assert f"{ORIGIN} says it is too large" in world.message().trouble
    assert sum(url.startswith(ORIGIN) for url, _, _ in world.posted) <= 100


@pytest.mark.parametrize("status", [401, 403, 413])
def test_what_a_service_says_of_some_is_not_said_of_all(world: World, status: int) -> None:
    world.answers = lambda url: Answer(status if url.endswith("7") else 201)
    world.people(100)
    world.send()
    assert (world.states(), world.message().state, world.message().trouble) == ({"sent": 90, "failed": 10}, "sent", None)
    assert ({row.status for row in world.rows() if row.state == "failed"}, world.lane().stopped) == ({status}, False)


@pytest.mark.parametrize("status", [401, 403])
def test_one_subscription_refused_again_and_again_stops_no_lane(world: World, status: int) -> None:
    world.answers = lambda url: Answer(status)
    world.people(1, *(message(f"m{number}") for number in range(SEVERAL + 1)))
    for _ in range(2):  # three at once, as the week's budget has it
        world.send()
        world.later(minutes=2)
    assert (len(world.posted), world.lane().stopped) == (SEVERAL + 1, False)
    assert {row.state for row in world.rows()} == {"failed"}


def test_a_lane_that_was_good_an_hour_ago_can_stop(world: World) -> None:
    world.people(100)
    world.send()
    world.later(hours=2)
    world.put([], message("m2", due=world.now))
    world.answers = lambda url: Answer(403)
    world.send()
    assert (world.states("m2"), world.lane().stopped, len(world.posted) <= 150) == ({"open": 100}, True, True)


@pytest.mark.parametrize("status", [401, 403])
def test_not_let_in_stops_that_lane_only_and_it_can_be_started_again(world: World, status: int) -> None:
    world.answers = lambda url: Answer(status if url.startswith(ORIGIN) else 201)
    world.put([Person(number).row(ORIGIN if number % 2 else OTHER, KEY.id) for number in range(40)], message())
    world.send()
    world.later(minutes=5)
    tried = len(world.posted)
    world.send()
    assert (world.states(), len(world.posted)) == ({"sent": 20, "open": 20}, tried)
    assert (world.lane().stopped, str(status) in world.lane().trouble, world.lane(OTHER).stopped) == (True, True, False)
    assert world.tend() == []
    world.answers = lambda url: Answer(201)
    world.do(start_lane, ORIGIN, world.now)
    world.send()
    assert world.states() == {"sent": 40}


@pytest.mark.parametrize("after", ["120", format_datetime(NOON + timedelta(minutes=2), usegmt=True)])
def test_a_lane_rests_as_long_as_its_service_says_for_every_worker(world: World, after: str) -> None:
    world.answers = lambda url: Answer(429, after)
    world.people(300)
    world.send()
    asked = len(world.posted)
    assert (0 < asked <= 100 * 8, world.states()) == (True, {"open": 300})
    world.later(seconds=119)
    world.send("another")
    assert len(world.posted) == asked
    world.answers = lambda url: Answer(201)
    world.later(seconds=1)
    world.send("another")
    assert (world.states(), {row.tries for row in world.rows()}) == ({"sent": 300}, {1})


@pytest.mark.parametrize(("status", "after"), [(429, "0"), (503, "0"), (503, format_datetime(NOON - timedelta(minutes=1), usegmt=True))])
def test_a_service_that_says_at_once_is_not_hammered(world: World, status: int, after: str) -> None:
    world.answers = lambda url: Answer(status, after)
    world.people(1)
    for _ in range(20):
        world.send()
    assert (len(world.posted), world.rows()[0].tries) == (1, 1)


def test_trouble_is_tried_again_six_times_and_then_fails(world: World) -> None:
    world.answers = lambda url: Answer(500)
    world.people(1)
    for wait in (30, 60, 120, 240, 480):
        world.send()
        (row,) = world.rows()
        assert (row.state, row.due - world.now) == ("open", timedelta(seconds=wait))
        world.later(seconds=wait - 1)
        world.send()
        world.later(seconds=1)
    world.send()
    assert (world.states(), len(world.posted), world.message().state) == ({"failed": 1}, TRIES, "sent")


def test_nothing_is_sent_after_its_time(world: World) -> None:
    world.people(5, message(until=NOON + timedelta(minutes=10)))
    world.tend()
    world.now = NOON + timedelta(minutes=10)
    world.send()
    assert (world.states(), world.posted, world.message().state) == ({"expired": 5}, [], "sent")


def test_a_batch_under_way_when_the_time_ends_is_not_sent_further(world: World) -> None:
    def late(_: str) -> Answer:
        world.now = NOON + timedelta(seconds=10)
        return Answer(201)

    world.services = (Service("one by one", ("*.push.test",), rate=1_000_000, together=1),)
    world.answers = late
    world.people(40, message(until=NOON + timedelta(seconds=5)))
    world.send()
    assert (len(world.posted), world.states()) == (1, {"sent": 1, "expired": 39})


def test_what_falls_into_the_night_waits_for_eight_oclock_or_expires(world: World) -> None:
    tomorrow, hour = message("tomorrow", until=NOON + timedelta(days=1)), message("hour", until=EVENING + timedelta(hours=1))
    world.people(10, tomorrow, hour)
    world.tend()
    world.now = EVENING
    world.send()
    assert (world.posted, world.states("tomorrow"), world.states("hour")) == ([], {"open": 10}, {"expired": 10})
    morning = datetime(2026, 6, 16, 6, tzinfo=UTC)
    assert {row.due for row in world.rows() if row.state == "open"} == {morning}
    world.now = morning
    world.send()
    assert world.states("tomorrow") == {"sent": 10}


def test_a_phone_that_is_off_in_the_evening_does_not_ring_at_night(world: World) -> None:
    world.now = EVENING - timedelta(minutes=10)
    world.people(5, message(due=world.now, until=EVENING + timedelta(days=2)))
    world.send()
    assert [headers["ttl"] for _, headers, _ in world.posted] == ["600"] * 5


def test_a_batch_under_way_at_nine_goes_on_in_the_morning(world: World) -> None:
    def late(_: str) -> Answer:
        world.now = max(world.now, EVENING)
        return Answer(201)

    world.services = (Service("one by one", ("*.push.test",), rate=1_000_000, together=1),)
    world.answers = late
    world.now = EVENING - timedelta(seconds=1)
    world.people(40, message(until=EVENING + timedelta(days=1)))
    world.send()
    assert (len(world.posted), world.states()) == (1, {"sent": 1, "open": 39})
    assert {row.due for row in world.rows() if row.state == "open"} == {datetime(2026, 6, 16, 6, tzinfo=UTC)}


def test_a_message_due_at_night_is_made_for_the_morning(world: World) -> None:
    world.people(3, message(due=EVENING, until=EVENING + timedelta(days=1)))
    world.now = EVENING
    world.send()
    assert (world.posted, {row.due for row in world.rows()}) == ([], {datetime(2026, 6, 16, 6, tzinfo=UTC)})


def test_an_address_of_no_push_service_is_never_written_to(world: World) -> None:
    world.put([Person(0).row("https://169.254.169.254", KEY.id), Person(1).row(ORIGIN, KEY.id)], message())
    world.send()
    assert [url.startswith(ORIGIN) for url, _, _ in world.posted] == [True]
    world.now = NOON.replace(hour=18)
    world.send()
    assert world.states() == {"sent": 1, "expired": 1}


def test_an_address_that_cannot_be_written_to_fails_alone(world: World) -> None:
    """From before such addresses were refused, with the client that really posts."""
    world.put([Person(0).row("https://xn--a.push.test", KEY.id)], message())
    world.tend()

    async def run() -> None:
        async with open_post(world.pace) as post:
            one = world.sender()
            one.post = post
            for shard in range(outbox.SHARDS):
                await one.turn(shard, timedelta(microseconds=1))

    asyncio.run(run())
    assert (world.states(), {row.status for row in world.rows()}) == ({"failed": 1}, {None})


def test_a_client_that_breaks_over_one_address_writes_to_all_others_once(world: World, caplog: pytest.LogCaptureFixture) -> None:
    def broken(url: str) -> Answer:
        if url.endswith("/7"):
            raise ValueError("no address at all")
        return Answer(201)

    world.answers = broken
    world.people(40)
    world.send()
    assert (world.states(), len(world.posted)) == ({"sent": 39, "open": 1}, 40)
    assert "one address could not be written to: ValueError" in caplog.text
    assert "/7" not in caplog.text
    for _ in range(TRIES):
        world.later(minutes=10)
        world.send()
    assert (world.states(), len(world.posted)) == ({"sent": 39, "failed": 1}, 39 + TRIES)


def test_a_lane_that_breaks_ends_alone(world: World, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> None:
    claim = outbox.claim

    def broken(conn: Connection, origin: str, *rest: Any) -> outbox.Batch:
        if origin == OTHER:
            raise RuntimeError("this lane is broken")
        return claim(conn, origin, *rest)

    monkeypatch.setattr(outbox, "claim", broken)
    world.put([Person(number).row((ORIGIN, OTHER)[number % 2], KEY.id) for number in range(40)], message())
    world.send()
    assert (world.states(), len(world.posted)) == ({"sent": 20, "open": 20}, 20)
    assert "this lane is broken" in caplog.text


@pytest.mark.parametrize("lease", [60, 1])
def test_what_was_posted_is_written_down_when_the_database_is_free_again(world: World, monkeypatch: pytest.MonkeyPatch, lease: int) -> None:
    """As long as the lease lasts; after that it is anybody's."""
    failed, pace = [], replace(world.pace, lease=timedelta(seconds=lease), timeout=timedelta(0))

    def locked(*arguments: Any) -> int:
        if len(failed) < 2 or lease == 1:
            failed.append(arguments)
            raise OperationalError("BEGIN IMMEDIATE", None, sqlite3.OperationalError("database is locked"))
        return close(*arguments)

    monkeypatch.setattr(sender, "close", locked)
    world.pace = pace
    world.put([Person(0).row(ORIGIN, KEY.id)], message())
    world.send()
    assert (len(world.posted), world.states(), len(failed) >= 2) == (1, {"sent" if lease == 60 else "open": 1}, True)


def test_a_lane_keeps_its_rate_over_all_shards_and_workers(world: World) -> None:
    world.services = (Service("slow", ("*.push.test",), rate=16, together=100),)
    world.people(300)
    world.send()
    world.send("two")
    went = [len(world.posted)]
    assert 16 < went[0] <= 32
    for second in range(1, 60):
        world.later(seconds=1)
        world.send("two" if second % 2 else "one")
        went.append(len(world.posted))
    assert went[-1] == 300
    assert max(later - before for before, later in pairwise(went)) <= 32


def test_paused_waits_and_stopped_is_over(world: World) -> None:
    world.people(5)
    world.tend()
    world.change(MESSAGES, state="paused")
    world.send()
    assert (world.posted, world.tend()) == ([], [])
    world.change(MESSAGES, state="stopped")
    world.send()
    assert (world.posted, world.states()) == ([], {"stopped": 5})
