"""What needs somebody's attention, in numbers: the first thing a person sees at the desk. Each question is one count."""

from collections.abc import Awaitable, Callable
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from imh_parents.links.checking import GONE
from imh_parents.links.tables import LINKS as ADDRESSES
from imh_parents.people.roles import ADMIN, CAMPAIGN, EDITOR, meets
from imh_parents.people.tables import LINKS, USERS
from imh_parents.push.tables import LANES, MESSAGES
from imh_parents.village.tables import REPORTS

Question = Callable[[AsyncConnection, datetime], Awaitable[int]]


async def _reports(conn: AsyncConnection, _: datetime) -> int:
    return int((await conn.execute(select(func.count(REPORTS.c.service_id.distinct())))).scalar_one())


async def _stopped_lanes(conn: AsyncConnection, _: datetime) -> int:
    return int((await conn.execute(select(func.count()).where(LANES.c.stopped))).scalar_one())


async def _drafts(conn: AsyncConnection, now: datetime) -> int:
    """Messages whose moment comes or has come, and that nobody planned."""
    return int((await conn.execute(select(func.count()).where(MESSAGES.c.state == "draft", MESSAGES.c.due.is_not(None)))).scalar_one())


async def _gone(conn: AsyncConnection, _: datetime) -> int:
    return int((await conn.execute(select(func.count()).where(ADDRESSES.c.outcome == GONE))).scalar_one())


async def _waiting(conn: AsyncConnection, now: datetime) -> int:
    query = select(func.count()).select_from(LINKS.join(USERS)).where(USERS.c.password.is_(None), LINKS.c.ends > now)
    return int((await conn.execute(query)).scalar_one())


QUESTIONS: dict[str, tuple[str, Question]] = {  # by what is counted: for whom, and how
    "stopped": (CAMPAIGN, _stopped_lanes),
    "drafts": (CAMPAIGN, _drafts),
    "reports": (EDITOR, _reports),
    "gone": (EDITOR, _gone),
    "waiting": (ADMIN, _waiting),
}


async def attention(conn: AsyncConnection, role: str, now: datetime) -> dict[str, int]:
    """How many of each, for this role; what is zero is left out."""
    found = {name: await ask(conn, now) for name, (wanted, ask) in QUESTIONS.items() if meets(role, frozenset({wanted}))}
    return {name: count for name, count in found.items() if count}
