"""One source into the database: repeatable, all or nothing, nothing lost."""

import asyncio
import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from imh_parents.errors import ImportRefused
from imh_parents.village import importing, merges, store
from imh_parents.village.records import Record, Refusal, read_service
from imh_parents.village.tables import CONFIRMATIONS, HISTORY, MERGES, PLACES
from tests.village.shop import NOW, database, fill, record, rows

LATER = NOW + timedelta(days=1)


def counts(report: Any) -> dict[str, int]:
    return dict(report.counts)


def test_the_same_run_twice_changes_nothing(tmp_path: Path) -> None:
    async def run() -> None:
        engine = await database(tmp_path)
        items = [record(f"a{index}") for index in range(7)]
        assert counts(await fill(engine, items, tmp_path)) == {"added": 7}
        before = [(row.id, row.body, row.changed, row.digest) for row in await rows(engine)]
        assert counts(await fill(engine, items, tmp_path, now=LATER)) == {"same": 7}
        after = await rows(engine)
        assert [(row.id, row.body, row.changed, row.digest) for row in after] == before
        assert {row.fetched for row in after} == {LATER}
        await engine.dispose()

    asyncio.run(run())


def test_added_changed_gone_back_and_their_history(tmp_path: Path) -> None:
    async def run() -> None:
        engine = await database(tmp_path)
        items = [record(f"a{index}") for index in range(9)]
        await fill(engine, items, tmp_path)
        changed = [record("a0", what="Nu ook op zondag."), *items[1:8], record("new")]
        assert counts(await fill(engine, changed, tmp_path, now=LATER)) == {"changed": 1, "same": 7, "gone": 1, "added": 1}
        assert counts(await fill(engine, [*changed, items[8]], tmp_path)) == {"same": 9, "back": 1}
        async with engine.connect() as conn:
            log = (await conn.execute(select(HISTORY).where(HISTORY.c.action.in_(("changed", "gone", "back"))).order_by(HISTORY.c.id))).all()
        assert [(row.action, row.service_id) for row in log] == [
            ("changed", items[0].service.id),
            ("gone", items[8].service.id),
            ("back", items[8].service.id),
        ]
        assert log[0].body["description"] == "Hier ontmoet je andere ouders."
        await engine.dispose()

    asyncio.run(run())


def test_a_dry_run_says_the_same_and_writes_nothing(tmp_path: Path) -> None:
    async def run() -> None:
        engine = await database(tmp_path)
        items = [record("a"), Refusal("row 2", "has no name", {"id": 2})]
        assert counts(await fill(engine, items, tmp_path, dry_run=True)) == {"added": 1, "refused": 1}
        assert await rows(engine) == [] and list(tmp_path.glob("one.*")) == []
        await engine.dispose()

    asyncio.run(run())


def test_a_source_that_shrinks_is_refused_until_accepted(tmp_path: Path) -> None:
    async def run() -> None:
        engine = await database(tmp_path)
        items = [record(f"a{index}") for index in range(10)]
        await fill(engine, items, tmp_path)
        before = await rows(engine)
        with pytest.raises(ImportRefused, match="lost 3 of 10 services"):
            await fill(engine, items[:7], tmp_path)
        assert await rows(engine) == before
        assert counts(await fill(engine, items[:8], tmp_path)) == {"same": 8, "gone": 2}
        assert counts(await fill(engine, items[:2], tmp_path, accept=True)) == {"same": 2, "gone": 6}
        gone = [row for row in await rows(engine) if row.deleted]
        assert {row.deleted_reason for row in gone} == {"no longer in its source"}
        await engine.dispose()

    asyncio.run(run())


def test_broken_rows_are_named_kept_and_leave_what_was_there(tmp_path: Path) -> None:
    async def run() -> None:
        engine = await database(tmp_path)
        await fill(engine, [record("a"), record("b")], tmp_path)
        broken = Refusal("row 2", "postcode 'x' is not four digits", {"id": "b", "name": "B"}, "b")
        report = await fill(engine, [record("a"), broken, record("a")], tmp_path)
        assert counts(report) == {"same": 1, "refused": 2}
        assert report.named["refused"] == ["row 2: postcode 'x' is not four digits", "a: stands in the source twice"]
        kept = [json.loads(line) for line in (tmp_path / "one.jsonl").read_text(encoding="utf-8").splitlines()]
        assert kept[0] == {"where": "row 2", "reason": "postcode 'x' is not four digits", "row": {"id": "b", "name": "B"}}
        assert [row.deleted for row in await rows(engine)] == [None, None]
        await engine.dispose()

    asyncio.run(run())


def test_duplicates_of_other_sources_merge_and_part_for_good(tmp_path: Path) -> None:
    async def run() -> None:
        engine = await database(tmp_path)
        await fill(engine, [record("a", "osm", name="Huis van 't Kind Gent", phone="09 111 22 33")], tmp_path, "osm", "osm")
        report = await fill(engine, [record("b", "mine", name="Huis van het Kind Gent", phone="+32 9 111 22 33")], tmp_path, "mine", "curated")
        assert counts(report) == {"added": 1, "merged": 1}
        osm, mine = sorted(await rows(engine), key=lambda row: row.source, reverse=True)
        assert (osm.merged_into, mine.merged_into) == (mine.id, None)
        async with engine.begin() as conn:
            await store.confirm(conn, mine.id, "verpleegkundige", None, NOW)
            assert await merges.undo(conn, 1, NOW) and not await merges.undo(conn, 1, NOW)
        again = record("b", "mine", name="Huis van het Kind Gent", phone="+32 9 111 22 33", what="Anders.")
        assert counts(await fill(engine, [again], tmp_path, "mine", "curated")) == {"changed": 1}
        assert [row.merged_into for row in await rows(engine)] == [None, None]
        async with engine.connect() as conn:
            assert (await conn.execute(select(CONFIRMATIONS.c.role, CONFIRMATIONS.c.service_id))).all() == [("verpleegkundige", mine.id)]
            assert (await conn.execute(select(MERGES.c.undone_by))).scalars().all() == ["person"]
        await engine.dispose()

    asyncio.run(run())


def test_a_merge_ends_when_the_better_record_is_gone(tmp_path: Path) -> None:
    async def run() -> None:
        engine = await database(tmp_path)
        others = [record(f"x{index}", "mine", postal_code="2000", city="Antwerpen") for index in range(9)]
        await fill(engine, [record("a", "osm", name="Speelotheek Gent")], tmp_path, "osm", "osm")
        await fill(engine, [record("a", "mine", name="Speelotheek Gent"), *others], tmp_path, "mine", "curated")
        assert [row.merged_into is not None for row in await rows(engine) if row.source == "osm"] == [True]
        await fill(engine, others, tmp_path, "mine", "curated")
        assert [row.merged_into for row in await rows(engine) if row.source == "osm"] == [None]
        await engine.dispose()

    asyncio.run(run())


def test_an_id_of_another_source_is_refused(tmp_path: Path) -> None:
    async def run() -> None:
        engine = await database(tmp_path)
        await fill(engine, [record("a")], tmp_path)
        report = await fill(engine, [record("a")], tmp_path, "two")
        assert report.named["refused"] == ["a: has the id of a record from one"]
        await engine.dispose()

    asyncio.run(run())


def test_a_reader_that_fails_halfway_leaves_everything_as_it_was(tmp_path: Path) -> None:
    def broken() -> Iterator[Any]:
        yield from (record(f"b{index}") for index in range(700))
        raise OSError("the line went dead")

    async def run() -> None:
        engine = await database(tmp_path)
        await fill(engine, [record("a")], tmp_path)
        before = await rows(engine)
        with pytest.raises(OSError, match="went dead"):
            await fill(engine, broken(), tmp_path)  # type: ignore[arg-type]
        assert await rows(engine) == before
        await engine.dispose()

    asyncio.run(run())


KILLED = """
import asyncio, sys, time
from pathlib import Path
from tests.village.shop import database, fill, record

def items():
    for index in range(1200):
        yield record(f"b{index}")
    print("half", flush=True)
    time.sleep(60)

async def run():
    path = Path(sys.argv[1])
    await fill(await database(path), items(), path)

asyncio.run(run())
"""


def test_kill_9_in_the_middle_leaves_the_database_as_before_and_the_next_run_finishes(tmp_path: Path) -> None:
    async def state() -> list[Any]:
        engine = await database(tmp_path)
        found = await rows(engine)
        await engine.dispose()
        return found

    async def first() -> None:
        engine = await database(tmp_path)
        await fill(engine, [record("a")], tmp_path)
        await engine.dispose()

    async def after() -> dict[str, int]:
        engine = await database(tmp_path)
        found = counts(await fill(engine, [record("a"), record("b1")], tmp_path))
        await engine.dispose()
        return found

    asyncio.run(first())
    before = asyncio.run(state())
    process = subprocess.Popen([sys.executable, "-c", KILLED, str(tmp_path)], stdout=subprocess.PIPE, cwd=Path(__file__).parents[2])
    assert process.stdout and process.stdout.readline() == b"half\n"
    os.kill(process.pid, signal.SIGKILL)
    process.wait()
    process.stdout.close()
    assert asyncio.run(state()) == before
    assert asyncio.run(after()) == {"same": 1, "added": 1}


def raw(key: str, at: str | None = None, **changes: Any) -> Any:
    """A service as another HSDS API gives it, at one place."""
    address = {"address_1": "Straat 1", "city": "Gent", "state_province": "OVL", "postal_code": "9000", "country": "BE", "address_type": "physical"}
    places = [{"id": at, "location": {"id": f"L{key}", "location_type": "physical", "addresses": [{"id": f"A{key}"} | address]}}] if at else []
    body = {"id": key, "name": f"Plek {key}", "status": "active", "service_at_locations": places, "organization": {"id": "o", "name": "O", "description": "O"}}
    return read_service(body | changes, "one", f"service {key}")


def reasons(tmp_path: Path) -> list[str]:
    return [json.loads(line)["reason"] for line in (tmp_path / "one.jsonl").read_text(encoding="utf-8").splitlines()]


def test_one_row_that_no_database_takes_leaves_the_others(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever it is: the batch is saved again one by one."""
    row = store._row
    monkeypatch.setattr(store, "_row", lambda one, *rest: row(one, *rest) | ({"name": None} if one.source_id == "b" else {}))

    async def run() -> None:
        engine = await database(tmp_path)
        assert counts(await fill(engine, [raw("a", "1"), raw("b", "2"), raw("c", "3")], tmp_path)) == {"added": 2, "refused": 1}
        assert [one.source_id for one in await rows(engine)] == ["a", "c"]
        assert [one.startswith("cannot be kept (") for one in reasons(tmp_path)] == [True]
        async with engine.connect() as conn:
            assert [line.action for line in await conn.execute(select(HISTORY))] == ["added", "added"], "nothing of the first try is left"
        await engine.dispose()

    asyncio.run(run())


def test_a_place_is_known_by_an_id_of_its_own(tmp_path: Path) -> None:
    async def run() -> None:
        engine = await database(tmp_path)
        twice = [{"id": "7", "location": None}, {"id": "7", "location": None}]
        items = [raw("a", "1"), raw("b", "1"), raw("c", service_at_locations=twice), raw("d", "2")]
        assert counts(await fill(engine, items, tmp_path)) == {"added": 2, "refused": 2}
        assert all(one.startswith("its service_at_location ") and one.endswith(" stands in the source twice") for one in reasons(tmp_path))
        await engine.dispose()

    asyncio.run(run())


def test_a_place_may_move_to_a_service_that_is_read_earlier(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importing, "BATCH", 1)

    async def run() -> None:
        engine = await database(tmp_path)
        await fill(engine, [raw("a"), raw("b", "1")], tmp_path)
        for _ in range(2):
            report = await fill(engine, [raw("a", "1"), raw("b", "2")], tmp_path)
        assert counts(report) == {"same": 2}
        async with engine.connect() as conn:
            places = {row.service_id: row.id for row in await conn.execute(select(PLACES))}
        assert places == {one.service.id: one.service.service_at_locations[0].id for one in (raw("a", "1"), raw("b", "2"))}
        await engine.dispose()

    asyncio.run(run())


@pytest.mark.parametrize(
    "changes",
    [
        {"description": "Half \ud800 paar"},
        {"url": "https://voorbeeld.test/\0"},
        {"email": "a\0@voorbeeld.test"},
        {"name": "Plek\0"},
    ],
    ids=["half a pair", "NUL in an address", "NUL in an e-mail", "NUL in a name"],
)
def test_signs_no_database_keeps_are_taken_out(tmp_path: Path, changes: dict[str, Any]) -> None:
    async def run() -> None:
        engine = await database(tmp_path)
        assert counts(await fill(engine, [raw("a", "1", **changes), raw("b", "2")], tmp_path)) == {"added": 2}
        await engine.dispose()

    asyncio.run(run())


def test_what_is_refused_is_kept_whatever_signs_it_holds(tmp_path: Path) -> None:
    async def run() -> None:
        engine = await database(tmp_path)
        items = [raw("a\0"), raw("\ud800"), raw("b", name=""), Refusal("rij \ud800", "is stuk", {"x": "\ud800"}), raw("c")]
        report = await fill(engine, items, tmp_path)
        assert counts(report) == {"added": 1, "refused": 4}
        assert "\n".join(report.lines()).encode()
        assert reasons(tmp_path) == ["has an id with control characters"] * 2 + ["name: Field required", "is stuk"]
        await engine.dispose()

    asyncio.run(run())


def test_a_long_postcode_is_no_reason_to_stop(tmp_path: Path) -> None:
    async def run() -> None:
        engine = await database(tmp_path)
        long = record("a")
        address = long.service.service_at_locations[0].location.addresses[0].model_copy(update={"postal_code": "9000 Gentbrugge"})
        location = long.service.service_at_locations[0].location.model_copy(update={"addresses": (address,)})
        at = long.service.service_at_locations[0].model_copy(update={"location": location})
        long = Record("a", long.service.model_copy(update={"service_at_locations": (at,)}))
        assert counts(await fill(engine, [long, record("b")], tmp_path)) == {"added": 2}
        await engine.dispose()

    asyncio.run(run())
