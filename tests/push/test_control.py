"""What people do to messages, on both databases."""

from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Any

import pytest

from imh_parents.errors import ChangedMeanwhile, PushError
from imh_parents.push import control
from tests.push.people import NOON, TEXTS, message
from tests.push.world import World

HERE = "https://voorbeeld.test"


def schedule(world: World, version: int = 1, id_: str = "m1", hours: float = 8, start: float = 0) -> None:
    world.do(control.schedule, id_, version, NOON + timedelta(hours=start), NOON + timedelta(hours=hours), NOON, HERE, "ann")


def test_a_draft_goes_out_once_it_is_scheduled(world: World) -> None:
    world.people(3, message(state="draft", due=None, until=None))
    world.send()
    assert (world.posted, world.message().state) == ([], "draft")
    schedule(world)
    world.send()
    assert (len(world.posted), world.message().state, world.message().version, world.message().changed_by) == (3, "sent", 2, "ann")


def test_pause_resume_and_stop(world: World) -> None:
    world.people(6)
    world.tend()
    world.do(control.pause, "m1", 1, NOON, "ann")
    world.send()
    assert world.states() == {"open": 6}
    world.do(control.resume, "m1", 2, NOON, "ann")
    world.send()
    assert world.states() == {"sent": 6}
    with pytest.raises(PushError, match="m1 is sent; this can be done with one that is scheduled or sending or paused"):
        world.do(control.stop, "m1", 3, NOON, "ann")


def test_stop_closes_what_is_not_under_way_at_once(world: World) -> None:
    world.people(6)
    world.tend()
    world.do(control.stop, "m1", 1, NOON, "ann")
    assert (world.states(), world.message().state) == ({"stopped": 6}, "stopped")


@pytest.mark.parametrize("action", [control.pause, control.stop])
def test_who_read_an_older_version_is_told_and_changes_nothing(world: World, action: Callable[..., Awaitable[None]]) -> None:
    world.people(1, message(version=5, changed_by="bea"))
    before = world.message()
    with pytest.raises(ChangedMeanwhile, match="was changed by bea since you read it"):
        world.do(action, "m1", 4, NOON, "ann")
    assert world.message() == before


def test_a_message_that_is_not_there_is_named(world: World) -> None:
    with pytest.raises(PushError, match="no message weg"):
        world.do(control.pause, "weg", 1, NOON, "ann")
    with pytest.raises(PushError, match="no message weg"):
        schedule(world, id_="weg")


@pytest.mark.parametrize(
    ("changes", "hours", "words"),
    [
        ({"texts": {}}, 8, "has no text"),
        ({"tag": "twee woorden"}, 8, "letters, digits, - and _ only"),
        ({"texts": {"nl": TEXTS["nl"] | {"line": "x" * 4000}}}, 8, "Make the text shorter"),
        ({}, -1, "no hour of the day"),
        ({}, 0, "no hour of the day"),
    ],
)
def test_what_would_fail_when_sent_is_refused_when_scheduled(world: World, changes: dict[str, Any], hours: float, words: str) -> None:
    world.put([], message(state="draft", **changes))
    with pytest.raises(PushError, match=words):
        schedule(world, hours=hours)
    assert world.message().state == "draft"


def test_a_night_is_no_time_to_send_in(world: World) -> None:
    world.put([], message(state="draft"))
    with pytest.raises(PushError, match="no hour of the day"):
        schedule(world, start=10, hours=15)
