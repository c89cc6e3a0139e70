"""What people know of places: taken out and put back, confirmed, reported, called, merged by hand."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from imh_parents.village import care, merges, pairs, reports, rounds, sources
from imh_parents.village.importers.facts import Page
from imh_parents.village.publish import in_province
from imh_parents.village.tables import CONFIRMATIONS, HISTORY, SERVICES
from tests.village.shop import NOW, database, fill, record

DAY = timedelta(days=1)
TEN = [record(f"a{index}") for index in range(10)]
ONE = TEN[0].service.id
OTHER = TEN[1].service.id


def over(tmp_path: Path, work: Callable[[AsyncEngine], Awaitable[None]], items: Any = TEN) -> None:
    """`work` with a database that holds `items`."""

    async def run() -> None:
        engine = await database(tmp_path)
        await fill(engine, items, tmp_path)
        try:
            await work(engine)
        finally:
            await engine.dispose()

    asyncio.run(run())


async def shown(conn: AsyncConnection) -> set[str]:
    """What a phone in the province gets."""
    return {one.service.id async for one in in_province(conn, "oost-vlaanderen")}


def test_what_a_person_took_out_stays_out_of_every_import_until_put_back(tmp_path: Path) -> None:
    async def work(engine: AsyncEngine) -> None:
        async with engine.begin() as conn:
            assert await care.remove(conn, ONE, "bestaat-niet-meer", NOW)
            assert not await care.remove(conn, ONE, "bestaat-niet-meer", NOW)
            assert not await care.remove(conn, OTHER, "zomaar", NOW)
        report = await fill(engine, [record("a0", what="Nieuwe tekst."), *TEN[1:]], tmp_path, now=NOW + DAY)
        assert dict(report.counts) == {"changed": 1, "same": 9}
        async with engine.begin() as conn:
            assert ONE not in await shown(conn)
            assert await care.removed(conn, 9) == [ONE]
            known = (await care.known(conn, [ONE]))[ONE]
            assert (known.removed, known.reason, known.shown) == (NOW, "bestaat-niet-meer", False)
            assert not await care.confirm(conn, ONE, "redactie", None, NOW)
            assert await care.put_back(conn, ONE, NOW)
            assert not await care.put_back(conn, ONE, NOW)
            assert ONE in await shown(conn)
            body = (await conn.execute(select(SERVICES.c.body).where(SERVICES.c.id == ONE))).scalar_one()
            log = (await conn.execute(select(HISTORY.c.action, HISTORY.c.note).where(HISTORY.c.service_id == ONE).order_by(HISTORY.c.id))).all()
        assert body["description"] == "Nieuwe tekst."
        assert [tuple(row) for row in log] == [("added", None), ("gone", "bestaat-niet-meer"), ("changed", None), ("back", "by a person")]

    over(tmp_path, work)


def test_what_a_source_let_go_is_not_put_back_by_a_person(tmp_path: Path) -> None:
    async def work(engine: AsyncEngine) -> None:
        await fill(engine, TEN[1:], tmp_path, now=NOW + DAY)
        async with engine.begin() as conn:
            assert await care.removed(conn, 9) == []
            assert not await care.put_back(conn, ONE, NOW)
            assert (await care.known(conn, [ONE]))[ONE].removed is None

    over(tmp_path, work)


def test_a_confirmation_stands_apart_and_reaches_the_phone_with_its_role(tmp_path: Path) -> None:
    async def work(engine: AsyncEngine) -> None:
        async with engine.begin() as conn:
            assert await care.confirm(conn, ONE, "redactie", "telefoon", NOW)
        await fill(engine, [record("a0", what="Nieuwe tekst."), *TEN[1:]], tmp_path, now=NOW + DAY)
        async with engine.connect() as conn:
            kept = (await conn.execute(select(CONFIRMATIONS.c.role, CONFIRMATIONS.c.at, CONFIRMATIONS.c.note))).all()
            found = {one.service.id: (one.confirmed, one.by) async for one in in_province(conn, "oost-vlaanderen")}
        assert [tuple(row) for row in kept] == [("redactie", NOW, "telefoon")]
        assert (found[ONE], found[OTHER]) == (("2026-11-22", "redactie"), (None, None))

    over(tmp_path, work)


def test_places_are_found_by_name_postcode_and_municipality(tmp_path: Path) -> None:
    items = [record("a"), record("b", name="Speelotheek De Speelvogel", postal_code="2000", city="Antwerpen", serves=("antwerpen",))]
    first, second = (item.service.id for item in items)

    async def work(engine: AsyncEngine) -> None:
        async with engine.begin() as conn:
            found = {text: await care.search(conn, text, 9) for text in ("speelvogel", "9000", "Gent", "%", "")}
            assert found == {"speelvogel": [second], "9000": [first], "Gent": [first], "%": [], "": []}
            assert await care.search(conn, "Ontmoetingsplek", 0) == []

    over(tmp_path, work, items)


def test_reports_are_handled_up_to_what_was_seen(tmp_path: Path) -> None:
    async def work(engine: AsyncEngine) -> None:
        async with engine.begin() as conn:
            for reason in ("het-adres", "het-nummer", "het-adres"):
                await reports.add(conn, ONE, reason, NOW)
            await reports.add(conn, OTHER, "iets-anders", NOW + DAY)
            first, second = await reports.open_reports(conn)
            assert (first.service_id, first.reasons, first.since) == (ONE, {"het-adres": 2, "het-nummer": 1}, NOW)
            assert second.since == NOW + DAY
            await reports.add(conn, ONE, "iets-anders", NOW + DAY)
            assert await reports.handle(conn, ONE, first.last, "aangepast", NOW + DAY)
            assert not await reports.handle(conn, ONE, first.last, "aangepast", NOW + DAY)
            assert {one.service_id: one.reasons for one in await reports.open_reports(conn)} == {ONE: {"iets-anders": 1}, OTHER: {"iets-anders": 1}}
            notes = (await conn.execute(select(HISTORY.c.note).where(HISTORY.c.action == "handled"))).scalars().all()
        assert notes == ["aangepast: het-adres 2, het-nummer 1"]

    over(tmp_path, work)


def looked(key: str, day: str | None) -> Any:
    return record(key, pages=(Page("Voorbeeld", "https://voorbeeld.test", day),))


def test_the_phone_round_begins_with_what_is_known_longest(tmp_path: Path) -> None:
    items = [looked("new", "2026-11-20"), looked("old", "2026-03-01"), looked("never", None), looked("said", "2025-01-01"), looked("fading", "2025-01-01")]
    new, old, never, said, fading = (item.service.id for item in items)

    async def work(engine: AsyncEngine) -> None:
        async with engine.begin() as conn:
            await care.confirm(conn, said, "redactie", None, NOW - 100 * DAY)
            await care.confirm(conn, fading, "redactie", None, NOW - 160 * DAY)
            found = await rounds.calls(conn, "oost-vlaanderen", NOW)
            assert (found.ids, found.faded, found.resting) == ([never, old, fading, new], 2, 0)
            assert (await rounds.calls(conn, "limburg", NOW)).ids == []
            await rounds.no_answer(conn, never, NOW)
            await reports.add(conn, old, reports.CALLED, NOW)
            found = await rounds.calls(conn, "oost-vlaanderen", NOW + DAY)
            assert (found.ids, found.faded, found.resting) == ([fading, new], 0, 1)
            assert (await rounds.calls(conn, "oost-vlaanderen", NOW + 2 * DAY)).ids == [never, fading, new]
            assert (await rounds.calls(conn, "oost-vlaanderen", NOW + 90 * DAY)).ids == [never, fading, said, new]

    over(tmp_path, work, items)


ALIKE = [
    record("b1", name="Huis van het Kind Gent Noord", phone="09 111 22 33", street="Kerkstraat 1"),
    record("b2", name="Huis van het Kind Gent", phone="09 111 22 33", street="Dorpsplein 9"),
    record("b3", name="Consultatiebureau De Boom", phone="09 999 88 77", street="Kerkstraat 1"),
]


def test_alike_places_are_offered_and_merged_by_a_person_for_good(tmp_path: Path) -> None:
    one, two = (item.service.id for item in ALIKE[:2])

    async def work(engine: AsyncEngine) -> None:
        async with engine.begin() as conn:
            (pair,) = await pairs.likely(conn, 9)
            assert {pair.kept, pair.dropped} == {one, two}
            assert await pairs.merge(conn, two, one, NOW)
            assert not await pairs.merge(conn, one, two, NOW)
            assert await pairs.likely(conn, 9) == []
            assert await shown(conn) == {pair.kept, ALIKE[2].service.id}
        changed = [record("b1", name="Huis van het Kind Gent Noord", phone="09 000 00 01", street="Elders 4"), *ALIKE[1:]]
        await fill(engine, changed, tmp_path, now=NOW + DAY)  # no rule would find these two again
        async with engine.begin() as conn:
            (kept,) = await pairs.merged(conn, 9)
            assert kept.reasons.startswith("by a person: ")
            assert await merges.undo(conn, kept.merge_id, NOW)
            assert await shown(conn) == {item.service.id for item in ALIKE}
            assert await pairs.merged(conn, 9) == []

    over(tmp_path, work, ALIKE)


def test_two_that_a_person_kept_apart_are_neither_offered_nor_merged(tmp_path: Path) -> None:
    one, two = (item.service.id for item in ALIKE[:2])

    async def work(engine: AsyncEngine) -> None:
        async with engine.begin() as conn:
            assert await pairs.keep_apart(conn, two, one, NOW)
            assert not await pairs.keep_apart(conn, one, two, NOW)
            assert await pairs.likely(conn, 9) == []
            assert await pairs.merged(conn, 9) == []
            assert len(await shown(conn)) == 3

    over(tmp_path, work, ALIKE)


def test_a_place_goes_out_and_comes_back_with_what_was_merged_into_it(tmp_path: Path) -> None:
    one, two = (item.service.id for item in ALIKE[:2])

    async def work(engine: AsyncEngine) -> None:
        async with engine.begin() as conn:
            await pairs.merge(conn, one, two, NOW)
            (pair,) = await pairs.merged(conn, 9)
            assert await care.remove(conn, pair.kept, "niet-te-vertrouwen", NOW)
            await merges.undo(conn, pair.merge_id, NOW, by="import")  # as an import does with a record that changed
            assert await shown(conn) == {ALIKE[2].service.id}
            assert sorted(await care.removed(conn, 9)) == sorted((one, two))

    over(tmp_path, work, ALIKE)


def test_a_source_tells_its_last_run_and_whether_it_can_be_read_again(tmp_path: Path) -> None:
    async def work(engine: AsyncEngine) -> None:
        await fill(engine, TEN[:9], tmp_path, now=NOW + DAY)
        async with engine.connect() as conn:
            curated, one = await sources.sources(conn)
        assert (curated.name, curated.started, curated.counts, curated.alone) == ("curated", None, {}, True)
        assert (one.name, one.started, one.counts, one.shown, one.alone) == ("one", NOW + DAY, {"same": 9, "gone": 1}, 9, False)

    over(tmp_path, work)


def test_a_day_that_is_none() -> None:
    assert (care.day("2026-11-22T10:00"), care.day("vorige week"), care.day(None)) == (date(2026, 11, 22), None, None)
