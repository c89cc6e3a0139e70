"""Subscribing over HTTP: what is kept, and everything that is refused, each with a problem that says its kind."""

import json
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from sqlalchemy.ext.asyncio import AsyncEngine

from imh_parents.api.guard import Rate, Rates
from imh_parents.api.layer import Api
from imh_parents.api.problem import KINDS
from imh_parents.db.database import Database
from imh_parents.push.api import MOST, offered, part
from imh_parents.push.keys import Keys
from imh_parents.push.vapid import Key
from imh_parents.settings import Settings
from tests.push.kept import on, subscriptions
from tests.push.people import NOON, TEXTS, Person, add, message
from tests.village.test_api import inner

pytestmark = pytest.mark.usefixtures("database_kind")  # on SQLite and on PostgreSQL
HERE = "https://app.test"
OWN = {"origin": HERE, "sec-fetch-site": "same-origin"}
OLD, NEW = (Key.of(ec.derive_private_key(number, ec.SECP256R1())) for number in (7, 8))
KEYS = Keys((NEW, OLD))
SUBSCRIBE = "/api/push/subscriptions"
Work = Callable[[httpx.AsyncClient, AsyncEngine], Awaitable[None]]


def with_api(
    tmp_path: Path, work: Work, *, keys: Keys = KEYS, rates: Rates | None = None, clock: Callable[[], datetime] = lambda: NOON, client: str = "192.0.2.1"
) -> None:
    async def run(engine: AsyncEngine) -> None:
        database = Database(lambda: engine)
        api = Api(inner, database, HERE, [part(HERE, lambda: keys, rates, clock)])
        async with httpx.AsyncClient(transport=httpx.ASGITransport(api, client=(client, 1)), base_url=HERE) as http:
            await work(http, engine)

    on(tmp_path, run)


def wish(number: int = 1, **changes: Any) -> dict[str, Any]:
    row = Person(number).row("https://fcm.googleapis.com", NEW.id, "/fcm/send/{}")
    subscription = {"endpoint": row["endpoint"], "expirationTime": None, "keys": {"p256dh": row["p256dh"], "auth": row["auth"]}}
    return {"subscription": subscription, "language": "nl", "topics": ["week"], "band": None, "key_id": NEW.id} | changes


def changed(name: str, value: Any) -> dict[str, Any]:
    """A wish with another endpoint, p256dh or auth."""
    made = wish()
    (made["subscription"] if name == "endpoint" else made["subscription"]["keys"])[name] = value
    return made


def refusal(answer: httpx.Response) -> tuple[int, str]:
    """Status and kind of a problem, which is whole."""
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.headers["cache-control"] == "no-store"
    body = answer.json()
    assert set(body) == {"type", "title", "status", "detail"} and body["status"] == answer.status_code and body["detail"]
    kind = body["type"].removeprefix("/api/problems#")
    assert body["title"] == KINDS[kind]
    return answer.status_code, kind


def test_a_subscription_is_kept_and_nothing_else(tmp_path: Path) -> None:
    async def work(http: httpx.AsyncClient, engine: AsyncEngine) -> None:
        answer = await http.post(SUBSCRIBE, json=wish(topics=["week", "age"], band="0-6-weken"), headers=OWN | {"user-agent": "telefoon"})
        assert (answer.status_code, answer.content) == (204, b"") and "set-cookie" not in answer.headers
        (row,) = await subscriptions(engine)
        assert row.pop("id") and row == {
            "endpoint": "https://fcm.googleapis.com/fcm/send/1", "origin": "https://fcm.googleapis.com", "p256dh": wish()["subscription"]["keys"]["p256dh"],
            "auth": wish()["subscription"]["keys"]["auth"], "key_id": NEW.id, "language": "nl", "topics": ["week", "age"], "band": "0-6-weken",
            "made": NOON, "seen": NOON,
        }  # fmt: skip

    with_api(tmp_path, work)


def test_again_and_elsewhere_stay_one_row(tmp_path: Path) -> None:
    async def work(http: httpx.AsyncClient, engine: AsyncEngine) -> None:
        for body in (wish(), wish(language="ar"), wish(2, replaces=wish()["subscription"]["endpoint"], key_id=OLD.id)):
            assert (await http.post(SUBSCRIBE, json=body, headers=OWN)).status_code == 204
        (row,) = await subscriptions(engine)
        assert (row["endpoint"], row["language"], row["key_id"]) == ("https://fcm.googleapis.com/fcm/send/2", "nl", OLD.id)

    with_api(tmp_path, work)


def test_stopping_erases_and_may_be_repeated(tmp_path: Path) -> None:
    async def work(http: httpx.AsyncClient, engine: AsyncEngine) -> None:
        await http.post(SUBSCRIBE, json=wish(), headers=OWN)
        for _ in range(2):
            answer = await http.request("DELETE", SUBSCRIBE, json={"endpoint": wish()["subscription"]["endpoint"]}, headers=OWN)
            assert answer.status_code == 204
            assert await subscriptions(engine) == []

    with_api(tmp_path, work)


@pytest.mark.parametrize(
    ("body", "status", "kind"),
    [
        (changed("endpoint", "http://fcm.googleapis.com/x"), 400, "endpoint"),
        (changed("endpoint", "https://evil.test/x"), 400, "endpoint"),
        (changed("endpoint", "https://127.0.0.1/x"), 400, "endpoint"),
        (changed("endpoint", "https://169.254.169.254/latest/meta-data"), 400, "endpoint"),
        (changed("endpoint", "https://fcm.googleapis.com:8080/x"), 400, "endpoint"),
        (changed("endpoint", 7), 400, "bad-request"),
        (changed("p256dh", "A" * 87), 400, "keys"),
        (changed("auth", "A" * 21), 400, "keys"),
        (changed("auth", None), 400, "bad-request"),
        (wish(key_id="other"), 409, "other-key"),
        (wish(language="fr"), 400, "bad-request"),
        (wish(topics=[]), 400, "bad-request"),
        (wish(topics=["winkel"]), 400, "bad-request"),
        (wish(topics="week"), 400, "bad-request"),
        (wish(band="2025-01-01"), 400, "bad-request"),
        (wish(born="2025-01-01"), 400, "bad-request"),
        ({}, 400, "bad-request"),
        ([wish()], 400, "bad-request"),
        (wish(replaces="x" * MOST), 413, "too-large"),
    ],
)
def test_a_wish_that_cannot_be_kept_is_refused_and_not_repeated(tmp_path: Path, body: Any, status: int, kind: str) -> None:
    async def work(http: httpx.AsyncClient, engine: AsyncEngine) -> None:
        answer = await http.post(SUBSCRIBE, json=body, headers=OWN)
        assert refusal(answer) == (status, kind)
        assert "evil" not in answer.text and "2025" not in answer.text  # what was sent is not shown
        assert await subscriptions(engine) == []

    with_api(tmp_path, work)


@pytest.mark.parametrize("method", ["POST", "DELETE"])
@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"sec-fetch-site": "same-origin"},
        {"origin": "https://evil.test"},
        {"origin": "null", "sec-fetch-site": "same-origin"},
        {"origin": "http://app.test"},
        {"origin": f"{HERE}.evil.test"},
        {"origin": "https://evil.test", "host": "evil.test"},  # a name that leads here
        OWN | {"sec-fetch-site": "cross-site"},
        OWN | {"sec-fetch-site": "same-site"},
        OWN | {"sec-fetch-site": "none"},
    ],
)
def test_other_sites_are_refused(tmp_path: Path, method: str, headers: dict[str, str]) -> None:
    async def work(http: httpx.AsyncClient, engine: AsyncEngine) -> None:
        assert refusal(await http.request(method, SUBSCRIBE, json=wish(), headers=headers)) == (403, "other-origin")
        assert await subscriptions(engine) == []

    with_api(tmp_path, work)


@pytest.mark.parametrize(
    ("content", "kind", "status", "name"),
    [
        (json.dumps(wish()), "text/plain", 415, "not-json"),
        (json.dumps(wish()), "application/x-www-form-urlencoded", 415, "not-json"),
        ("{", "application/json", 400, "bad-request"),
        ("", "application/json", 400, "bad-request"),
        ("[" * 4000, "application/json", 400, "bad-request"),
        (b"\xff\xfe", "application/json", 400, "bad-request"),
    ],
)
def test_what_is_not_json_is_refused(tmp_path: Path, content: str | bytes, kind: str, status: int, name: str) -> None:
    async def work(http: httpx.AsyncClient, engine: AsyncEngine) -> None:
        assert refusal(await http.post(SUBSCRIBE, content=content, headers=OWN | {"content-type": kind})) == (status, name)

    with_api(tmp_path, work)


def test_a_body_without_end_is_left_after_four_kilobytes(tmp_path: Path) -> None:
    """Driven by hand: httpx's transport would read the whole body before the app sees any."""
    taken = 0

    async def receive() -> dict[str, Any]:
        nonlocal taken
        taken += 1000
        assert taken < 10**6
        return {"type": "http.request", "body": b"x" * 1000, "more_body": True}

    sent: list[Any] = []

    async def send(part_: Any) -> None:
        sent.append(part_)

    async def run(engine: AsyncEngine) -> None:
        database = Database(lambda: engine)
        api = Api(inner, database, HERE, [part(HERE, lambda: KEYS)])
        headers = [(name.encode(), value.encode()) for name, value in (OWN | {"content-type": "application/json"}).items()]
        scope = {"type": "http", "method": "POST", "path": SUBSCRIBE, "raw_path": b"", "query_string": b"", "headers": headers, "client": ("192.0.2.1", 1)}
        await api(scope, receive, send)

    on(tmp_path, run)
    assert sent[0]["status"] == 413
    assert MOST < taken <= MOST + 1000


@pytest.mark.parametrize(
    ("method", "path"),
    [("GET", SUBSCRIBE), ("PUT", SUBSCRIBE), ("OPTIONS", SUBSCRIBE), ("POST", "/api/push/key"), ("POST", "/api/messages/nl.json"), ("DELETE", "/api/push/key")],
)
def test_other_methods_are_refused(tmp_path: Path, method: str, path: str) -> None:
    async def work(http: httpx.AsyncClient, engine: AsyncEngine) -> None:
        answer = await http.request(method, path, headers=OWN)
        assert refusal(answer) == (405, "method")
        assert answer.headers["allow"]

    with_api(tmp_path, work)


def test_a_flood_is_stopped_and_told_when_to_come_back(tmp_path: Path) -> None:
    now = 0.0

    async def work(http: httpx.AsyncClient, engine: AsyncEngine) -> None:
        nonlocal now
        answers = [await http.post(SUBSCRIBE, json=wish(), headers=OWN) for _ in range(4)]
        assert [answer.status_code for answer in answers] == [204, 204, 204, 429]
        assert refusal(answers[-1]) == (429, "too-many") and answers[-1].headers["retry-after"] == "61"
        now = 61.0
        assert (await http.post(SUBSCRIBE, json=wish(), headers=OWN)).status_code == 204

    with_api(tmp_path, work, rates=Rates(Rate(100, 60, lambda: now), lambda: Rate(3, 60, lambda: now)))


def test_the_newest_key_is_given_and_an_answer_without_one(tmp_path: Path) -> None:
    async def given(http: httpx.AsyncClient, engine: AsyncEngine) -> None:
        answer = await http.get("/api/push/key")
        assert answer.json() == {"id": NEW.id, "key": NEW.public}
        assert answer.headers["cache-control"] == "public, max-age=300"

    async def none(http: httpx.AsyncClient, engine: AsyncEngine) -> None:
        assert refusal(await http.get("/api/push/key")) == (503, "not-ready")
        assert refusal(await http.post(SUBSCRIBE, json=wish(), headers=OWN)) == (409, "other-key")

    with_api(tmp_path, given)
    with_api(tmp_path, none, keys=Keys(()))


def test_nobody_is_let_in_before_pushes_can_be_sent(tmp_path: Path) -> None:
    here = Settings(data_dir=tmp_path, vapid_keys=NEW.secret(), vapid_subject=None)
    assert offered(here) == Keys(())
    assert [key.id for key in offered(here.model_copy(update={"vapid_subject": "mailto:app@example.org"})).all] == [NEW.id]


SHOWN = {
    "id": "sent", "title": "Dag twee", "line": "Een naam voor wat je voelt.", "page": "/nl/week/", "lang": "nl", "dir": "ltr",
    "topic": "week", "bands": [], "due": "2026-06-15T10:00:00+00:00", "until": "2026-06-15T18:00:00+00:00",
}  # fmt: skip


async def messages_in_every_state(engine: AsyncEngine) -> None:
    day = timedelta(days=1)
    rows = [message(state, state=state) for state in ("draft", "scheduled", "sending", "paused", "stopped", "sent", "failed")]
    late = [message("later", due=NOON + day), message("old", state="sent", due=NOON - 60 * day), message("older", state="sent", due=NOON - 60.1 * day)]
    async with engine.begin() as conn:
        await add(conn, [], *rows, *late)


def test_the_inbox_shows_what_came_out_in_sixty_days_whether_pushed_or_not(tmp_path: Path) -> None:
    async def work(http: httpx.AsyncClient, engine: AsyncEngine) -> None:
        await messages_in_every_state(engine)
        answer = await http.get("/api/messages/nl.json")
        assert [one["id"] for one in answer.json()["messages"]] == ["failed", "scheduled", "sending", "sent", "old"]
        assert answer.json()["messages"][3] == SHOWN
        english = (await http.get("/api/messages/en.json")).json()["messages"][3]  # not translated: Dutch, and says so
        assert english == SHOWN
        arabic = (await http.get("/api/messages/ar.json")).json()["messages"][3]
        assert arabic == SHOWN | TEXTS["ar"] | {"lang": "ar", "dir": "rtl"}
        assert refusal(await http.get("/api/messages/fr.json")) == (404, "not-found")

    with_api(tmp_path, work)


def test_the_inbox_is_the_same_for_everybody_and_fetched_once(tmp_path: Path) -> None:
    now = NOON

    async def work(http: httpx.AsyncClient, engine: AsyncEngine) -> None:
        nonlocal now
        await messages_in_every_state(engine)
        first = await http.get("/api/messages/nl.json")
        other = await http.get("/api/messages/nl.json", headers={"cookie": "x=1", "user-agent": "ander", "accept-language": "ar"})
        assert (first.content, first.headers["etag"]) == (other.content, other.headers["etag"])
        assert first.headers["cache-control"] == "public, max-age=300" and not {"set-cookie", "vary"} & first.headers.keys()
        again = await http.get("/api/messages/nl.json", headers={"if-none-match": f'W/"x", {first.headers["etag"]}'})
        assert (again.status_code, again.content) == (304, b"")
        async with engine.begin() as conn:
            await add(conn, [], message("new", state="sent"))
        assert (await http.get("/api/messages/nl.json")).content == first.content  # from memory
        now += timedelta(minutes=1)
        fresh = await http.get("/api/messages/nl.json", headers={"if-none-match": first.headers["etag"]})
        assert fresh.status_code == 200 and "new" in [one["id"] for one in fresh.json()["messages"]]

    with_api(tmp_path, work, clock=lambda: now)


def test_the_description_names_every_address_and_kind(tmp_path: Path) -> None:
    async def work(http: httpx.AsyncClient, engine: AsyncEngine) -> None:
        made = (await http.get("/api/openapi.json")).json()
        assert {path: set(methods) for path, methods in made["paths"].items() if "push" in path or "messages" in path} == {
            "/api/push/key": {"get"},
            SUBSCRIBE: {"post", "delete"},
            "/api/messages/{language}.json": {"get"},
        }
        names = set(made["components"]["schemas"])
        assert {one.rsplit("/", 1)[1] for one in json.dumps(made).split('"') if one.startswith("#/components")} <= names
        assert (await http.get("/api/problems")).json() == KINDS

    with_api(tmp_path, work)
