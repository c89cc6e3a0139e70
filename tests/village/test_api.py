"""The API: HSDS pages and filters, one error shape, and a report that says nothing about who sends it."""

import asyncio
import json
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import httpx
import jsonschema
import pytest
from sqlalchemy import select

from imh_parents.api.guard import MAX_BODY, Rate
from imh_parents.api.layer import Api
from imh_parents.db.database import Database
from imh_parents.village import api_query
from imh_parents.village.api import REASONS, part
from imh_parents.village.compact import short
from imh_parents.village.importers.fetch import Fetcher
from imh_parents.village.importers.hsds import read_api, read_file
from imh_parents.village.tables import REPORTS, SERVICES
from imh_parents.village.terms import term
from tests.village.shop import NOW, database, fill, record, rows
from tests.village.test_hsds import OURS, schema

ITEMS = [
    record("a", needs=("praten", "huilen"), opening_hours="Mo-Fr 09:00-12:00; PH off", fees="gratis", languages=("nl", "fr"), latitude=51.05, longitude=3.72),
    record("b", name="Speelotheek", postal_code="2000", city="Antwerpen", serves=("antwerpen",), minimum_age=-9, maximum_age=36),
    record("c", organization="Huis van het Kind", street=None, serves=("provincie",), province="oost-vlaanderen", referral=False),
]


def api_over(engine: Any, rate: Rate | None = None) -> Api:
    database = Database(lambda: engine)
    return Api(inner, database, "https://app.test", [part("https://app.test", rate)])


async def inner(scope: Any, receive: Any, send: Any) -> None:
    await send({"type": "http.response.start", "status": 299, "headers": []})
    await send({"type": "http.response.body", "body": b"inner"})


def with_api(tmp_path: Path, work: Callable[[httpx.AsyncClient, Any], Awaitable[None]], rate: Rate | None = None) -> None:
    async def run() -> None:
        engine = await database(tmp_path)
        try:
            await fill(engine, ITEMS, tmp_path)
            api = api_over(engine, rate)
            async with httpx.AsyncClient(transport=httpx.ASGITransport(api), base_url="https://app.test") as client:
                await work(client, engine)
        finally:
            await engine.dispose()  # a test that skips in the middle leaves no connection behind

    asyncio.run(run())


def test_everything_else_goes_inside_and_health_is_open(tmp_path: Path) -> None:
    async def work(client: httpx.AsyncClient, engine: Any) -> None:
        assert (await client.get("/nl/")).status_code == 299
        assert (await client.get("/api/health")).json() == {"status": "ok", "database": "ok"}
        assert (await client.get("/api/hsds/")).json()["version"] == "3.0"

    with_api(tmp_path, work)


def test_pages_as_hsds_says(tmp_path: Path) -> None:
    async def work(client: httpx.AsyncClient, engine: Any) -> None:
        page = (await client.get("/api/hsds/services", params={"per_page": 2, "page": 2})).json()
        contents = page.pop("contents")
        assert page == {"total_items": 3, "total_pages": 2, "page_number": 2, "size": 1, "first_page": False, "last_page": True, "empty": False}
        assert not [value for value in contents[0].values() if isinstance(value, list)]
        empty = (await client.get("/api/hsds/services", params={"page": 9})).json()
        assert (empty["empty"], empty["contents"]) == (True, [])

    with_api(tmp_path, work)


def test_output_holds_to_the_schemas(tmp_path: Path) -> None:
    async def work(client: httpx.AsyncClient, engine: Any) -> None:
        full = (await client.get("/api/hsds/services", params={"full": "true"})).json()["contents"]
        for item in full:
            jsonschema.validate(item, OURS)
        for name, path in (("services", "service"), ("organizations", "organization"), ("service_at_locations", "service_at_location")):
            for item in (await client.get(f"/api/hsds/{name}")).json()["contents"]:
                schema(f"schema/compiled/{path}_list.json").validate(item)
                schema(f"schema/compiled/{path}.json").validate((await client.get(f"/api/hsds/{name}/{item['id']}")).json())
        for name, path in (("taxonomies", "taxonomy"), ("taxonomy_terms", "taxonomy_term")):
            for item in (await client.get(f"/api/hsds/{name}")).json()["contents"]:
                schema(f"schema/{path}.json", "taxonomy_detail", "metadata").validate(item)

    with_api(tmp_path, work)


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ({"search": "speel"}, {"b"}),
        ({"search": "huis van het kind"}, {"c"}),
        ({"search": "%"}, set()),
        ({"taxonomy_term_id": term("need", "huilen").id}, {"a"}),
        ({"taxonomy_id": term("referral", "nodig").taxonomy_id}, {"c"}),
        ({"organization_id": ITEMS[1].service.organization.id}, {"b"}),
        ({"modified_after": "2026-11-22T12:00:00Z"}, {"a", "b", "c"}),
        ({"modified_after": "2026-11-23T00:00:00"}, set()),
    ],
)
def test_filters_of_services(tmp_path: Path, query: dict[str, str], names: set[str]) -> None:
    async def work(client: httpx.AsyncClient, engine: Any) -> None:
        wanted = {item.service.id for item in ITEMS if item.source_id in names}
        for more in ({}, {"minimal": "true"}, {"full": "true"}):
            found = (await client.get("/api/hsds/services", params=query | more)).json()["contents"]
            assert {item["id"] for item in found} == wanted

    with_api(tmp_path, work)


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ({"postcode": "2000"}, ["b"]),
        ({"postcode": "9000", "proximity": "100000"}, ["c", "a", "b"]),
        ({"postcode": "9000", "proximity": "1500"}, ["c", "a"]),
        ({"postcode": "9000", "proximity": "10"}, ["c"]),
    ],
)
def test_filters_of_places(tmp_path: Path, query: dict[str, str], names: list[str]) -> None:
    async def work(client: httpx.AsyncClient, engine: Any) -> None:
        found = (await client.get("/api/hsds/service_at_locations", params=query)).json()["contents"]
        keys = {item.service.id: item.source_id for item in ITEMS}
        assert [keys[item["service"]["id"]] for item in found] == names

    with_api(tmp_path, work)


@pytest.mark.parametrize(
    ("path", "status", "detail"),
    [
        ("/api/hsds/services?page=0", 400, "page: write a whole number from 1 to 1000000."),
        ("/api/hsds/services?per_page=9999", 400, "per_page: write a whole number from 1 to 500."),
        ("/api/hsds/services?full=1", 400, "full: write true or false."),
        ("/api/hsds/services?modified_after=gisteren", 400, "modified_after: write a moment such as 2026-11-22T12:00:00Z."),
        ("/api/hsds/services?modified_after=0001-01-01T00:00:00%2B10:00", 400, "modified_after: write a moment such as 2026-11-22T12:00:00Z."),
        ("/api/hsds/services?search=%00", 400, "A value holds a NUL character; leave it out."),
        ("/api/hsds/services?format=xml", 400, "format: use json or ndjson."),
        ("/api/hsds/taxonomies?full=true", 400, "full is not a parameter here; use format, page, per_page, search."),
        ("/api/hsds/services/1", 404, "services are known by a UUID."),
        ("/api/hsds/services/00000000-0000-4000-8000-000000000000", 404, "There is no such record among services."),
        ("/api/nothing", 404, "GET /api/nothing"),
    ],
)
def test_an_error_is_problem_details(tmp_path: Path, path: str, status: int, detail: str) -> None:
    async def work(client: httpx.AsyncClient, engine: Any) -> None:
        answer = await client.get(path)
        assert (answer.status_code, answer.headers["content-type"]) == (status, "application/problem+json")
        assert set(answer.json()) == {"type", "title", "status", "detail"}
        assert (answer.json()["status"], answer.json()["detail"]) == (status, detail)

    with_api(tmp_path, work)


OWN = {"sec-fetch-site": "same-origin"}


def test_a_report_is_kept_without_its_sender(tmp_path: Path) -> None:
    async def work(client: httpx.AsyncClient, engine: Any) -> None:
        id_ = ITEMS[0].service.id
        for body, headers in (({"id": short(id_), "reason": REASONS[0]}, OWN), ({"id": id_, "reason": REASONS[1]}, {"origin": "https://app.test"})):
            assert (await client.post("/api/village/reports", json=body, headers=headers)).status_code == 204
        async with engine.connect() as conn:
            found = (await conn.execute(select(REPORTS))).mappings().all()
        assert [set(row) for row in found] == [{"id", "service_id", "reason", "at"}] * 2
        assert [(row["service_id"], row["reason"]) for row in found] == [(id_, REASONS[0]), (id_, REASONS[1])]

    with_api(tmp_path, work)


@pytest.mark.parametrize(
    ("body", "headers", "status"),
    [
        ({"id": "AAAAA", "reason": REASONS[0]}, {"sec-fetch-site": "cross-site"}, 403),
        ({"id": "AAAAA", "reason": REASONS[0]}, {"sec-fetch-site": "same-site"}, 403),
        ({"id": "AAAAA", "reason": REASONS[0]}, {"origin": "https://evil.test"}, 403),
        ({"id": "AAAAA", "reason": REASONS[0]}, {}, 403),
        ({"id": "AAAAA", "reason": REASONS[0]}, OWN, 404),
        ({"id": "AAAAA", "reason": "x"}, OWN, 400),
        ({"id": "AAAAA", "reason": [1]}, OWN, 400),
        ({"id": "AAAAA", "reason": REASONS[0], "name": "ik"}, OWN, 400),
        ({"id": "' OR 1", "reason": REASONS[0]}, OWN, 400),
        ({"id": 7, "reason": REASONS[0]}, OWN, 400),
        ([1], OWN, 400),
        ({"id": "AAAAA", "reason": "x" * MAX_BODY}, OWN, 413),
    ],
)
def test_a_report_that_is_not_ours_is_refused(tmp_path: Path, body: Any, headers: dict[str, str], status: int) -> None:
    async def work(client: httpx.AsyncClient, engine: Any) -> None:
        assert (await client.post("/api/village/reports", json=body, headers=headers)).status_code == status
        plain = await client.post("/api/village/reports", content=json.dumps(body), headers=OWN | {"content-type": "text/plain"})
        assert plain.status_code == 415
        assert (await client.get("/api/village/reports")).status_code == 405

    with_api(tmp_path, work)


def test_reports_at_the_same_moment_are_all_kept(tmp_path: Path) -> None:
    async def work(client: httpx.AsyncClient, engine: Any) -> None:
        body = {"id": short(ITEMS[0].service.id), "reason": REASONS[0]}
        answers = await asyncio.gather(*(client.post("/api/village/reports", json=body, headers=OWN) for _ in range(10)))
        assert [answer.status_code for answer in answers] == [204] * 10
        async with engine.connect() as conn:
            assert len((await conn.execute(select(REPORTS))).all()) == 10

    with_api(tmp_path, work)


def test_the_nearest_come_first_and_others_are_served_meanwhile(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(api_query, "PART", 1)
    turns = 0

    async def work(client: httpx.AsyncClient, engine: Any) -> None:
        async def others() -> None:
            nonlocal turns
            while True:
                turns += 1
                await asyncio.sleep(0)

        beside = asyncio.create_task(others())
        found = await client.get("/api/hsds/service_at_locations", params={"postcode": "2000", "proximity": 90_000, "full": "true"})
        beside.cancel()
        names = [row["service"]["name"] for row in found.json()["contents"]]
        assert names[0] == "Speelotheek" and len(names) == 3
        assert turns > len(names)

    with_api(tmp_path, work)


def test_reports_are_few(tmp_path: Path) -> None:
    now = 0.0

    async def work(client: httpx.AsyncClient, engine: Any) -> None:
        nonlocal now
        body = {"id": short(ITEMS[0].service.id), "reason": REASONS[0]}
        statuses = [(await client.post("/api/village/reports", json=body, headers=OWN)).status_code for _ in range(3)]
        assert statuses == [204, 204, 429]
        now = 61.0
        assert (await client.post("/api/village/reports", json=body, headers=OWN)).status_code == 204

    with_api(tmp_path, work, Rate(2, 60, lambda: now))


def test_ndjson_streams_everything_that_fits_and_imports_again(tmp_path: Path) -> None:
    async def work(client: httpx.AsyncClient, engine: Any) -> None:
        answer = await client.get("/api/hsds/services", params={"format": "ndjson", "full": "true", "per_page": 1})
        assert answer.headers["content-type"] == "application/x-ndjson"
        listed = (await client.get("/api/hsds/services", params={"full": "true"})).json()["contents"]
        assert [json.loads(line) for line in answer.text.splitlines()] == listed
        assert (await client.get("/api/hsds/services", params={"format": "ndjson", "search": "nergens"})).text == ""
        file = tmp_path / "services.ndjson"
        file.write_bytes(answer.content)
        other = await database(tmp_path / "two")
        report = await fill(other, list(read_file(file, "other")), tmp_path, "other", "hsds")
        assert dict(report.counts) == {"added": 3}
        assert {row.id for row in await rows(other)} == {row.id for row in await rows(engine)}
        await other.dispose()

    with_api(tmp_path, work)


def test_ndjson_goes_on_after_a_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("imh_parents.village.api.MAX_PER_PAGE", 2)

    async def work(client: httpx.AsyncClient, engine: Any) -> None:
        answer = await client.get("/api/hsds/services", params={"format": "ndjson", "per_page": 1})
        assert len({json.loads(line)["id"] for line in answer.text.splitlines()}) == 3

    with_api(tmp_path, work)


def test_openapi_names_every_route(tmp_path: Path) -> None:
    async def work(client: httpx.AsyncClient, engine: Any) -> None:
        made = (await client.get("/api/openapi.json")).json()
        nouns = ("services", "organizations", "service_at_locations", "taxonomies", "taxonomy_terms")
        lists = {f"/api/hsds/{noun}{end}" for noun in nouns for end in ("", "/{id}")}
        assert set(made["paths"]) == lists | {"/api/health", "/api/problems", "/api/hsds/", "/api/village/reports"}
        names = set(made["components"]["schemas"])
        assert {part.rsplit("/", 1)[1] for part in json.dumps(made).split('"') if part.startswith("#/components")} <= names

    with_api(tmp_path, work)


def test_our_own_output_imports_into_an_empty_database_as_it_was(tmp_path: Path) -> None:
    async def run() -> None:
        engine = await database(tmp_path / "one")
        await fill(engine, ITEMS, tmp_path)
        api = api_over(engine)
        async with httpx.AsyncClient(transport=httpx.ASGITransport(api), base_url="https://app.test") as client:

            async def answers(path: str) -> httpx.Response:
                answer = await client.get(path)
                return httpx.Response(answer.status_code, content=answer.content)

            before = (await answers("/api/hsds/services?full=true&page=1&per_page=100")).json()
        transport = httpx.MockTransport(lambda request: httpx.Response(200, json=before))
        with Fetcher(transport, resolve=lambda host: ["93.184.215.14"]) as fetcher:
            items = list(read_api("https://app.test/api/hsds", "other", fetcher))
        other = await database(tmp_path / "two")
        report = await fill(other, items, tmp_path, "other", "hsds")
        assert dict(report.counts) == {"added": 3}
        async with httpx.AsyncClient(transport=httpx.ASGITransport(api_over(other)), base_url="https://app.test") as client:
            after = (await client.get("/api/hsds/services?full=true&page=1&per_page=100")).json()
        assert after == before
        assert {row.id: row.body | {"last_modified": 0} for row in await rows(engine)} == {row.id: row.body | {"last_modified": 0} for row in await rows(other)}
        for each in (engine, other):
            await each.dispose()

    asyncio.run(run())


def test_what_is_gone_or_merged_is_not_shown(tmp_path: Path) -> None:
    async def work(client: httpx.AsyncClient, engine: Any) -> None:
        await fill(engine, ITEMS[:1], tmp_path, accept=True)
        assert [item["id"] for item in (await client.get("/api/hsds/services")).json()["contents"]] == [ITEMS[0].service.id]
        assert (await client.get(f"/api/hsds/services/{ITEMS[1].service.id}")).status_code == 404
        assert (await client.get("/api/hsds/organizations")).json()["total_items"] == 1
        async with engine.connect() as conn:
            assert (await conn.execute(select(SERVICES.c.changed))).scalars().first() == NOW

    with_api(tmp_path, work)
