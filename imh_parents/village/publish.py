"""Publishes what is shown: from the database to one file a province. What stands in a file is compact.py's decision."""

import json
from collections.abc import AsyncIterator
from datetime import date
from pathlib import Path

import brotli
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from imh_parents.village import compact
from imh_parents.village.care import last_confirmations
from imh_parents.village.compact import Shown
from imh_parents.village.hsds import Organization, Service
from imh_parents.village.places.table import PROVINCES
from imh_parents.village.store import LIVE
from imh_parents.village.tables import AREAS, ORGANIZATIONS, SERVICES

PUBLISHED = "village"  # the folder in the data folder; the server gives what stands there in place of the build's files


async def publish(engine: AsyncEngine, folder: Path, today: date) -> list[tuple[str, int]]:
    """Write every province; gives each file with its size in brotli. A file is replaced only when it is whole."""
    folder.mkdir(parents=True, exist_ok=True)
    sizes = []
    for name in PROVINCES:
        async with engine.connect() as conn:
            entries = [compact.entry(one) async for one in in_province(conn, name)]  # whole records would not fit in memory
        body = encode(compact.pack(entries, name, today.isoformat()))
        part = folder / f"{name}.part"
        part.write_bytes(body)
        part.replace(folder / f"{name}.json")
        sizes.append((f"{name}.json", len(brotli.compress(body))))
    return sizes


def encode(file: object) -> bytes:
    return json.dumps(file, ensure_ascii=False, separators=(",", ":")).encode()


async def in_province(conn: AsyncConnection, name: str) -> AsyncIterator[Shown]:
    """The services of one province, each with its last confirmation."""
    confirmed = last_confirmations()
    query = (
        select(SERVICES.c.body, ORGANIZATIONS.c.body.label("owner"), confirmed.c.at, confirmed.c.role)
        .join(AREAS, AREAS.c.service_id == SERVICES.c.id)
        .outerjoin(ORGANIZATIONS, ORGANIZATIONS.c.id == SERVICES.c.organization_id)
        .outerjoin(confirmed, confirmed.c.service_id == SERVICES.c.id)
        .where(AREAS.c.province == name, LIVE)
        .order_by(SERVICES.c.id)
    )
    async for row in await conn.stream(query):
        service = Service.model_validate(row.body)
        owner = Organization.model_validate(row.owner) if row.owner else None
        yield Shown(service.model_copy(update={"organization": owner}), row.at.date().isoformat() if row.at else None, row.role)
