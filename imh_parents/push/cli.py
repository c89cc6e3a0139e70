"""python -m imh_parents push ...: the keys that sign pushes."""

import click

from imh_parents.push import keys
from imh_parents.settings import settings


@click.group()
def push() -> None:
    """Pushes: the keys they are signed with."""


@push.command("keys")
@click.option("--new", is_flag=True, help="Make another one for who subscribes from now on; the others keep theirs.")
def keys_(new: bool) -> None:
    """Make the first key, and show the public half of those there are, newest first."""
    found = keys.load(settings())
    if new or not found.all:
        found = keys.make(settings())
    for key in found.all:
        click.echo(f"{key.id} {key.public}")
