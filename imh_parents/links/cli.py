"""python -m imh_parents content ...: is what the content leads to still there? For a timer, once a week is often enough."""

import asyncio
import contextlib
import sys
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime

import click

from imh_parents.db.engine import open_engine, writing
from imh_parents.db.migrate import migrate
from imh_parents.errors import BuildError
from imh_parents.links import store
from imh_parents.links.checking import GONE, OK, UNSURE, Found, Step, check
from imh_parents.settings import settings
from imh_parents.shelf import read_shelf


@click.group()
def content() -> None:
    """What the built site says, and where it leads."""


@content.command("links")
def links() -> None:
    """Ask every address of the built site whether it is still there, politely; the desk shows what is gone. Takes minutes."""
    shelf = read_shelf(settings().site_dir)
    if shelf is None:
        raise BuildError(f"There is no built site in {settings().site_dir}, so there are no links to check. Build it first.")
    with _counter() as step:
        found = asyncio.run(_checked(list(shelf.links), step))
    counts = Counter(one.outcome for one in found)
    for one in found:
        if one.outcome == GONE:
            click.echo(f"gone: {one.url} ({one.status or one.why}): {', '.join(shelf.links[one.url])}")
    click.echo(f"{len(found)} links: {counts[OK]} ok, {counts[GONE]} gone, {counts[UNSURE]} unsure")


async def _checked(urls: list[str], step: Step) -> list[Found]:
    engine = open_engine(settings())
    try:
        await migrate(engine)
        found = await check(urls, settings().public_url, step=step)
        async with writing(engine).begin() as conn:
            await store.keep(conn, found, datetime.now(UTC))
        return found
    finally:
        await engine.dispose()


@contextlib.contextmanager
def _counter() -> Iterator[Step]:
    """Counts on one line, for who looks at a terminal."""
    if not sys.stderr.isatty():
        yield lambda done, total: None
        return
    yield lambda done, total: click.echo(f"\r{done} of {total}", err=True, nl=False)
    click.echo(err=True)
