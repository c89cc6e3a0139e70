"""Everything that can go wrong on the wire, with a sender that is killed at random moments, and afterwards the books balance."""

import json
import os
import random
import subprocess
import sys
import time
from collections import Counter, defaultdict
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from imh_parents.push.tables import LANES, MESSAGES, SUBSCRIPTIONS
from imh_parents.push.tending import tend
from imh_parents.settings import ROOT
from tests.databases import settings_for
from tests.push.checks import accepted
from tests.push.people import NOON, Person, message
from tests.push.service import Service, push_service
from tests.push.world import KEY, World

COUNT, BATCH, KILLS = int(os.environ.get("PUSH_COUNT", "1000")), 20, 10
pytestmark = [pytest.mark.local, pytest.mark.timeout(240 + COUNT // 20)]
TAKEN = ("200", "201", "short", "endless")  # the browser gets it, whatever comes after the status
# What each address answers, one after the other; the last one for ever. By the last two digits of its number, all others 201.
ANSWERS = {
    1: ["404"],
    2: ["410"],
    3: ["429 1", "201"],
    4: ["429 Thu, 01 Jan 1970 00:00:00 GMT", "201"],
    5: ["429", "201"],
    6: ["429 soon", "429 -5", "201"],
    7: ["500", "201"],
    8: ["500"],
    9: ["503 1", "201"],
    10: ["close", "201"],
    11: ["cut", "close", "201"],
    12: ["stall", "201"],
    13: ["garbage", "201"],
    14: ["short"],
    15: ["elsewhere"],
    16: ["endless"],
    17: ["400"],
    18: ["502", "503", "200"],
}
RARE = (3, 4, 5, 6, 9, 12)  # each makes the whole lane wait, so one in a thousand is enough
FINAL = {1: "gone", 2: "gone", 8: "failed", 15: "failed", 17: "failed"}


def kind(number: int) -> int:
    """Which row of ANSWERS an address follows."""
    found = number % 100
    return found if found in ANSWERS and (found not in RARE or number < 200) else 0


def plan(path: str, topic: str, times: int) -> str:
    number = int(path.rpartition("/")[2])
    if topic == "tag-large":
        return "413" if number % 50 == 30 else "201"
    answers = ANSWERS.get(kind(number), ["201"])
    return answers[min(times, len(answers) - 1)]


def orders(world: World, service: Service, name: str, shift: float, **more: Any) -> list[str]:
    settings = settings_for(world.folder)
    said = {"folder": str(settings.data_dir), "database": settings.database_url, "hosts": f"127.0.0.1:{service.port}", "name": name, "key": KEY.secret()}
    said |= {"authority": str(world.folder / "ca.pem"), "shift": shift, "batch": BATCH} | more
    return [sys.executable, "-m", "tests.push.drain", json.dumps(said)]


def start(*arguments: Any, **more: Any) -> subprocess.Popen[str]:
    """A sender that is at work."""
    process = subprocess.Popen(orders(*arguments, **more), cwd=ROOT, stdout=subprocess.PIPE, text=True)
    assert process.stdout
    assert process.stdout.readline() == "at work\n"
    return process


def test_killed_ten_times_nothing_is_lost_and_hardly_anything_doubled(world: World, tmp_path: Path) -> None:
    chance, shift = random.Random(4), (NOON - datetime.now(UTC)).total_seconds()
    with push_service(plan, tmp_path, delay=0.01) as service:
        people = [Person(number).row(service.origin, KEY.id) for number in range(COUNT)]
        world.put(people, message("all", due=NOON), message("large", topic="large", due=NOON))
        world.change(SUBSCRIPTIONS, topics=["week", "large"])
        for number in range(KILLS):
            process = start(world, service, f"sender-{number}", shift)
            after = len(service.requests) + chance.randint(1, 3 * BATCH)
            while len(service.requests) < after and process.poll() is None:
                time.sleep(0.001)  # killed in the middle of a batch rather than while a lane rests
            process.kill()
            process.communicate()
        last = subprocess.run(orders(world, service, "last", shift), cwd=ROOT, capture_output=True, text=True, timeout=200, check=False)
        assert last.returncode == 0, last.stderr
        _balance(world, service, shift)


def _balance(world: World, service: Service, shift: float) -> None:
    rows = {(row.message_id, row.subscription_id): row for row in world.rows()}
    now = datetime.now(UTC) + timedelta(seconds=shift)
    # Every subscription has exactly one outcome, and the one its service meant.
    meant = {Person(number).id: FINAL.get(kind(number), "sent") for number in range(COUNT)}
    assert {id_: row.state for (message_id, id_), row in rows.items() if message_id == "all"} == meant
    large = {id_: row.state for (message_id, id_), row in rows.items() if message_id == "large"}
    assert set(large.values()) <= {"sent", "failed", "gone"}
    assert {id_ for id_, state in large.items() if state == "failed"} == {Person(number).id for number in range(30, COUNT, 50)}
    assert all(row.closed and row.lease is None for row in rows.values())
    assert {row.id: row.state for row in world.rows(MESSAGES)} == {"all": "sent", "large": "sent"}
    gone = {id_ for id_, state in meant.items() if state == "gone"}
    assert {row.id for row in world.rows(SUBSCRIPTIONS)} == meant.keys() - gone
    # What was said to be sent was taken, and what was taken twice was under way at a kill.
    taken = defaultdict(list)
    for request in service.requests:
        if request.answer in TAKEN:
            taken[request.headers["topic"], request.path].append(request)
    sent = Counter(message_id for (message_id, _), row in rows.items() if row.state == "sent")
    assert sum(topic == "tag-all" for topic, _ in taken) == sent["all"]
    doubled = sum(len(requests) - 1 for requests in taken.values())
    assert doubled <= KILLS * BATCH
    print(
        f"{len(rows)} deliveries, {len(service.requests)} requests, {KILLS} kills, {doubled} taken twice: {dict(Counter(row.state for row in rows.values()))}"
    )
    # Each is right in every way, and a doubled one the same message to the browser.
    for (topic, _), requests in taken.items():
        said = [accepted(request, KEY, service.origin, now) for request in requests]
        assert {one["data"]["id"] for one in said} == {topic.removeprefix("tag-")}
        assert {one["tag"] for one in said} == {topic}
    assert not world.lane(service.origin).stopped


@pytest.mark.parametrize("count", [2, 4])
def test_workers_share_a_campaign_without_overlap(world: World, tmp_path: Path, count: int) -> None:
    shift = (NOON - datetime.now(UTC)).total_seconds()
    with push_service(lambda *_: "201", tmp_path, delay=0.01) as service:
        world.put([Person(number).row(service.origin, KEY.id) for number in range(1000)], message())
        tend(world.engine, NOON)
        workers = [start(world, service, f"worker-{number}", shift, lease=60, timeout=20) for number in range(count)]
        closed = [int(worker.communicate(timeout=120)[0].splitlines()[-1].removeprefix("closed ")) for worker in workers]
        assert (world.states(), world.message().state) == ({"sent": 1000}, "sent")
        assert sum(closed) == len(service.requests) == len({request.path for request in service.requests}) == 1000
        assert sum(number > 0 for number in closed) >= 2
        now = datetime.now(UTC) + timedelta(seconds=shift)
        assert {accepted(request, KEY, service.origin, now)["data"]["id"] for request in service.requests} == {"m1"}


def test_a_worker_frozen_past_its_lease_is_overtaken_and_overwrites_nothing(world: World, tmp_path: Path) -> None:
    shift = (NOON - datetime.now(UTC)).total_seconds()
    slow = {"answer": "201"}
    with push_service(lambda *_: slow["answer"], tmp_path, delay=0.3) as service:
        world.put([Person(number).row(service.origin, KEY.id) for number in range(60)], message())
        tend(world.engine, NOON)
        frozen = start(world, service, "frozen", shift)
        while not service.requests:
            time.sleep(0.01)
        frozen.send_signal(19)  # SIGSTOP
        held = {row.subscription_id for row in world.rows() if row.worker == "frozen" and row.state == "open"}
        assert held
        other = start(world, service, "other", shift)
        assert other.communicate(timeout=60)[0].splitlines()[-1] == f"closed {60 - sum(row.worker == 'frozen' for row in world.rows())}"
        before = world.rows()
        assert {row.worker for row in before if row.subscription_id in held} == {"other"}
        frozen.send_signal(18)  # SIGCONT
        assert frozen.communicate(timeout=60)[0].splitlines()[-1].startswith("closed ")
        assert sorted(world.rows()) == sorted(before)
        assert world.states() == {"sent": 60}
        assert world.rows(LANES)
