"""The village desk in a real browser: from an empty database to a place that is confirmed, taken out and put back."""

from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.desk_server import DeskServer
from tests.browser.test_desk import choose_password, nothing_for_axe

pytestmark = pytest.mark.browser
NARROW = {"width": 360, "height": 740}
WIDE = {"width": 1280, "height": 800}
NAME = "Huis van het Kind Genk (Campus O3)"


@pytest.fixture(scope="module")
def desk(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[DeskServer]:
    desk = DeskServer(site, tmp_path_factory.mktemp("village-desk"))
    desk.start()
    yield desk
    desk.stop()


@pytest.fixture(scope="module")
def page(browser: Browser, desk: DeskServer) -> Iterator[Page]:
    """An editor, at the village desk."""
    context = browser.new_context(base_url=desk.origin, locale="nl-BE", viewport=WIDE, reduced_motion="reduce")  # no colour half way
    context.set_default_timeout(30_000)
    page = context.new_page()
    choose_password(page, desk.user("add", "red@voorbeeld.be", "--role", "editor", "--name", "Red"))
    page.goto("/desk/dorp/")
    expect(page.get_by_role("heading", name="Dorp", exact=True)).to_be_visible()
    yield page
    context.close()


def show(page: Page, name: str) -> None:
    page.get_by_role("list", name="Lijsten").get_by_role("button", name=name, exact=True).click()
    expect(page.get_by_role("button", name=name, exact=True).first).to_have_attribute("aria-pressed", "true")


def fits(page: Page, where: str) -> None:
    """Nothing is wider than a narrow screen, nothing is wrong for axe, in light and night."""
    for size, scheme in ((NARROW, "dark"), (WIDE, "dark"), (NARROW, "light"), (WIDE, "light")):
        page.set_viewport_size(size)
        page.emulate_media(color_scheme=scheme)
        assert page.evaluate("document.documentElement.scrollWidth") <= size["width"], where
        nothing_for_axe(page, where)


def test_from_an_empty_database_to_a_place_put_back(page: Page, desk: DeskServer) -> None:
    expect(page.get_by_text("Niemand meldde iets")).to_be_visible()
    fits(page, "no reports")
    show(page, "Bronnen")
    page.get_by_role("button", name="Lees nu opnieuw").click()
    expect(page.get_by_text("Klaar: ")).to_be_visible(timeout=60_000)
    fits(page, "sources")

    show(page, "Zoek een plek")
    page.get_by_label("Naam, postcode of gemeente").fill("campus o3")
    page.get_by_role("button", name="Zoek", exact=True).click()
    place = page.get_by_role("listitem").filter(has=page.get_by_role("heading", name=NAME))
    place.get_by_role("button", name="Neem uit de lijst").click()
    fits(page, "asked for a reason")
    place.get_by_role("button", name="Bestaat niet meer").click()
    expect(place.get_by_text("Uit de lijst sinds")).to_be_visible()
    place.get_by_role("button", name="Zet terug").click()
    expect(place.get_by_role("button", name="Bevestig")).to_be_visible()


def test_a_parents_report_is_confirmed_away(page: Page, desk: DeskServer) -> None:
    services = httpx.get(f"{desk.origin}/api/hsds/services", params={"search": NAME}).json()["contents"]
    assert services[0]["name"] == NAME
    sent = httpx.post(f"{desk.origin}/api/village/reports", json={"id": services[0]["id"], "reason": "uren-kloppen-niet"}, headers={"origin": desk.origin})
    assert sent.status_code == 204
    show(page, "Klopt niet")
    place = page.get_by_role("listitem").filter(has=page.get_by_role("heading", name=NAME))
    expect(place.get_by_text("Klopt niet: de uren.")).to_be_visible()
    fits(page, "a report")
    place.get_by_role("button", name="Bevestig").click()
    expect(page.get_by_text(f"{NAME} is vandaag bevestigd.")).to_be_visible()
    expect(place).to_have_count(0)


def test_one_tap_after_a_call(page: Page) -> None:
    show(page, "Belronde")
    page.get_by_label("Provincie").select_option("limburg")
    first = page.get_by_role("main").locator(".places > li").first
    expect(first).to_contain_text("Genk")  # the list of that province is there
    name = first.get_by_role("heading").inner_text()
    fits(page, "phone round")
    first.get_by_role("button", name="Niemand nam op").click()
    expect(page.get_by_text(f"Over twee dagen staat {name} hier weer.")).to_be_visible()
    expect(page.get_by_text("Pas geprobeerd: 1.")).to_be_visible()


def test_what_may_be_double_stands_side_by_side(page: Page) -> None:
    show(page, "Dubbel")
    expect(page.get_by_role("heading", name="Is dit dezelfde plek?")).to_be_visible()
    fits(page, "pairs")
