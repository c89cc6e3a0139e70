"""Asking whether links still live, with servers that are made up; and what is kept of it."""

import asyncio
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import httpx
import pytest
from click.testing import CliRunner

from imh_parents.__main__ import main
from imh_parents.links import store
from imh_parents.links.checking import GONE, OK, REST, UNSURE, Found, check
from imh_parents.settings import settings
from tests.village.shop import NOW, database

PUBLIC = "https://goed.example"


class World:
    """Servers that answer by `rules`; notes what was asked, how many at once, and every rest."""

    def __init__(self, rules: Callable[[httpx.Request], httpx.Response]) -> None:
        self.rules, self.asked, self.rests = rules, [], []
        self.busy: dict[str, int] = {}
        self.together: dict[str, int] = {}

    async def _answer(self, request: httpx.Request) -> httpx.Response:
        host = request.url.host
        self.busy[host] = self.busy.get(host, 0) + 1
        self.together[host] = max(self.together.get(host, 0), self.busy[host])
        self.asked.append((request.method, str(request.url), request.headers["user-agent"]))
        await asyncio.sleep(0)
        self.busy[host] -= 1
        return self.rules(request)

    async def _rest(self, seconds: float) -> None:
        self.rests.append(seconds)
        await asyncio.sleep(0)

    def look(self, *urls: str) -> list[Found]:
        return asyncio.run(check(urls, PUBLIC, transport=httpx.MockTransport(self._answer), sleep=self._rest))


def test_a_page_that_is_there_is_asked_once_and_not_read():
    world = World(lambda request: httpx.Response(200))
    assert world.look("https://een.test/a") == [Found("https://een.test/a", OK, 200)]
    assert world.asked == [("HEAD", "https://een.test/a", f"goed-genoeg link check (+{PUBLIC})")]


@pytest.mark.parametrize(
    ("head", "get", "outcome"), [(405, 200, OK), (404, 200, OK), (404, 404, GONE), (410, 410, GONE), (403, 403, UNSURE), (503, 500, UNSURE)]
)
def test_a_no_to_head_is_asked_again_by_get(head, get, outcome):
    world = World(lambda request: httpx.Response(head if request.method == "HEAD" else get))
    assert world.look("https://een.test/")[0] == Found("https://een.test/", outcome, get)
    assert [method for method, *_ in world.asked] == ["HEAD", "GET"]


def test_a_page_that_moved_is_there():
    world = World(lambda request: httpx.Response(301, headers={"location": "/nieuw"}) if request.url.path == "/oud" else httpx.Response(200))
    assert world.look("https://een.test/oud")[0].outcome == OK


@pytest.mark.parametrize(
    ("error", "outcome"),
    [
        (httpx.ConnectError("[Errno -2] Name or service not known"), GONE),
        (httpx.ConnectError("[Errno -3] Temporary failure in name resolution"), UNSURE),  # our own connection may be the one that is away
        (httpx.ConnectTimeout("too slow"), UNSURE),
        (httpx.TooManyRedirects("in a circle"), UNSURE),
    ],
)
def test_who_does_not_answer_stops_nothing(error, outcome):
    def rules(request: httpx.Request) -> httpx.Response:
        if request.url.host == "weg.test":
            raise error
        return httpx.Response(200)

    found = World(rules).look("https://weg.test/", "https://een.test/", "https:///nergens")
    assert [(one.outcome, one.status) for one in found] == [(outcome, None), (OK, 200), (UNSURE, None)]


def test_one_host_is_asked_one_thing_at_a_time_with_rests_between():
    world = World(lambda request: httpx.Response(200))
    urls = [f"https://{host}.test/{page}" for page in range(4) for host in ("een", "twee")]
    assert [one.url for one in world.look(*urls, urls[0])] == urls
    assert world.together == {"een.test": 1, "twee.test": 1}
    assert world.rests == [REST] * 6


def test_what_is_kept_says_since_when_it_is_not_well(tmp_path: Path):
    gone, well, away = (f"https://een.test/{name}" for name in ("weg", "goed", "vergeten"))

    async def run() -> list:
        engine = await database(tmp_path)
        async with engine.begin() as conn:
            await store.keep(conn, [Found(gone, GONE, 404), Found(well, UNSURE, 403), Found(away, GONE, 404)], NOW)
            await store.keep(conn, [Found(gone, GONE, 404), Found(well, OK, 200)], NOW + timedelta(days=7))
            first = await store.not_well(conn), await store.last_look(conn)
            await store.keep(conn, [Found(gone, OK, 200), Found(well, UNSURE, None, "too slow")], NOW + timedelta(days=14))
            second = await store.not_well(conn)
        await engine.dispose()
        return [*first, second]

    before, look, after = asyncio.run(run())
    assert [(one.url, one.since, one.checked) for one in before] == [(gone, NOW, NOW + timedelta(days=7))]
    assert look == (NOW + timedelta(days=7), 2)
    assert [(one.url, one.since, one.why) for one in after] == [(well, NOW + timedelta(days=14), "too slow")]


def test_without_a_built_site_the_command_says_what_to_do(tmp_path: Path, monkeypatch):
    monkeypatch.setenv("IMH_SITE_DIR", str(tmp_path))
    settings.cache_clear()
    done = CliRunner().invoke(main, ["content", "links"])
    settings.cache_clear()
    assert "no built site" in str(done.exception)
