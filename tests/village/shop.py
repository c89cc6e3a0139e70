"""Made-up services for tests of the store, the importers and the API."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncEngine

from imh_parents.db.engine import open_engine
from imh_parents.village.importers.facts import Facts, Page, make
from imh_parents.village.importing import Report, Source, take_in
from imh_parents.village.records import Record
from imh_parents.village.tables import SERVICES
from tests.databases import settings_for

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
TOWNS = ("9000", "2000", "3500", "8000", "3000", "1000")


def record(key: str, source: str = "one", **changes: Any) -> Record:
    facts: dict[str, Any] = {
        "id": key,
        "name": f"Ontmoetingsplek {key}",
        "kind": "ontmoetingsplaats",
        "ring": "ontmoeten",
        "what": "Hier ontmoet je andere ouders.",
        "needs": ("praten", "ontmoeten"),
        "phone": f"09 {int.from_bytes(key.encode()[-3:], 'big') % 10**7:07d}",
        "url": "https://voorbeeld.test",
        "street": f"Straat {len(key)}",
        "postal_code": "9000",
        "city": "Gent",
        "serves": ("gent",),
        "pages": (Page("Voorbeeld", "https://voorbeeld.test", "2026-11-22", "2023-05"),),
    }
    made = make(Facts(**facts | changes), source, key, facts)
    assert isinstance(made, Record), made
    return made


async def database(tmp_path: Path) -> AsyncEngine:
    """The database of `tmp_path`, as it was left there, or empty."""
    return open_engine(settings_for(tmp_path))


async def fill(engine: AsyncEngine, items: list[Any], tmp_path: Path, name: str = "one", kind: str = "csv", **options: Any) -> Report:
    return await take_in(engine, Source(name, kind), iter(items), options.pop("now", NOW), refused=tmp_path / f"{name}.jsonl", **options)


async def rows(engine: AsyncEngine) -> list[Any]:
    async with engine.connect() as conn:
        return list((await conn.execute(select(SERVICES).order_by(SERVICES.c.source_id, SERVICES.c.source))).all())
