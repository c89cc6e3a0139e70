"""Workers as they really run: `python -m imh_parents worker`, woken through each queue there is."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from imh_parents.db.engine import open_sync_engine, writing
from imh_parents.errors import SettingsError
from imh_parents.push import keys, worker
from imh_parents.push.tables import MESSAGES
from imh_parents.settings import ROOT, Settings
from tests import servers
from tests.databases import settings_for
from tests.push.people import Person, message, put

SUBJECT = "mailto:push@voorbeeld.test"


@pytest.fixture(params=["plain", pytest.param("redis", marks=pytest.mark.postgres)])
def settings(request: pytest.FixtureRequest, tmp_path: Path, database_kind: str) -> Iterator[Settings]:
    """Ready to send: with the database's own queue, and with Redis."""
    base = settings_for(tmp_path, vapid_subject=SUBJECT)
    keys.make(base)
    if request.param == "plain":
        yield base
        return
    with servers.redis_server() as address:
        yield settings_for(tmp_path, vapid_subject=SUBJECT, redis_url=address)


def environment(settings: Settings) -> dict[str, str]:
    names = {
        "IMH_DATA_DIR": str(settings.data_dir),
        "IMH_VAPID_SUBJECT": SUBJECT,
        "IMH_DATABASE_URL": settings.database_url,
        "IMH_REDIS_URL": settings.redis_url,
    }
    return os.environ | {name: value for name, value in names.items() if value}


@pytest.mark.local
def test_a_worker_starts_what_is_due_and_stops_when_told(settings: Settings) -> None:
    """Its only lane leads nowhere, so nothing leaves this machine; that the message began shows that it works."""
    now, key = datetime.now(UTC), keys.load(settings).newest
    assert key
    engine = open_sync_engine(settings)
    with writing(engine).begin() as conn:
        put(conn, [Person(0).row("https://nowhere.invalid", key.id)], message(due=now - timedelta(seconds=1), until=now + timedelta(days=2)))
    command = [sys.executable, "-m", "imh_parents", "worker"]
    with subprocess.Popen(command, cwd=ROOT, env=environment(settings), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as process:
        try:
            state = ""
            until = time.monotonic() + 40
            while state != "sending" and process.poll() is None and time.monotonic() < until:
                time.sleep(0.1)
                with engine.connect() as conn:
                    state = conn.execute(select(MESSAGES.c.state)).scalar_one()
            process.send_signal(signal.SIGTERM)
            said = process.communicate(timeout=30)[0]
        finally:
            process.kill()
            engine.dispose()
    assert (state, process.returncode) == ("sending", 0), said


@pytest.mark.local
def test_a_shard_is_queued_once_however_often_it_is_woken(settings: Settings) -> None:
    made = worker.Worker(settings)
    made.wake([1, 2])
    made.wake([2, 3])
    assert sorted(task.args for task in made.queue.pending() if task.name == "send") == [(1,), (2,), (3,)]
    worker.nudge(settings)
    assert len(made.queue.pending()) == 4
    made.close()


@pytest.mark.parametrize(("changes", "words"), [({}, "There are no VAPID keys yet"), ({"vapid_subject": None}, "IMH_VAPID_SUBJECT is not set")])
def test_a_worker_that_cannot_send_says_what_to_do(tmp_path: Path, changes: dict[str, None], words: str) -> None:
    here = Settings(**{"data_dir": tmp_path, "vapid_subject": SUBJECT, "database_url": None} | changes)
    with pytest.raises(SettingsError, match=words):
        worker.ready(here)


@pytest.mark.parametrize("changes", [{"worker": False}, {"vapid_subject": None}, {"data_dir": Path("/nowhere")}])
def test_no_worker_beside_the_server_when_unwanted_or_useless(tmp_path: Path, changes: dict[str, object]) -> None:
    here = Settings(data_dir=tmp_path, vapid_subject=SUBJECT)
    keys.make(here)
    assert worker.start_beside(here.model_copy(update=changes)) is None


@pytest.mark.local
def test_a_worker_ends_with_the_server_it_stands_beside(tmp_path: Path) -> None:
    here = settings_for(tmp_path, vapid_subject=SUBJECT)
    keys.make(here)
    server = "import time; from imh_parents.settings import settings; from imh_parents.push.worker import start_beside;"
    server += "print(start_beside(settings()).pid, flush=True); time.sleep(60)"
    with subprocess.Popen([sys.executable, "-c", server], cwd=ROOT, env=environment(here), stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        beside = int(process.stdout.readline())
        process.kill()
    until = time.monotonic() + 30
    while Path(f"/proc/{beside}/stat").exists() and time.monotonic() < until:
        if Path(f"/proc/{beside}/stat").read_text().split()[2] == "Z":
            break
        time.sleep(0.1)
    else:
        assert not Path(f"/proc/{beside}/stat").exists()
