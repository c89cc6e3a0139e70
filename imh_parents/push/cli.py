"""python -m imh_parents push ...: the keys that sign pushes, and forgetting."""

from datetime import UTC, datetime

import click

from imh_parents.push import keys
from imh_parents.push.subscribers import OUTCOMES, UNSEEN, clean
from imh_parents.settings import settings
from imh_parents.village.cli import with_database


@click.group()
def push() -> None:
    """Pushes: the keys they are signed with, and what is no longer kept."""


@push.command("keys")
@click.option("--new", is_flag=True, help="Make another one for who subscribes from now on; the others keep theirs.")
def keys_(new: bool) -> None:
    """Make the first key, and show the public half of those there are, newest first."""
    found = keys.load(settings())
    if new or not found.all:
        found = keys.make(settings())
    for key in found.all:
        click.echo(f"{key.id} {key.public}")


@push.command("clean")
def clean_() -> None:
    """Forget subscribers that were not seen for long, and old outcomes; a worker does this every night."""
    gone, outcomes = with_database(lambda engine: clean(engine, datetime.now(UTC)), settings())
    click.echo(f"{gone} subscriptions not seen for {UNSEEN.days} days, and {outcomes} outcomes older than {OUTCOMES.days} days, are erased")
