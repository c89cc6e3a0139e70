"""How many would get a message, and how many not and why. Numbers only, by the same condition that sending uses.

Another language is no reason: who reads a language that is missing gets Dutch.
"""

from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import case, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from imh_parents.i18n.languages import DEFAULT
from imh_parents.push.audience import fits, full, wants
from imh_parents.push.messages import Draft
from imh_parents.push.services import service_of
from imh_parents.push.tables import DELIVERIES, SUBSCRIPTIONS

REASONS = ("topic", "band", "budget", "gone")  # the first that holds counts; gone: the subscription no longer was when it was tried


@dataclass
class Reach:
    gets: int = 0
    skipped: Counter[str] = field(default_factory=Counter)  # by reason
    languages: Counter[str] = field(default_factory=Counter)  # what those who get it will read
    fallback: int = 0  # of them, who reads Dutch for want of their own language
    services: Counter[str] = field(default_factory=Counter)


async def reach(conn: AsyncConnection, draft: Draft, now: datetime, message_id: str | None = None) -> Reach:
    """As things stand now; messages that still go out before this one may fill somebody's week."""
    last = draft.until or draft.due or now
    reason = case((~wants(draft.topic), "topic"), (~fits(draft.bands), "band"), (full(last), "budget"), else_="").label("reason")
    inner = select(reason, SUBSCRIPTIONS.c.origin, SUBSCRIPTIONS.c.language).subquery()
    number = func.count().label("number")
    grouped = select(inner, number).group_by(*inner.c)
    found = Reach()
    for row in await conn.execute(grouped):
        if row.reason:
            found.skipped[row.reason] += row.number
            continue
        service = service_of(row.origin)
        read = row.language if row.language in draft.texts else DEFAULT.code
        found.gets += row.number
        found.services[service.name if service else row.origin] += row.number
        found.languages[read] += row.number
        found.fallback += row.number if read != row.language else 0
    if message_id:
        tried = select(func.count()).where(DELIVERIES.c.message_id == message_id, DELIVERIES.c.state == "gone")
        found.skipped["gone"] = (await conn.execute(tried)).scalar_one()
    return found
