"""Writes what became of a batch, and counts it. In one transaction with all it entails: who is gone is deleted, a lane rests or stops, a message fails."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, delete, func, or_, select, update

from imh_parents.push.lanes import Outcome
from imh_parents.push.outbox import Line
from imh_parents.push.tables import DELIVERIES, LANES, MESSAGES, SUBSCRIPTIONS

D = DELIVERIES.c
Done = tuple[Line, Outcome]
TROUBLE = {401: "does not accept who we say we are", 403: "does not let us write to these subscriptions"}


def close(conn: Connection, origin: str, worker: str, lease: datetime, done: Sequence[Done], now: datetime) -> int:
    """Write outcomes, but only of deliveries that are still this worker's by this very lease: who came too late overwrites nothing. Gives how many were."""
    if not done:
        return 0
    count, gone = 0, list[str]()
    for (message_id, outcome), ids in _alike(done).items():
        mine = (D.message_id == message_id, D.state == "open", D.worker == worker, D.lease == lease, D.subscription_id.in_(ids))
        values: dict[str, Any] = {"state": outcome.state, "status": outcome.status, "lease": None, "tries": D.tries + int(outcome.tried)}
        values |= {"due": outcome.due} if outcome.due else {"closed": now}
        written = conn.execute(update(DELIVERIES).where(*mine).values(values).returning(D.subscription_id))
        still = written.scalars().all()
        count += len(still)
        gone += still if outcome.state == "gone" else []
    if gone:
        conn.execute(delete(SUBSCRIPTIONS).where(SUBSCRIPTIONS.c.id.in_(gone)))
    _lane(conn, origin, [outcome for _, outcome in done], now)
    for message_id in {row.message_id for row, outcome in done if outcome.fail}:
        fail(conn, message_id, f"{origin} says it is too large", 413, now)
    return count


def _alike(done: Sequence[Done]) -> Mapping[tuple[str, Outcome], list[str]]:
    grouped = defaultdict(list)
    for row, outcome in done:
        grouped[row.message_id, outcome].append(row.subscription_id)
    return grouped


def _lane(conn: Connection, origin: str, outcomes: Sequence[Outcome], now: datetime) -> None:
    pause = max((outcome.pause for outcome in outcomes if outcome.pause), default=None)
    values: dict[str, Any] = {}
    if pause:
        longer = or_(LANES.c.paused_until.is_(None), LANES.c.paused_until < pause)
        conn.execute(update(LANES).where(LANES.c.origin == origin, longer).values(paused_until=pause, changed=now))
    if stops := [outcome.status for outcome in outcomes if outcome.stop and outcome.status]:
        values = {"stopped": True, "trouble": f"{origin} answered {stops[0]}: it {TROUBLE[stops[0]]}", "changed": now}
        conn.execute(update(LANES).where(LANES.c.origin == origin).values(values))


def fail(conn: Connection, message_id: str, trouble: str, status: int | None, now: datetime) -> None:
    """The message as a whole cannot be sent: what is not under way is closed now, the rest as its workers come back (tending.py)."""
    conn.execute(update(MESSAGES).where(MESSAGES.c.id == message_id).values(state="failed", trouble=trouble, changed=now))
    close_open(conn, message_id, "failed", now, status)


def close_open(conn: Connection, message_id: str, state: str, now: datetime, status: int | None = None) -> None:
    """Close what nobody is sending at this moment. What is on its way cannot be called back, and is counted as what it becomes."""
    idle = (D.message_id == message_id, D.state == "open", or_(D.lease.is_(None), D.lease < now))
    conn.execute(update(DELIVERIES).where(*idle).values(state=state, status=func.coalesce(status, D.status), lease=None, closed=now))


def progress(conn: Connection, message_id: str) -> dict[str, dict[str, int]]:
    """How many by state, for each push service's origin; `open` ones are still to come."""
    query = select(D.origin, D.state, func.count()).where(D.message_id == message_id).group_by(D.origin, D.state)
    counted: dict[str, dict[str, int]] = defaultdict(dict)
    for origin, state, count in conn.execute(query):
        counted[origin][state] = count
    return dict(counted)
