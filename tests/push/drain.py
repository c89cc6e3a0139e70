"""A sender as a process, for tests that kill it: sends until nothing is open. Its orders are one JSON argument."""

import asyncio
import json
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlalchemy import func, select

from imh_parents.db.engine import open_sync_engine
from imh_parents.push import outbox
from imh_parents.push.keys import Keys
from imh_parents.push.lanes import Pace
from imh_parents.push.post import open_post
from imh_parents.push.sender import Sender
from imh_parents.push.services import Service
from imh_parents.push.tables import DELIVERIES, MESSAGES
from imh_parents.push.tending import tend
from imh_parents.push.vapid import Key
from imh_parents.settings import Settings


async def drain(orders: dict[str, str]) -> None:
    settings = Settings(data_dir=Path(orders["folder"]), database_url=orders.get("database"))
    engine = open_sync_engine(settings)
    shift = timedelta(seconds=float(orders["shift"]))  # the test's day is not today: it is noon there
    pace = Pace(
        again=timedelta(milliseconds=30),
        rest=timedelta(milliseconds=200),
        timeout=timedelta(seconds=float(orders.get("timeout", 1))),
        lease=timedelta(seconds=float(orders.get("lease", 3))),
        batch=int(orders.get("batch", 20)),
    )
    services = (Service("here", tuple(orders["hosts"].split(",")), rate=1_000_000, together=20),)

    def clock() -> datetime:
        return datetime.now(UTC) + shift

    left = select(func.count()).select_from(DELIVERIES).where(DELIVERIES.c.state == "open")
    starting = select(func.count()).select_from(MESSAGES).where(MESSAGES.c.state == "scheduled")
    async with open_post(pace, Path(orders["authority"]).read_bytes()) as post:
        sender = Sender(
            engine, post, Keys((Key.read(orders["key"]),)), "mailto:push@voorbeeld.test", "https://voorbeeld.test", orders["name"], pace, services, clock
        )
        while True:
            tend(engine, clock())
            print("at work", flush=True)
            for shard in range(outbox.SHARDS):
                await sender.turn(shard, timedelta(seconds=5))
            with engine.connect() as conn:
                if not conn.execute(left).scalar_one() + conn.execute(starting).scalar_one():
                    break
            await asyncio.sleep(0.02)
    tend(engine, clock())
    print(f"closed {sender.count}", flush=True)


if __name__ == "__main__":
    asyncio.run(drain(json.loads(sys.argv[1])))
