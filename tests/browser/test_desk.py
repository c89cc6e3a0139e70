"""The desk in a real browser: from the first link to an invitation, with every role kept in its place."""

import re
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pyotp
import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.desk_server import DeskServer
from tests.browser.test_axe import AXE, RUN

pytestmark = pytest.mark.browser
PASSWORD = "vier wilde ganzen"
PATIENCE = 20_000


@pytest.fixture(scope="module")
def desk(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[DeskServer]:
    desk = DeskServer(site, tmp_path_factory.mktemp("desk"))
    desk.start()
    yield desk
    desk.stop()


@pytest.fixture
def someone(browser: Browser, desk: DeskServer) -> Iterator[Callable[..., Page]]:
    """A page in a browser of somebody's own. The test fails when one logs an error, or asks another site for anything."""
    wrong: list[str] = []
    made = []

    def make(**options) -> Page:
        context = browser.new_context(base_url=desk.origin, locale="nl-BE", **({"viewport": {"width": 1280, "height": 800}} | options))
        context.set_default_timeout(PATIENCE)
        context.on("console", lambda message: wrong.append(message.text) if message.type == "error" else None)
        context.on("weberror", lambda error: wrong.append(str(error.error)))
        context.on("request", lambda request: None if request.url.startswith((desk.origin, "data:")) else wrong.append(request.url))
        made.append(context)
        page = context.new_page()
        page.expected = wrong
        return page

    yield make
    for context in made:
        context.close()
    assert wrong == []


def choose_password(page: Page, link: str, password: str = PASSWORD) -> None:
    page.goto(link)
    page.get_by_label("Nieuw wachtwoord").fill(password)
    page.get_by_label("Nog eens").fill(password)
    page.get_by_role("button", name="Bewaar en meld me aan").click()


def set_up_second(page: Page) -> str:
    """Type the secret over, as somebody without a camera does."""
    expect(page.get_by_role("heading", name="Nog één ding: de tweede stap")).to_be_visible()
    secret = page.locator(".secret code").inner_text().replace(" ", "")
    page.get_by_label("Zes cijfers").fill(pyotp.TOTP(secret).now())
    page.get_by_role("button", name="Bevestig").click()
    return secret


def admin(page: Page, desk: DeskServer, email: str) -> str:
    choose_password(page, desk.user("add", email, "--role", "admin", "--name", email.split("@")[0].title()))
    secret = set_up_second(page)
    expect(page.get_by_role("heading", level=1)).to_contain_text("Dag")
    return secret


def nothing_for_axe(page: Page, place: str) -> None:
    page.evaluate(AXE)
    assert page.evaluate(RUN) == [], place


def test_the_desk_is_shut_and_says_how_to_get_in(someone, desk):
    page = someone()
    sockets = []
    page.on("websocket", lambda socket: sockets.append(socket.url))
    page.goto("/desk/mensen/")
    expect(page).to_have_url(f"{desk.origin}/desk/in/")
    page.get_by_label("E-mailadres").fill("niemand@voorbeeld.be")
    page.get_by_label("Wachtwoord").fill("zomaar geraden")
    page.get_by_role("button", name="Meld je aan").click()
    expect(page.get_by_text("Dat klopte niet.")).to_be_visible()
    assert sockets == []
    assert page.context.cookies() == []


def test_from_a_link_to_an_invitation_by_way_of_the_second_step(someone, desk):
    page = someone()
    link = desk.user("add", "eva@voorbeeld.be", "--role", "admin", "--name", "Eva")
    choose_password(page, link, "wachtwoord2026")
    expect(page.get_by_text("Dat proberen anderen als eerste.")).to_be_visible()
    choose_password(page, link)
    page.goto("/desk/mensen/")
    expect(page).to_have_url(f"{desk.origin}/desk/ik/")
    set_up_second(page)
    page.get_by_role("link", name="Mensen").click()
    page.get_by_label("Naam", exact=True).fill("Bo")
    page.get_by_label("E-mailadres").fill("bo@voorbeeld.be")
    page.get_by_label("Rol", exact=True).select_option("nurse")
    page.get_by_role("button", name="Maak een link").click()
    invitation = page.locator(".secret code").inner_text()

    nurse = someone(viewport={"width": 360, "height": 740})
    choose_password(nurse, invitation)
    expect(nurse.get_by_role("heading", level=1)).to_have_text("Dag Bo")
    expect(nurse.get_by_role("link", name="Mensen")).to_have_count(0)
    nurse.goto("/desk/mensen/")
    expect(nurse.get_by_role("heading", name="Dit hoort bij een andere rol")).to_be_visible()
    assert "eva@voorbeeld.be" not in nurse.content()
    for path in ("/desk/", "/desk/ik/"):
        nurse.goto(path)
        expect(nurse.get_by_role("heading", level=1)).to_contain_text("Bo")
        nothing_for_axe(nurse, path)

    page.reload()
    row = page.get_by_role("listitem").filter(has_text="bo@voorbeeld.be")
    row.get_by_role("button", name="Sluit uit").click()
    row.get_by_role("button", name="Ja, sluit uit").click()
    expect(row).to_contain_text("uitgesloten")
    nurse.get_by_role("button", name="Zet de tweede stap aan").click()
    expect(nurse.get_by_role("heading", name="Je bent afgemeld")).to_be_visible()
    nurse.goto("/desk/")
    expect(nurse).to_have_url(f"{desk.origin}/desk/in/")


def test_the_second_step_is_asked_at_the_next_login(someone, desk):
    page = someone()
    secret = admin(page, desk, "fien@voorbeeld.be")
    page.get_by_role("button", name="Afmelden").click()
    expect(page.get_by_text("Je bent afgemeld.")).to_be_visible()
    page.get_by_label("E-mailadres").fill("fien@voorbeeld.be")
    page.get_by_label("Wachtwoord").fill(PASSWORD)
    page.get_by_role("button", name="Meld je aan").click()
    page.get_by_label("Zes cijfers").fill("000000")
    page.get_by_role("button", name="Verder").click()
    expect(page.get_by_text("Die cijfers klopten niet.")).to_be_visible()
    page.get_by_label("Zes cijfers").fill(pyotp.TOTP(secret).at(datetime.now(UTC) + timedelta(seconds=30)))
    page.get_by_role("button", name="Verder").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Dag Fien")


@pytest.mark.parametrize("night", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_axe_finds_nothing_and_nothing_falls_off_the_screen(someone, desk, width, night):
    page = someone(viewport={"width": width, "height": 800}, color_scheme=night)
    admin(page, desk, f"axe{width}{night}@voorbeeld.be")
    for path in ("/desk/", "/desk/mensen/", "/desk/campagne/", "/desk/dorp/", "/desk/logboek/", "/desk/ik/"):
        page.goto(path)
        expect(page.locator("main h1")).to_be_visible()
        expect(page.get_by_role("link", name="Logboek")).to_be_visible()
        if path == "/desk/campagne/":
            page.get_by_role("button", name="Nieuw bericht", exact=True).click()
            expect(page.get_by_role("button", name="Bewaar")).to_be_visible()
        nothing_for_axe(page, path)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), path


def test_everything_can_be_reached_by_keyboard(someone, desk):
    page = someone()
    admin(page, desk, "toets@voorbeeld.be")
    page.goto("/desk/mensen/")
    expect(page.get_by_role("button", name="Maak een link")).to_be_visible()
    wanted = {"Naar de inhoud", "Mensen", "Afmelden", "Nieuwe link", "Maak een link"}
    for _ in range(60):
        page.keyboard.press("Tab")
        wanted.discard(page.evaluate("document.activeElement.textContent.trim()"))
    assert wanted == set()


def test_two_people_at_one_message_are_told_and_lose_nothing(someone, desk):
    one, other = someone(), someone()
    admin(one, desk, "een@voorbeeld.be")
    admin(other, desk, "twee@voorbeeld.be")
    one.goto("/desk/campagne/")
    one.get_by_role("button", name="Nieuw bericht", exact=True).click()
    title = one.locator("[name='nl.title']")
    title.fill("Wie houdt jou vast?")
    one.get_by_role("button", name="Bewaar").click()
    expect(one.get_by_text("Bewaard.")).to_be_visible()
    other.goto("/desk/campagne/")
    other.get_by_role("button", name="Wie houdt jou vast?").click()
    other.locator("[name='nl.title']").fill("Dank je, dorp")
    one.locator("[name='nl.line']").fill("Een buur die belt.")
    one.get_by_role("button", name="Bewaar").click()
    expect(one.get_by_role("button", name=re.compile("Wie houdt jou vast"))).to_be_visible()
    other.get_by_role("button", name="Bewaar", exact=True).click()
    expect(other.get_by_role("alert")).to_contain_text("Een veranderde dit bericht terwijl jij schreef")
    expect(other.get_by_role("alert")).to_contain_text("Een buur die belt.")
    assert other.locator("[name='nl.title']").input_value() == "Dank je, dorp"


def test_a_lost_connection_is_told_and_comes_back_by_itself(someone, desk):
    page = someone()
    admin(page, desk, "weg@voorbeeld.be")
    page.goto("/desk/mensen/")
    expect(page.get_by_role("button", name="Maak een link")).to_be_visible()
    page.get_by_label("Naam", exact=True).fill("Half getypt")
    desk.stop()
    expect(page.get_by_text("De verbinding is even weg.")).to_be_visible()
    desk.start()
    expect(page.get_by_text("De verbinding was even weg en is er weer.")).to_be_visible(timeout=60_000)
    assert page.get_by_label("Naam", exact=True).input_value() == "Half getypt"
    page.expected[:] = [
        line for line in page.expected if not any(name in line for name in ("ERR_CONNECTION_REFUSED", "ERR_CONNECTION_RESET")) and "WebSocket" not in line
    ]
