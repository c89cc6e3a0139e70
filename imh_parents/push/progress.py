"""How a message is going out, in numbers: by outcome and by push service. Never who, and never who opened it."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from imh_parents.push.tables import DELIVERIES, LANES

LATELY = timedelta(minutes=1)  # what a rate is taken over


@dataclass
class Lane:
    """One push service: what became of its share, and whether it rests or refuses."""

    origin: str
    states: Counter[str] = field(default_factory=Counter)
    paused_until: datetime | None = None
    stopped: bool = False
    trouble: str | None = None


@dataclass
class Progress:
    """All of a message. `rate` is how many were settled in the last minute."""

    lanes: list[Lane]
    rate: int = 0

    @property
    def states(self) -> Counter[str]:
        return sum((lane.states for lane in self.lanes), Counter())

    @property
    def total(self) -> int:
        return self.states.total()

    @property
    def settled(self) -> int:
        return self.total - self.states["open"]


async def progress(conn: AsyncConnection, message_id: str, now: datetime) -> Progress:
    """As it stands now."""
    lanes: dict[str, Lane] = {}
    mine = DELIVERIES.c.message_id == message_id
    counted = select(DELIVERIES.c.origin, DELIVERIES.c.state, func.count().label("number")).where(mine).group_by(DELIVERIES.c.origin, DELIVERIES.c.state)
    for row in await conn.execute(counted):
        lanes.setdefault(row.origin, Lane(row.origin)).states[row.state] = row.number
    for row in await conn.execute(select(LANES).where(LANES.c.origin.in_(lanes))):
        lane = lanes[row.origin]
        lane.paused_until = row.paused_until if row.paused_until and row.paused_until > now else None
        lane.stopped, lane.trouble = row.stopped, row.trouble
    lately = select(func.count()).select_from(DELIVERIES).where(mine, DELIVERIES.c.state == "sent", DELIVERIES.c.closed > now - LATELY)
    return Progress(sorted(lanes.values(), key=lambda lane: -lane.states.total()), (await conn.execute(lately)).scalar_one())
