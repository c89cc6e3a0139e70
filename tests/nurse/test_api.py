"""POST /api/sets/<id>/opens: what it takes, what it refuses, and how little it keeps."""

import asyncio
import random
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import httpx
import pytest
from sqlalchemy import select

from imh_parents.api.guard import Rate, Rates
from imh_parents.api.layer import Api
from imh_parents.db.database import Database
from imh_parents.nurse.api import part
from imh_parents.nurse.code import NurseSet, encode
from imh_parents.nurse.store import make, monday
from imh_parents.nurse.tables import OPENS
from tests.village.shop import NOW, database
from tests.village.test_api import OWN, inner


def with_api(tmp_path: Path, work: Callable[[httpx.AsyncClient, str, Any], Awaitable[None]], rates: Rates | None = None) -> None:
    async def run() -> None:
        engine = await database(tmp_path)
        async with engine.begin() as conn:
            made = await make(conn, "Gent", "Slaap", encode(NurseSet("nl", (1,))), NOW, random.Random(1).choice)
        api = Api(inner, Database(lambda: engine), "https://app.test", [part(rates, lambda: NOW)])
        async with httpx.AsyncClient(transport=httpx.ASGITransport(api), base_url="https://app.test") as client:
            await work(client, made.id, engine)
        await engine.dispose()

    asyncio.run(run())


def test_an_opening_is_one_more_and_nothing_else(tmp_path: Path) -> None:
    async def work(client: httpx.AsyncClient, set_id: str, engine: Any) -> None:
        for headers in (OWN, {"origin": "https://app.test"}):
            answer = await client.post(f"/api/sets/{set_id}/opens", headers=headers)
            assert (answer.status_code, answer.content, "set-cookie" in answer.headers) == (204, b"", False)
        async with engine.connect() as conn:
            [row] = (await conn.execute(select(OPENS))).mappings().all()
        assert dict(row) == {"set_id": set_id, "week": monday(NOW), "count": 2}

    with_api(tmp_path, work)


def test_openings_at_the_same_moment_all_count(tmp_path: Path) -> None:
    async def work(client: httpx.AsyncClient, set_id: str, engine: Any) -> None:
        answers = await asyncio.gather(*(client.post(f"/api/sets/{set_id}/opens", headers=OWN) for _ in range(10)))
        assert [answer.status_code for answer in answers] == [204] * 10
        async with engine.connect() as conn:
            assert (await conn.execute(select(OPENS.c.count))).scalars().all() == [10]

    with_api(tmp_path, work)


@pytest.mark.parametrize(
    ("path", "headers", "body", "status"),
    [
        ("{id}", {"sec-fetch-site": "cross-site"}, b"", 403),
        ("{id}", {"origin": "https://evil.test"}, b"", 403),
        ("{id}", {}, b"", 403),
        ("{id}", OWN, b"{}", 413),
        ("AAAAAA", OWN, b"", 404),
        ("kort", OWN, b"", 400),
        ("' OR 1", OWN, b"", 400),
    ],
)
def test_an_opening_that_is_not_ours_is_refused(tmp_path: Path, path: str, headers: dict[str, str], body: bytes, status: int) -> None:
    async def work(client: httpx.AsyncClient, set_id: str, engine: Any) -> None:
        answer = await client.post(f"/api/sets/{path.format(id=set_id)}/opens", headers=headers, content=body)
        assert (answer.status_code, answer.headers["content-type"]) == (status, "application/problem+json")
        assert (await client.get(f"/api/sets/{set_id}/opens")).status_code == 405
        async with engine.connect() as conn:
            assert (await conn.execute(select(OPENS))).all() == []

    with_api(tmp_path, work)


def test_a_flood_is_refused_and_passes(tmp_path: Path) -> None:
    now = 0.0

    async def work(client: httpx.AsyncClient, set_id: str, engine: Any) -> None:
        nonlocal now
        answers = [await client.post(f"/api/sets/{set_id}/opens", headers=OWN) for _ in range(3)]
        assert [answer.status_code for answer in answers] == [204, 204, 429]
        assert answers[-1].headers["retry-after"] == "61"
        now = 61.0
        assert (await client.post(f"/api/sets/{set_id}/opens", headers=OWN)).status_code == 204

    with_api(tmp_path, work, Rates(Rate(2, 60, lambda: now), lambda: Rate(9, 60, lambda: now)))


def test_it_is_described_beside_the_rest(tmp_path: Path) -> None:
    async def work(client: httpx.AsyncClient, set_id: str, engine: Any) -> None:
        paths = (await client.get("/api/openapi.json")).json()["paths"]
        assert set(paths) >= {"/api/sets/{id}/opens", "/api/health"}

    with_api(tmp_path, work)
