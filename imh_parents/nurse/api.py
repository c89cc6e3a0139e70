"""POST /api/sets/<id>/opens: the named set of a team was opened. No body, no cookie; one more in the count of the week is all that is kept."""

import re
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from imh_parents.api.guard import Rate, Rates, same_origin
from imh_parents.api.layer import Part
from imh_parents.api.openapi import TEXT, nothing
from imh_parents.api.problem import Problem
from imh_parents.db.database import Database
from imh_parents.db.engine import writing
from imh_parents.nurse.code import TEAM_ID
from imh_parents.nurse.store import count_opening

Clock = Callable[[], datetime]
PATHS = {
    "/api/sets/{id}/opens": {
        "post": {
            "summary": "Count that the named set of a team was opened",
            "description": "Only from pages of this app, without a body. Nothing about the sender is kept, and no moment: only a count a week.",
            "parameters": [{"name": "id", "in": "path", "required": True, "schema": TEXT | {"pattern": "^[A-Za-z0-9_-]{6}$"}}],
            "responses": nothing("Counted"),
        }
    }
}


def floods(proxies: int = 0) -> Rates:
    """A phone opens a few sets a day; behind one address there may be a whole consultation bureau."""
    return Rates(Rate(600, 60), lambda: Rate(60, 60), proxies)


def part(rates: Rates | None = None, clock: Clock = lambda: datetime.now(UTC)) -> Part:
    return Part(lambda database: [Route("/api/sets/{id}/opens", _opened(database, rates or floods(), clock), methods=["POST"])], PATHS)


def _opened(database: Database, rates: Rates, clock: Clock) -> Callable[[Request], Awaitable[Response]]:
    async def opened(request: Request) -> Response:
        same_origin(request)
        async for chunk in request.stream():
            if chunk:
                raise Problem(413, "Send no body.")
        set_id = request.path_params["id"]
        if not re.fullmatch(TEAM_ID, set_id):
            raise Problem(400, "The id is not one of a set: six letters.")
        rates.take(request)
        async with writing(await database.ready()).begin() as conn:
            if not await count_opening(conn, set_id, clock()):
                raise Problem(404, "There is no such set.")
        return Response(status_code=204, headers={"cache-control": "no-store"})

    return opened
