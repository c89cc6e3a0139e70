"""SQL for the named sets of a team: make, list, rename, archive, keep at hand, count an opening, and read the counts.

Counts are read only where they say nothing of one family: a week with fewer than FEWEST openings is not told from a week with none,
and totals add up only the weeks that are told, so that nothing can be taken from anything else.
"""

from collections.abc import Awaitable, Callable
from dataclasses import asdict, dataclass
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Select, delete, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from imh_parents.db.upsert import upsert
from imh_parents.nurse.code import LETTERS, decode, encode
from imh_parents.nurse.tables import FAVOURITES, OPENS, SETS

FEWEST = 5
LONGEST_NAME = 80
BRUSSELS = ZoneInfo("Europe/Brussels")
Change = Callable[[AsyncConnection, datetime], Awaitable[bool]]


@dataclass(frozen=True)
class TeamSet:
    """One named set. `link_code` is what stands behind the # of its link."""

    id: str
    team: str
    name: str
    code: str
    moment: int
    made: datetime
    archived: datetime | None

    @property
    def link_code(self) -> str:
        return encode(decode(self.code)[0], team=self.id)


@dataclass(frozen=True)
class Week:
    """How often a set was opened in the week from `monday`; None is fewer than FEWEST, or not at all."""

    monday: date
    count: int | None


@dataclass(frozen=True)
class Used:
    """A set with its openings, in the weeks that are told."""

    set: TeamSet
    count: int


async def make(conn: AsyncConnection, team: str, name: str, code: str, now: datetime, choose: Callable[[str], str]) -> TeamSet:
    """A new named set. `choose` picks one of some letters (secrets.choice). CodeError when `code` opens no set; ValueError without a name."""
    found, letters = decode(code)
    code = encode(found) if letters else code  # a copy of another team's set is a set of its own
    made = TeamSet("".join(choose(LETTERS) for _ in range(6)), team, _named(name), code, found.moment, now, None)
    await conn.execute(insert(SETS).values(**asdict(made), changed=now))
    return made


async def listed(conn: AsyncConnection, team: str, *, archived: bool = False) -> list[TeamSet]:
    """The sets of a team by name: those in use, or those put away."""
    put_away = SETS.c.archived.is_not(None) if archived else SETS.c.archived.is_(None)
    rows = await conn.execute(_sets().where(SETS.c.team == team, put_away).order_by(SETS.c.name, SETS.c.id))
    return [TeamSet(**row) for row in rows.mappings()]


async def one(conn: AsyncConnection, set_id: str) -> TeamSet | None:
    row = (await conn.execute(_sets().where(SETS.c.id == set_id))).mappings().first()
    return TeamSet(**row) if row else None


async def in_use(conn: AsyncConnection) -> list[TeamSet]:
    """The sets of every team that are not put away."""
    rows = await conn.execute(_sets().where(SETS.c.archived.is_(None)).order_by(SETS.c.name, SETS.c.id))
    return [TeamSet(**row) for row in rows.mappings()]


async def favourites(conn: AsyncConnection, user_id: str) -> frozenset[str]:
    """The sets somebody keeps at hand."""
    return frozenset((await conn.execute(select(FAVOURITES.c.set_id).where(FAVOURITES.c.user_id == user_id))).scalars())


async def favour(conn: AsyncConnection, user_id: str, set_id: str, *, on: bool) -> None:
    if on:
        await conn.execute(upsert(conn, FAVOURITES).values(user_id=user_id, set_id=set_id).on_conflict_do_nothing())
    else:
        await conn.execute(delete(FAVOURITES).where(FAVOURITES.c.user_id == user_id, FAVOURITES.c.set_id == set_id))


async def rename(conn: AsyncConnection, set_id: str, name: str, now: datetime) -> bool:
    """False when there is no such set."""
    done = await conn.execute(update(SETS).where(SETS.c.id == set_id).values(name=_named(name), changed=now))
    return done.rowcount == 1


async def archive(conn: AsyncConnection, set_id: str, now: datetime, *, away: bool = True) -> bool:
    """Put a set away, or bring it back. Its links keep opening, since the set is in them; it is only counted no more."""
    done = await conn.execute(update(SETS).where(SETS.c.id == set_id).values(archived=now if away else None, changed=now))
    return done.rowcount == 1


async def count_opening(conn: AsyncConnection, set_id: str, now: datetime) -> bool:
    """One more in this week. False when no set in use has these letters."""
    known = await conn.execute(select(SETS.c.id).where(SETS.c.id == set_id, SETS.c.archived.is_(None)))
    if known.first() is None:
        return False
    row = upsert(conn, OPENS).values(set_id=set_id, week=monday(now), count=1)
    await conn.execute(row.on_conflict_do_update(index_elements=["set_id", "week"], set_={"count": OPENS.c.count + 1}))
    return True


async def weekly(conn: AsyncConnection, set_id: str, first: date, last: date) -> list[Week]:
    """Every week from the one of `first` to the one of `last`."""
    rows = await conn.execute(select(OPENS.c.week, OPENS.c.count).where(OPENS.c.set_id == set_id, OPENS.c.count >= FEWEST))
    told = {row[0]: row[1] for row in rows}
    start, end = _monday(first), _monday(last)
    weeks = [start + timedelta(weeks=index) for index in range((end - start).days // 7 + 1)]
    return [Week(week, told.get(week)) for week in weeks]


async def most_used(conn: AsyncConnection, moment: int, since: date, most: int = 5) -> list[Used]:
    """The sets for a contact moment that were opened most since a day, the most opened first."""
    total = func.sum(OPENS.c.count).label("total")
    told = select(OPENS.c.set_id, total).where(OPENS.c.count >= FEWEST, OPENS.c.week >= _monday(since)).group_by(OPENS.c.set_id).subquery()
    query = _sets().add_columns(told.c.total).join(told, told.c.set_id == SETS.c.id).where(SETS.c.moment == moment, SETS.c.archived.is_(None))
    rows = await conn.execute(query.order_by(told.c.total.desc(), SETS.c.name, SETS.c.id).limit(most))
    return [Used(TeamSet(**{name: value for name, value in row.items() if name != "total"}), int(row["total"])) for row in rows.mappings()]


async def told(conn: AsyncConnection) -> frozenset[str]:
    """The sets that have a week which is told, ever. Of the others nobody can say whether they were opened at all."""
    return frozenset((await conn.execute(select(OPENS.c.set_id).distinct().where(OPENS.c.count >= FEWEST))).scalars())


def monday(now: datetime) -> date:
    """The first day of the week that it is in Brussels."""
    return _monday(now.astimezone(BRUSSELS).date())


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _sets() -> Select[Any]:
    return select(SETS.c.id, SETS.c.team, SETS.c.name, SETS.c.code, SETS.c.moment, SETS.c.made, SETS.c.archived)


def _named(name: str) -> str:
    line = " ".join(name.split())[:LONGEST_NAME]
    if not line:
        raise ValueError("a set needs a name")
    return line
