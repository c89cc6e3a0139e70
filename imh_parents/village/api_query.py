"""The questions of the HSDS API put to the database: pages, filters, single records. Gives plain HSDS; HTTP is api.py's business."""

import asyncio
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Select, and_, func, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from imh_parents.api.problem import Problem
from imh_parents.village.hsds import Location, Organization, Service
from imh_parents.village.places.table import by_postcode, kilometres
from imh_parents.village.store import LIVE
from imh_parents.village.tables import ORGANIZATIONS, PLACES, SERVICE_TERMS, SERVICES, TAXONOMIES, TERMS
from imh_parents.village.where import spot

MAX_PER_PAGE = 500
PART = 100  # rows between two breaths
Rows = list[dict[str, Any]]


@dataclass(frozen=True)
class Asked:
    """The query of a request; every value as HSDS names it."""

    page: int = 1
    per_page: int = 50
    search: str | None = None
    full: bool = False
    minimal: bool = False
    modified_after: datetime | None = None
    taxonomy_id: str | None = None
    taxonomy_term_id: str | None = None
    organization_id: str | None = None
    parent_id: str | None = None
    top_only: bool = False
    postcode: str | None = None
    proximity: float | None = None  # metres around the postcode


def page_of(contents: Rows, asked: Asked, total: int) -> dict[str, Any]:
    pages = -(-total // asked.per_page)
    return {
        "total_items": total,
        "total_pages": pages,
        "page_number": asked.page,
        "size": len(contents),
        "first_page": asked.page == 1,
        "last_page": asked.page >= pages,
        "empty": not contents,
        "contents": contents,
    }


async def _paged(conn: AsyncConnection, query: Select[Any], asked: Asked) -> tuple[Any, int]:
    total = (await conn.execute(select(func.count()).select_from(query.order_by(None).subquery()))).scalar_one()
    return (await conn.execute(query.limit(asked.per_page).offset((asked.page - 1) * asked.per_page))).all(), total


def _like(text: str) -> str:
    return "%" + text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%"


def _filters(asked: Asked) -> list[Any]:
    """What a service has to be, for lists of services and of service_at_locations."""
    found: list[Any] = [LIVE]
    if asked.search:
        like = _like(asked.search)
        found.append(or_(SERVICES.c.name.ilike(like, escape="\\"), ORGANIZATIONS.c.name.ilike(like, escape="\\")))
    if asked.organization_id:
        found.append(SERVICES.c.organization_id == asked.organization_id)
    if asked.modified_after:
        found.append(SERVICES.c.changed >= asked.modified_after)
    if asked.taxonomy_term_id or asked.taxonomy_id:
        terms = select(SERVICE_TERMS.c.service_id).join(TERMS, TERMS.c.id == SERVICE_TERMS.c.term_id)
        terms = terms.where(TERMS.c.id == asked.taxonomy_term_id) if asked.taxonomy_term_id else terms
        terms = terms.where(TERMS.c.taxonomy_id == asked.taxonomy_id) if asked.taxonomy_id else terms
        found.append(SERVICES.c.id.in_(terms))
    return found


def _services() -> Select[Any]:
    columns = select(SERVICES.c.id, SERVICES.c.body, SERVICES.c.changed, ORGANIZATIONS.c.body.label("owner"))
    return columns.outerjoin(ORGANIZATIONS, ORGANIZATIONS.c.id == SERVICES.c.organization_id)


async def services(conn: AsyncConnection, asked: Asked) -> dict[str, Any]:
    found, total = await _paged(conn, _services().where(and_(*_filters(asked))).order_by(SERVICES.c.id), asked)
    if asked.minimal:
        contents = [{"id": row.id, "modified_date": row.changed.isoformat()} for row in found]
    else:
        contents = [_service(row) if asked.full else _flat(row) for row in found]
    return page_of(contents, asked, total)


async def service(conn: AsyncConnection, id_: str) -> dict[str, Any] | None:
    row = (await conn.execute(_services().where(SERVICES.c.id == id_, LIVE))).one_or_none()
    return _service(row) if row else None


def _service(row: Any) -> dict[str, Any]:
    """A whole service. `last_modified` is when our record changed, unless its source says when."""
    owner = {"organization": row.owner} if row.owner else {}
    made: dict[str, Any] = {"last_modified": row.changed.astimezone(UTC).isoformat()} | row.body | owner
    return made


def _flat(row: Any) -> dict[str, Any]:
    made = Service.model_validate(row.body).flat()
    owner = {"organization": Organization.model_validate(row.owner).flat()} if row.owner else {}
    return {"last_modified": row.changed.astimezone(UTC).isoformat()} | made | owner


async def organizations(conn: AsyncConnection, asked: Asked) -> dict[str, Any]:
    query = _organizations()
    query = query.where(ORGANIZATIONS.c.name.ilike(_like(asked.search), escape="\\")) if asked.search else query
    found, total = await _paged(conn, query.order_by(ORGANIZATIONS.c.id), asked)
    return page_of([row.body if asked.full else Organization.model_validate(row.body).flat() for row in found], asked, total)


def _organizations() -> Select[Any]:
    """Only those that still have a service to show."""
    return select(ORGANIZATIONS.c.body).where(ORGANIZATIONS.c.id.in_(select(SERVICES.c.organization_id).where(LIVE)))


async def organization(conn: AsyncConnection, id_: str) -> dict[str, Any] | None:
    row = (await conn.execute(_organizations().where(ORGANIZATIONS.c.id == id_))).one_or_none()
    return dict(row.body) if row else None


async def service_at_locations(conn: AsyncConnection, asked: Asked) -> dict[str, Any]:
    query = _at().where(and_(*_filters(asked)))
    if asked.postcode and asked.proximity is None:
        query = query.where(PLACES.c.postcode == asked.postcode)
    if asked.postcode and asked.proximity is not None:
        return await _around(conn, query, asked)
    found, total = await _paged(conn, query.order_by(PLACES.c.id), asked)
    return page_of([_at_location(row, asked.full) for row in found], asked, total)


async def _around(conn: AsyncConnection, query: Select[Any], asked: Asked) -> dict[str, Any]:
    """Within so many metres of the middle of a postcode, the nearest first: postcodes that may lie near enough, then each place by itself."""
    known = by_postcode().get(asked.postcode or "")
    if not known:
        raise Problem(400, f"postcode {asked.postcode} is not one of Flanders or Brussels")
    middle, limit = (known[0].latitude, known[0].longitude), (asked.proximity or 0) / 1000
    near = [code for code, group in by_postcode().items() if kilometres(middle, (group[0].latitude, group[0].longitude)) <= limit + 12]
    found = []
    rows = await conn.stream(query.where(PLACES.c.postcode.in_(near)).order_by(PLACES.c.id).execution_options(yield_per=PART))
    async for part in rows.partitions():
        found += [(apart, row.id) for row in part if (apart := _apart(row, middle)) is not None and apart <= limit]
        await asyncio.sleep(0)  # a province takes a second; others are served in between
    found.sort()
    start = (asked.page - 1) * asked.per_page
    shown = [id_ for _, id_ in found[start : start + asked.per_page]]
    held = {row.id: row for row in await conn.execute(_at().where(PLACES.c.id.in_(shown)))}
    return page_of([_at_location(held[id_], asked.full) for id_ in shown], asked, len(found))


def _apart(row: Any, middle: tuple[float, float]) -> float | None:
    """Kilometres to one place. Of its record only the location is read: a whole one takes twenty times as long."""
    location = row.body["service_at_locations"][row.position].get("location")
    here = spot(Location.model_validate(location)) if location else None
    return None if here is None or here.latitude is None or here.longitude is None else kilometres(middle, (here.latitude, here.longitude))


def _at() -> Select[Any]:
    columns = select(PLACES.c.id, PLACES.c.position, SERVICES.c.body, SERVICES.c.changed, ORGANIZATIONS.c.body.label("owner"))
    return columns.join(SERVICES, SERVICES.c.id == PLACES.c.service_id).outerjoin(ORGANIZATIONS, ORGANIZATIONS.c.id == SERVICES.c.organization_id)


async def service_at_location(conn: AsyncConnection, id_: str) -> dict[str, Any] | None:
    row = (await conn.execute(_at().where(PLACES.c.id == id_, LIVE))).one_or_none()
    return _at_location(row, True) if row else None


def _at_location(row: Any, full: bool) -> dict[str, Any]:
    made = Service.model_validate(row.body)
    at = made.service_at_locations[row.position]
    whole = _service(row)
    whole.pop("service_at_locations", None)
    if full:
        return {**at.plain(), "service": whole}
    return {**at.flat(), **({"location": at.location.flat()} if at.location else {}), "service": _flat(row)}


async def taxonomies(conn: AsyncConnection, asked: Asked) -> dict[str, Any]:
    query = select(TAXONOMIES.c.body)
    query = query.where(TAXONOMIES.c.name.ilike(_like(asked.search), escape="\\")) if asked.search else query
    found, total = await _paged(conn, query.order_by(TAXONOMIES.c.name), asked)
    return page_of([row.body for row in found], asked, total)


async def taxonomy_terms(conn: AsyncConnection, asked: Asked) -> dict[str, Any]:
    query = select(TERMS.c.body)
    for wanted, condition in (
        (asked.search, TERMS.c.name.ilike(_like(asked.search or ""), escape="\\")),
        (asked.taxonomy_id, TERMS.c.taxonomy_id == asked.taxonomy_id),
        (asked.parent_id, TERMS.c.parent_id == asked.parent_id),
        (asked.top_only, TERMS.c.parent_id.is_(None)),
    ):
        query = query.where(condition) if wanted else query
    found, total = await _paged(conn, query.order_by(TERMS.c.name, TERMS.c.id), asked)
    return page_of([row.body for row in found], asked, total)


async def taxonomy(conn: AsyncConnection, id_: str) -> dict[str, Any] | None:
    row = (await conn.execute(select(TAXONOMIES.c.body).where(TAXONOMIES.c.id == id_))).one_or_none()
    return dict(row.body) if row else None


async def taxonomy_term(conn: AsyncConnection, id_: str) -> dict[str, Any] | None:
    row = (await conn.execute(select(TERMS.c.body).where(TERMS.c.id == id_))).one_or_none()
    return dict(row.body) if row else None
