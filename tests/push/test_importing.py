"""Messages of a planned week, taken over from content: again changes nothing, and people at the desk are not overruled."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy.ext.asyncio import AsyncEngine

from imh_parents.campaign.models import Campaign, Message, Week, WeekMeta
from imh_parents.db.engine import writing
from imh_parents.push import importing, store
from imh_parents.push.importing import Report, from_content
from imh_parents.push.messages import Stored
from tests.push.kept import on

pytestmark = pytest.mark.usefixtures("database_kind")  # on SQLite and on PostgreSQL
NOW = datetime(2027, 6, 1, 9, tzinfo=UTC)
SOURCE = {"title": "Bron", "url": "https://www.opgroeien.be", "checked": "2026-11-22"}
SAID = {"nl": "Dag", "en": "Hello", "ar": "أهلًا"}


def message(id_: str = "een", **changes: Any) -> dict[str, Any]:
    return {"id": id_, "day": 1, "title": SAID, "line": SAID, "page": "bedankt"} | changes


def campaign(*messages: dict[str, Any], state: str = "planned") -> Campaign:
    theme = {"words": "Samen", "language": "nl", "where": "vlaanderen", "source": SOURCE}
    dates = {} if state == "draft" else {"dates": {"first": "2027-06-14", "last": "2027-06-20"}, "themes": [theme]}
    meta = WeekMeta.model_validate({"year": 2027, "state": state, "drawing": "h1", "messages": messages, "sources": [SOURCE]} | dates)
    return Campaign((Week(meta, {}, ()),))


async def planned(engine: AsyncEngine, found: Campaign, now: datetime = NOW) -> Report:
    async with writing(engine).begin() as conn:
        return await importing.take_in(conn, from_content(found), now, lambda page: page != "/nl/hulp/")


async def all_of(engine: AsyncEngine) -> dict[str, Stored]:
    async with engine.connect() as conn:
        return await store.by_source(conn, importing.ROOT)


def test_a_message_leaves_on_its_day_by_the_clock_in_brussels() -> None:
    one = from_content(campaign(message(day=3, at="09:30", bands=("0-6-weken",), card="huilen")))["campaign/2027/een"]
    assert (one.due, one.until) == (datetime(2027, 6, 16, 7, 30, tzinfo=UTC), datetime(2027, 6, 16, 19, tzinfo=UTC))
    assert (one.topic, one.bands, one.tag, set(one.texts)) == ("week", ("0-6-weken",), "", {"nl", "en", "ar"})
    assert (one.texts["ar"].title, one.texts["ar"].page) == ("أهلًا", "/ar/kaart/huilen/")
    assert from_content(campaign(message()))["campaign/2027/een"].texts["nl"].page == "/nl/bedankt/"


@pytest.mark.parametrize(
    "left_out",
    [campaign(message(push=False)), campaign(message(audience=("grootouder",))), campaign(message(), state="draft"), campaign(message(), state="archive")],
)
def test_only_what_is_for_everybody_in_a_planned_week_is_pushed(left_out: Campaign) -> None:
    assert from_content(left_out) == {}


def test_pushing_to_a_role_is_a_mistake_that_is_named() -> None:
    with pytest.raises(ValueError, match="push does not know who somebody is"):
        Message.model_validate(message(audience=("opvang",), push=True))


@pytest.mark.parametrize(("field", "most"), [("title", 50), ("line", 150)])
def test_a_text_that_is_cut_off_on_a_phone_is_a_mistake(field: str, most: int) -> None:
    assert Message.model_validate(message(**{field: SAID | {"ar": "x" * most}}))
    with pytest.raises(ValueError, match=rf"{field} is longer than {most} signs in ar"):
        Message.model_validate(message(**{field: SAID | {"ar": "x" * (most + 1)}}))


@pytest.mark.parametrize("at", [600, "7:30", "07:30", "20:00", "25:00", "morgen", None])
def test_a_time_is_written_in_quotes_and_by_day(at: object) -> None:
    with pytest.raises(ValueError, match=r"is not a time|is in the evening or at night"):
        Message.model_validate(message(at=at))


def test_planning_again_changes_nothing(tmp_path: Path) -> None:
    async def work(engine: AsyncEngine) -> None:
        week = campaign(message(), message("twee", day=3))
        assert await planned(engine, week) == Report(added=["campaign/2027/een", "campaign/2027/twee"])
        first = await all_of(engine)
        assert {one.state for one in first.values()} == {"scheduled"}
        assert await planned(engine, week) == Report(same=["campaign/2027/een", "campaign/2027/twee"])
        assert await all_of(engine) == first

    on(tmp_path, work)


def test_what_changes_in_content_changes_here_and_what_goes_is_withdrawn(tmp_path: Path) -> None:
    async def work(engine: AsyncEngine) -> None:
        await planned(engine, campaign(message(), message("twee", day=3)))
        assert await planned(engine, campaign(message(day=2))) == Report(changed=["campaign/2027/een"], withdrawn=["campaign/2027/twee"])
        (left,) = (await all_of(engine)).values()
        assert (left.draft.due, left.version, left.state) == (datetime(2027, 6, 15, 8, tzinfo=UTC), 2, "scheduled")

    on(tmp_path, work)


def test_what_people_changed_or_what_left_is_theirs(tmp_path: Path) -> None:
    async def work(engine: AsyncEngine) -> None:
        await planned(engine, campaign(message(), message("twee", day=3)))
        held = await all_of(engine)
        async with writing(engine).begin() as conn:
            one = held["campaign/2027/een"]
            await store.save(conn, one.id, one.version, one.draft.model_copy(update={"tag": "zelf"}), NOW, "ann")
        before = await all_of(engine)
        assert await planned(engine, campaign(message(day=4), message("twee", day=3))) == Report(same=["campaign/2027/twee"], kept=["campaign/2027/een"])
        after = datetime(2027, 6, 17, tzinfo=UTC)  # both left; the week goes to the archive
        assert await planned(engine, campaign(message(), state="archive"), after) == Report()
        assert await planned(engine, campaign(message("twee", day=5)), after) == Report(kept=["campaign/2027/twee"])
        assert await all_of(engine) == before

    on(tmp_path, work)


def test_a_message_that_is_not_right_is_named_and_the_others_go_on(tmp_path: Path) -> None:
    async def work(engine: AsyncEngine) -> None:
        four = [message(f"m{day}", day=day) for day in range(1, 5)]
        report = await planned(engine, campaign(message("weg", page="hulp"), *four))
        assert {source: [one.code for one in wrong] for source, wrong in report.refused.items()} == {
            "campaign/2027/weg": ["no-page"],
            "campaign/2027/m4": ["budget"],
        }
        assert len(report.added) == 3

    on(tmp_path, work)
