"""python -m imh_parents village ...: import a source, look at merges, publish. Each command calls one function; words to people only here."""

import asyncio
from collections.abc import Callable, Coroutine
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, TypeVar

import click
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncEngine

from imh_parents.db.engine import open_engine, writing
from imh_parents.db.migrate import migrate
from imh_parents.settings import Settings, settings
from imh_parents.village import merges, publish
from imh_parents.village.importers import osm
from imh_parents.village.places.find import find
from imh_parents.village.places.table import slug
from imh_parents.village.progress import meter
from imh_parents.village.sources import Wanted, import_source
from imh_parents.village.tables import MERGES

T = TypeVar("T")


@click.group()
def village() -> None:
    """Local services: take sources in, look them up, publish them for the phone."""


@village.command("import")
@click.argument("kind", type=click.Choice(["curated", "hsds", "csv", "osm"]))
@click.argument("where", required=False)
@click.option("--name", help="The name of the source; by default the kind, or kind and host or file.")
@click.option("--map", "column_map", type=click.Path(exists=True, dir_okay=False, path_type=Path), help="For csv: the file that says which column holds what.")
@click.option("--dry-run", is_flag=True, help="Say what would change and change nothing.")
@click.option("--accept", is_flag=True, help="Take the source in although it lost more than a fifth of its services.")
@click.option("--again", is_flag=True, help="Read the source even if it says that nothing changed.")
def import_(kind: str, where: str | None, name: str | None, column_map: Path | None, dry_run: bool, accept: bool, again: bool) -> None:
    """Take in a whole source: WHERE is a file, a folder or a web address (curated reads content/village)."""
    if kind != "curated" and not where:
        raise click.UsageError(f"Say where the {kind} source is: a file, a folder or a web address.")
    if kind == "csv" and not column_map:
        raise click.UsageError("A csv source needs --map, the file that says which column holds what.")
    name = name or (kind if kind == "curated" else f"{kind}-{slug(where or '')}"[:80])
    wanted = Wanted(kind, name, where, column_map, accept, dry_run, again)
    with meter(None) as bars:
        report = with_database(lambda engine: import_source(engine, settings(), wanted, bars))
    if report is None:
        click.echo(f"{name}: the source says that nothing changed since the last import")
        return
    click.echo(f"{name}{' (dry run: nothing was written)' if dry_run else ''}")
    for line in report.lines():
        click.echo(line)


@village.command("publish")
def publish_() -> None:
    """Write the files a phone keeps, one a province."""
    for name, size in with_database(lambda engine: publish.publish(engine, settings().data_dir / publish.PUBLISHED, date.today())):
        click.echo(f"{name}: {size / 1024:.1f} KiB brotli")


@village.command("merges")
@click.option("--undo", type=int, help="The number of a merge to take apart; it will not be made again.")
def merges_(undo: int | None) -> None:
    """List the merges of records that are the same service, or undo one."""

    async def run(engine: AsyncEngine) -> list[str]:
        async with writing(engine).begin() as conn:
            if undo is not None:
                done = await merges.undo(conn, undo, datetime.now(UTC))
                return [f"merge {undo} is undone" if done else f"there is no merge {undo}"]
            found = await conn.execute(select(MERGES).where(MERGES.c.undone.is_(None)).order_by(MERGES.c.id))
            return [f"{row.id}: {row.dropped_id} into {row.kept_id} ({row.score:.2f}: {row.reasons})" for row in found]

    for line in with_database(run):
        click.echo(line)


@village.command("place")
@click.argument("text")
def place(text: str) -> None:
    """Look a postcode, municipality or village up, typing errors forgiven."""
    for found in find(text):
        click.echo(f"{found.postcode} {found.name} ({found.municipality}, {found.province}) {found.latitude} {found.longitude}")


@village.command("overpass")
@click.option("--area", default="Vlaanderen", show_default=True, help="The area by its name in OpenStreetMap.")
def overpass(area: str) -> None:
    """Print the question for Overpass whose answer `import osm` reads."""
    click.echo(osm.query(area))


def with_database(work: Callable[[AsyncEngine], Coroutine[Any, Any, T]], given: Settings | None = None) -> T:
    """Open the database, bring it up to date, do `work`, close it."""

    async def run() -> T:
        engine = open_engine(given or settings())
        try:
            await migrate(engine)
            return await work(engine)
        finally:
            await engine.dispose()

    return asyncio.run(run())
