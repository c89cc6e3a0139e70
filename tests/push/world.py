"""A small world to send in: a database, a clock that stands still, and push services that answer as they are told."""

import asyncio
from collections import Counter
from collections.abc import Awaitable, Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.asymmetric import ec
from sqlalchemy import Engine, select, update

from imh_parents.db.engine import open_engine, open_sync_engine, writing
from imh_parents.push import outbox
from imh_parents.push.keys import Keys
from imh_parents.push.lanes import Answer, Pace
from imh_parents.push.sender import Sender
from imh_parents.push.services import Service
from imh_parents.push.tables import DELIVERIES, LANES, MESSAGES, SUBSCRIPTIONS
from imh_parents.push.tending import tend
from imh_parents.push.vapid import Key
from tests.databases import settings_for
from tests.push.people import NOON, Person, message, put

ORIGIN, OTHER = "https://a.push.test", "https://b.push.test"
KEY, OLD = (Key.of(ec.derive_private_key(number, ec.SECP256R1())) for number in (7, 8))
SERVICES = (Service("here", ("*.push.test",), rate=1_000_000, together=100),)


@dataclass
class World:
    folder: Path
    answers: Callable[[str], Answer] = lambda url: Answer(201)
    now: datetime = NOON
    posted: list[tuple[str, Mapping[str, str], bytes]] = field(default_factory=list)
    services: tuple[Service, ...] = SERVICES
    pace: Pace = field(default_factory=lambda: Pace(batch=1000))  # more than any test sends: the clock stands still, so no lane gets new room

    def __post_init__(self) -> None:
        self.engine: Engine = open_sync_engine(settings_for(self.folder))

    def put(self, people: Iterable[dict[str, Any]], *messages: dict[str, Any]) -> None:
        with writing(self.engine).begin() as conn:
            put(conn, list(people), *messages)

    def people(self, count: int, *messages: dict[str, Any], origin: str = ORIGIN) -> None:
        self.put([Person(number).row(origin, KEY.id) for number in range(count)], *(messages or [message()]))

    def sender(self, name: str = "one") -> Sender:
        async def post(url: str, headers: Mapping[str, str], content: bytes) -> Answer:
            self.posted.append((url, headers, content))
            await asyncio.sleep(0)
            return self.answers(url)

        return Sender(
            self.engine, post, Keys((KEY, OLD)), "mailto:a@b.test", "https://voorbeeld.test", name, self.pace, self.services, lambda: self.now, lambda: 0.5
        )

    def tend(self) -> list[int]:
        return tend(self.engine, self.now)

    def send(self, name: str = "one") -> int:
        """One turn of every shard, at this moment."""

        async def run() -> int:
            sender = self.sender(name)
            return sum([await sender.turn(shard, timedelta(microseconds=1)) for shard in range(outbox.SHARDS)])

        self.tend()
        closed = asyncio.run(run())
        self.tend()
        return closed

    def later(self, **time: float) -> None:
        self.now += timedelta(**time)

    def do(self, action: Callable[..., Awaitable[None]], *arguments: Any) -> None:
        """What somebody at the desk does, in a transaction of its own."""

        async def run() -> None:
            engine = open_engine(settings_for(self.folder))
            try:
                async with writing(engine).begin() as conn:
                    await action(conn, *arguments)
            finally:
                await engine.dispose()

        asyncio.run(run())

    def rows(self, table: Any = DELIVERIES) -> list[Any]:
        with self.engine.connect() as conn:
            return list(conn.execute(select(table)).all())

    def states(self, message_id: str = "m1") -> dict[str, int]:
        return dict(Counter(row.state for row in self.rows() if row.message_id == message_id))

    def message(self, id_: str = "m1") -> Any:
        return next(row for row in self.rows(MESSAGES) if row.id == id_)

    def lane(self, origin: str = ORIGIN) -> Any:
        return next(row for row in self.rows(LANES) if row.origin == origin)

    def subscribers(self) -> int:
        return len(self.rows(SUBSCRIPTIONS))

    def change(self, table: Any, **values: Any) -> None:
        with writing(self.engine).begin() as conn:
            conn.execute(update(table).values(values))
