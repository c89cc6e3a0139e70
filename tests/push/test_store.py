"""Messages in the database: two people at one message lose nothing, and what is on its way no longer changes."""

import asyncio
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import update
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from imh_parents.db.engine import writing
from imh_parents.errors import ChangedMeanwhile
from imh_parents.push import planning, store
from imh_parents.push.messages import Draft, Stored, Text
from imh_parents.push.planning import NotReady, pages_of
from imh_parents.push.store import Conflict
from imh_parents.push.tables import MESSAGES
from tests.push.kept import BEFORE, WORDS, draft, on
from tests.push.people import NOON

pytestmark = pytest.mark.usefixtures("database_kind")  # on SQLite and on PostgreSQL
LATER = BEFORE + timedelta(hours=1)
READY: dict[str, Any] = {"fallback": False, "known": lambda page: True}


async def made(engine: AsyncEngine, one: Draft, **more: Any) -> Stored:
    async with writing(engine).begin() as conn:
        return await store.create(conn, one, BEFORE, "ann", **more)


async def all_of(engine: AsyncEngine) -> list[Stored]:
    async with engine.connect() as conn:
        return await store.messages(conn)


async def state(conn: AsyncConnection, id_: str, name: str) -> None:
    await conn.execute(update(MESSAGES).where(MESSAGES.c.id == id_).values(state=name))


def test_what_is_saved_is_what_was_written(tmp_path: Path) -> None:
    async def work(engine: AsyncEngine) -> None:
        one = draft(topic="age", bands=("0-6-weken",), urgency="high")
        stored = await made(engine, one)
        assert await all_of(engine) == [stored]
        assert (stored.draft, stored.version, stored.state, stored.changed_by, stored.title) == (one, 1, "draft", "ann", "Dag nl")
        half = await made(engine, Draft(texts={"nl": Text(title="Half"), "en": Text()}))
        async with engine.connect() as conn:
            assert (await store.get(conn, half.id) or stored).draft.texts == {"nl": Text(title="Half")}  # an empty language was not begun

    on(tmp_path, work)


def test_who_is_late_is_told_by_whom_and_when_and_keeps_the_text(tmp_path: Path) -> None:
    async def work(engine: AsyncEngine) -> None:
        stored = await made(engine, draft())
        theirs, mine = draft(tag="van-ann"), draft(tag="van-bob")
        async with writing(engine).begin() as conn:
            saved = await store.save(conn, stored.id, 1, theirs, LATER, "ann")
            assert (saved.version, saved.draft, saved.changed, saved.changed_by) == (2, theirs, LATER, "ann")
        with pytest.raises(Conflict, match=r"changed by ann at 2026-06-13T11:00:00\+00:00") as late:
            async with writing(engine).begin() as conn:
                await store.save(conn, stored.id, 1, mine, LATER, "bob")
        assert (late.value.theirs, late.value.mine) == (saved, mine)
        assert isinstance(late.value, ChangedMeanwhile)
        assert await all_of(engine) == [saved]
        async with writing(engine).begin() as conn:  # having looked at both
            assert (await store.save(conn, stored.id, 2, mine, LATER, "bob")).draft == mine

    on(tmp_path, work)


def test_of_many_at_once_one_saves_and_the_others_are_told(tmp_path: Path) -> None:
    async def work(engine: AsyncEngine) -> None:
        stored = await made(engine, draft())

        async def one(number: int) -> bool:
            try:
                async with writing(engine).begin() as conn:
                    await store.save(conn, stored.id, 1, draft(tag=str(number)), LATER, f"user{number}")
            except Conflict as late:
                assert late.mine == draft(tag=str(number)) and late.theirs and late.theirs.version == 2
                return False
            return True

        assert (await asyncio.gather(*map(one, range(8)))).count(True) == 1
        assert [found.version for found in await all_of(engine)] == [2]

    on(tmp_path, work)


def test_a_message_that_was_thrown_away_meanwhile_is_a_conflict_too(tmp_path: Path) -> None:
    async def work(engine: AsyncEngine) -> None:
        stored = await made(engine, draft())
        async with writing(engine).begin() as conn:
            await store.throw_away(conn, stored.id, 1)
        with pytest.raises(Conflict, match="thrown away") as late:
            async with writing(engine).begin() as conn:
                await store.save(conn, stored.id, 1, draft(tag="mijn"), LATER, "bob")
        assert (late.value.theirs, late.value.mine) == (None, draft(tag="mijn"))

    on(tmp_path, work)


@pytest.mark.parametrize("name", ["scheduled", "sending", "paused", "stopped", "sent", "failed"])
def test_only_a_draft_is_thrown_away(tmp_path: Path, name: str) -> None:
    async def work(engine: AsyncEngine) -> None:
        stored = await made(engine, draft(), state=name)
        with pytest.raises(Conflict):
            async with writing(engine).begin() as conn:
                await store.throw_away(conn, stored.id, 1)
        assert len(await all_of(engine)) == 1

    on(tmp_path, work)


@pytest.mark.parametrize("name", ["sending", "paused", "stopped", "sent", "failed"])
def test_what_is_on_its_way_does_not_change(tmp_path: Path, name: str) -> None:
    async def work(engine: AsyncEngine) -> None:
        stored = await made(engine, draft(), state=name)
        with pytest.raises(Conflict, match=f"is {name} and no longer changes"):
            async with writing(engine).begin() as conn:
                await store.save(conn, stored.id, 1, draft(tag="anders"), LATER, "bob")
        assert await all_of(engine) == [stored]

    on(tmp_path, work)


@pytest.mark.parametrize(("seconds", "changes"), [(90, True), (60, False), (-1, False)])
def test_a_planned_message_changes_until_just_before_it_leaves(tmp_path: Path, seconds: int, changes: bool) -> None:
    async def work(engine: AsyncEngine) -> None:
        stored, now = await made(engine, draft(), state="scheduled"), NOON - timedelta(seconds=seconds)
        for change in (lambda conn: store.unplan(conn, stored.id, 1, now, "bob"), lambda conn: store.save(conn, stored.id, 1, draft(), now, "bob")):
            async with engine.connect() as conn:
                if changes:
                    assert (await change(conn)).version == 2
                else:
                    with pytest.raises(Conflict):
                        await change(conn)

    on(tmp_path, work)


def test_planning_wants_a_message_without_troubles(tmp_path: Path) -> None:
    async def work(engine: AsyncEngine) -> None:
        half = await made(engine, draft(texts={"nl": WORDS["nl"]}))
        async with writing(engine).begin() as conn:
            with pytest.raises(NotReady, match="texts missing-language") as wrong:
                await planning.plan(conn, half.id, 1, BEFORE, "ann", public_url="https://app.test", **READY)
            assert [one.code for one in wrong.value.troubles] == ["missing-language"]
            planned = await planning.plan(conn, half.id, 1, BEFORE, "ann", public_url="https://app.test", **READY | {"fallback": True})
            assert (planned.state, planned.version) == ("scheduled", 2)
            with pytest.raises(Conflict, match="and is scheduled"):
                await planning.plan(conn, half.id, 1, BEFORE, "bob", public_url="https://app.test", **READY)

    on(tmp_path, work)


def test_a_planned_message_stays_right(tmp_path: Path) -> None:
    async def work(engine: AsyncEngine) -> None:
        stored = await made(engine, draft(), state="scheduled")
        async with writing(engine).begin() as conn:
            with pytest.raises(NotReady, match="due quiet"):
                await planning.save(conn, stored.id, 1, draft(due=NOON + timedelta(hours=10), until=NOON + timedelta(days=1)), LATER, "bob", **READY)
            later = draft(due=NOON + timedelta(hours=1))
            saved = await planning.save(conn, stored.id, 1, later, LATER, "bob", **READY)
            assert (saved.state, saved.draft) == ("scheduled", later)
            half = await store.create(conn, Draft(), LATER, "bob")
            assert (await planning.save(conn, half.id, 1, Draft(topic="age"), LATER, "bob", **READY)).state == "draft"

    on(tmp_path, work)


def test_the_weekly_budget_counts_what_is_planned_and_not_itself(tmp_path: Path) -> None:
    async def work(engine: AsyncEngine) -> None:
        for name, count in (("scheduled", 2), ("draft", 3), ("stopped", 3)):
            for number in range(count):
                await made(engine, draft(due=NOON - timedelta(days=1 + number)), state=name)
        mine = await made(engine, draft())
        async with writing(engine).begin() as conn:
            assert await planning.troubles_of(conn, mine.draft, mine.id, BEFORE, **READY) == []
            await state(conn, mine.id, "scheduled")
            assert await planning.troubles_of(conn, mine.draft, mine.id, BEFORE, **READY) == []
            assert [one.code for one in await planning.troubles_of(conn, mine.draft, None, BEFORE, **READY)] == ["budget"]

    on(tmp_path, work)


def test_a_list_shows_what_has_no_moment_first_and_the_latest_next(tmp_path: Path) -> None:
    async def work(engine: AsyncEngine) -> None:
        for number in (1, 3, 2):
            await made(engine, draft(due=NOON + timedelta(days=number), tag=str(number)), state="sent")
        await made(engine, draft(due=None, tag="zonder"))
        assert [one.draft.tag for one in await all_of(engine)] == ["zonder", "3", "2", "1"]
        async with engine.connect() as conn:
            assert [one.draft.tag for one in await store.messages(conn, ["draft"])] == ["zonder"]

    on(tmp_path, work)


def test_pages_are_those_of_the_built_site(tmp_path: Path) -> None:
    assert pages_of(tmp_path)("/nl/wat-ook/")  # no site: nothing to compare with
    (tmp_path / "nl" / "week").mkdir(parents=True)
    (tmp_path / "nl" / "week" / "index.html").touch()
    (tmp_path / "_site.json").touch()
    assert [pages_of(tmp_path)(page) for page in ("/nl/week/", "/nl/", "/nl/weg/", "/etc/")] == [True, False, False, False]
