"""The app as it is served, over an empty database, and people of every role who are logged in."""

import asyncio
from collections.abc import Awaitable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from imh_parents.db.engine import writing
from imh_parents.desk.database import database
from imh_parents.people.store import sessions, users
from imh_parents.people.tokens import hashed, new_id
from imh_parents.settings import settings
from tests.desk.live import Lifespan, Socket

SERVED = {"GOED_GENOEG_SERVING": "1", "__REFLEX_SKIP_COMPILE": "true", "REFLEX_ENV_MODE": "prod", "IMH_SITE_DIR": "/er-is-geen-site"}


@dataclass
class Person:
    """Somebody at the desk, with the cookie of one session."""

    id: str
    cookie: str

    @property
    def session(self) -> str:
        return hashed(self.cookie)


@dataclass
class Running:
    """The app while it runs. `run` waits for something in its loop."""

    app: Any
    loop: asyncio.AbstractEventLoop

    def run(self, work: Awaitable[Any]) -> Any:
        return self.loop.run_until_complete(work)

    def person(self, role: str, second: bool = True) -> Person:
        """A new person with this role, logged in; without `second` the second step is still to be set up."""

        async def make() -> Person:
            now = datetime.now(UTC)
            async with writing(await database().ready()).begin() as conn:
                id_ = await users.add(conn, f"{new_id()}@voorbeeld.be", role, role, now)
                assert id_
                return Person(id_, await sessions.begin(conn, id_, "", now, second=second))

        return self.run(make())

    async def changed(self, work: Any, *arguments: Any) -> None:
        """Something in the database, done by somebody else."""
        async with writing(await database().ready()).begin() as conn:
            await work(conn, *arguments)

    def tab(self, cookie: str = "", name: str = "", headers: tuple[tuple[str, str], ...] = ()) -> Socket:
        return Socket(self.app, name or new_id(), cookie, headers)


@pytest.fixture(scope="package")  # not longer: other tests have other settings
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    with pytest.MonkeyPatch.context() as patch:
        data: Path = tmp_path_factory.mktemp("desk")
        for name, value in (SERVED | {"IMH_DATA_DIR": str(data)}).items():
            patch.setenv(name, value)
        settings.cache_clear()
        database.cache_clear()
        # Only here: the app reads its settings while it is imported.
        from imh_parents.app import app  # noqa: PLC0415

        loop = asyncio.new_event_loop()
        served = app()
        lifespan = Lifespan(served)
        loop.run_until_complete(lifespan.__aenter__())
        yield Running(served, loop)
        loop.run_until_complete(lifespan.__aexit__())
        loop.run_until_complete(database().engine.dispose())
        pings = asyncio.all_tasks(loop)  # Engine.IO leaves one a socket
        for task in pings:
            task.cancel()
        loop.run_until_complete(asyncio.gather(*pings, return_exceptions=True))
        loop.close()
    settings.cache_clear()
    database.cache_clear()
