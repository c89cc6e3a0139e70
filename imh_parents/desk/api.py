"""GET /api/desk/sets/<id>/leaflet-<language>.pdf: a team's set on paper, for who works at the desk and in that team.

A page cannot make a file over its websocket, so this stands beside it, behind the same session and the same roles.
"""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from imh_parents.api.layer import Part
from imh_parents.api.problem import Problem
from imh_parents.db.database import Database
from imh_parents.desk import leaflet
from imh_parents.desk.words import HERE
from imh_parents.i18n.languages import CODES
from imh_parents.nurse.store import TeamSet, one
from imh_parents.people.api import PREFIX, SESSION
from imh_parents.people.cookies import Cookies
from imh_parents.people.roles import EDITOR, NURSE, meets
from imh_parents.people.store import sessions
from imh_parents.people.tokens import hashed
from imh_parents.settings import Settings
from imh_parents.shelf import read_shelf

MAY = frozenset({NURSE, EDITOR})
Clock = Callable[[], datetime]


def leaflet_address(set_id: str, language: str) -> str:
    return f"{PREFIX}sets/{set_id}/leaflet-{language}.pdf"


def part(cookies: Cookies, settings: Settings, clock: Clock = lambda: datetime.now(UTC)) -> Part:
    """For the pages of the desk, and not described to others."""

    def routes(database: Database) -> list[Route]:
        return [Route(leaflet_address("{id}", "{language}"), _leaflet(database, cookies, settings, clock))]

    return Part(routes, {})


def _leaflet(database: Database, cookies: Cookies, settings: Settings, clock: Clock) -> Callable[[Request], Awaitable[Response]]:
    async def answer(request: Request) -> Response:
        found = await _allowed(request, database, cookies, clock())
        language = request.path_params["language"]
        if language not in CODES:
            raise Problem(404, f"There are leaflets in {', '.join(CODES)}.")
        shelf = read_shelf(settings.site_dir)
        if shelf is None:
            raise Problem(503, "There is no built site to take the cards from. Build the site, then ask again.")
        today = clock().astimezone(HERE).date()
        try:
            pdf = await asyncio.to_thread(leaflet.made, found, language, shelf, settings, today)  # a good part of a second of processor time
        except FileNotFoundError as error:
            raise Problem(503, "There are no fonts to print with. Build the site, then ask again.") from error
        name = f'inline; filename="set-{found.id}-{language}.pdf"'
        return Response(pdf, media_type="application/pdf", headers={"cache-control": "no-store", "content-disposition": name})

    return answer


async def _allowed(request: Request, database: Database, cookies: Cookies, now: datetime) -> TeamSet:
    """The set, for who may see it."""
    engine = await database.ready()
    who = await sessions.present(engine, hashed(cookies.read(request, SESSION)), now)
    if who is None or who.stage != "full":
        raise Problem(403, "Log in first.", kind="login")
    if not meets(who.role, MAY):
        raise Problem(403, "Your role may not do this.", kind="role")
    async with engine.connect() as conn:
        found = await one(conn, request.path_params["id"])
    if found is None or not who.team or found.team != who.team:
        raise Problem(404, "Your team has no such set.")
    return found
