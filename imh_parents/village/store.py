"""Keeps services in the database, with where they came from and what happened to them. Every function works inside the caller's transaction.

Which records to keep is importing.py's decision; merging is in merges.py. Confirmations are only ever added here.
"""

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, delete, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from imh_parents.village.duplicates import trait
from imh_parents.village.hsds import Organization, Service, Taxonomy, TaxonomyTerm
from imh_parents.village.records import Record, Refusal
from imh_parents.village.tables import AREAS, CONFIRMATIONS, HISTORY, ORGANIZATIONS, PLACES, SERVICE_TERMS, SERVICES, SOURCES, TAXONOMIES, TERMS
from imh_parents.village.where import provinces

LIVE = SERVICES.c.deleted.is_(None) & SERVICES.c.merged_into.is_(None)
GONE = "no longer in its source"  # why an import takes a place out; any other reason is a person's (care.py), and only a person takes that back


@dataclass(frozen=True)
class Saved:
    """What happened to one record: `added`, `changed`, `back` (it was gone) or `same`."""

    id: str
    name: str
    action: str


def digest(body: dict[str, Any]) -> str:
    return hashlib.sha256(json.dumps(body, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


async def save(conn: AsyncConnection, records: Sequence[Record], source: str, run: int, now: datetime) -> list[Saved | Refusal]:
    """Write what is new or different, mark all of it as seen. An id that another source holds is refused."""
    await _save_organizations(conn, records, source, now)
    held = await _held(conn, [record.service.id for record in records])
    found: list[Saved | Refusal] = []
    rows: list[dict[str, Any]] = []
    services: list[Service] = []
    for record in {record.service.id: record for record in records}.values():
        before, row = held.get(record.service.id), _row(record, source, run, now)
        if before and before.source != source:
            found.append(Refusal(record.source_id, f"has the id of a record from {before.source}", record.service.plain(), record.source_id))
            continue
        deleted = before.deleted if before else None
        if before and deleted and before.deleted_reason != GONE:
            row |= {"deleted": deleted, "deleted_reason": before.deleted_reason}
            deleted = None  # it is not the import's to bring back
        action = "added" if not before else "back" if deleted else "changed" if before.digest != row["digest"] else "same"
        found.append(Saved(row["id"], row["name"], action))
        if action != "same":
            rows.append(row)
            services.append(record.service)
    await _write(conn, rows, {row["id"] for row in rows} & held.keys())
    await _write_around(conn, services, source)
    await _log(conn, found, held, now)
    await touch(conn, source, run, now, [item.id for item in found if isinstance(item, Saved)])
    return found


async def touch(conn: AsyncConnection, source: str, run: int, now: datetime, ids: Iterable[str]) -> None:
    """Mark records as seen in this run."""
    if chosen := list(ids):
        await conn.execute(update(SERVICES).where(SERVICES.c.id.in_(chosen), SERVICES.c.source == source).values(run=run, fetched=now))


async def touch_refused(conn: AsyncConnection, source: str, run: int, source_ids: Iterable[str]) -> None:
    """A record whose new version cannot be read stays as it was: it is broken, not gone."""
    if chosen := list(source_ids):
        await conn.execute(update(SERVICES).where(SERVICES.c.source_id.in_(chosen), SERVICES.c.source == source).values(run=run))


async def unseen(conn: AsyncConnection, source: str, run: int) -> Sequence[Any]:
    """Records of a source that it no longer gives."""
    columns = select(SERVICES.c.id, SERVICES.c.name, SERVICES.c.body)
    return (await conn.execute(columns.where(SERVICES.c.source == source, SERVICES.c.run != run, SERVICES.c.deleted.is_(None)))).all()


async def retire(conn: AsyncConnection, ids: Sequence[str], reason: str, now: datetime) -> None:
    """Soft deletion: the record stays, with the reason, and no longer shows."""
    for start in range(0, len(ids), 500):
        part = ids[start : start + 500]
        await conn.execute(update(SERVICES).where(SERVICES.c.id.in_(part)).values(deleted=now, deleted_reason=reason))
        await conn.execute(insert(HISTORY), [{"service_id": id_, "at": now, "action": "gone", "note": reason, "body": None} for id_ in part])


async def count(conn: AsyncConnection, source: str) -> int:
    query = select(func.count()).select_from(SERVICES).where(SERVICES.c.source == source, SERVICES.c.deleted.is_(None))
    return int((await conn.execute(query)).scalar_one())


async def confirm(conn: AsyncConnection, service_id: str, role: str, note: str | None, now: datetime) -> None:
    """Somebody checked this place. Stands apart from what sources say, and no import touches it."""
    await conn.execute(insert(CONFIRMATIONS).values(service_id=service_id, role=role, note=note, at=now))


async def source(conn: AsyncConnection, name: str) -> Any:
    return (await conn.execute(select(SOURCES).where(SOURCES.c.name == name))).one_or_none()


async def save_source(conn: AsyncConnection, values: dict[str, Any]) -> None:
    known = await source(conn, values["name"])
    statement = update(SOURCES).where(SOURCES.c.name == values["name"]) if known else insert(SOURCES)
    await conn.execute(statement.values(**values))


def _row(record: Record, source: str, run: int, now: datetime) -> dict[str, Any]:
    service = record.service
    owner = service.organization
    body = service.model_copy(update={"organization": None, "organization_id": owner.id if owner else service.organization_id}).plain()
    traits = trait(service)
    return {
        "id": service.id, "organization_id": owner.id if owner else None, "source": source, "source_id": record.source_id, "name": service.name,
        "body": body, "digest": digest(body), "run": run, "fetched": now, "changed": now, "deleted": None, "deleted_reason": None,
        "folded": traits.name, "phone": traits.phone, "address": traits.address, "postcode": traits.postcode,
        "latitude": traits.latitude, "longitude": traits.longitude,
    }  # fmt: skip


async def _held(conn: AsyncConnection, ids: list[str]) -> dict[str, Any]:
    columns = select(SERVICES.c.id, SERVICES.c.source, SERVICES.c.digest, SERVICES.c.deleted, SERVICES.c.deleted_reason, SERVICES.c.body)
    return {row.id: row for row in await conn.execute(columns.where(SERVICES.c.id.in_(ids)))}


async def _save_organizations(conn: AsyncConnection, records: Sequence[Record], source: str, now: datetime) -> None:
    """Organizations are shared by services: the first source that names one holds it."""
    owners = {owner.id: owner for record in records if (owner := record.service.organization)}
    columns = select(ORGANIZATIONS.c.id, ORGANIZATIONS.c.source, ORGANIZATIONS.c.digest)
    held = {row.id: row for row in await conn.execute(columns.where(ORGANIZATIONS.c.id.in_(owners)))}
    rows = []
    for owner in owners.values():
        body = owner.plain()
        row = {
            "id": owner.id,
            "source": source,
            "source_id": owner.id,
            "name": owner.name,
            "body": body,
            "digest": digest(body),
            "fetched": now,
            "changed": now,
        }
        if owner.id not in held:
            rows.append(row)
        elif held[owner.id].source == source and held[owner.id].digest != row["digest"]:
            await conn.execute(update(ORGANIZATIONS).where(ORGANIZATIONS.c.id == owner.id).values(**row))
    if rows:
        await conn.execute(insert(ORGANIZATIONS), rows)


async def _write(conn: AsyncConnection, rows: list[dict[str, Any]], known: set[str]) -> None:
    if fresh := [row for row in rows if row["id"] not in known]:
        await conn.execute(insert(SERVICES), fresh)
    if stale := [{f"_{name}": value for name, value in row.items()} for row in rows if row["id"] in known]:
        names = [name for name in stale[0] if name != "_id"]
        await conn.execute(update(SERVICES).where(SERVICES.c.id == bindparam("_id")).values({name[1:]: bindparam(name) for name in names}), stale)


async def _write_around(conn: AsyncConnection, services: Sequence[Service], source: str) -> None:
    """What is looked up beside a service: its places, provinces and terms."""
    ids = [service.id for service in services]
    for table in (PLACES, AREAS, SERVICE_TERMS):
        if ids:
            await conn.execute(delete(table).where(table.c.service_id.in_(ids)))
    if moved := [at.id for service in services for at in service.service_at_locations]:  # from a service that is read later
        ours = select(PLACES.c.id).join(SERVICES, SERVICES.c.id == PLACES.c.service_id).where(PLACES.c.id.in_(moved), SERVICES.c.source == source)
        if left := (await conn.execute(ours)).scalars().all():  # asked first: a delete with this question in it reads the whole source each time
            await conn.execute(delete(PLACES).where(PLACES.c.id.in_(left)))
    terms = {term.id: term for service in services for a in service.attributes if (term := a.taxonomy_term)}
    await _save_terms(conn, terms)
    places = [_place(service, index) for service in services for index in range(len(service.service_at_locations))]
    areas = [{"service_id": service.id, "province": province} for service in services for province in provinces(service)]
    links = {(service.id, a.taxonomy_term.id) for service in services for a in service.attributes if a.taxonomy_term}
    for table, rows in ((PLACES, places), (AREAS, areas), (SERVICE_TERMS, [{"service_id": one, "term_id": other} for one, other in sorted(links)])):
        if rows:
            await conn.execute(insert(table), rows)


def _place(service: Service, index: int) -> dict[str, Any]:
    at = service.service_at_locations[index]
    address = next(iter(at.location.addresses), None) if at.location else None
    location = at.location.id if at.location else at.location_id
    return {"id": at.id, "service_id": service.id, "location_id": location, "postcode": address.postal_code[:10] if address else None, "position": index}


async def _save_terms(conn: AsyncConnection, terms: dict[str, TaxonomyTerm]) -> None:
    taxonomies: dict[str, Taxonomy] = {}
    for term in terms.values():
        if detail := term.taxonomy_detail:
            taxonomies[detail.id] = detail
    for table, found in ((TAXONOMIES, taxonomies), (TERMS, terms)):
        known = set((await conn.execute(select(table.c.id).where(table.c.id.in_(list(found))))).scalars())
        rows = [_term(item) for id_, item in found.items() if id_ not in known]
        if rows:
            await conn.execute(insert(table), rows)


def _term(item: Any) -> dict[str, Any]:
    row = {"id": item.id, "name": item.name, "body": item.plain()}
    return row | {"taxonomy_id": item.taxonomy_id, "parent_id": item.parent_id} if isinstance(item, TaxonomyTerm) else row


async def _log(conn: AsyncConnection, found: Sequence[Saved | Refusal], held: dict[str, Any], now: datetime) -> None:
    rows = [
        {"service_id": item.id, "at": now, "action": item.action, "note": None, "body": held[item.id].body if item.id in held else None}
        for item in found
        if isinstance(item, Saved) and item.action != "same"
    ]
    if rows:
        await conn.execute(insert(HISTORY), rows)


def read(row: Any) -> Service:
    """A stored service with its organization, from a row of SERVICES joined with `owner` (an organization's body)."""
    owner = Organization.model_validate(row.owner) if row.owner else None
    return Service.model_validate(row.body).model_copy(update={"organization": owner})
