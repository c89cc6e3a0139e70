"""POST /api/sets/<id>/opens: the named set of a team was opened. No body, no cookie; one more in the count of the week is all that is kept."""

import re
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from imh_parents.api.guard import Rate, same_origin
from imh_parents.api.layer import Part
from imh_parents.api.openapi import PROBLEM, TEXT
from imh_parents.api.problem import Problem
from imh_parents.db.database import Database
from imh_parents.nurse.store import count_opening

OFTEN = (600, 60.0)  # openings in so many seconds, of all sets together: more is no consultation
PATHS = {
    "/api/sets/{id}/opens": {
        "post": {
            "summary": "Count that the named set of a team was opened",
            "description": "Only from pages of this app, without a body. Nothing about the sender is kept, and no moment: only a count a week.",
            "parameters": [{"name": "id", "in": "path", "required": True, "schema": TEXT | {"pattern": "^[A-Za-z0-9_-]{6}$"}}],
            "responses": {"204": {"description": "Counted"}, "default": PROBLEM},
        }
    }
}


def sets_part(rate: Rate | None = None) -> Part:
    return Part(lambda database: [Route("/api/sets/{id}/opens", _opened(database, rate or Rate(*OFTEN)), methods=["POST"])], PATHS)


def _opened(database: Database, rate: Rate) -> Callable[[Request], Awaitable[Response]]:
    async def opened(request: Request) -> Response:
        same_origin(request)
        async for chunk in request.stream():
            if chunk:
                raise Problem(413, "Send no body.")
        set_id = request.path_params["id"]
        if not re.fullmatch(r"[A-Za-z0-9_-]{6}", set_id):
            raise Problem(400, "The id is not one of a set: six letters.")
        rate.take()
        async with (await database.ready()).begin() as conn:
            if not await count_opening(conn, set_id, datetime.now(UTC)):
                raise Problem(404, "There is no such set.")
        return Response(status_code=204, headers={"cache-control": "no-store"})

    return opened
