"""The leaflet of a team's set: who gets it, what stands on it, and how it is refused."""

import asyncio
import random
from datetime import UTC, date, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import httpx
import pikepdf
import pytest

from imh_parents.api.layer import Api
from imh_parents.db.database import Database
from imh_parents.db.engine import open_engine, writing
from imh_parents.desk import api, leaflet
from imh_parents.library import CONTENT, load
from imh_parents.nurse import store
from imh_parents.nurse.code import NurseSet, decode, encode
from imh_parents.people.cookies import Cookies
from imh_parents.people.roles import CAMPAIGN, NURSE
from imh_parents.people.store import sessions, users
from imh_parents.settings import Settings
from imh_parents.shelf import FILE, read_shelf, shelf_of, write_shelf
from tests.databases import settings_for

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
ORIGIN = "http://localhost:8000"
CODE = encode(NurseSet("nl", (1, 2), (3,), moment=6))


@pytest.fixture(scope="module")
def library():
    return load(CONTENT, date(2026, 11, 22))


@pytest.fixture
def shelf(tmp_path: Path, library) -> Path:
    write_shelf(library, tmp_path)
    return tmp_path


def ask(tmp_path: Path, site: Path, language: str = "ar", team: str = "Gent", role: str = NURSE, cookie: str | None = None, id_: str = "") -> httpx.Response:
    """What somebody of `team` gets when they ask for the leaflet of a set of Gent."""

    async def run() -> httpx.Response:
        database = Database(lambda: open_engine(settings_for(tmp_path)))
        async with writing(await database.ready()).begin() as conn:
            made = await store.make(conn, "Gent", "Slaap", CODE, NOW, random.Random(5).choice)
            user = await users.add(conn, "an@voorbeeld.be", "An", role, NOW)
            assert user
            await users.set_team(conn, user, team)
            token = await sessions.begin(conn, user, "", NOW, second=True)
        part = api.part(Cookies(ORIGIN), Settings(site_dir=site), lambda: NOW)
        transport = httpx.ASGITransport(Api(None, database, ORIGIN, [part]))  # type: ignore[arg-type]
        async with httpx.AsyncClient(transport=transport, base_url=ORIGIN, cookies={"desk": token if cookie is None else cookie}) as client:
            answer = await client.get(api.leaflet_address(id_ or made.id, language))
        assert database.engine
        await database.engine.dispose()
        return answer

    return asyncio.run(run())


def test_a_nurse_of_the_team_gets_the_set_with_the_letters_that_count(tmp_path, shelf, monkeypatch):
    asked: list[Any] = []
    monkeypatch.setattr(leaflet, "leaflet", lambda *given: asked.append(given) or b"%PDF")
    monkeypatch.setattr(leaflet, "Press", lambda *given: None)
    answer = ask(tmp_path, shelf)
    assert (answer.status_code, answer.headers["content-type"], answer.content) == (200, "application/pdf", b"%PDF")
    assert answer.headers["cache-control"] == "no-store"
    one, tongues = asked[0][:2]
    found, team = decode(one.code)
    assert (found.language, found.cards, len(team)) == ("ar", (1, 2), 6)
    assert [t.code for t in tongues] == ["ar", "nl"]
    assert [line.id for line in one.lines][-1] == "112"


@pytest.mark.parametrize(
    ("given", "status", "kind"),
    [
        ({"cookie": ""}, 403, "login"),
        ({"cookie": "zelfgemaakt"}, 403, "login"),
        ({"role": CAMPAIGN}, 403, "role"),
        ({"team": "Aalst"}, 404, "not-found"),
        ({"team": ""}, 404, "not-found"),
        ({"id_": "geen-6"}, 404, "not-found"),
        ({"language": "xx"}, 404, "not-found"),
    ],
)
def test_others_are_told_why_not(tmp_path, shelf, given, status, kind):
    answer = ask(tmp_path, shelf, **given)
    assert (answer.status_code, answer.headers["content-type"]) == (status, "application/problem+json")
    assert answer.json()["type"].endswith(f"#{kind}")


@pytest.mark.parametrize("fonts", [True, False])
def test_without_a_built_site_it_says_what_to_do(tmp_path, shelf, fonts):
    if fonts:
        (shelf / FILE).unlink()
    answer = ask(tmp_path, shelf)
    assert (answer.status_code, answer.json()["type"]) == (503, "/api/problems#not-ready")
    assert "Build the site" in answer.json()["detail"]


@pytest.mark.built
def test_it_is_a_pdf_of_one_page_made_of_the_built_site(tmp_path, site):
    answer = ask(tmp_path, site)
    assert answer.status_code == 200
    with pikepdf.open(BytesIO(answer.content)) as opened:
        assert (len(opened.pages), str(opened.Root.Lang)) == (1, "ar")


def test_the_shelf_keeps_content_as_it_was(tmp_path, library):
    assert read_shelf(tmp_path) is None
    write_shelf(library, tmp_path)
    found = read_shelf(tmp_path)
    assert found and found == shelf_of(library)
    card = next(iter(library.cards.values()))
    assert all(card.slug in found.links[source.url] for source in card.meta.sources)


def test_a_shelf_of_another_version_is_as_none(tmp_path):
    (tmp_path / FILE).write_text('{"cards": 3}')
    assert read_shelf(tmp_path) is None
