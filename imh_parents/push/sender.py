"""Sends what is due: claims a batch, encrypts, posts, writes all outcomes in one transaction, and again. A lane for each push service, side by side.

Killed at any point it loses nothing: what it held becomes free when the lease is over, and at most the batches under way are sent twice, with the same
Topic and message id.
"""

import asyncio
import logging
import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

import stamina
from sqlalchemy import Engine
from sqlalchemy.exc import OperationalError

from imh_parents.db.engine import writing
from imh_parents.errors import PushError
from imh_parents.push import outbox
from imh_parents.push.body import body
from imh_parents.push.closing import Done, close
from imh_parents.push.encryption import encrypt
from imh_parents.push.keys import Keys
from imh_parents.push.lanes import REFUSED, SEVERAL, TOO_LARGE, Answer, Outcome, Pace, judge, ttl
from imh_parents.push.post import Post
from imh_parents.push.schedule import next_quiet
from imh_parents.push.services import SERVICES, Service, service_of
from imh_parents.push.vapid import Key, Tokens, decode

Request = tuple[Mapping[str, str], bytes]  # headers and content
log = logging.getLogger(__name__)


def _now() -> datetime:
    return datetime.now(UTC)


@dataclass
class Sender:
    """One process's hand on the outbox."""

    engine: Engine
    post: Post
    keys: Keys
    subject: str
    public_url: str
    worker: str
    pace: Pace = field(default_factory=Pace)
    services: tuple[Service, ...] = SERVICES
    clock: Callable[[], datetime] = _now
    chance: Callable[[], float] = random.random
    stopping: Callable[[], bool] = lambda: False
    count: int = 0
    _bodies: dict[tuple[str, int, str], bytes] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._tokens = Tokens(self.subject)

    async def turn(self, shard: int, longest: timedelta) -> int:
        """Send what is due in a shard until nothing is or the time is over. Gives how many deliveries were closed."""
        before, end = self.count, self.clock() + longest
        with self.engine.connect() as conn:
            origins = outbox.lanes(conn, shard, self.clock())
        async with asyncio.TaskGroup() as group:
            for origin in origins:
                group.create_task(self._alone(origin, shard, end))
        return self.count - before

    async def _alone(self, origin: str, shard: int, end: datetime) -> None:
        """A lane that raises ends by itself: the group would end all others with it, in the middle of their batches."""
        try:
            await self._lane(origin, shard, end)
        except Exception:
            log.exception("%s: this lane ended; what it had under way is tried again when its lease is over", origin)

    async def _lane(self, origin: str, shard: int, end: datetime) -> None:
        service = service_of(origin, self.services)
        if service is None:
            log.error("%s is no push service we write to; nothing is sent there", origin)
            return
        while not self.stopping() and (now := self.clock()) < end:
            with writing(self.engine).begin() as conn:
                batch = outbox.claim(conn, origin, service, shard, self.worker, now, self.pace)
            if batch.rows:
                await self._send(origin, service, batch)
                if batch.last:
                    return
            elif batch.wait and batch.wait < end:
                await asyncio.sleep((batch.wait - now).total_seconds())
            else:
                return

    async def _send(self, origin: str, service: Service, batch: outbox.Batch) -> None:
        messages, lease = batch.messages or {}, batch.lease
        assert lease is not None
        heads = {(message.id, key.id): self._head(origin, message, key) for message in messages.values() for key in self.keys.all}
        # All are encrypted before the first is posted: in turns with the network's thread the same work takes half as long again.
        ready = [(row, self._ready(row, messages[row.message_id], heads.get((row.message_id, row.key_id)))) for row in batch.rows]
        halt, refused, taken = False, 0, False  # a service that says no to all is not asked a hundred times
        quiet = next_quiet(self.clock())
        done: list[Done] = []

        async def one(row: outbox.Line, request: Request | Outcome) -> Outcome:
            nonlocal halt, refused, taken
            if isinstance(request, Outcome):
                return request
            now, until = self.clock(), messages[row.message_id].until
            if now >= until:
                return Outcome("expired")
            if halt or now >= quiet or now + self.pace.timeout > lease:
                return Outcome("open", due=now, tried=False)
            try:
                answer = await self.post(row.endpoint, *request)
            except Exception as error:  # whatever it is, it is about this one; what the others answered has to be written down
                log.error("%s: one address could not be written to: %s", origin, type(error).__name__)  # its words may hold the address
                answer = Answer(None)
            outcome = judge(answer, row.tries, until, self.clock(), self.chance(), self.pace)
            taken, refused = taken or outcome.state == "sent", refused + (outcome.status in (*REFUSED, TOO_LARGE))
            halt = halt or bool(outcome.pause) or (refused >= SEVERAL and not taken)
            return outcome

        async def work() -> None:
            for row, request in left:
                done.append((row, await one(row, request)))

        left = iter(ready)
        await asyncio.gather(*(work() for _ in range(min(service.together, len(ready)))))
        closed = await self._write(origin, lease, done)
        self.count += closed
        if closed < len(done):
            log.warning("%s: %s of %s outcomes came after another worker had taken over", origin, len(done) - closed, len(done))

    async def _write(self, origin: str, lease: datetime, done: Sequence[Done]) -> int:
        """Whatever was posted and is not written down goes out twice, so a database that others hold is asked again, until the lease is over."""
        closed, left = 0, max(0.0, (lease - self.clock()).total_seconds())
        async for attempt in stamina.retry_context(on=OperationalError, attempts=None, timeout=left, wait_initial=0.1, wait_max=2, wait_jitter=0.2):
            with attempt, writing(self.engine).begin() as conn:
                closed = close(conn, origin, self.worker, lease, done, self.clock())
        return closed

    def _head(self, origin: str, message: outbox.Line, key: Key) -> Mapping[str, str]:
        now = self.clock()
        authorization = self._tokens.of(key, origin, now)
        return {"authorization": authorization, "ttl": str(ttl(message.until, now)), "urgency": message.urgency, "topic": message.tag}

    def _ready(self, row: outbox.Line, message: outbox.Line, head: Mapping[str, str] | None) -> Request | Outcome:
        if head is None:
            return Outcome("failed")  # the key it subscribed with was taken away
        try:
            return head, encrypt(self._body(message, row.language), decode(row.p256dh), decode(row.auth))
        except (ValueError, PushError):
            return Outcome("failed")  # the browser's keys are none, or it changed to a language the message does not speak

    def _body(self, message: outbox.Line, language: str) -> bytes:
        name = (message.id, message.version, language)
        if name not in self._bodies:
            self._bodies[name] = body(message.id, message.texts, language, message.tag, self.public_url)
        return self._bodies[name]
