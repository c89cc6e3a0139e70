"""python -m imh_parents user ...: let the first people in, and get them out when the desk cannot be reached."""

import asyncio
from collections.abc import Callable, Coroutine
from datetime import UTC, datetime
from typing import Any, TypeVar

import click
from sqlalchemy.ext.asyncio import AsyncConnection

from imh_parents.db.engine import open_engine, writing
from imh_parents.db.migrate import migrate
from imh_parents.people.api import PREFIX
from imh_parents.people.roles import ROLES
from imh_parents.people.store import log, users
from imh_parents.settings import settings

T = TypeVar("T")


@click.group()
def user() -> None:
    """People who may use the desk."""


@user.command("add")
@click.argument("email")
@click.option("--name", help="What colleagues call them; by default the part before the @.")
@click.option("--role", type=click.Choice(ROLES), required=True, help="What they may do.")
def add(email: str, name: str | None, role: str) -> None:
    """Add somebody, or give who is there already a new link and this role. Prints a link that works once, for seven days."""
    if email.count("@") != 1 or not all(email.split("@")):
        raise click.UsageError(f"{email} is not an e-mail address.")

    async def run(conn: AsyncConnection, now: datetime) -> str:
        id_ = await users.add(conn, email, name or email.split("@")[0], role, now)
        if id_ is None:
            id_ = (await _known(conn, email)).id
            await users.restore(conn, id_)
            if not await users.set_role(conn, id_, role):
                raise click.ClickException("This is the last admin; make somebody else admin first.")
        await log.note(conn, now, None, log.COMMAND_LINE, "invited", users.fold(email), {"role": role})
        return await users.link(conn, id_, now)

    token = _in_database(run)
    click.echo(f"{settings().public_url}{PREFIX}welkom/{token}")
    click.echo("Hand this link over yourself: it works once, for seven days, and whoever opens it first chooses the password.", err=True)


@user.command("list")
def list_() -> None:
    """Who may use the desk."""

    async def run(conn: AsyncConnection, _: datetime) -> list[users.User]:
        return await users.everybody(conn)

    for one in _in_database(run):
        marks = [one.role, "revoked" if one.revoked else "" if one.ready else "has a link, no password yet", "two steps" if one.second else ""]
        click.echo(f"{one.email} ({one.name}): {', '.join(filter(None, marks))}")


@user.command("revoke")
@click.argument("email")
def revoke(email: str) -> None:
    """Shut somebody out, at once and everywhere."""

    async def run(conn: AsyncConnection, now: datetime) -> None:
        found = await _known(conn, email)
        if not await users.revoke(conn, found.id, now):
            raise click.ClickException("This is the last admin; make somebody else admin first.")
        await log.note(conn, now, None, log.COMMAND_LINE, "revoked", found.email)

    _in_database(run)
    click.echo(f"{users.fold(email)} is logged out everywhere and cannot come back without a new link")


async def _known(conn: AsyncConnection, email: str) -> Any:
    row = await users.by_email(conn, email)
    if row is None:
        raise click.ClickException(f"There is no user {email}.")
    return row


def _in_database(work: Callable[[AsyncConnection, datetime], Coroutine[Any, Any, T]]) -> T:
    async def run() -> T:
        engine = open_engine(settings())
        try:
            await migrate(engine)
            async with writing(engine).begin() as conn:
                return await work(conn, datetime.now(UTC))
        finally:
            await engine.dispose()

    return asyncio.run(run())
