"""`push clean`, and the same at night in a worker."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner
from sqlalchemy.ext.asyncio import AsyncEngine

from imh_parents.push import cli
from imh_parents.push.worker import Worker
from imh_parents.settings import Settings
from tests.push.kept import on, subscriptions
from tests.push.people import Person, add


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    found = Settings(data_dir=tmp_path, database_url=None)
    monkeypatch.setattr(cli, "settings", lambda: found)
    return found


async def _fill(engine: AsyncEngine) -> None:
    now = datetime.now(UTC)
    seen = {1: now, 2: now - timedelta(days=200)}
    async with engine.begin() as conn:
        await add(conn, [Person(number).row("https://fcm.googleapis.com", "key", seen=moment) for number, moment in seen.items()])


def left(tmp_path: Path) -> list[str]:
    return [row["id"] for row in on(tmp_path, subscriptions)]


def test_the_command_says_what_was_erased(own: Settings, tmp_path: Path) -> None:
    on(tmp_path, _fill)
    done = CliRunner().invoke(cli.push, ["clean"])
    assert (done.exit_code, done.output) == (0, "1 subscriptions not seen for 180 days, and 0 outcomes older than 90 days, are erased\n")
    assert left(tmp_path) == [Person(1).id]


def test_a_worker_does_it_at_night(own: Settings, tmp_path: Path) -> None:
    on(tmp_path, _fill)
    worker = Worker(own)
    times = [datetime(2026, 6, 15, *divmod(minute, 60)) for minute in range(24 * 60)]
    assert [when for when in times if "_clean" in [task.name for task in worker.queue.read_periodic(when)]] == [datetime(2026, 6, 15, 4, 20)]
    worker._clean()
    assert left(tmp_path) == [Person(1).id]
