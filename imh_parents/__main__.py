"""The command line: each command calls one function."""

import logging
import sys
from datetime import date
from pathlib import Path

import click

from imh_parents.campaign.cli import campaign
from imh_parents.errors import ImhError
from imh_parents.faults import Level
from imh_parents.i18n import catalogue
from imh_parents.library import CONTENT, inspect
from imh_parents.links.cli import content
from imh_parents.people.cli import user
from imh_parents.push.cli import push
from imh_parents.push.worker import start_beside, work
from imh_parents.settings import settings
from imh_parents.site import build as site
from imh_parents.site.headers import printed
from imh_parents.village.cli import village


@click.group(help="Goed Genoeg: check content, build the site, serve it.")
def main() -> None:
    pass


@main.command()
@click.option("--content", type=click.Path(path_type=Path, exists=True, file_okay=False), default=CONTENT, help="Another content folder.")
@click.option("--strict", is_flag=True, help="Fail on remarks too.")
def check(content: Path, strict: bool) -> None:
    """Report every fault in content; exit 1 when something stops the build."""
    library, found = inspect(content.resolve(), date.today())
    found = sorted([*found, *catalogue.faults()])
    for item in found:
        click.echo(f"{item.level}: {item}" if item.level is Level.REMARK else str(item))
    stopping = [item for item in found if strict or item.level is Level.FAULT]
    services = sum(map(len, library.services.values()))
    counted = f"{len(library.cards)} cards, {len(library.bands)} bands, {len(library.helplines)} help lines, {services} local services"
    click.echo(f"{counted}: {len(stopping) or 'no'} faults")
    sys.exit(1 if stopping else 0)


@main.command()
def words() -> None:
    """Bring content/i18n/*.po up to date with the texts in the code."""
    catalogue.update()


@main.command("build")
def build_() -> None:
    """Check content, build the site; when anything fails, the site built before stays."""
    site.build(settings())


@main.command()
@click.option("--port", default=8000, show_default=True, envvar="PORT", help="Port to listen on.")
@click.option("--host", default="127.0.0.1", show_default=True, envvar="HOST", help="Address to listen on.")
def serve(port: int, host: str) -> None:
    """Serve the built site, and send pushes from a process beside it."""
    site.free(host, port)
    start_beside(settings())
    site.serve(settings(), host, port)


@main.command("worker")
@click.option("--beside", type=int, hidden=True, help="The process to end with.")
def worker_(beside: int | None) -> None:
    """Send pushes until stopped. Any number of workers may run, on any number of machines, with one database."""
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(name)s: %(message)s")
    work(settings(), beside)


@main.command("headers")
def headers_() -> None:
    """Print the headers another web server should send with the built site."""
    click.echo(printed(settings().site_dir))


main.add_command(campaign)
main.add_command(content)
main.add_command(village)
main.add_command(user)
main.add_command(push)


if __name__ == "__main__":
    try:
        main()
    except ImhError as error:
        click.echo(str(error), err=True)
        sys.exit(1)
