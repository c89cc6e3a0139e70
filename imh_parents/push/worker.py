"""Workers: any number of processes that send what is due. A queue (huey) only wakes them; the rows are the truth, so a wake-up lost or doubled does no harm.

Every minute each worker looks at the clock for all: messages start, end, wait for the morning, and shards with something to send are queued.
Every night what has been kept long enough is forgotten.
"""

import asyncio
import logging
import os
import secrets
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterable
from datetime import UTC, datetime, timedelta
from functools import partial

import uvloop
from huey import Huey, PostgresHuey, RedisHuey, SqliteHuey, crontab

from imh_parents.db.engine import open_engine, open_sync_engine
from imh_parents.db.migrate import migrate
from imh_parents.errors import SettingsError
from imh_parents.push import keys
from imh_parents.push.lanes import Pace
from imh_parents.push.post import open_post
from imh_parents.push.sender import Sender
from imh_parents.push.services import SERVICES, Service
from imh_parents.push.subscribers import clean
from imh_parents.push.tending import tend
from imh_parents.settings import ROOT, Settings

log = logging.getLogger(__name__)
TURN = timedelta(seconds=20)  # a shard's at a time: with slow lanes another's turn comes before the first is empty


def queue(settings: Settings) -> Huey:
    """Redis when there is one, else PostgreSQL when that is the database, else a file in the data folder."""
    if settings.redis_url:
        return RedisHuey("imh", url=settings.redis_url)
    if settings.database_url and settings.database_url.startswith("postgresql"):
        return PostgresHuey("imh", dsn=settings.database_url.replace("+asyncpg", "", 1))
    settings.data_dir.mkdir(parents=True, exist_ok=True)
    return SqliteHuey("imh", filename=str(settings.data_dir / "queue.sqlite3"))


class Worker:
    """The tasks of one process. `authority` and `services` are for tests, that have push services of their own."""

    def __init__(self, settings: Settings, pace: Pace | None = None, services: tuple[Service, ...] = SERVICES, authority: bytes | None = None) -> None:
        self.settings, self.pace, self.services, self.authority = settings, pace or Pace(), services, authority
        self.queue = queue(settings)
        self.name = f"{socket.gethostname()[:40]}-{os.getpid()}-{secrets.token_hex(4)}"
        self.tend = self.queue.periodic_task(crontab())(self._tend)
        self.clean = self.queue.periodic_task(crontab(minute="20", hour="4"))(self._clean)
        self.send = self.queue.task(name="send")(self._send)
        self.stopping: Callable[[], bool] = lambda: False

    def wake(self, shards: Iterable[int]) -> None:
        """Queue shards, each at most once."""
        waiting = {task.args for task in self.queue.pending() if task.name == "send"}
        for shard in shards:
            if (shard,) not in waiting:
                self.send(shard)

    def _tend(self) -> None:
        engine = open_sync_engine(self.settings)
        try:
            self.wake(tend(engine, datetime.now(UTC)))
        finally:
            engine.dispose()

    def _clean(self) -> None:
        uvloop.run(self._forget())

    async def _forget(self) -> None:
        engine = open_engine(self.settings)
        try:
            await clean(engine, datetime.now(UTC))
        finally:
            await engine.dispose()

    def _send(self, shard: int) -> None:
        if uvloop.run(self._turn(shard)):
            self._tend()  # there may be more to send, and messages that are done

    async def _turn(self, shard: int) -> int:
        made, subject = keys.load(self.settings), self.settings.vapid_subject
        if not made.all or not subject:
            return 0
        engine = open_sync_engine(self.settings)
        try:
            async with open_post(self.pace, self.authority) as post:
                sender = Sender(engine, post, made, subject, self.settings.public_url, self.name, self.pace, self.services, stopping=self.stopping)
                return await sender.turn(shard, TURN)
        finally:
            engine.dispose()

    def close(self) -> None:
        """Let go of the queue."""
        self.queue.storage.close()

    def run(self) -> None:
        """Work until told to stop (SIGTERM, SIGINT): what is being sent is finished first."""
        self.tend()
        consumer = self.queue.create_consumer(workers=1, periodic=True, graceful_signal="TERM")
        self.stopping = consumer.stop_flag.is_set
        consumer.run()


def work(settings: Settings, beside: int | None = None) -> None:
    """What `worker` does: check that sending is possible, then work. `beside`: the process it ends with."""
    ready(settings)
    if beside:
        threading.Thread(target=partial(_end_with, beside), daemon=True).start()
    Worker(settings).run()


def nudge(settings: Settings) -> None:
    """Let a worker look now, and not at the next full minute: something was scheduled or resumed."""
    worker = Worker(settings)
    worker.tend()
    worker.close()


def ready(settings: Settings) -> None:
    """SettingsError when nothing could be sent, with what to do; the database is brought up to date."""
    if not settings.vapid_subject:
        raise SettingsError("IMH_VAPID_SUBJECT is not set: push services want to know whom to write to, for example mailto:app@example.org")
    if not keys.load(settings).all:
        raise SettingsError("There are no VAPID keys yet: python -m imh_parents push keys")

    async def prepare() -> None:
        engine = open_engine(settings)
        await migrate(engine)
        await engine.dispose()

    asyncio.run(prepare())


def start_beside(settings: Settings) -> subprocess.Popen[bytes] | None:
    """A worker as a process beside the server, that ends with it; None when it is not wanted or nothing can be sent yet."""
    if not settings.worker or not settings.vapid_subject or not keys.load(settings).all:
        return None
    return subprocess.Popen([sys.executable, "-m", "imh_parents", "worker", "--beside", str(os.getpid())], cwd=ROOT)


def _end_with(process: int) -> None:
    while os.getppid() == process:
        time.sleep(1)
    log.info("the server is gone; so is its worker")
    os._exit(0)  # at any moment is safe: see sender.py
