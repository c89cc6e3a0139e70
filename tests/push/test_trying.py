"""A message on one's own phone, and how a message goes out in numbers."""

import json
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import insert, select

from imh_parents.db.engine import writing
from imh_parents.push import store
from imh_parents.push.keys import make
from imh_parents.push.lanes import Answer
from imh_parents.push.progress import progress
from imh_parents.push.tables import DELIVERIES, LANES, SUBSCRIPTIONS
from imh_parents.push.trying import send_trial
from imh_parents.settings import Settings
from tests.push.kept import delivery, draft, on
from tests.push.people import NOON, Person

pytestmark = pytest.mark.usefixtures("database_kind")  # on SQLite and on PostgreSQL
FCM, APPLE = "https://fcm.googleapis.com", "https://web.push.apple.com"


@pytest.mark.parametrize(("status", "outcome"), [(201, "sent"), (410, "failed"), (None, "failed")])
def test_a_trial_reaches_the_one_phone_in_its_language_and_counts_nowhere(tmp_path: Path, status: int | None, outcome: str) -> None:
    keys, person, posted = make(Settings(data_dir=tmp_path / "keys")), Person(1), []

    async def post(url, headers, content):
        posted.append((url, dict(headers), content))
        return Answer(status)

    async def run(engine):
        async with writing(engine).begin() as conn:
            message = await store.create(conn, draft(), NOON, None)
            row = person.row(FCM, keys.newest.id, language="ar")
            await conn.execute(insert(SUBSCRIPTIONS).values(row))
            found = await send_trial(conn, row["endpoint"], message, keys, "mailto:app@voorbeeld.be", "https://app.example", NOON, post)
            nobody = await send_trial(conn, f"{FCM}/push/elders", message, keys, "mailto:app@voorbeeld.be", "https://app.example", NOON, post)
            return message, row, found, nobody, (await conn.execute(select(DELIVERIES))).all()

    message, row, found, nobody, deliveries = on(tmp_path, run)
    assert (found, nobody, deliveries) == (outcome, "unknown", [])
    [(url, headers, content)] = posted
    shown = json.loads(person.reads(content))["notification"]
    assert (url, headers["topic"], headers["ttl"], shown["title"], shown["dir"]) == (row["endpoint"], "proef", "600", "Dag ar", "rtl")
    assert shown["data"]["id"].startswith(f"{message.id}-")


def test_progress_counts_by_outcome_and_by_service(tmp_path: Path) -> None:
    states = {FCM: ["sent", "sent", "open", "gone"], APPLE: ["sent", "expired"]}

    async def run(engine):
        async with writing(engine).begin() as conn:
            message = await store.create(conn, draft(), NOON, None)
            number = 0
            for origin, outcomes in states.items():
                for state in outcomes:
                    number += 1
                    closed = None if state == "open" else NOON - timedelta(seconds=30 if number == 1 else 90)
                    await conn.execute(insert(DELIVERIES).values(delivery(message.id, Person(number).id, state, origin=origin, closed=closed)))
            await conn.execute(insert(LANES).values(origin=FCM, stopped=True, trouble="403", changed=NOON))
            await conn.execute(insert(LANES).values(origin=APPLE, stopped=False, paused_until=NOON - timedelta(minutes=1), changed=NOON))
            return await progress(conn, message.id, NOON)

    found = on(tmp_path, run)
    assert (found.total, found.settled, found.rate) == (6, 5, 1)
    assert dict(found.states) == {"sent": 3, "open": 1, "gone": 1, "expired": 1}
    assert [(lane.origin, lane.stopped, lane.trouble, lane.paused_until) for lane in found.lanes] == [(FCM, True, "403", None), (APPLE, False, None, None)]
