"""What a phone keeps of a province.

Measured on 22 November 2026 with 5,000 generated services in one province: 1,070 KB of JSON, 141.5 KB (138.2 KiB) in brotli 11.
"""

import asyncio
import json
from pathlib import Path

import brotli
import pytest

from imh_parents.village.compact import NUMBERS, TEXTS, WORDS, Shown, entry, province, reach, short, unpack
from imh_parents.village.importers.facts import make
from imh_parents.village.publish import encode, publish
from imh_parents.village.records import Record
from imh_parents.village.store import confirm
from tests.village.generated import facts
from tests.village.shop import NOW, database, fill, record

FULL = record(
    "a",
    name="Huis van het Kind Gent",
    organization="Stad Gent",
    needs=("huilen", "praten"),
    minimum_age=-9,
    maximum_age=36,
    phone="+32 (0)9 111 22 33",
    email="info@voorbeeld.test",
    url="https://www.voorbeeld.test/",
    street="Dorp 1",
    latitude=51.06001,
    longitude=3.71,
    languages=("nl", "fr"),
    fees="gratis",
    referral=False,
    opening_hours="Mo-Fr 09:00-12:00; PH off",
)


def test_an_entry_comes_back_as_it_was() -> None:
    (row,) = unpack(province([Shown(FULL.service, "2026-11-20", "verpleegkundige")], "oost-vlaanderen", "2026-11-22"))
    assert row == {
        "id": short(FULL.service.id),
        "name": "Huis van het Kind Gent",
        "org": "Stad Gent",
        "kind": "ontmoetingsplaats",
        "ring": "ontmoeten",
        "needs": 0b11,
        "what": "Hier ontmoet je andere ouders.",
        "step": None,
        "from": -9,
        "to": 36,
        "tel": "091112233",
        "mail": "info@",
        "url": "https://www.voorbeeld.test/",
        "street": "Dorp 1",
        "post": "9000",
        "city": "Gent",
        "lat": 51.06,
        "lon": 3.71,
        "serves": "44021",
        "langs": "nl fr",
        "fees": "gratis",
        "wide": None,
        "free": 1,
        "referral": 0,
        "home": None,
        "hours": "Mo-Fr 09:00-12:00; PH off",
        "alert": None,
        "source": "https://voorbeeld.test",
        "checked": "2026-11-22",
        "year": 2023,
        "confirmed": "2026-11-20",
        "by": "verpleegkundige",
    }
    assert set(row) == {*TEXTS, *WORDS, *NUMBERS}


def test_what_nobody_knows_stays_unknown() -> None:
    bare = record("b", phone=None, url=None, street=None, needs=(), ring=None, kind=None, what=None, pages=(), serves=())
    made = entry(Shown(bare.service))
    assert {name for name, value in made.items() if value is not None} == {"id", "name", "post"}
    away = record("c", postal_code=None, city=None, serves=("provincie",), province="limburg")
    assert entry(Shown(away.service))["post"] is None


def test_many_entries_keep_their_own_values() -> None:
    records = [item for item in (make(one, "g", "g", None) for one in facts(60, province="limburg")) if isinstance(item, Record)]
    shown = [Shown(item.service) for item in records]
    rows = {row["id"]: row for row in unpack(json.loads(encode(province(shown, "limburg", "2026-11-22"))))}
    assert len(rows) == 60
    assert {row["name"] for row in rows.values()} == {item.service.name for item in records}
    assert {row["tel"] for row in rows.values()} == {entry(one)["tel"] for one in shown}
    assert {row["what"] for row in rows.values()} == {item.service.description for item in records}


def test_the_same_services_always_give_the_same_bytes() -> None:
    shown = [Shown(record(f"a{index}").service) for index in range(20)]
    assert encode(province(shown, "limburg", "2026-11-22")) == encode(province(reversed(shown), "limburg", "2026-11-22"))


def test_five_hundred_services_stay_small() -> None:
    """Texts repeat less in few services; the whole measure, 5,000 within 150 KB, is tests/benchmarks/village.py."""
    shown = [Shown(item.service) for item in (make(one, "g", "g", None) for one in facts(500, province="limburg")) if isinstance(item, Record)]
    assert len(brotli.compress(encode(province(shown, "limburg", "2026-11-22")))) < 22_000


@pytest.mark.parametrize("id_", ["00000000-0000-4000-8000-000000000000", "ffffffff-ffff-4fff-8fff-ffffffffffff", FULL.service.id])
def test_a_short_id_reaches_its_service(id_: str) -> None:
    low, high = reach(short(id_))
    assert low < id_ < high


def test_publishing_writes_each_province_once(tmp_path: Path) -> None:
    async def run() -> None:
        engine = await database(tmp_path)
        await fill(engine, [FULL, record("b", postal_code="2000", city="Antwerpen", serves=("antwerpen",))], tmp_path)
        async with engine.begin() as conn:
            await confirm(conn, FULL.service.id, "vrijwilliger", None, NOW)
            await confirm(conn, FULL.service.id, "verpleegkundige", "gebeld", NOW)
        sizes = dict(await publish(engine, tmp_path / "village", NOW.date()))
        await engine.dispose()
        found = {name: unpack(json.loads((tmp_path / "village" / name).read_bytes())) for name in sizes}
        assert {name: len(rows) for name, rows in found.items() if rows} == {"oost-vlaanderen.json": 1, "antwerpen.json": 1}
        assert (found["oost-vlaanderen.json"][0]["by"], found["oost-vlaanderen.json"][0]["confirmed"]) == ("verpleegkundige", "2026-11-22")
        assert len(list((tmp_path / "village").iterdir())) == 6

    asyncio.run(run())
