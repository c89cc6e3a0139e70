"""The desk of editors: which cards ask for work, and which links died."""

import random
from datetime import UTC, date, datetime, timedelta

import pytest

from imh_parents.desk import content_state
from imh_parents.desk.content_groups import groups
from imh_parents.desk.content_state import idle_cards
from imh_parents.links import store as links
from imh_parents.links.checking import GONE, UNSURE, Found
from imh_parents.nurse import store
from imh_parents.nurse.code import NurseSet, encode
from imh_parents.nurse.models import Numbers, Nursing
from imh_parents.people.roles import EDITOR
from imh_parents.shelf import Shelf
from tests.samples import card

NOW = datetime.now(UTC)
SHELF = Shelf(
    cards={name: card(name) for name in ("slaap", "huil", "eet", "speel")},
    nursing=Nursing(numbers=Numbers(cards={"slaap": 1, "huil": 2, "eet": 3, "speel": 4}, lines={}, places={}, notes={}, moments={})),
    links={"https://een.test/weg": ("slaap", "1712")},
)


def by_name(cards, idle=(), today=date(2026, 11, 22)):
    return {group.name: [row.path for row in group.rows] for group in groups(cards, idle, today)}


def test_a_card_stands_where_it_misses_something():
    both, one = card("beide", languages=("nl", "ar")), card("een")
    found = by_name([both, one], idle=("een",))
    assert found["Niet in het Engels"] == ["/nl/kaart/beide/", "/nl/kaart/een/"]
    assert found["Niet in het Arabisch"] == ["/nl/kaart/een/"]
    assert found["In sets die weinig opengaan"] == ["/nl/kaart/een/"]


def test_a_review_is_late_the_day_after_it_was_due():
    one = card("een")
    due = one.text("nl").front.review_due
    assert by_name([one], today=due)["Opnieuw na te lezen"] == []
    assert by_name([one], today=due + timedelta(days=1))["Opnieuw na te lezen"] == ["/nl/kaart/een/"]


@pytest.fixture
def seen(running, monkeypatch):
    """What an editor sees after some sets and links."""
    monkeypatch.setattr(content_state, "read_shelf", lambda site: SHELF)

    async def fill(conn):
        choose = random.Random(7).choice
        long_ago = NOW - timedelta(weeks=6)
        often = await store.make(conn, "Gent", "vaak", encode(NurseSet("nl", (1,))), long_ago, choose)
        await store.make(conn, "Gent", "zelden", encode(NurseSet("nl", (1, 2, 3))), long_ago, choose)
        await store.make(conn, "Gent", "nieuw", encode(NurseSet("nl", (3,))), NOW, choose)
        for _ in range(store.FEWEST):
            await store.count_opening(conn, often.id, NOW)
        await links.keep(conn, [Found("https://een.test/weg", GONE, 404), Found("https://een.test/traag", UNSURE, None, "too slow")], NOW)

    idle = []

    async def look(conn):
        idle.extend(await idle_cards(conn, SHELF, NOW))

    async def story():
        await running.changed(fill)
        await running.changed(look)
        async with running.tab(running_editor.cookie) as tab:
            return await tab.opened("/desk/inhoud/"), await tab.opened("/desk/")

    running_editor = running.person(EDITOR)
    return idle, *running.run(story())


def test_an_editor_sees_idle_cards_and_dead_links(seen):
    idle, content, home = seen
    assert idle == ["huil"]  # slaap is in a set that opens, eet in one that is too young to tell
    assert content["contents.built"] is True
    (gone,) = content["contents.dead"]
    assert (gone["url"], gone["words"].startswith("antwoord 404, sinds")) == ("https://een.test/weg", True)
    assert SHELF.cards["slaap"].text("nl").front.title in gone["places"] and "1712" in gone["places"]
    assert [one["words"].startswith("too slow") for one in content["contents.unsure"]] == [True]
    assert content["contents.looked"].startswith("2 links bekeken op")
    assert "/desk/inhoud/" in [matter["path"] for matter in home["home.matters"]]
