"""Push in the API: the key, subscribing and stopping, and the inbox. What a phone may say is in wishes.py, SQL in subscribers.py and store.py.

Of who asks nothing is kept but the row itself: no address, no cookie, no log of its own.
"""

import hashlib
import json
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from imh_parents.api.guard import Rate, Rates, own_origin, small_json
from imh_parents.api.layer import Part, kept
from imh_parents.api.problem import Problem
from imh_parents.db.database import Database
from imh_parents.i18n.languages import CODES
from imh_parents.push import endpoints, openapi, store, subscribers
from imh_parents.push.inbox import KEPT, inbox
from imh_parents.push.keys import Keys, load
from imh_parents.push.wishes import Stop, Wish
from imh_parents.settings import Settings

MOST = 4096  # bytes of a body
FRESH = timedelta(seconds=30)  # how long the inbox is answered from memory
M = TypeVar("M", bound=BaseModel)
Answer = Callable[[Request], Awaitable[Response]]
Clock = Callable[[], datetime]


def floods(proxies: int = 0) -> Rates:
    """A phone writes when somebody taps and when it finds its subscription changed; behind one address there may be a whole hospital."""
    return Rates(Rate(6000, 60), lambda: Rate(60, 60), proxies)


def offered(settings: Settings) -> Keys:
    """The keys, once pushes can be sent: nobody is asked to subscribe to what will not come."""
    return load(settings) if settings.vapid_subject else Keys(())


def part(public_url: str, keys: Callable[[], Keys], rates: Rates | None = None, clock: Clock = lambda: datetime.now(UTC)) -> Part:
    def routes(database: Database) -> list[Route]:
        return [
            Route("/api/push/key", _key(keys)),
            Route("/api/push/subscriptions", _subscriptions(database, public_url, keys, rates or floods(), clock), methods=["POST", "DELETE"]),
            Route("/api/messages/{language}.json", _inbox(database, clock)),
        ]

    return Part(routes, *openapi.describe())


def _key(keys: Callable[[], Keys]) -> Answer:
    async def key(request: Request) -> Response:
        newest = keys().newest
        if newest is None:
            raise Problem(503, "Nobody can subscribe yet. Whoever runs this app makes a key (python -m imh_parents push keys) and sets IMH_VAPID_SUBJECT.")
        return JSONResponse({"id": newest.id, "key": newest.public}, headers=kept(300))

    return key


def _subscriptions(database: Database, public_url: str, keys: Callable[[], Keys], rates: Rates, clock: Clock) -> Answer:
    async def subscriptions(request: Request) -> Response:
        own_origin(request, public_url)
        rates.take(request)
        body = await small_json(request, MOST)
        if request.method == "DELETE":
            await subscribers.erase(await database.ready(), _read(Stop, body).endpoint)
        else:
            wish = _read(Wish, body)
            await subscribers.keep(await database.ready(), _checked(wish, keys()), clock(), wish.replaces)
        return Response(status_code=204, headers={"cache-control": "no-store"})

    return subscriptions


def _read(model: type[M], body: Any) -> M:
    """The body as a model; the Problem names the field, never what stood in it."""
    try:
        return model.model_validate(body, strict=True)
    except ValidationError as error:
        first = error.errors(include_input=False, include_url=False)[0]
        where = ".".join(map(str, first["loc"])) or "the body"
        raise Problem(400, f"{where}: {first['msg']}.") from None


def _checked(wish: Wish, keys: Keys) -> subscribers.Subscriber:
    given = wish.subscription
    try:
        origin = endpoints.origin(given.endpoint)
        p256dh, auth = endpoints.bare_keys(given.keys.p256dh, given.keys.auth)
    except endpoints.Refused as refused:
        raise Problem(400, str(refused), kind=refused.kind) from None
    if keys.by_id(wish.key_id) is None:
        raise Problem(409, "This subscription was made with a key that is not ours. Subscribe again with the one from /api/push/key.", kind="other-key")
    return subscribers.Subscriber(given.endpoint, origin, p256dh, auth, wish.key_id, wish.language, tuple(dict.fromkeys(wish.topics)), wish.band)


def _inbox(database: Database, clock: Clock) -> Answer:
    held: dict[str, tuple[datetime, bytes]] = {}

    async def messages(request: Request) -> Response:
        code, now = request.path_params["language"], clock()
        if code not in CODES:
            raise Problem(404, f"The messages are there in {', '.join(CODES)}.")
        if code not in held or not held[code][0] <= now < held[code][0] + FRESH:
            async with (await database.ready()).connect() as conn:
                found = await store.published(conn, now - KEPT, now)
            held[code] = now, json.dumps(inbox(found, code), ensure_ascii=False, separators=(",", ":")).encode()
        return _file(held[code][1], request.headers.get("if-none-match", ""))

    return messages


def _file(body: bytes, known: str) -> Response:
    tag = f'"{hashlib.sha256(body).hexdigest()[:20]}"'
    headers = kept(300) | {"etag": tag}
    if tag in (one.strip().removeprefix("W/") for one in known.split(",")):
        return Response(status_code=304, headers=headers)
    return Response(body, headers=headers, media_type="application/json")
