"""The rows of sending: one a message and subscription. Here they are made and claimed; closing.py writes what became of them.

Every function works inside the caller's transaction. That of a claim must write from its beginning (db.engine.writing), or two could read the same rows.
Not async: a sender has nothing else to do in the two milliseconds, and each step through a thread would cost more than the step.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, and_, bindparam, exists, func, literal, or_, select, update

from imh_parents.db.types import Moment
from imh_parents.db.upsert import upsert
from imh_parents.push.audience import full, wanted
from imh_parents.push.lanes import Pace, allowed, spend
from imh_parents.push.schedule import BUDGET, WEEK, after_quiet, first_moment
from imh_parents.push.services import Service
from imh_parents.push.tables import DELIVERIES, LANES, MESSAGES, SUBSCRIPTIONS

SHARDS = 8  # by the first of the sixteen digits of the subscription's id; what a queue wakes
Line = Row[*tuple[Any, ...]]
D, S = DELIVERIES.c, SUBSCRIPTIONS.c
NOW = bindparam("now", type_=Moment)
OPEN = and_(D.state == "open", D.due <= NOW, or_(D.lease.is_(None), D.lease < NOW))
SENDING = D.message_id.in_(select(MESSAGES.c.id).where(MESSAGES.c.state == "sending"))
_before = DELIVERIES.alias()
_counts = or_(
    and_(_before.c.state == "sent", _before.c.closed > bindparam("week", type_=Moment)),
    and_(_before.c.state == "open", _before.c.lease >= NOW),
)
# Made once: building it costs more than running it.
DUE = (
    select(D.message_id, D.subscription_id, D.tries, S.endpoint, S.p256dh, S.auth, S.key_id, S.language)
    .add_columns(select(func.count()).select_from(_before).where(_before.c.subscription_id == D.subscription_id, _counts).scalar_subquery().label("recent"))
    .select_from(DELIVERIES.outerjoin(SUBSCRIPTIONS, S.id == D.subscription_id))
    .where(D.shard == bindparam("shard"), D.origin == bindparam("origin"), OPEN, SENDING)
    .order_by(D.due)
    .limit(bindparam("limit"))
    .with_for_update(of=DELIVERIES, skip_locked=True)
)
BUSY = (
    select(LANES.c.origin)
    .where(~LANES.c.stopped, exists().where(D.shard == bindparam("shard"), D.origin == LANES.c.origin, OPEN, SENDING))
    .order_by(LANES.c.origin)
)


@dataclass(frozen=True)
class Batch:
    """Deliveries that are this worker's until `lease`; after the `last` there are no more. Without any, `wait` says when to ask again; None: not now."""

    rows: Sequence[Line] = ()
    messages: dict[str, Line] | None = None
    lease: datetime | None = None
    wait: datetime | None = None
    last: bool = False


def fill(conn: Connection, message: Line, shard: int, now: datetime) -> int:
    """A row for everybody of this shard who should have the message; those who have one keep it. Gives the number of new ones."""
    moment = first_moment(max(now, message.due), message.until, ())
    row = {
        D.message_id: literal(message.id),
        D.subscription_id: S.id,
        D.origin: S.origin,
        D.shard: literal(shard),
        D.state: literal("open" if moment else "expired"),
        D.due: literal(moment or message.until, D.due.type),
        D.tries: literal(0),
        D.closed: literal(None if moment else now, D.closed.type),
    }
    of_shard = and_(func.substr(S.id, 1, 1).in_((f"{shard:x}", f"{shard + SHARDS:x}")), wanted(message.topic, message.bands, message.texts.keys()))
    lanes = select(S.origin, literal(False), literal(now, LANES.c.changed.type)).where(of_shard).distinct()
    conn.execute(upsert(conn, LANES).from_select(["origin", "stopped", "changed"], lanes).on_conflict_do_nothing())
    chosen = select(*(value.label(column.name) for column, value in row.items())).where(of_shard, ~full(message.until))
    made = conn.execute(upsert(conn, DELIVERIES).from_select([column.name for column in row], chosen).on_conflict_do_nothing())
    return made.rowcount


def lanes(conn: Connection, shard: int, now: datetime) -> Sequence[str]:
    """The origins with something due in a shard: each costs its turn a transaction that writes, and anybody can make up hosts."""
    return conn.execute(BUSY, {"shard": shard, "now": now}).scalars().all()


def waiting(conn: Connection, now: datetime) -> Sequence[int]:
    """The shards with something to send now: due, and nobody's or no longer anybody's."""
    resting = select(LANES.c.origin).where(or_(LANES.c.stopped, LANES.c.paused_until > now))
    query = select(D.shard).where(OPEN, SENDING, D.origin.not_in(resting)).distinct()
    return conn.execute(query.order_by(D.shard), {"now": now}).scalars().all()


def claim(conn: Connection, origin: str, service: Service, shard: int, worker: str, now: datetime, pace: Pace) -> Batch:
    """Take the next deliveries of a lane, as many as its rate allows. The lane's own row is held meanwhile, so a lane has one claim at a time:
    that keeps the rate and the weekly budget right with any number of workers."""
    lane = (conn.execute(select(LANES).where(LANES.c.origin == origin).with_for_update())).one_or_none()
    if lane is None or lane.stopped or after_quiet(now) > now:
        return Batch()
    if lane.paused_until and lane.paused_until > now:
        return Batch(wait=lane.paused_until)
    burst = max(1, min(pace.batch, int(service.rate * 2)))
    count, ready = allowed(lane.free, now, service.rate, burst)
    if ready > now:
        return Batch(wait=ready)
    found = _due(conn, origin, shard, now, count)
    if not found:
        return Batch()
    messages = {row.id: row for row in conn.execute(select(MESSAGES).where(MESSAGES.c.id.in_({row.message_id for row in found})))}
    rows = _settle(conn, found, messages, now, pace)
    conn.execute(update(LANES).where(LANES.c.origin == origin).values(free=spend(lane.free, now, service.rate, burst, len(rows))))
    lease = now + pace.lease
    for message_id in messages:
        mine = [row.subscription_id for row in rows if row.message_id == message_id]
        conn.execute(update(DELIVERIES).where(D.message_id == message_id, D.subscription_id.in_(mine)).values(lease=lease, worker=worker))
    return Batch(rows, messages, lease, now, last=len(found) < count)


def _due(conn: Connection, origin: str, shard: int, now: datetime, limit: int) -> Sequence[Line]:
    return conn.execute(DUE, {"origin": origin, "shard": shard, "now": now, "week": now - WEEK, "limit": limit}).all()


def _settle(conn: Connection, found: Sequence[Line], messages: dict[str, Line], now: datetime, pace: Pace) -> list[Line]:
    """The rows that may go now. The others are closed or moved: the subscription is gone, the time is over, or this week had three."""
    rows, taken = [], Counter[str]()
    for row in found:
        until = messages[row.message_id].until
        if row.endpoint is None:
            change: dict[str, Any] = {"state": "gone", "closed": now}
        elif until <= now:
            change = {"state": "expired", "closed": now}
        elif row.recent + taken[row.subscription_id] < BUDGET:
            taken[row.subscription_id] += 1
            rows.append(row)
            continue
        else:
            later = first_moment(now, until, _sent(conn, row.subscription_id, now))
            # Three may be under way rather than sent: those are decided when their lease is over.
            change = {"due": max(later, now + pace.lease)} if later else {"state": "expired", "closed": now}
        conn.execute(update(DELIVERIES).where(D.message_id == row.message_id, D.subscription_id == row.subscription_id).values(change | {"lease": None}))
    return rows


def _sent(conn: Connection, subscription_id: str, now: datetime) -> Sequence[datetime]:
    query = select(D.closed).where(D.subscription_id == subscription_id, D.state == "sent", D.closed > now - WEEK)
    return (conn.execute(query)).scalars().all()
