"""Takes one source into the database in one transaction: all of it or nothing. Reading the source is the importers' job.

A broken row is refused with its reason and never stops the rest; a source that suddenly shrinks is refused as a whole.
"""

import json
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime
from itertools import islice
from pathlib import Path
from typing import Any

from sqlalchemy import insert, select, update
from sqlalchemy.exc import DataError, IntegrityError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from imh_parents.db.engine import writing
from imh_parents.errors import ImportRefused
from imh_parents.village import merges, store
from imh_parents.village.records import Record, Refusal
from imh_parents.village.tables import RUNS, SERVICES, SOURCES

BATCH = 500
SHRINK = 0.2
NAMED = 50  # how many of each kind a report names; the counts are complete


@dataclass(frozen=True)
class Source:
    """Which source, of which kind (curated, hsds, csv, osm), and what a server said about the version that was read."""

    name: str
    kind: str
    url: str | None = None
    etag: str | None = None
    last_modified: str | None = None


@dataclass
class Report:
    """What an import did, or would do."""

    counts: Counter[str] = field(default_factory=Counter)
    named: dict[str, list[str]] = field(default_factory=dict)

    def add(self, action: str, name: str) -> None:
        self.counts[action] += 1
        names = self.named.setdefault(action, [])
        if len(names) < NAMED:
            names.append(name.encode(errors="backslashreplace").decode())

    def lines(self) -> list[str]:
        """One line a kind of change, and one for each named record or refusal."""
        made = []
        for action in ("added", "changed", "back", "gone", "merged", "refused", "same"):
            made.append(f"{action}: {self.counts[action]}")
            if action != "same":
                made += [f"  {name}" for name in self.named.get(action, [])]
                more = self.counts[action] - len(self.named.get(action, []))
                made += [f"  and {more} more"] if more else []
        return made


class Shrunk(ImportRefused):
    """The source lost so much that somebody has to say that this is right."""

    def __init__(self, name: str, lost: int, before: int) -> None:
        super().__init__(f"{name} lost {lost} of {before} services. If that is right, run again with --accept; nothing was changed")
        self.lost, self.before = lost, before


class DryRun(Exception):
    """Raised inside the transaction to leave it without a trace."""


async def take_in(
    engine: AsyncEngine,
    source: Source,
    items: Iterable[Record | Refusal],
    now: datetime,
    *,
    refused: Path,
    accept: bool = False,
    dry_run: bool = False,
    step: Callable[[int], None] = lambda count: None,
) -> Report:
    """Import `items` as the whole of `source`. Refused rows are kept in `refused`, one JSON line each."""
    report = Report()
    kept = refused.with_suffix(".part")
    refused.parent.mkdir(parents=True, exist_ok=True)
    try:
        with kept.open("w", encoding="utf-8", errors="backslashreplace") as file:  # a source may give half a surrogate pair
            async with writing(engine).begin() as conn:
                await _run(conn, source, items, now, report, file, accept=accept, step=step)
                if dry_run:
                    raise DryRun
    except DryRun:
        kept.unlink()
        return report
    except BaseException:
        kept.unlink(missing_ok=True)
        raise
    if report.counts["refused"]:
        kept.replace(refused)
    else:
        kept.unlink()
        refused.unlink(missing_ok=True)
    return report


async def _run(
    conn: AsyncConnection,
    source: Source,
    items: Iterable[Record | Refusal],
    now: datetime,
    report: Report,
    file: Any,
    *,
    accept: bool,
    step: Callable[[int], None],
) -> None:
    run = int((await conn.execute(insert(RUNS).values(source=source.name, started=now, counts={}).returning(RUNS.c.id))).scalar_one())
    before = await store.count(conn, source.name)
    fresh, stale = await _take(conn, source, items, run, now, report, file, step)
    gone = await store.unseen(conn, source.name, run)
    if before and len(gone) > SHRINK * before and not accept:
        raise Shrunk(source.name, len(gone), before)
    await store.retire(conn, [row.id for row in gone], store.GONE, now)
    for row in gone:
        report.add("gone", row.name)
    fresh += await merges.release(conn, [*stale, *(row.id for row in gone)], now)
    await store.save_source(conn, {**source.__dict__, "fetched": now})
    await _merge(conn, list(dict.fromkeys(fresh)), now, report)
    await conn.execute(update(RUNS).where(RUNS.c.id == run).values(counts=dict(report.counts)))


async def _take(
    conn: AsyncConnection, source: Source, items: Iterable[Record | Refusal], run: int, now: datetime, report: Report, file: Any, step: Callable[[int], None]
) -> tuple[list[str], list[str]]:
    """Save batch by batch. Gives the ids to compare with other sources, and those among them that were there before."""
    fresh: list[str] = []
    stale: list[str] = []
    seen: set[str] = set()
    places: set[str] = set()
    rest = iter(items)
    while batch := list(islice(rest, BATCH)):
        good: list[Record] = []
        bad: list[Refusal] = []
        for item in batch:
            if isinstance(item, Record) and item.source_id in seen:
                item = Refusal(item.source_id, "stands in the source twice", item.service.plain())
            if isinstance(item, Record) and (why := _shared(item, places)):
                item = Refusal(item.source_id, why, item.service.plain(), item.source_id)
            if isinstance(item, Refusal):
                bad.append(item)
            else:
                seen.add(item.source_id)
                good.append(item)
        for result in await _save(conn, good, source, run, now):
            if isinstance(result, Refusal):
                bad.append(result)
            else:
                report.add(result.action, result.name)
                fresh += [result.id] if result.action != "same" else []
                stale += [result.id] if result.action == "changed" else []
        await store.touch_refused(conn, source.name, run, [item.source_id for item in bad if item.source_id])
        for item in bad:
            report.add("refused", f"{item.where}: {item.reason}")
            file.write(json.dumps({"where": item.where, "reason": item.reason, "row": item.row}, ensure_ascii=False, default=str) + "\n")
        step(len(batch))
    return fresh, stale


def _shared(record: Record, seen: set[str]) -> str | None:
    """Why a record's places cannot be kept: each is known by an id of its own."""
    ids = [at.id for at in record.service.service_at_locations]
    if twice := next((id_ for index, id_ in enumerate(ids) if id_ in seen or id_ in ids[:index]), None):
        return f"its service_at_location {twice} stands in the source twice"
    seen.update(ids)
    return None


async def _save(conn: AsyncConnection, records: list[Record], source: Source, run: int, now: datetime) -> list[store.Saved | Refusal]:
    """Save a batch; when the database refuses it, one by one, so that only the record that is wrong stays out."""
    try:
        async with conn.begin_nested():
            return await store.save(conn, records, source.name, run, now)
    except (IntegrityError, DataError) as error:
        if len(records) == 1:
            [record] = records
            return [Refusal(record.source_id, f"cannot be kept ({error.orig})", record.service.plain(), record.source_id)]
    return [result for record in records for result in await _save(conn, [record], source, run, now)]


async def _merge(conn: AsyncConnection, ids: list[str], now: datetime, report: Report) -> None:
    kinds = {row.name: row.kind for row in await conn.execute(select(SOURCES.c.name, SOURCES.c.kind))}
    if len(kinds) < 2:
        return
    for merge in await merges.merge_new(conn, ids, kinds, now):
        name = (await conn.execute(select(SERVICES.c.name).where(SERVICES.c.id == merge.dropped))).scalar_one()
        report.add("merged", f"{name} ({merge.reasons})")
