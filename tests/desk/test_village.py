"""The village desk over the websocket: reports, calls, taking out and putting back, pairs, an import with its report."""

import asyncio
from datetime import UTC, datetime

import pytest
from sqlalchemy import delete, select

from imh_parents.desk.database import database
from imh_parents.desk.village_run import RUNS, Run
from imh_parents.people.roles import ADMIN, EDITOR
from imh_parents.people.tables import LOG
from imh_parents.village import reports, sources
from imh_parents.village.importing import Report, Shrunk, Source, take_in
from imh_parents.village.publish import in_province
from imh_parents.village.sources import Wanted
from imh_parents.village.tables import CONFIRMATIONS, HISTORY, MERGES, REPORTS, SERVICES
from tests.desk.test_campaign import Tab
from tests.village.shop import record

NAMES = ("Speelotheek De Ark", "Inloophuis Zonnebloem", "Babycafé Kriebel", "Babycafé Kriebels")
PLACES = [record(f"dorp{index}", source="dorp", name=name, street=f"Laan {index}", phone=f"09 222 33 4{index // 2}") for index, name in enumerate(NAMES)]
ARK, ZON, ONE, TWO = (place.service.id for place in PLACES)


@pytest.fixture
def village(running, tmp_path):
    """Two people at the village desk, over four places; the last two are alike."""

    async def fill():
        async with (await database().ready()).begin() as conn:
            for table in (REPORTS, CONFIRMATIONS, HISTORY, MERGES):
                await conn.execute(delete(table))
            await conn.execute(SERVICES.update().values(deleted=None, deleted_reason=None, merged_into=None))
        await take_in(await database().ready(), Source("dorp", "csv"), iter(PLACES), datetime.now(UTC), refused=tmp_path / "x.jsonl", accept=True)

    people = [running.person(EDITOR), running.person(ADMIN)]
    sockets = [running.tab(person.cookie) for person in people]

    async def start():
        await fill()
        tabs = [Tab(running, await socket.__aenter__()) for socket in sockets]
        for tab in tabs:
            await tab.socket.opened("/desk/dorp/")
        return tabs

    async def end():
        for socket in sockets:
            await socket.__aexit__()

    yield running.run(start())
    running.run(end())


async def ask(query):
    async with (await database().ready()).connect() as conn:
        return [tuple(row) for row in await conn.execute(query)]


async def phone() -> dict:
    """What a published file would say: who confirmed each place of the province."""
    async with (await database().ready()).connect() as conn:
        return {one.service.id: one.by async for one in in_province(conn, "oost-vlaanderen")}


async def logged() -> list:
    return (await ask(select(LOG.c.action, LOG.c.about).order_by(LOG.c.id)))[-1]


def test_a_report_is_handled_once_with_its_outcome_and_the_log_says_who(running, village):
    editor, admin = village

    async def story():
        await running.changed(reports.add, ARK, "uren-kloppen-niet", datetime.now(UTC))
        for tab in village:
            await tab.do("Village.load", "village.rows")
        listed = await editor.do("Village.handle", "desk.said", id_=ARK, outcome="aangepast")
        late = await admin.do("Village.handle", "desk.said", id_=ARK, outcome="klopte-toch")
        return listed, late, await ask(select(HISTORY.c.note).where(HISTORY.c.action == "handled")), await logged()

    done, late, notes, line = running.run(story())
    assert done["desk.said"] == "De melding over Speelotheek De Ark is klaar."
    assert done["village.rows"] == []
    assert "iemand was je voor" in late["desk.said"]
    assert notes == [("aangepast: uren-kloppen-niet 1",)]
    assert line == ("report-handled", "Speelotheek De Ark")


def test_a_report_that_came_in_meanwhile_stays(running, village):
    editor, _ = village

    async def story():
        await running.changed(reports.add, ARK, "uren-kloppen-niet", datetime.now(UTC))
        before = await editor.do("Village.load", "village.rows")
        await running.changed(reports.add, ARK, "iets-anders", datetime.now(UTC))
        return before, await editor.do("Village.confirm", "desk.said", id_=ARK), await phone()

    before, after, on_phone = running.run(story())
    assert before["village.rows"][0]["reports"].startswith("Klopt niet: de uren. Sinds ")
    assert after["village.rows"][0]["reports"].startswith("Klopt niet: iets anders. Sinds ")
    assert "door redactie" in after["village.rows"][0]["sure"]
    assert (on_phone[ARK], on_phone[ZON]) == ("redactie", None)


def test_a_place_goes_out_with_a_reason_and_comes_back(running, village):
    editor, admin = village

    async def story():
        await editor.do("Village.search", "village.rows", form={"query": "zonnebloem"})
        asked = await editor.do("Village.ask", "village.asked", id_=ZON)
        out = await editor.do("Village.remove", "desk.said", id_=ZON, reason="wil-er-niet-in")
        between = await phone()
        listed = await admin.do("Village.show", "village.rows", view="weg")
        await admin.do("Village.put_back", "desk.said", id_=ZON)
        return asked, out, between, listed, await phone()

    asked, out, between, listed, after = running.run(story())
    assert asked["village.asked"] == ZON
    assert out["desk.said"] == "Inloophuis Zonnebloem is uit de lijst. Een import zet deze plek niet terug."
    assert out["village.rows"][0]["removed"].endswith("Wil er niet in staan")
    assert ZON not in between and ZON in after
    assert [row["name"] for row in listed["village.rows"]] == ["Inloophuis Zonnebloem"]


def test_a_call_has_one_of_three_ends(running, village):
    editor, _ = village

    async def story():
        first = await editor.do("Round.choose", "round.waiting", province="oost-vlaanderen")
        await editor.do("Round.right", "desk.said", id_=ARK)
        await editor.do("Round.no_answer", "desk.said", id_=ZON)
        last = await editor.do("Round.wrong", "desk.said", id_=ONE)
        opened = await editor.do("Village.load", "village.rows")
        return first, last, opened, await ask(select(CONFIRMATIONS.c.service_id, CONFIRMATIONS.c.role, CONFIRMATIONS.c.note)), await logged()

    first, last, opened, confirmed, line = running.run(story())
    ours = {ARK, ZON, ONE, TWO}
    assert {row["id"] for row in first["village.rows"]} >= ours
    assert all(row["call"] == "tel:092223340" for row in first["village.rows"] if row["id"] == ARK)
    assert ours & {row["id"] for row in last["village.rows"]} == {TWO}
    assert "Pas geprobeerd: 1." in last["round.waiting"]
    assert [(row["id"], row["reports"].split(". ")[0]) for row in opened["village.rows"]] == [(ONE, "Klopt niet: gebeld, en er klopte iets niet")]
    assert confirmed == [(ARK, "redactie", "telefoon")]
    assert line == ("place-wrong", "Babycafé Kriebel")


def test_pairs_are_merged_and_taken_apart(running, village):
    editor, admin = village

    async def story():
        seen = [await tab.do("Pairs.open", "pairs.alike") for tab in village]
        key = next(two["key"] for two in seen[0]["pairs.alike"] if ONE in two["key"])
        merged = await editor.do("Pairs.merge", "desk.said", key=key)
        between = await phone()
        late = await admin.do("Pairs.keep_apart", "desk.said", key=key)
        await editor.do("Pairs.undo", "desk.said", merge_id=merged["pairs.merged"][0]["merge_id"])
        return merged, between, late, await phone(), await logged()

    merged, between, late, after, line = running.run(story())
    assert len({ONE, TWO} & between.keys()) == 1
    assert "iemand was je voor" in late["desk.said"]
    assert {ONE, TWO} <= after.keys()
    assert merged["pairs.merged"][0]["like"].endswith("% gelijk")
    assert line[0] == "places-parted"


def test_an_import_runs_beside_the_desk_and_ends_with_a_report(running, village):
    editor, _ = village

    async def story():
        await editor.do("Imports.open", "imports.sources")
        heard = await editor.do("Imports.start", "imports.running", name="curated")
        while RUNS.by_name["curated"].running:
            await asyncio.sleep(0.05)
        return heard, await editor.do("Imports.look", "imports.sources"), await logged()

    heard, after, line = running.run(story())
    assert line == ("import", "curated")
    assert [row["running"] for row in heard["imports.sources"] if row["name"] == "curated"] == [True]
    (curated,) = [row for row in after["imports.sources"] if row["name"] == "curated"]
    assert curated["outcome"].startswith("Klaar: ") and " nieuw" in curated["outcome"]
    assert curated["groups"][0]["words"].endswith(" nieuw") and curated["groups"][0]["names"]
    assert after["imports.running"] is False
    assert [row["alone"] for row in after["imports.sources"] if row["name"] == "dorp"] == [False]


@pytest.mark.parametrize(
    ("run", "outcome", "detail", "shrunk"),
    [
        (Run(Wanted("csv", "dorp"), running=False, shrunk=Shrunk("dorp", 3, 4)), "3 van de 4 plekken zouden verdwijnen", "", True),
        (Run(Wanted("csv", "dorp"), running=False, refused="it answered 404"), "Dit zegt het programma:", "it answered 404", False),
        (Run(Wanted("csv", "dorp"), running=False, failed=True), "Het ligt aan ons", "", False),
        (Run(Wanted("csv", "dorp"), running=False), "de bron zegt dat er niets veranderde", "", False),
        (Run(Wanted("csv", "dorp"), running=False, report=Report()), "Klaar: ", "", False),
    ],
)
def test_an_import_that_ends_otherwise_says_how(running, village, monkeypatch, run, outcome, detail, shrunk):
    monkeypatch.setitem(RUNS.by_name, "dorp", run)
    heard = running.run(village[0].do("Imports.open", "imports.sources"))
    (row,) = [row for row in heard["imports.sources"] if row["name"] == "dorp"]
    assert outcome in row["outcome"]
    assert (row["detail"], row["shrunk"]) == (detail, shrunk)


def test_a_source_is_not_read_twice_at_once(running, village, monkeypatch):
    monkeypatch.setitem(RUNS.by_name, "curated", Run(Wanted("curated", sources.CURATED)))
    heard = running.run(village[0].do("Imports.start", "desk.said", name="curated"))
    assert heard["desk.said"] == "Deze bron wordt net gelezen."
    assert heard["imports.running"] is True
