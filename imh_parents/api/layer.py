"""Everything under /api/ in one ASGI layer: the parts the features give, health, the kinds of refusal, and the API's own description.

Nothing here sets a cookie, keeps an address of a reader, or lets another site read more than anyone may.
"""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp, Receive, Scope, Send

from imh_parents.api.openapi import describe
from imh_parents.api.problem import ADDRESS, KINDS, on_error, on_http_exception
from imh_parents.db.database import Database


@dataclass(frozen=True)
class Part:
    """What a feature adds: its routes, and their description in OpenAPI."""

    routes: Callable[[Database], Sequence[Route]]
    paths: dict[str, Any]
    schemas: dict[str, Any] = field(default_factory=dict)


class Api:
    """ASGI layer: answers /api/, hands everything else to `inner`."""

    def __init__(self, inner: ASGIApp, database: Database, public_url: str, parts: Sequence[Part]) -> None:
        self.inner = inner
        self.app = make_app(database, public_url, parts)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        inside = scope["type"] == "http" and scope["path"].startswith("/api/")
        await (self.app if inside else self.inner)(scope, receive, send)


def make_app(database: Database, public_url: str, parts: Sequence[Part]) -> Starlette:
    paths = {address: what for part in parts for address, what in part.paths.items()}
    schemas = {name: schema for part in parts for name, schema in part.schemas.items()}
    described = describe(public_url, paths, schemas)
    routes = [
        Route("/api/health", _health(database)),
        Route("/api/openapi.json", lambda request: JSONResponse(described, headers=kept(3600))),
        Route(ADDRESS, lambda request: JSONResponse(KINDS, headers=kept(3600))),
        *(route for part in parts for route in part.routes(database)),
    ]
    return Starlette(routes=routes, exception_handlers={HTTPException: on_http_exception, Exception: on_error})


def kept(seconds: int) -> dict[str, str]:
    """Headers of an answer that is the same for everybody."""
    return {"cache-control": f"public, max-age={seconds}", "x-content-type-options": "nosniff"}


def _health(database: Database) -> Callable[[Request], Awaitable[Response]]:
    async def health(request: Request) -> Response:
        try:
            async with (await database.ready()).connect() as conn:
                await conn.execute(text("SELECT 1"))
        except (SQLAlchemyError, OSError):
            return JSONResponse({"status": "down", "database": "down"}, 503, headers={"cache-control": "no-store"})
        return JSONResponse({"status": "ok", "database": "ok"}, headers={"cache-control": "no-store"})

    return health
