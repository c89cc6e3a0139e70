"""The desk on three processes, with PostgreSQL and Redis: they are killed while two nurses and an admin work, and nobody loses a thing."""

import os
import re
import signal
import time
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from imh_parents.nurse.code import NurseSet, encode
from imh_parents.nurse.tables import SETS
from imh_parents.people.tables import SESSIONS, USERS
from imh_parents.push.tables import MESSAGES
from tests import servers
from tests.browser.desk_server import DeskServer
from tests.browser.test_desk import PASSWORD, admin, choose_password

pytestmark = [pytest.mark.browser, pytest.mark.timeout(300)]
PATIENCE = 60_000
BACK = "De verbinding was even weg en is er weer."
LISTEN = """() => {
    const line = document.querySelector(".connection");
    window.told = [];
    new MutationObserver(() => told.push(line.textContent)).observe(line, { childList: true, characterData: true, subtree: true });
}"""
CODE = encode(NurseSet("ar", (53, 41, 27), (13, 3), moment=6))


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    with servers.postgres() as address:
        yield address.format("postgres")


@pytest.fixture(scope="module")
def desk(site: Path, address: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[DeskServer]:
    with servers.redis_server() as redis:
        desk = DeskServer(site, tmp_path_factory.mktemp("several"), more={"IMH_DATABASE_URL": address, "IMH_REDIS_URL": redis, "IMH_PROCESSES": "3"})
        desk.start()
        yield desk
        desk.stop()


class Somebody:
    """A browser of their own, that keeps count of the websockets that broke, and of what was told about it."""

    def __init__(self, browser: Browser, desk: DeskServer, name: str, role: str) -> None:
        self.name, self.broken = name, 0
        self.context = browser.new_context(base_url=desk.origin, locale="nl-BE", viewport={"width": 1280, "height": 800})
        self.context.set_default_timeout(PATIENCE)
        self.page = self.context.new_page()
        if role == "admin":
            admin(self.page, desk, f"{name}@voorbeeld.be")
        else:
            choose_password(self.page, desk.user("add", f"{name}@voorbeeld.be", "--role", role, "--name", name.title()), PASSWORD)
            expect(self.page.get_by_role("heading", level=1)).to_have_text(f"Dag {name.title()}")

    def opens(self, path: str, sign: Locator) -> None:
        self.page.on("websocket", lambda socket: socket.on("close", self._broke))
        self.page.goto(path)
        expect(sign).to_be_visible(timeout=PATIENCE)
        self.page.evaluate(LISTEN)

    def _broke(self, _: object) -> None:
        self.broken += 1

    def is_told(self, before: int) -> None:
        """When a websocket broke since, and only then. Nobody is logged out."""
        if self.broken > before:
            self.page.wait_for_function("words => told.includes(words)", arg=BACK)
        expect(self.page.locator(".connection")).to_have_text("", timeout=PATIENCE)
        assert self.page.evaluate("told.splice(0).filter(Boolean).length > 0") == (self.broken > before)
        expect(self.page.get_by_text("Je bent afgemeld")).to_have_count(0)


@pytest.fixture
def team(browser: Browser, desk: DeskServer, address: str) -> Iterator[tuple[Somebody, Somebody, Somebody]]:
    found = Somebody(browser, desk, "bo", "nurse"), Somebody(browser, desk, "fien", "nurse"), Somebody(browser, desk, "eva", "admin")
    with psycopg.connect(address) as conn:
        conn.execute(f"UPDATE {USERS.name} SET team = 'Gent'")
    yield found
    for one in found:
        one.context.close()


def test_processes_are_killed_and_nobody_loses_a_thing(desk: DeskServer, address: str, team: tuple[Somebody, Somebody, Somebody]) -> None:
    bo, fien, eva = team
    for nurse in (bo, fien):
        nurse.opens("/desk/sets/", nurse.page.get_by_label("Link of code"))
        form(nurse.page, f"Voor {nurse.name}")
        submit(nurse.page, f"Voor {nurse.name}")
        form(nurse.page, f"Daarna {nurse.name}")
    eva.opens("/desk/campagne/", new := eva.page.get_by_role("button", name="Nieuw bericht", exact=True))
    new.click()
    write(eva.page, "nl.title", "Wie houdt jou vast?")
    eva.page.get_by_role("button", name="Bewaar", exact=True).click()
    expect(eva.page.get_by_text("Bewaard.")).to_be_visible(timeout=PATIENCE)
    eva.page.get_by_role("button", name="Sluit deze melding").click()
    write(eva.page, "nl.line", "Een buur die belt.")

    for process in desk.processes():  # one after the other, so that each person loses a connection at least once
        before = [one.broken for one in team]
        kill(desk, process, eva.page)
        for one, count in zip(team, before, strict=True):
            one.is_told(count)
    assert all(one.broken for one in team)
    for nurse in (bo, fien):
        assert nurse.page.get_by_label("Naam", exact=True).input_value() == f"Daarna {nurse.name}"
        submit(nurse.page, f"Daarna {nurse.name}")
    assert eva.page.locator("[name='nl.title']").input_value() == "Wie houdt jou vast?"
    assert eva.page.locator("[name='nl.line']").input_value() == "Een buur die belt."
    eva.page.get_by_role("button", name="Bewaar", exact=True).click()
    expect(eva.page.get_by_text("Bewaard.")).to_be_visible(timeout=PATIENCE)

    with psycopg.connect(address) as conn:
        assert {name for (name,) in conn.execute(f"SELECT name FROM {SETS.name}")} == {"Voor bo", "Voor fien", "Daarna bo", "Daarna fien"}
        assert "Een buur die belt." in str(conn.execute(f"SELECT * FROM {MESSAGES.name}").fetchall())
        assert conn.execute(f"SELECT count(*) FROM {SESSIONS.name}").fetchone() == (3,)
    for nurse in (bo, fien):
        nurse.page.reload()
        expect(nurse.page.get_by_role("heading", level=1)).to_contain_text("Sets")
    eva.page.reload()
    expect(eva.page.get_by_role("button", name=re.compile("Wie houdt jou vast"))).to_be_visible()


def form(page: Page, name: str) -> None:
    page.get_by_label("Naam", exact=True).fill(name)
    page.get_by_label("Link of code").fill(CODE)


def submit(page: Page, name: str) -> None:
    page.get_by_role("button", name="Bewaar bij het team").click()
    expect(page.get_by_text(f"De set {name} staat bij jouw team.")).to_be_visible(timeout=PATIENCE)


def write(page: Page, name: str, value: str) -> None:
    """Typed and left, so that the server has it too."""
    page.locator(f"[name='{name}']").fill(value)
    page.locator(f"[name='{name}']").blur()


def kill(desk: DeskServer, process: int, page: Page) -> None:
    """Kill one process, and wait until there are three again. Any page lets Playwright hear meanwhile what broke."""
    os.kill(process, signal.SIGKILL)
    until = time.monotonic() + PATIENCE / 1000
    while process in (there := desk.processes()) or len(there) < 3:
        assert time.monotonic() < until, (desk.data / "log.txt").read_text()
        page.wait_for_timeout(200)
    page.wait_for_timeout(1000)
