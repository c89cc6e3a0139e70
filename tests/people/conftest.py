"""A database of its own, a clock that stands still, and people who can log in."""

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import httpx
import pyotp
import pytest
from sqlalchemy import select
from starlette.responses import PlainTextResponse

from imh_parents.api.layer import Api
from imh_parents.db.database import Database
from imh_parents.db.engine import open_engine, writing
from imh_parents.people import api, passwords
from imh_parents.people.cookies import Cookies
from imh_parents.people.door import Door
from imh_parents.people.store import users
from imh_parents.people.tables import LOG
from tests.databases import settings_for

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
PASSWORD = "merel in de meidoorn"
KEPT = passwords.keep(PASSWORD)
ORIGIN = "http://localhost:8000"


@dataclass
class World:
    """A running desk without Reflex: `app` answers, `now` is what its clock says, `run` does something in its database."""

    database: Database
    loop: asyncio.AbstractEventLoop
    now: datetime = NOW
    inside: Any = field(default_factory=lambda: PlainTextResponse("binnen"))
    cookies: Cookies = field(default_factory=lambda: Cookies(ORIGIN))

    @property
    def app(self) -> Door:
        clock = lambda: self.now  # noqa: E731
        return Door(Api(self.inside, self.database, ORIGIN, [api.part(self.cookies, clock)]), self.database, self.cookies, clock)

    def later(self, **time: float) -> None:
        self.now += timedelta(**time)

    def run(self, work: Callable[..., Awaitable[Any]], *arguments: Any) -> Any:
        async def transaction() -> Any:
            async with writing(await self.database.ready()).begin() as conn:
                return await work(conn, *arguments)

        return self.loop.run_until_complete(transaction())

    def user(self, email: str = "an@voorbeeld.be", role: str = "nurse", second: bool = False) -> str:
        """Somebody with the password PASSWORD; gives their id."""
        id_ = self.run(users.add, email, email.split("@")[0], role, self.now)
        self.run(users.set_password, id_, KEPT)
        if second:
            self.run(users.prove_second, id_, SECRET, 0)
        return id_

    def log(self) -> list[tuple[str, str]]:
        async def lines(conn: Any) -> list[tuple[str, str]]:
            return [(row.name, row.action) for row in await conn.execute(select(LOG).order_by(LOG.c.id))]

        return self.run(lines)

    def browser(self, **options: Any) -> "Browser":
        return Browser(self, **options)


SECRET = pyotp.random_base32()


class Browser:
    """Keeps cookies, follows nothing by itself, and says that it is one of our own pages."""

    def __init__(self, world: World, address: str = "192.0.2.7") -> None:
        transport = httpx.ASGITransport(world.app, client=(address, 1))
        self.world = world
        self.client = httpx.AsyncClient(transport=transport, base_url=ORIGIN, headers={"sec-fetch-site": "same-origin", "user-agent": "Firefox on Linux"})

    def ask(self, method: str, path: str, **options: Any) -> httpx.Response:
        return self.world.loop.run_until_complete(self.client.request(method, path, **options))

    def get(self, path: str) -> httpx.Response:
        return self.ask("GET", path)

    def post(self, path: str, fields: dict[str, str] | None = None, **options: Any) -> httpx.Response:
        return self.ask("POST", path, data=fields or {"leeg": ""}, **options)

    def login(self, email: str = "an@voorbeeld.be", password: str = PASSWORD) -> str:
        """Where it leads."""
        return self.post("/api/desk/in", {"email": email, "password": password}).headers["location"]

    def code(self, code: str) -> str:
        return self.post("/api/desk/code", {"code": code}).headers["location"]

    @property
    def cookie(self) -> str:
        return self.client.cookies.get("desk") or ""

    @cookie.setter
    def cookie(self, value: str) -> None:
        self.client.cookies.clear()
        self.client.cookies.set("desk", value, domain="localhost.local", path="/")


@pytest.fixture
def world(tmp_path: Path, database_kind: str) -> Iterator[World]:
    loop = asyncio.new_event_loop()
    engine = open_engine(settings_for(tmp_path))
    world = World(Database(lambda: engine), loop)
    yield world
    loop.run_until_complete(engine.dispose())
    loop.close()


def code_at(moment: datetime) -> str:
    return pyotp.TOTP(SECRET).at(moment)
