"""Writes what became of a batch, and counts it. In one transaction with all it entails: who is gone is deleted, a lane rests or stops, a message ends.

One subscription may be refused for reasons of its own. Only what several hear while nobody is accepted is said of our keys, or of the message.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, delete, func, or_, select, true, update

from imh_parents.push.lanes import LATELY, SEVERAL, TOO_LARGE, Outcome
from imh_parents.push.outbox import Line
from imh_parents.push.tables import DELIVERIES, LANES, MESSAGES, SUBSCRIPTIONS

D, M = DELIVERIES.c, MESSAGES.c
Done = tuple[Line, Outcome]
TROUBLE = {401: "does not accept who we say we are", 403: "does not let us write to these subscriptions"}


def close(conn: Connection, origin: str, worker: str, lease: datetime, done: Sequence[Done], now: datetime) -> int:
    """Write outcomes, but only of deliveries that are still this worker's by this very lease: who came too late overwrites nothing. Gives how many were."""
    if not done:
        return 0
    count, gone, tried = 0, list[str](), {row.subscription_id: row.endpoint for row, _ in done}
    for (message_id, outcome), ids in _alike(_moved(conn, done, now)).items():
        mine = (D.message_id == message_id, D.state == "open", D.worker == worker, D.lease == lease, D.subscription_id.in_(ids))
        values: dict[str, Any] = {"state": outcome.state, "status": outcome.status, "lease": None, "tries": D.tries + int(outcome.tried)}
        values |= {"due": outcome.due} if outcome.due else {"closed": now}
        written = conn.execute(update(DELIVERIES).where(*mine).values(values).returning(D.subscription_id))
        still = written.scalars().all()
        count += len(still)
        gone += still if outcome.state == "gone" else []
    if gone:  # by the address that answered so: the phone may have another since
        conn.execute(delete(SUBSCRIPTIONS).where(SUBSCRIPTIONS.c.endpoint.in_({tried[id_] for id_ in gone})))
    _rest(conn, origin, [outcome.pause for _, outcome in done if outcome.pause])
    if status := next((outcome.status for _, outcome in done if outcome.status in TROUBLE), None):
        _stop(conn, origin, status, now)
    for message_id in {row.message_id for row, outcome in done if outcome.status == TOO_LARGE}:
        _too_large(conn, origin, message_id, now)
    return count


def _moved(conn: Connection, done: Sequence[Done], now: datetime) -> Sequence[Done]:
    """Only the address is gone of who renewed it meanwhile: the message is still to come at the new one."""
    gone = {row.subscription_id: row.endpoint for row, outcome in done if outcome.state == "gone"}
    if not gone:
        return done
    elsewhere = select(SUBSCRIPTIONS.c.id).where(SUBSCRIPTIONS.c.id.in_(gone), SUBSCRIPTIONS.c.endpoint.not_in(gone.values()))
    moved = set(conn.execute(elsewhere).scalars())
    again = Outcome("open", due=now, tried=False)
    return [(row, again if outcome.state == "gone" and row.subscription_id in moved else outcome) for row, outcome in done]


def _alike(done: Sequence[Done]) -> Mapping[tuple[str, Outcome], list[str]]:
    grouped = defaultdict(list)
    for row, outcome in done:
        grouped[row.message_id, outcome].append(row.subscription_id)
    return grouped


def _rest(conn: Connection, origin: str, pauses: Collection[datetime]) -> None:
    if pauses:
        longer = or_(LANES.c.paused_until.is_(None), LANES.c.paused_until < max(pauses))
        conn.execute(update(LANES).where(LANES.c.origin == origin, longer).values(paused_until=max(pauses)))


def _stop(conn: Connection, origin: str, status: int, now: datetime) -> None:
    """When it is our keys: who was refused for them is still to come, once somebody has looked."""
    lane = conn.execute(select(LANES.c.stopped, LANES.c.changed).where(LANES.c.origin == origin).with_for_update()).one_or_none()
    if lane is None:
        return
    since = max(lane.changed, now - LATELY)
    if not lane.stopped:
        if not _all_refused(conn, or_(M.state == "sending", M.changed >= since), origin, TROUBLE, since):
            return
        values = {"stopped": True, "trouble": f"{origin} answered {status}: it {TROUBLE[status]}", "changed": now}
        conn.execute(update(LANES).where(LANES.c.origin == origin).values(values))
    refused = (D.origin == origin, D.state == "failed", D.status.in_(TROUBLE), D.closed >= since)
    going = D.message_id.in_(select(M.id).where(M.state.in_(("sending", "paused"))))
    conn.execute(update(DELIVERIES).where(going, *refused).values(state="open", tries=0, due=now, closed=None))


def _too_large(conn: Connection, origin: str, message_id: str, now: datetime) -> None:
    """The message is not sent on this lane; when that was all there is to it, it failed. What is under way comes back by itself."""
    if not _all_refused(conn, M.id == message_id, origin, (TOO_LARGE,), now - LATELY):
        return
    conn.execute(update(MESSAGES).where(M.id == message_id).values(trouble=f"{origin} says it is too large"))
    close_open(conn, message_id, "failed", now, TOO_LARGE, origin)
    left = select(D.message_id).where(D.message_id == M.id, D.state.in_(("open", "sent"))).exists()
    conn.execute(update(MESSAGES).where(M.id == message_id, ~left).values(state="failed", changed=now))


def _all_refused(conn: Connection, messages: ColumnElement[bool], origin: str, statuses: Collection[int], since: datetime) -> bool:
    """So said several subscriptions since then, and none was accepted."""
    lately = (D.message_id.in_(select(M.id).where(messages)), D.origin == origin, D.closed >= since)
    if conn.execute(select(D.message_id).where(*lately, D.state == "sent").limit(1)).first():
        return False
    different = select(func.count(D.subscription_id.distinct())).where(*lately, D.state == "failed", D.status.in_(statuses))
    return conn.execute(different).scalar_one() >= SEVERAL


def close_open(conn: Connection, message_id: str, state: str, now: datetime, status: int | None = None, origin: str | None = None) -> None:
    """Close what nobody is sending at this moment. What is on its way cannot be called back, and is counted as what it becomes."""
    idle = (D.message_id == message_id, D.state == "open", or_(D.lease.is_(None), D.lease < now), D.origin == origin if origin else true())
    conn.execute(update(DELIVERIES).where(*idle).values(state=state, status=func.coalesce(status, D.status), lease=None, closed=now))


def progress(conn: Connection, message_id: str) -> dict[str, dict[str, int]]:
    """How many by state, for each push service's origin; `open` ones are still to come."""
    query = select(D.origin, D.state, func.count()).where(D.message_id == message_id).group_by(D.origin, D.state)
    counted: dict[str, dict[str, int]] = defaultdict(dict)
    for origin, state, count in conn.execute(query):
        counted[origin][state] = count
    return dict(counted)
