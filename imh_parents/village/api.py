"""The village's part of the API: the HSDS 3 read API and "klopt niet". SQL is in api_query.py."""

import json
import re
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import fields, replace
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import insert, select
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine
from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import Route

from imh_parents.api.guard import Rate, same_origin, small_json
from imh_parents.api.layer import Part, kept
from imh_parents.api.problem import Problem
from imh_parents.db.database import Database
from imh_parents.db.engine import writing
from imh_parents.village import api_query as query
from imh_parents.village import openapi
from imh_parents.village.api_query import MAX_PER_PAGE, Asked
from imh_parents.village.compact import SHORT, reach
from imh_parents.village.store import LIVE
from imh_parents.village.tables import REPORTS, SERVICES

REASONS = ("nummer-klopt-niet", "adres-klopt-niet", "uren-kloppen-niet", "bestaat-niet-meer", "iets-anders")
HSDS_VERSION = "3.0"
PROFILE = "https://docs.openreferral.org/en/3.0/"
LISTS: dict[str, Callable[[AsyncConnection, Asked], Awaitable[dict[str, Any]]]] = {
    "services": query.services,
    "organizations": query.organizations,
    "service_at_locations": query.service_at_locations,
    "taxonomies": query.taxonomies,
    "taxonomy_terms": query.taxonomy_terms,
}
ONES: dict[str, Callable[[AsyncConnection, str], Awaitable[dict[str, Any] | None]]] = {
    "services": query.service,
    "organizations": query.organization,
    "service_at_locations": query.service_at_location,
    "taxonomies": query.taxonomy,
    "taxonomy_terms": query.taxonomy_term,
}


def part(public_url: str, reports: Rate | None = None) -> Part:
    """The village's routes, with what `reports` allows for "klopt niet": enough to hear of it, too little to fill the desk's list."""
    return Part(lambda database: _routes(database, public_url, reports or Rate(60, 60)), *openapi.describe())


def _routes(database: Database, public_url: str, reports: Rate) -> list[Route]:
    routes = [
        Route("/api/hsds/", lambda request: JSONResponse({"version": HSDS_VERSION, "profile": PROFILE, "openapi_url": f"{public_url}/api/openapi.json"})),
        Route("/api/village/reports", _report(database, reports), methods=["POST"]),
    ]
    for name in LISTS:
        routes.append(Route(f"/api/hsds/{name}", _list(database, name)))
        routes.append(Route(f"/api/hsds/{name}/{{id}}", _one(database, name)))
    return routes


def _list(database: Database, name: str) -> Callable[[Request], Awaitable[Response]]:
    async def listed(request: Request) -> Response:
        given = dict(request.query_params)
        form = given.pop("format", "json")
        if form not in openapi.FORMATS:
            raise Problem(400, f"format: use {' or '.join(openapi.FORMATS)}.")
        asked = read_query(given, name)
        if form == "ndjson":
            return StreamingResponse(_lines(await database.ready(), name, asked), media_type=openapi.NDJSON, headers=kept(300))
        async with (await database.ready()).connect() as conn:
            return JSONResponse(await LISTS[name](conn, asked), headers=kept(300))

    return listed


async def _lines(engine: AsyncEngine, name: str, asked: Asked) -> AsyncIterator[bytes]:
    """Every record on a line of its own, page after page, so that a million take no more memory than one page."""
    page, last = 0, False
    while not last:
        page += 1
        async with engine.connect() as conn:
            found = await LISTS[name](conn, replace(asked, page=page, per_page=MAX_PER_PAGE))
        yield b"".join(json.dumps(row, ensure_ascii=False, separators=(",", ":")).encode() + b"\n" for row in found["contents"])
        last = found["last_page"]


def _one(database: Database, name: str) -> Callable[[Request], Awaitable[Response]]:
    async def one(request: Request) -> Response:
        try:
            wanted = str(UUID(request.path_params["id"]))
        except ValueError:
            raise Problem(404, f"{name} are known by a UUID.") from None
        async with (await database.ready()).connect() as conn:
            found = await ONES[name](conn, wanted)
        if found is None:
            raise Problem(404, f"There is no such record among {name}.")
        return JSONResponse(found, headers=kept(300))

    return one


def read_query(given: dict[str, str], name: str) -> Asked:
    """The query as values; Problem 400 for a name or value that HSDS does not know here."""
    allowed = {parameter["name"] for parameter in openapi.parameters(name)}
    if unknown := sorted(given.keys() - allowed):
        raise Problem(400, f"{unknown[0]} is not a parameter here; use {', '.join(sorted(allowed))}.")
    if any("\0" in value for value in given.values()):
        raise Problem(400, "A value holds a NUL character; leave it out.")
    kinds = {field.name: str(field.type) for field in fields(Asked)}
    try:
        return Asked(**{key: _value(key, value, kinds[key]) for key, value in given.items()})
    except ValueError as error:
        raise Problem(400, str(error)) from None


def _value(name: str, text_: str, kind: str) -> Any:
    if "bool" in kind:
        if text_ not in ("true", "false"):
            raise ValueError(f"{name}: write true or false.")
        return text_ == "true"
    if "int" in kind:
        most = MAX_PER_PAGE if name == "per_page" else 10**6
        if not re.fullmatch(r"\d{1,7}", text_) or not 1 <= int(text_) <= most:
            raise ValueError(f"{name}: write a whole number from 1 to {most}.")
        return int(text_)
    if "float" in kind:
        if not re.fullmatch(r"\d{1,6}(\.\d+)?", text_):
            raise ValueError(f"{name}: write a number of metres.")
        return float(text_)
    if "datetime" in kind:
        try:
            moment = datetime.fromisoformat(text_)
            return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(UTC)
        except (ValueError, OverflowError):
            raise ValueError(f"{name}: write a moment such as 2026-11-22T12:00:00Z.") from None
    return text_[:200]


def _report(database: Database, rate: Rate) -> Callable[[Request], Awaitable[Response]]:
    async def report(request: Request) -> Response:
        same_origin(request)
        body = await small_json(request)
        if not isinstance(body, dict) or set(body) != {"id", "reason"} or body["reason"] not in REASONS or not isinstance(body["id"], str):
            raise Problem(400, f"Send an id and a reason and nothing else; a reason is one of {', '.join(REASONS)}.")
        if not re.fullmatch(rf"[A-Za-z0-9_-]{{{SHORT}}}|[0-9a-f]{{8}}(-[0-9a-f]{{4}}){{3}}-[0-9a-f]{{12}}", body["id"]):
            raise Problem(400, "The id is not one of a service.")
        rate.take()
        low, high = reach(body["id"]) if len(body["id"]) == SHORT else (body["id"], body["id"])
        async with writing(await database.ready()).begin() as conn:
            found = (await conn.execute(select(SERVICES.c.id).where(SERVICES.c.id.between(low, high), LIVE))).scalars().all()
            if not found:
                raise Problem(404, "There is no such service.")
            now = datetime.now(UTC)
            await conn.execute(insert(REPORTS), [{"service_id": id_, "reason": body["reason"], "at": now} for id_ in found])
        return Response(status_code=204, headers={"cache-control": "no-store"})

    return report
