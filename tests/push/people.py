"""Made-up subscribers, with the half of their keys that only their browser would have."""

import random
import uuid
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from typing import Any

import http_ece
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from sqlalchemy import Connection, insert
from sqlalchemy.ext.asyncio import AsyncConnection

from imh_parents.push.services import origin_of
from imh_parents.push.tables import MESSAGES, SUBSCRIPTIONS
from imh_parents.push.vapid import encode

NOON = datetime(2026, 6, 15, 10, tzinfo=UTC)  # noon in Brussels
TEXTS = {
    "nl": {"title": "Dag twee", "line": "Een naam voor wat je voelt.", "page": "/nl/week/"},
    "ar": {"title": "اليوم الثاني", "line": "اسم لما تشعرين به.", "page": "/ar/week/"},
}


@dataclass(frozen=True)
class Person:
    """A browser somewhere; `number` decides its keys, so another process can make the same."""

    number: int

    @cached_property
    def private(self) -> ec.EllipticCurvePrivateKey:
        return ec.derive_private_key(self.number + 1, ec.SECP256R1())

    @property
    def auth(self) -> bytes:
        return random.Random(self.number).randbytes(16)

    @property
    def id(self) -> str:
        return uuid.UUID(bytes=random.Random(f"id {self.number}").randbytes(16), version=4).hex

    def row(self, origin: str, key_id: str, path: str = "/push/{}", **changes: Any) -> dict[str, Any]:
        """The subscription as the API would keep it."""
        endpoint = origin + path.format(self.number)
        public = self.private.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
        return {
            "id": self.id, "endpoint": endpoint, "origin": origin_of(endpoint), "p256dh": encode(public), "auth": encode(self.auth), "key_id": key_id,
            "language": "nl", "topics": ["week"], "band": None, "made": NOON, "seen": NOON,
        } | changes  # fmt: skip

    def reads(self, content: bytes) -> bytes:
        """As its browser would; an error when it was not meant for it."""
        return http_ece.decrypt(content, private_key=self.private, auth_secret=self.auth, version="aes128gcm")


def message(id_: str = "m1", **changes: Any) -> dict[str, Any]:
    return {
        "id": id_, "version": 1, "state": "scheduled", "topic": "week", "bands": [], "texts": TEXTS, "tag": f"tag-{id_}", "urgency": "normal",
        "due": NOON, "until": NOON.replace(hour=18), "made": NOON, "changed": NOON,
    } | changes  # fmt: skip


async def add(conn: AsyncConnection, people: list[dict[str, Any]], *messages: dict[str, Any]) -> None:
    await conn.run_sync(put, people, *messages)


def put(conn: Connection, people: list[dict[str, Any]], *messages: dict[str, Any]) -> None:
    if people:
        conn.execute(insert(SUBSCRIPTIONS), people)
    for row in messages:
        conn.execute(insert(MESSAGES).values(row))
