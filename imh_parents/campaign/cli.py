"""python -m imh_parents campaign ...: plan what content says, list messages, see who would get one and send it. Words to people only here."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

import click
from sqlalchemy.ext.asyncio import AsyncEngine

from imh_parents.campaign.read import read_campaign
from imh_parents.db.engine import writing
from imh_parents.errors import ContentError, PushError
from imh_parents.faults import Level
from imh_parents.i18n.catalogue import words
from imh_parents.i18n.languages import language
from imh_parents.push import importing, planning, store
from imh_parents.push.labels import reason, trouble
from imh_parents.push.messages import LONGEST, SHORTEST, Stored, Trouble
from imh_parents.push.planning import NotReady, pages_of
from imh_parents.push.reach import Reach, reach
from imh_parents.push.schedule import ZONE, after_quiet
from imh_parents.settings import settings
from imh_parents.village.cli import with_database

WHO = "command line"
STANDARD = timedelta(hours=8)  # how long a message sent by hand makes sense, unless it says otherwise


@click.group()
def campaign() -> None:
    """Messages of the week: plan, list, send."""


@campaign.command("plan")
def plan_() -> None:
    """Plan the messages of the planned weeks in content; again as often as content changes."""
    found, faults = read_campaign(settings().content_dir.resolve(), date.today())
    if stopping := [fault for fault in faults if fault.level is Level.FAULT]:
        raise ContentError(stopping)
    drafts = importing.from_content(found)

    async def run(engine: AsyncEngine) -> importing.Report:
        async with writing(engine).begin() as conn:
            return await importing.take_in(conn, drafts, datetime.now(UTC), pages_of(settings().site_dir))

    report = with_database(run, settings())
    for line in _lines(report):
        click.echo(line)
    if not drafts:
        click.echo("There is no planned week with messages for everybody in content/campaign: a draft has no dates yet.")
    if report.refused:
        raise click.exceptions.Exit(1)


def _lines(report: importing.Report) -> Iterator[str]:
    said = {
        "planned": report.added,
        "changed": report.changed,
        "as before": report.same,
        "left alone, changed at the desk or sent already": report.kept,
        "taken back, no longer in content": report.withdrawn,
    }
    yield from (f"{what}: {', '.join(sources)}" for what, sources in said.items() if sources)
    for source, wrong in report.refused.items():
        yield f"not planned: {source}"
        yield from map(_trouble, wrong)


def _trouble(found: Trouble) -> str:
    return f"  {found.field}: {trouble(found, words('en'))}"


@campaign.command("list")
def list_() -> None:
    """Every message: its number, state, moment, audience and title."""

    async def run(engine: AsyncEngine) -> list[Stored]:
        async with engine.connect() as conn:
            return await store.messages(conn)

    for one in with_database(run, settings()):
        ages = ", ".join(one.draft.bands) or "every age"
        click.echo(f"{one.id[:8]}  {one.state:<9}  {_moment(one.draft.due):<16}  {one.draft.topic}, {ages}: {one.title}")


def _moment(due: datetime | None) -> str:
    return f"{due.astimezone(ZONE):%Y-%m-%d %H:%M}" if due else "no moment"


@campaign.command("send")
@click.argument("message")
@click.option("--dry-run", is_flag=True, help="Only say who would get it, and who not and why.")
@click.option("--yes", is_flag=True, help="Do not ask.")
@click.option("--fallback", is_flag=True, help="Languages that are missing get Dutch.")
def send(message: str, dry_run: bool, yes: bool, fallback: bool) -> None:
    """Send MESSAGE (the beginning of its number, or where it stands in content) now, or in the morning when it is night."""
    now = datetime.now(UTC)

    async def look(engine: AsyncEngine) -> tuple[Stored, Reach]:
        async with engine.connect() as conn:
            one = _one(await store.messages(conn), message)
            return one, await reach(conn, one.draft, now, one.id)

    one, found = with_database(look, settings())
    click.echo(f"{one.title} ({one.state}, {_moment(one.draft.due)})")
    for line in _reach(found):
        click.echo(line)
    if dry_run:
        return
    if not yes:
        click.confirm(f"Send it to {found.gets} now?", abort=True)
    due = after_quiet(now)
    planned = one.draft.until or now
    until = planned if due + SHORTEST <= planned <= due + LONGEST else due + STANDARD

    async def run(engine: AsyncEngine) -> None:
        async with writing(engine).begin() as conn:
            known, draft = pages_of(settings().site_dir), one.draft.model_copy(update={"due": due, "until": until})
            saved = await planning.save(conn, one.id, one.version, draft, now, WHO, fallback=fallback, known=known)
            if saved.state == "draft":
                await planning.plan(conn, one.id, saved.version, now, WHO, fallback=fallback, known=known, public_url=settings().public_url)

    try:
        with_database(run, settings())
    except NotReady as error:
        raise PushError("\n".join(["This message is not ready:", *map(_trouble, error.troubles)])) from error
    click.echo(f"It leaves at {_moment(due)}, as long as a worker runs.")


def _one(found: list[Stored], wanted: str) -> Stored:
    fits = [one for one in found if one.id.startswith(wanted) or one.source in (wanted, f"{importing.ROOT}{wanted}")]
    if len(fits) != 1:
        raise PushError(f"{len(fits) or 'no'} messages are called {wanted!r}; `campaign list` shows their numbers")
    return fits[0]


def _reach(found: Reach) -> Iterator[str]:
    t = words("en")
    yield f"{found.gets} would get it"
    for name, number in sorted(found.services.items()):
        yield f"  {number} through {name}"
    for code, number in sorted(found.languages.items()):
        yield f"  {number} in {language(code).name}"
    if found.fallback:
        yield f"  {found.fallback} of them for want of their own language"
    for name, number in found.skipped.items():
        if number:
            yield f"{number} not: {reason(name, t)}"
