"""Opens a source wherever it is and takes it in: for the command line and for the desk. Which sources were taken in, and how that went."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, Protocol

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from imh_parents.errors import ImportRefused
from imh_parents.settings import Settings
from imh_parents.village import store
from imh_parents.village.importers import columns, curated, hsds, osm
from imh_parents.village.importers.fetch import Answer, Fetcher
from imh_parents.village.importing import Report, Source, take_in
from imh_parents.village.places.table import slug
from imh_parents.village.records import Record, Refusal
from imh_parents.village.tables import RUNS, SERVICES, SOURCES

CURATED = curated.SOURCE
Items = Iterator[Record | Refusal]


class Watcher(Protocol):
    """Is told how far an import is."""

    def bytes(self, done: int, total: int | None) -> None: ...

    def expect(self, rows: int | None) -> None: ...

    def step(self, count: int) -> None: ...


@dataclass(frozen=True)
class Wanted:
    """A source to take in: `where` is a file, a folder or a web address; `column_map` only for csv."""

    kind: str
    name: str
    where: str | None = None
    column_map: Path | None = None
    accept: bool = False
    dry_run: bool = False
    again: bool = False  # read it even if it says that nothing changed


@dataclass(frozen=True)
class Taken:
    """A source with its last run: what it changed, and how many of its places show. `started` is None before the first."""

    name: str
    kind: str
    where: str | None
    started: datetime | None
    counts: dict[str, int]
    shown: int

    @property
    def alone(self) -> bool:
        """Can it be read again with what is known of it? Of a CSV the column map is not."""
        return self.kind == CURATED or bool(self.kind != "csv" and self.where)


async def sources(conn: AsyncConnection) -> list[Taken]:
    """Our own content first, there or not; then what was ever taken in."""
    last = select(func.max(RUNS.c.id).label("id")).group_by(RUNS.c.source).subquery()
    runs = {row.source: row for row in await conn.execute(select(RUNS).join(last, last.c.id == RUNS.c.id))}
    shown = select(SERVICES.c.source, func.count().label("n")).where(store.LIVE).group_by(SERVICES.c.source)
    counts = {row.source: row.n for row in await conn.execute(shown)}
    rows = {row.name: row for row in await conn.execute(select(SOURCES).order_by(SOURCES.c.name))}
    known = {CURATED: (CURATED, None)} | {name: (row.kind, row.url) for name, row in rows.items()}
    return [
        Taken(name, kind, where, run.started if (run := runs.get(name)) else None, dict(run.counts) if run else {}, counts.get(name, 0))
        for name, (kind, where) in known.items()
    ]


async def import_source(engine: AsyncEngine, settings: Settings, wanted: Wanted, watcher: Watcher) -> Report | None:
    """Take in a whole source; None when it says that nothing changed. ImportRefused says what to mend."""
    async with engine.connect() as conn:
        known = None if wanted.again else await store.source(conn, wanted.name)
        watcher.expect(await store.count(conn, wanted.name) or None)
    with Fetcher(watch=watcher.bytes) as fetcher:
        opened = _open(wanted, settings, fetcher, known, watcher)
        if opened is None:
            return None
        source, items = opened
        refused = settings.data_dir / "refused" / f"{slug(wanted.name)}.jsonl"
        options = {"accept": wanted.accept, "dry_run": wanted.dry_run}
        return await take_in(engine, source, items, datetime.now(UTC), refused=refused, step=watcher.step, **options)


def _open(wanted: Wanted, settings: Settings, fetcher: Fetcher, known: Any, watcher: Watcher) -> tuple[Source, Items] | None:
    """The source and its items, downloaded when it is elsewhere; None when the server says it is unchanged."""
    kind, name, where = wanted.kind, wanted.name, wanted.where or ""
    if kind == CURATED:
        return Source(name, kind), curated.read(settings.content_dir.resolve(), date.today())
    remote = where.startswith(("http://", "https://"))
    if kind == "hsds" and remote and not where.endswith((".json", ".ndjson", ".zip")):
        return Source(name, kind, where), hsds.read_api(where, name, fetcher, lambda page, pages: watcher.expect(pages * hsds.PER_PAGE))
    answer: Answer | None = None
    if remote:
        answer = fetcher.get(where, known.etag if known else None, known.last_modified if known else None)
        if answer is None:
            return None
    path = answer.path if answer else Path(where)
    if not path.exists():
        raise ImportRefused(f"{path} does not exist")
    readers: dict[str, Callable[[], Items]] = {
        "hsds": lambda: hsds.read_file(path, name),
        "osm": lambda: osm.read(path, name),
        "csv": lambda: columns.read(path, columns.read_map(wanted.column_map or Path()), name),
    }
    return Source(name, kind, where, answer.etag if answer else None, answer.last_modified if answer else None), readers[kind]()
