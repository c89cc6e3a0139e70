"""A database with messages in it."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import timedelta
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncEngine

from imh_parents.push.messages import Draft, Text
from imh_parents.push.tables import DELIVERIES, SUBSCRIPTIONS
from tests.push.people import NOON
from tests.village.shop import database

T = TypeVar("T")
BEFORE = NOON - timedelta(days=2)
WORDS = {code: Text(title=f"Dag {code}", line="Een kleine stap.", page=f"/{code}/week/") for code in ("nl", "en", "ar")}


def draft(**changes: Any) -> Draft:
    """A message that is ready, for everybody, at noon."""
    return Draft(**{"texts": WORDS, "due": NOON, "until": NOON + timedelta(hours=6)} | changes)


def on(tmp_path: Path, work: Callable[[AsyncEngine], Awaitable[T]]) -> T:
    """Do `work` on the database of this test."""

    async def run() -> T:
        engine = await database(tmp_path)
        try:
            return await work(engine)
        finally:
            await engine.dispose()

    return asyncio.run(run())


async def subscriptions(engine: AsyncEngine) -> list[dict[str, Any]]:
    async with engine.connect() as conn:
        return [dict(row) for row in (await conn.execute(select(SUBSCRIPTIONS).order_by(SUBSCRIPTIONS.c.endpoint))).mappings()]


async def deliveries(engine: AsyncEngine) -> list[dict[str, Any]]:
    async with engine.connect() as conn:
        return [dict(row) for row in (await conn.execute(select(DELIVERIES).order_by(DELIVERIES.c.message_id, DELIVERIES.c.subscription_id))).mappings()]


def delivery(message_id: str, subscription_id: str, state: str = "open", **changes: Any) -> dict[str, Any]:
    closed = None if state == "open" else NOON
    return {
        "message_id": message_id, "subscription_id": subscription_id, "origin": "https://fcm.googleapis.com", "shard": 0, "state": state,
        "due": NOON, "tries": 0, "closed": closed,
    } | changes  # fmt: skip
