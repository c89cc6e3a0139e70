"""The desk of a nurse over the websocket: a team's own sets, and nobody else's."""

from datetime import UTC, datetime

import pytest

from imh_parents.desk import sets_state
from imh_parents.desk.sets_state import code_in, newest
from imh_parents.nurse import store
from imh_parents.nurse.code import NurseSet, decode, encode
from imh_parents.people.roles import ADMIN, NURSE
from imh_parents.people.store import users
from imh_parents.shelf import Shelf
from tests.desk.test_roles import handlers
from tests.samples import card

CODE = encode(NurseSet("ar", (53, 41, 27), (13, 3), moment=6))
LINK = f"http://localhost:8000/ar/set/#{CODE}"
PATH = "/desk/sets/"


class Tab:
    """Somebody at the desk of the nurses."""

    def __init__(self, socket) -> None:
        self.socket = socket

    async def do(self, handler: str, until: str, **payload) -> dict:
        await self.socket.event(handlers()[handler], payload, path=PATH)
        return await self.socket.heard(until)


@pytest.fixture
def tabs(running):
    """Opens tabs for nurses of teams; closes them after the test."""
    sockets = []

    async def opened(person, team: str) -> tuple[Tab, dict]:
        await running.changed(users.set_team, person.id, team)
        socket = await running.tab(person.cookie).__aenter__()
        sockets.append(socket)
        return Tab(socket), await socket.opened(PATH)

    def start(team: str) -> tuple[Tab, dict]:
        return running.run(opened(running.person(NURSE), team))

    async def end():
        for socket in sockets:
            await socket.__aexit__()

    yield start
    running.run(end())


def test_a_link_of_the_maker_becomes_a_set_of_the_team(running, tabs):
    tab, seen = tabs("Gent-link")
    assert (seen["sets.team"], seen["sets.rows"]) == ("Gent-link", [])

    async def story():
        made = await tab.do("Sets.make", "sets.rows", form={"name": " Weinig  slaap", "link": f" {LINK}\n"})
        return made, await tab.do("OneSet.show", "one_set.id", id_=made["sets.rows"][0]["id"])

    made, shown = running.run(story())
    (row,) = made["sets.rows"]
    assert row["name"] == "Weinig slaap" and row["about"].endswith("3 kaarten")
    code = shown["one_set.link"].rpartition("#")[2]
    assert decode(code) == (decode(CODE)[0], row["id"])
    assert shown["one_set.link"].startswith("http://localhost:8000/ar/set/#")
    assert len(shown["one_set.columns"]) == sets_state.WEEKS
    assert {column["words"] for column in shown["one_set.columns"]} == {"minder dan 5"}


@pytest.mark.parametrize(("link", "words"), [(LINK[:-1], "niet heel"), ("", "niet heel"), ("hallo daar", "niet heel")])
def test_a_link_that_is_no_set_is_told_and_nothing_is_made(running, tabs, link, words):
    tab, _ = tabs("Gent-stuk")
    heard = running.run(tab.do("Sets.make", "sets.trouble", form={"name": "Slaap", "link": link}))
    assert words in heard["sets.trouble"]
    assert "sets.rows" not in heard


def test_another_team_can_neither_see_nor_change_it(running, tabs):
    mine, _ = tabs("Gent-eigen")
    other, _ = tabs("Aalst-eigen")

    async def story():
        made = await mine.do("Sets.make", "sets.rows", form={"name": "Van ons", "link": LINK})
        id_ = made["sets.rows"][0]["id"]
        theirs = await other.do("Sets.make", "sets.rows", form={"name": "Van hen", "link": LINK})
        await other.do("OneSet.show", "one_set.id", id_=theirs["sets.rows"][0]["id"])
        await other.socket.event(handlers()["OneSet.show"], {"id_": id_}, path=PATH)
        await other.socket.event(handlers()["OneSet.rename"], {"form": {"new_name": "Gestolen"}}, path=PATH)
        await other.do("Desk.trip", "desk.stumbled")
        kept = []

        async def look(conn):
            kept.append(await store.one(conn, id_))

        await running.changed(look)
        return kept[0], await other.socket.opened(PATH)

    kept, seen = running.run(story())
    assert kept.name == "Van ons"
    assert [row["name"] for row in seen["sets.rows"]] == ["Van hen"]


def test_renamed_put_away_and_back(running, tabs):
    tab, _ = tabs("Gent-naam")

    async def story():
        made = await tab.do("Sets.make", "sets.rows", form={"name": "Slaap", "link": LINK})
        await tab.do("OneSet.show", "one_set.id", id_=made["sets.rows"][0]["id"])
        renamed = await tab.do("OneSet.rename", "sets.rows", form={"new_name": "Al moe"})
        away = await tab.do("OneSet.archive", "sets.away")
        back = await tab.do("OneSet.restore", "sets.rows")
        return renamed, away, back

    renamed, away, back = running.run(story())
    assert [row["name"] for row in renamed["sets.rows"]] == ["Al moe"]
    assert (away["sets.rows"], [row["name"] for row in away["sets.away"]]) == ([], ["Al moe"])
    assert back["sets.away"] == []


def test_favourites_stand_first_and_are_ones_own(running, tabs):
    one, _ = tabs("Gent-top")
    other, _ = tabs("Gent-top")

    async def story():
        await one.do("Sets.make", "sets.rows", form={"name": "A", "link": LINK})
        made = await one.do("Sets.make", "sets.rows", form={"name": "B", "link": LINK})
        kept = await one.do("Sets.favour", "sets.rows", id_=made["sets.rows"][1]["id"], on=True)
        return kept, await other.socket.opened(PATH)

    kept, seen = running.run(story())
    assert [(row["name"], row["favourite"]) for row in kept["sets.rows"]] == [("B", True), ("A", False)]
    assert [(row["name"], row["favourite"]) for row in seen["sets.rows"]] == [("A", False), ("B", False)]


def test_weeks_with_five_or_more_have_a_column(running, tabs):
    tab, _ = tabs("Gent-telt")

    async def story():
        made = await tab.do("Sets.make", "sets.rows", form={"name": "Slaap", "link": LINK})
        id_ = made["sets.rows"][0]["id"]
        for _ in range(7):
            await running.changed(store.count_opening, id_, datetime.now(UTC))
        return await tab.do("OneSet.show", "one_set.told", id_=id_)

    last = running.run(story())["one_set.columns"][-1]
    assert (last["words"], last["told"]) == ("7", True)


def test_who_has_no_team_makes_nothing(running, tabs):
    tab, seen = tabs("")
    assert (seen["sets.loaded"], seen["sets.team"]) == (True, "")

    async def story():
        await tab.socket.event(handlers()["Sets.make"], {"form": {"name": "Slaap", "link": LINK}}, path=PATH)
        await tab.do("Desk.trip", "desk.stumbled")
        found = []

        async def look(conn):
            found.extend(await store.listed(conn, ""))

        await running.changed(look)
        return found

    assert running.run(story()) == []


def test_a_code_is_found_in_what_was_pasted():
    assert code_in(f"  {LINK}\n") == code_in(CODE) == code_in(f"Kijk:\n{LINK}") == CODE


def test_new_is_what_was_written_in_two_months_without_what_is_discreet():
    written = card("nieuw").text("nl").front.written
    shelf = Shelf(cards={"nieuw": card("nieuw"), "stil": card("stil", discreet=True)})
    assert [one.path for one in newest(shelf, written)] == ["/nl/kaart/nieuw/"]
    assert newest(shelf, written.replace(year=written.year + 1)) == []


def test_an_admin_says_who_is_in_which_team_and_it_counts_at_once(running, tabs):
    nurse, _ = tabs("Gent-oud")
    admin = running.person(ADMIN)

    async def story():
        async with running.tab(admin.cookie) as tab:
            seen = await tab.opened("/desk/mensen/")
            (row,) = [row for row in seen["users.rows"] if row["team"] == "Gent-oud"]
            await tab.event(handlers()["Users.set_team"], {"id_": row["id"], "team": "  Gent  nieuw "}, path="/desk/mensen/")
            await tab.heard("desk.said")
        return await nurse.socket.opened(PATH)

    assert running.run(story())["sets.team"] == "Gent nieuw"
