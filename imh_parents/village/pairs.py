"""Pairs of places for a person to judge: what was merged, and what is alike but was not. Works inside the caller's transaction."""

from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import and_, insert, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from imh_parents.village.duplicates import likeness
from imh_parents.village.merges import BY_PERSON, COLUMNS, Merge, better, join, trait_of
from imh_parents.village.store import LIVE
from imh_parents.village.tables import MERGES, SERVICES, SOURCES

LIKELY = 0.6  # below THRESHOLD of duplicates.py: worth a look, not sure enough to merge alone
MOST = 5000  # pairs that are compared for one list


@dataclass(frozen=True)
class Pair:
    """Two places: the one that shows (or would), and the other. `merge_id` when they are merged."""

    kept: str
    dropped: str
    score: float
    reasons: str
    at: datetime | None = None
    merge_id: int = 0


@dataclass(frozen=True)
class Half:
    """A service with what is compared of it: the columns of merges.py."""

    id: str
    source: str
    folded: str
    phone: str | None
    address: str | None
    postcode: str | None
    latitude: float | None
    longitude: float | None
    name: str


async def merged(conn: AsyncConnection, limit: int) -> list[Pair]:
    """The merges that hold, the last first."""
    query = select(MERGES).where(MERGES.c.undone.is_(None)).order_by(MERGES.c.id.desc()).limit(limit)
    return [Pair(row.kept_id, row.dropped_id, row.score, row.reasons, row.at, row.id) for row in await conn.execute(query)]


async def likely(conn: AsyncConnection, limit: int) -> list[Pair]:
    """Pairs that show both and are alike, the most alike first; not those that a person said are two."""
    kinds, parted = await _kinds(conn), await _parted(conn)
    one, other = SERVICES.alias("one"), SERVICES.alias("other")
    same = or_(
        one.c.phone == other.c.phone,
        and_(one.c.postcode == other.c.postcode, one.c.folded == other.c.folded),
        and_(one.c.postcode == other.c.postcode, one.c.address == other.c.address),
    )
    names = [one.c[name].label(f"one_{name}") for name in COLUMNS] + [other.c[name].label(f"other_{name}") for name in COLUMNS]
    shown = [table.c[name].is_(None) for table in (one, other) for name in ("deleted", "merged_into")]
    query = select(*names).join(other, and_(one.c.id < other.c.id, same)).where(*shown).order_by(one.c.id, other.c.id).limit(MOST)
    found = []
    for row in await conn.execute(query):
        a, b = (Half(**{name: getattr(row, f"{side}_{name}") for name in COLUMNS}) for side in ("one", "other"))
        score, reasons = likeness(trait_of(a), trait_of(b))
        kept, dropped = better(a, b, kinds)
        if score >= LIKELY and frozenset((kept.id, dropped.id)) not in parted:
            found.append(Pair(kept.id, dropped.id, score, reasons))
    return sorted(found, key=lambda pair: (-pair.score, pair.kept, pair.dropped))[:limit]


async def merge(conn: AsyncConnection, one: str, other: str, now: datetime) -> bool:
    """A person says that these two are the same. False when one of them no longer shows."""
    pair = await _pair(conn, one, other)
    if pair:
        await join(conn, replace(pair, reasons=f"{BY_PERSON}{pair.reasons}"), now)
    return pair is not None


async def keep_apart(conn: AsyncConnection, one: str, other: str, now: datetime) -> bool:
    """A person says that these are two: they are neither offered nor merged again. Kept as a merge that was undone at once."""
    pair = await _pair(conn, one, other)
    if pair is None or frozenset((one, other)) in await _parted(conn):
        return False
    values = {"kept_id": pair.kept, "dropped_id": pair.dropped, "score": pair.score, "reasons": pair.reasons}
    await conn.execute(insert(MERGES).values(**values, at=now, undone=now, undone_by="person"))
    return True


async def _pair(conn: AsyncConnection, one: str, other: str) -> Merge | None:
    """The merge these two would make; None when one of them does not show."""
    rows = (await conn.execute(select(*(SERVICES.c[name] for name in COLUMNS)).where(SERVICES.c.id.in_((one, other)), LIVE))).all()
    if len(rows) != 2:
        return None
    kept, dropped = better(rows[0], rows[1], await _kinds(conn))
    return Merge(kept.id, dropped.id, *likeness(trait_of(kept), trait_of(dropped)))


async def _kinds(conn: AsyncConnection) -> dict[str, str]:
    return {row.name: row.kind for row in await conn.execute(select(SOURCES.c.name, SOURCES.c.kind))}


async def _parted(conn: AsyncConnection) -> set[frozenset[str]]:
    query = select(MERGES.c.kept_id, MERGES.c.dropped_id).where(MERGES.c.undone_by == "person")
    return {frozenset((row.kept_id, row.dropped_id)) for row in await conn.execute(query)}
