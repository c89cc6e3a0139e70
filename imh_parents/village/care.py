"""What people know of a place, beside what its source says: taken out, put back, confirmed. Works inside the caller's transaction.

What a person took out stays out, whatever an import brings, until a person puts it back.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import func, insert, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from imh_parents.village import store
from imh_parents.village.duplicates import plain_name
from imh_parents.village.hsds import Service
from imh_parents.village.places.table import by_name, fold
from imh_parents.village.store import GONE, LIVE
from imh_parents.village.tables import CONFIRMATIONS, HISTORY, SERVICES
from imh_parents.village.terms import page_year
from imh_parents.village.where import spots

REASONS = ("bestaat-niet-meer", "niet-voor-gezinnen", "niet-te-vertrouwen", "wil-er-niet-in")  # why a person takes a place out
REMOVED = SERVICES.c.deleted.is_not(None) & (SERVICES.c.deleted_reason != GONE)


@dataclass(frozen=True)
class Known:
    """One place as the desk sees it. `removed` and `reason` when a person took it out; `shown` when a phone may show it."""

    id: str
    name: str
    town: str
    phone: str
    url: str
    checked: date | None
    year: int | None  # of the page it was found on
    confirmed: datetime | None
    by: str | None
    removed: datetime | None
    reason: str | None
    shown: bool


def last_confirmations() -> Any:
    """The last confirmation of every place that has one, as something to join."""
    last = select(func.max(CONFIRMATIONS.c.id).label("id")).group_by(CONFIRMATIONS.c.service_id).subquery()
    return select(CONFIRMATIONS).join(last, last.c.id == CONFIRMATIONS.c.id).subquery()


async def known(conn: AsyncConnection, ids: Iterable[str]) -> dict[str, Known]:
    """Places by their id; what is not there is left out."""
    confirmed = last_confirmations()
    query = select(SERVICES, confirmed.c.at, confirmed.c.role).outerjoin(confirmed, confirmed.c.service_id == SERVICES.c.id)
    return {row.id: _known(row) for row in await conn.execute(query.where(SERVICES.c.id.in_(list(ids))))}


def _known(row: Any) -> Known:
    service = Service.model_validate(row.body)
    spot = next(iter(spots(service)), None)
    return Known(
        row.id,
        row.name,
        " ".join(filter(None, (spot.postcode, spot.city))) if spot else "",
        next((phone.number for phone in service.phones), ""),
        service.url or "",
        day(service.assured_date),
        page_year(service),
        row.at,
        row.role,
        row.deleted if row.deleted_reason != GONE else None,
        row.deleted_reason if row.deleted_reason != GONE else None,
        row.deleted is None and row.merged_into is None,
    )


def day(text: str | None) -> date | None:
    """The day of a date as a source writes it; None where it is none."""
    try:
        return date.fromisoformat((text or "")[:10])
    except ValueError:
        return None


async def search(conn: AsyncConnection, text: str, limit: int) -> list[str]:
    """Ids of places by a part of the name, a postcode or a municipality; those that people took out too."""
    name, town = plain_name(text), [place.postcode for place in by_name().get(fold(text), ())]
    if not name:
        return []
    fits = or_(SERVICES.c.folded.contains(name, autoescape=True), SERVICES.c.postcode == text.strip(), SERVICES.c.postcode.in_(town))
    query = select(SERVICES.c.id).where(fits, LIVE | (REMOVED & SERVICES.c.merged_into.is_(None)))
    return list((await conn.execute(query.order_by(SERVICES.c.name, SERVICES.c.id).limit(limit))).scalars())


async def removed(conn: AsyncConnection, limit: int) -> list[str]:
    """Ids of what people took out, the last first."""
    query = select(SERVICES.c.id).where(REMOVED, SERVICES.c.merged_into.is_(None))
    return list((await conn.execute(query.order_by(SERVICES.c.deleted.desc(), SERVICES.c.id).limit(limit))).scalars())


async def remove(conn: AsyncConnection, service_id: str, reason: str, now: datetime) -> bool:
    """Take a place out, with all that was merged into it. False when it is not shown."""
    if reason not in REASONS or not await _is(conn, service_id, LIVE):
        return False
    await store.retire(conn, await _with_merged(conn, service_id, SERVICES.c.deleted.is_(None)), reason, now)
    return True


async def put_back(conn: AsyncConnection, service_id: str, now: datetime) -> bool:
    """Show a place again that a person took out. An import that no longer finds it takes it away as any other."""
    if not await _is(conn, service_id, REMOVED & SERVICES.c.merged_into.is_(None)):
        return False
    ids = await _with_merged(conn, service_id, REMOVED)
    await conn.execute(update(SERVICES).where(SERVICES.c.id.in_(ids)).values(deleted=None, deleted_reason=None))
    await conn.execute(insert(HISTORY), [{"service_id": id_, "at": now, "action": "back", "note": "by a person", "body": None} for id_ in ids])
    return True


async def confirm(conn: AsyncConnection, service_id: str, role: str, note: str | None, now: datetime) -> bool:
    """Somebody knows that what stands there is right. False when the place is not shown."""
    if not await _is(conn, service_id, LIVE):
        return False
    await store.confirm(conn, service_id, role, note, now)
    return True


async def _is(conn: AsyncConnection, service_id: str, condition: Any) -> bool:
    return (await conn.execute(select(SERVICES.c.id).where(SERVICES.c.id == service_id, condition).with_for_update())).one_or_none() is not None


async def _with_merged(conn: AsyncConnection, service_id: str, condition: Any) -> Sequence[str]:
    query = select(SERVICES.c.id).where((SERVICES.c.id == service_id) | (SERVICES.c.merged_into == service_id), condition)
    return (await conn.execute(query)).scalars().all()
