"""Logging in and out over HTTP, under /api/desk/. What is checked is in store/entry.py; who may pass after that in door.py.

A form gets a redirect, to the page that says how it went (its fragment names the sentence); JSON gets JSON.
Only our own pages may send: SameSite=Strict keeps cookies from other sites, and Sec-Fetch-Site or Origin has to be ours.
"""

import json
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from urllib.parse import parse_qsl

from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from imh_parents.api.guard import OURSELVES, address, same_origin, small_body, storable
from imh_parents.api.layer import Part
from imh_parents.api.problem import Problem
from imh_parents.db.database import Database
from imh_parents.db.engine import writing
from imh_parents.people.cookies import Cookies, agent
from imh_parents.people.passwords import LEAST
from imh_parents.people.store import entry, log, sessions
from imh_parents.people.store.entry import From, Refused
from imh_parents.people.store.sessions import LONGEST, Who
from imh_parents.people.store.users import LINK_LIVES
from imh_parents.people.tokens import hashed

PREFIX = "/api/desk/"
HOME, LOGIN, CODE, WELCOME, ME = "/desk/", "/desk/in/", "/desk/code/", "/desk/welkom/", "/desk/ik/"
SESSION, LINK = "desk", "desk-link"  # the cookies
MAX_BODY = 4096
Clock = Callable[[], datetime]
REASONS = {  # status, kind of problem, what to do
    "wrong": (403, "login", "That is not right."),
    "slow": (429, "too-many", "Too many tries; wait a little."),
    "ended": (410, "link", "This link was used or is too old; ask for a new one."),
    "differs": (422, "password", "The two passwords are not the same."),
    "short": (422, "password", f"Use at least {LEAST} characters."),
    "long": (422, "password", "This password is too long."),
    "own": (422, "password", "A name or address is most of this password."),
    "common": (422, "password", "This password is on the list of those tried first."),
}


@dataclass(frozen=True)
class Asked:
    """A request, read."""

    fields: dict[str, str]
    form: bool
    by: From
    who: Who | None

    def field(self, name: str) -> str:
        return self.fields.get(name, "")


def part(cookies: Cookies, clock: Clock = lambda: datetime.now(UTC)) -> Part:
    """The routes. They are for the forms of the desk and not described to others."""

    def routes(database: Database) -> list[Route]:
        entrance = Entrance(database, cookies, clock)
        steps = (("in", entrance.login, LOGIN), ("code", entrance.code, CODE), ("welkom", entrance.welcome, WELCOME), ("wachtwoord", entrance.password, ME))
        posts = [Route(f"{PREFIX}{name}", entrance.step(name, step, page), methods=["POST"]) for name, step, page in steps]
        return [*posts, Route(f"{PREFIX}uit", entrance.out, methods=["POST"]), Route(f"{PREFIX}welkom/{{token}}", entrance.link)]

    return Part(routes, {})


class Entrance:
    """What each address does."""

    def __init__(self, database: Database, cookies: Cookies, clock: Clock) -> None:
        self.database, self.cookies, self.clock = database, cookies, clock

    async def login(self, asked: Asked) -> str:
        return await entry.with_password(await self.database.ready(), asked.field("email"), asked.field("password"), asked.by, self.clock())

    async def code(self, asked: Asked) -> str:
        if asked.who is None:
            raise Refused("wrong")
        return await entry.with_code(await self.database.ready(), asked.who, asked.field("code"), asked.by, self.clock())

    async def welcome(self, asked: Asked) -> str:
        token = asked.field("token")
        return await entry.with_link(await self.database.ready(), token, asked.field("password"), asked.field("again"), asked.by, self.clock())

    async def password(self, asked: Asked) -> str:
        if asked.who is None or asked.who.stage != "full":
            raise Refused("wrong")
        old, new, again = (asked.field(name) for name in ("old", "password", "again"))
        return await entry.with_new_password(await self.database.ready(), asked.who, old, new, again, asked.by, self.clock())

    def step(self, name: str, step: Callable[[Asked], Awaitable[str]], page: str) -> Callable[[Request], Awaitable[Response]]:
        """One step of coming in: a new cookie when it is right, the page again when it is not."""

        async def answer(request: Request) -> Response:
            same_origin(request)
            asked = await self._read(request)
            try:
                token = await step(asked)
            except Refused as refused:
                return self._refusal(refused, asked, f"{page}#{name}-{refused.reason}")
            landing = f"{ME}#done" if name == "wachtwoord" else await self._landing(token)
            response = RedirectResponse(landing, 303) if asked.form else JSONResponse({"next": landing})
            self.cookies.write(response, SESSION, token, int(LONGEST.total_seconds()))
            if name == "welkom":
                self.cookies.write(response, LINK, "", 0)
            return _private(response)

        return answer

    def _refusal(self, refused: Refused, asked: Asked, page: str) -> Response:
        status, kind, detail = REASONS[refused.reason]
        headers = {"retry-after": str(int(refused.wait.total_seconds()) + 1)} if refused.wait else None
        if not asked.form:
            raise Problem(status, detail, headers, kind)
        return _private(RedirectResponse(page, 303, headers))

    async def _landing(self, token: str) -> str:
        who = await self._who(hashed(token))
        return {"code": CODE, "enrol": ME}.get(who.stage, HOME) if who else LOGIN

    async def out(self, request: Request) -> Response:
        same_origin(request)
        session = hashed(self.cookies.read(request, SESSION))
        if who := await self._who(session):
            async with writing(await self.database.ready()).begin() as conn:
                await sessions.end(conn, session, who.user_id)
                await log.note(conn, self.clock(), who.user_id, who.name, "out")
        response = RedirectResponse(f"{LOGIN}#out", 303)
        self.cookies.write(response, SESSION, "", 0)
        return _private(response)

    async def link(self, request: Request) -> Response:
        """A link that was handed over. Its secret moves into a cookie at once, out of the address and the history; opening it uses nothing up."""
        response = RedirectResponse(WELCOME, 303)
        self.cookies.write(response, LINK, request.path_params["token"][:200], int(LINK_LIVES.total_seconds()))
        return _private(response)

    async def _who(self, session: str) -> Who | None:
        return await sessions.present(await self.database.ready(), session, self.clock())

    async def _read(self, request: Request) -> Asked:
        fields, form = await _fields(request)
        session = hashed(self.cookies.read(request, SESSION))
        fields.setdefault("token", self.cookies.read(request, LINK))
        return Asked(fields, form, From(_apart(request, self.cookies.proxies), agent(request), session), await self._who(session))


def _apart(request: Request, proxies: int) -> str:
    """Who asks; empty when it is our own machine, for then a web server in front asks for everybody (IMH_PROXIES says that it does)."""
    who = address(request, proxies)
    return "" if who in OURSELVES else who


async def _fields(request: Request) -> tuple[dict[str, str], bool]:
    """The fields that were sent, no further than MAX_BODY, and whether a form sent them."""
    kind = request.headers.get("content-type", "").split(";")[0].strip()
    if kind not in ("application/json", "application/x-www-form-urlencoded"):
        raise Problem(415, "Send a form or application/json.")
    body = await small_body(request, MAX_BODY)
    try:
        sent = json.loads(body) if kind == "application/json" else dict(parse_qsl(body.decode(), keep_blank_values=True, max_num_fields=10))
        storable(sent)
    except (ValueError, RecursionError):
        raise Problem(400, "This cannot be read.") from None
    if not isinstance(sent, dict) or not all(isinstance(value, str) for value in sent.values()):
        raise Problem(400, "Send fields with text.")
    return sent, kind != "application/json"


def _private(response: Response) -> Response:
    response.headers["cache-control"] = "no-store"
    return response
