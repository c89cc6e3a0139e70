"""The campaign desk over the websocket: two people at one message, planning, pausing, stopping."""

from datetime import UTC, datetime

import pytest

from imh_parents.people.roles import CAMPAIGN
from imh_parents.push import store
from tests.desk.test_roles import handlers

WORDS = {"nl.title": "Wie houdt jou vast?", "nl.line": "Een buur die belt is al een dorp.", "nl.page": "/nl/week/"}


class Tab:
    """Somebody at the campaign desk."""

    def __init__(self, running, socket) -> None:
        self.running, self.socket = running, socket

    async def do(self, handler: str, until: str, **payload) -> dict:
        await self.socket.event(handlers()[handler], payload, path="/desk/campagne/")
        return await self.socket.heard(until)


@pytest.fixture
def two(running):
    """Two people with a message open that one of them began; their tabs, and its id."""
    people = [running.person(CAMPAIGN), running.person(CAMPAIGN)]
    sockets = [running.tab(person.cookie) for person in people]

    async def start():
        tabs = [Tab(running, await socket.__aenter__()) for socket in sockets]
        for tab in tabs:
            await tab.socket.opened("/desk/campagne/")
        made = await tabs[0].do("Campaign.new", "campaign.id", day="2027-06-09")
        await tabs[1].do("Campaign.open", "campaign.id", id_=made["campaign.id"])
        return *tabs, made["campaign.id"]

    async def end():
        for socket in sockets:
            await socket.__aexit__()

    yield running.run(start())
    running.run(end())


async def kept(running, id_):
    found = []

    async def look(conn):
        found.append(await store.get(conn, id_))

    await running.changed(look)
    return found[0]


def test_two_people_at_one_message_lose_nothing_and_are_told(running, two):
    one, other, id_ = two

    async def story():
        await one.do("Campaign.save", "desk.said", form=WORDS)
        late = await other.do("Campaign.save", "campaign.clash", form=WORDS | {"nl.title": "Dank je, dorp"})
        between = await kept(running, id_)
        chosen = await other.do("Campaign.save_mine", "desk.said")
        return late, between, chosen, await kept(running, id_)

    late, between, chosen, after = running.run(story())
    assert [(row["field"], row["mine"], row["theirs"]) for row in late["campaign.clash"]] == [("Nederlands: Titel", "Dank je, dorp", "Wie houdt jou vast?")]
    assert late["campaign.clash_by"] == "campaign"
    assert between.title == "Wie houdt jou vast?"
    assert (chosen["campaign.clash"], after.title, after.version) == ([], "Dank je, dorp", 3)


def test_taking_theirs_shows_theirs(running, two):
    one, other, _ = two

    async def story():
        await one.do("Campaign.save", "desk.said", form=WORDS)
        await other.do("Campaign.save", "campaign.clash", form=WORDS | {"nl.title": "Iets anders"})
        return await other.do("Campaign.take_theirs", "campaign.version")

    heard = running.run(story())
    assert (heard["campaign.fields"]["nl.title"], heard["campaign.version"], heard["campaign.clash"]) == ("Wie houdt jou vast?", 2, [])


def test_a_message_that_is_not_ready_says_why_and_is_not_planned(running, two):
    one, _, id_ = two

    async def story():
        heard = await one.do("Campaign.plan", "campaign.troubles")
        return heard, await kept(running, id_)

    heard, after = running.run(story())
    assert any("Nederlandse tekst ontbreekt" in words for words in heard["campaign.troubles"])
    assert after.state == "draft"


def test_planned_paused_resumed_and_stopped(running, two, monkeypatch):
    monkeypatch.setattr("imh_parents.desk.campaign_state.nudge", lambda settings: None)
    one, _, id_ = two
    states = []

    async def story():
        await one.do("Campaign.save", "desk.said", form=WORDS | {"due": "2027-06-09T10:00", "until": "2027-06-09T20:00"})
        for handler in ("plan", "pause", "resume", "stop"):
            await one.do(f"Campaign.{handler}", "campaign.state")
            states.append((await kept(running, id_)).state)

    running.run(story())
    assert states == ["scheduled", "paused", "scheduled", "stopped"]


def test_a_moment_is_that_of_the_clock_in_brussels(running, two):
    one, _, id_ = two

    async def story():
        await one.do("Campaign.save", "desk.said", form=WORDS | {"due": "2027-06-09T10:00", "until": ""})
        return await kept(running, id_)

    assert running.run(story()).draft.due == datetime(2027, 6, 9, 8, tzinfo=UTC)


def test_a_message_that_was_thrown_away_leaves_what_was_typed(running, two):
    one, other, _ = two

    async def story():
        await one.do("Campaign.throw_away", "desk.said")
        return await other.do("Campaign.save", "desk.said", form=WORDS)

    heard = running.run(story())
    assert "gooide dit bericht intussen weg" in heard["desk.said"]
    assert heard["campaign.fields"]["nl.title"] == WORDS["nl.title"]
