"""Merges the same service from several sources, and takes a merge apart again. Works inside the caller's transaction.

The better source keeps its record; the other is kept too and only stops showing. A merge that a person undid is never made again.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import insert, not_, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from imh_parents.village.duplicates import THRESHOLD, Trait, likeness
from imh_parents.village.store import LIVE
from imh_parents.village.tables import HISTORY, MERGES, SERVICES

TRUST = ("curated", "hsds", "csv", "osm")  # kinds of source, the best first
BY_PERSON = "by a person: "  # the reasons of a merge that no rule made begin so
COLUMNS = ("id", "source", "folded", "phone", "address", "postcode", "latitude", "longitude", "name")


@dataclass(frozen=True)
class Merge:
    kept: str
    dropped: str
    score: float
    reasons: str


async def merge_new(conn: AsyncConnection, ids: Sequence[str], kinds: dict[str, str], now: datetime) -> list[Merge]:
    """Merge the given services with those of other sources that are the same. `kinds` tells the kind of each source."""
    parted = {(row.kept_id, row.dropped_id) for row in await conn.execute(select(MERGES).where(MERGES.c.undone_by == "person"))}
    made: list[Merge] = []
    for start in range(0, len(ids), 200):
        chosen = (await conn.execute(_columns().where(SERVICES.c.id.in_(ids[start : start + 200]), LIVE))).all()
        others = await _others(conn, chosen)
        gone: set[str] = set()
        for one in chosen:
            if one.id in gone:
                continue
            found = _best(one, [other for other in others if other.id not in gone], parted, kinds)
            if found:
                gone.add(found.dropped)
                made.append(found)
                await join(conn, found, now)
    return made


def _columns() -> Any:
    return select(*(SERVICES.c[name] for name in COLUMNS))


async def _others(conn: AsyncConnection, chosen: Sequence[Any]) -> Sequence[Any]:
    """Live services of other sources that share a phone number, a postcode or a name with one of the chosen."""
    if not chosen:
        return []
    phones, postcodes, names = ({getattr(row, name) for row in chosen} - {None} for name in ("phone", "postcode", "folded"))
    shared = or_(SERVICES.c.phone.in_(phones), SERVICES.c.postcode.in_(postcodes), SERVICES.c.folded.in_(names))
    return (await conn.execute(_columns().where(SERVICES.c.source.not_in({row.source for row in chosen}), LIVE, shared))).all()


def _best(one: Any, others: Sequence[Any], parted: set[tuple[str, str]], kinds: dict[str, str]) -> Merge | None:
    best: Merge | None = None
    for other in others:
        if other.phone != one.phone and other.postcode != one.postcode and other.folded != one.folded:
            continue
        score, reasons = likeness(trait_of(one), trait_of(other))
        kept, dropped = better(one, other, kinds)
        if score >= THRESHOLD and (kept.id, dropped.id) not in parted and (best is None or score > best.score):
            best = Merge(kept.id, dropped.id, score, reasons)
    return best


def better(one: Any, other: Any, kinds: dict[str, str]) -> tuple[Any, Any]:
    """The two rows, the one to keep first."""
    kept, dropped = sorted((one, other), key=lambda row: (_trust(kinds.get(row.source, "")), row.source, row.id))
    return kept, dropped


def _trust(kind: str) -> int:
    return TRUST.index(kind) if kind in TRUST else len(TRUST)


def trait_of(row: Any) -> Trait:
    return Trait(row.id, row.folded, row.phone, row.address, row.postcode, row.latitude, row.longitude)


async def join(conn: AsyncConnection, merge: Merge, now: datetime) -> None:
    # What was merged into the one that stops showing goes along, so that a merge is never two steps deep.
    await conn.execute(update(SERVICES).where(or_(SERVICES.c.id == merge.dropped, SERVICES.c.merged_into == merge.dropped)).values(merged_into=merge.kept))
    await conn.execute(insert(MERGES).values(kept_id=merge.kept, dropped_id=merge.dropped, score=merge.score, reasons=merge.reasons, at=now))
    note = f"into {merge.kept}: {merge.reasons}"
    await conn.execute(insert(HISTORY).values(service_id=merge.dropped, at=now, action="merged", note=note, body=None))


async def undo(conn: AsyncConnection, merge_id: int, now: datetime, by: str = "person") -> bool:
    """Show both records again; False when there is no such merge any more."""
    row = (await conn.execute(select(MERGES).where(MERGES.c.id == merge_id, MERGES.c.undone.is_(None)))).one_or_none()
    if row is None:
        return False
    await conn.execute(update(SERVICES).where(SERVICES.c.id == row.dropped_id).values(merged_into=None))
    older = select(MERGES.c.dropped_id).where(MERGES.c.kept_id == row.dropped_id, MERGES.c.undone.is_(None))
    await conn.execute(update(SERVICES).where(SERVICES.c.id.in_(older)).values(merged_into=row.dropped_id))
    await conn.execute(update(MERGES).where(MERGES.c.id == merge_id).values(undone=now, undone_by=by))
    await conn.execute(insert(HISTORY).values(service_id=row.dropped_id, at=now, action="parted", note=f"from {row.kept_id}", body=None))
    return True


async def release(conn: AsyncConnection, ids: Sequence[str], now: datetime) -> list[str]:
    """Records changed or gone: what was merged with them stands alone again, to be compared anew. Gives the ids set free.

    What a person merged stays so as long as the record that shows is there: no rule would find it again.
    """
    there = MERGES.c.kept_id.in_(select(SERVICES.c.id).where(SERVICES.c.deleted.is_(None)))
    by_rule = not_(MERGES.c.reasons.startswith(BY_PERSON) & there)
    freed: list[str] = []
    for start in range(0, len(ids), 200):
        part = ids[start : start + 200]
        touched = MERGES.c.undone.is_(None) & by_rule & (MERGES.c.kept_id.in_(part) | MERGES.c.dropped_id.in_(part))
        for row in (await conn.execute(select(MERGES.c.id, MERGES.c.kept_id, MERGES.c.dropped_id).where(touched))).all():
            await undo(conn, row.id, now, by="import")
            freed += [row.kept_id, row.dropped_id]
    return freed
