"""The door of the desk: an ASGI layer that lets nobody to its pages or its websocket without a session that counts now.

What is behind it never sees the cookie. It gets a header with the hash of it instead: Reflex keeps the headers of a
connection in its state, which lies in a store and is sent to the browser, where a script could read it.
"""

from collections.abc import Callable
from datetime import UTC, datetime

from starlette.requests import HTTPConnection
from starlette.responses import RedirectResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from imh_parents.api.problem import problem
from imh_parents.db.database import Database
from imh_parents.people.api import CODE, HOME, LOGIN, ME, SESSION, WELCOME
from imh_parents.people.cookies import Cookies
from imh_parents.people.store import sessions
from imh_parents.people.store.sessions import Who
from imh_parents.people.tokens import hashed

HEADER = "x-desk-session"
OPEN = (LOGIN, WELCOME)  # for who has no session yet
SOCKET = "/_event"
UNTOLD = (b"cookie", b"authorization", HEADER.encode())  # nothing behind the door has use for these, or may be lied to with them


class Door:
    """ASGI layer around `inner`. Only what belongs to the desk is looked at."""

    def __init__(self, inner: ASGIApp, database: Database, cookies: Cookies, clock: Callable[[], datetime] = lambda: datetime.now(UTC)) -> None:
        self.inner, self.database, self.cookies, self.clock = inner, database, cookies, clock

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        path = scope.get("path", "")
        if path.startswith("/desk/") or path == "/desk":
            await self._page(scope, receive, send)
        elif path.startswith("/_") and path != "/_health":
            await self._live(scope, receive, send)
        else:
            await self.inner(scope, receive, send)

    async def _page(self, scope: Scope, receive: Receive, send: Send) -> None:
        path = scope["path"] if scope["path"].endswith("/") else f"{scope['path']}/"
        where = room(path, await self._who(scope))
        if where == path or "." in path.strip("/").split("/")[-1]:
            await self.inner(scope, receive, send)
        else:
            await RedirectResponse(where, 303, {"cache-control": "no-store"})(scope, receive, send)

    async def _live(self, scope: Scope, receive: Receive, send: Send) -> None:
        who = await self._who(scope)
        if who and who.stage != "code":
            kept = [(name, value) for name, value in scope["headers"] if name.lower() not in UNTOLD]
            await self.inner({**scope, "headers": [*kept, (HEADER.encode(), who.session.encode())]}, receive, send)
        elif scope["type"] == "websocket":
            await receive()
            await send({"type": "websocket.close", "code": 1008, "reason": "log in"})  # before it was accepted: the browser gets 403
        else:
            await problem(403, "Log in first.", kind="login")(scope, receive, send)

    async def _who(self, scope: Scope) -> Who | None:
        token = self.cookies.read(HTTPConnection(scope), SESSION)
        if not token:
            return None
        return await sessions.present(await self.database.ready(), hashed(token), self.clock())


def room(path: str, who: Who | None) -> str:
    """The page that somebody gets who asks for `path`."""
    stage = who.stage if who else ""
    if path == WELCOME:
        return path
    if stage == "":
        return path if path in OPEN else LOGIN
    if stage == "code":
        return path if path == LOGIN else CODE
    if stage == "enrol":
        return ME
    return HOME if path in (LOGIN, CODE) else path
