"""From the maker to paper: the sheet of a ready set carries the very code on the screen."""

from io import BytesIO

import httpx
import pytest
from PIL import Image
from playwright.sync_api import expect

from tests.press.paper import printed, scanned

pytestmark = pytest.mark.browser


def after_origin(link: str) -> str:
    return "/" + link.split("/", 3)[3]


@pytest.mark.parametrize("language", ["nl", "ar"])
def test_the_paper_of_a_ready_set_carries_the_code_on_the_screen(page, server, language):
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto("/nl/professionals/set/#8w")
    page.locator(f"input[name=tongue][value={language}]").check(force=True)
    sheet = page.locator(".leaflet")
    expect(sheet).to_have_attribute("href", f"/druk/blad-8w-{language}.pdf")
    (shown,) = scanned(Image.open(BytesIO(page.locator("button.code").screenshot())))
    (on_paper,) = scanned(printed(httpx.get(f"{server}/druk/blad-8w-{language}.pdf").content))
    assert after_origin(on_paper.text) == after_origin(shown.text)
    assert after_origin(shown.text).startswith(f"/{language}/set/#")


def test_a_set_that_was_changed_has_no_ready_paper(page):
    page.goto("/nl/professionals/set/#8w")
    sheet = page.locator(".leaflet")
    expect(sheet).to_be_visible()
    page.locator(".set-cards .remove").first.click()
    expect(sheet).to_be_hidden()


def test_all_paper_is_found_from_the_page_for_professionals(page):
    page.goto("/nl/professionals/")
    page.get_by_role("link", name="Op papier: een blad om mee te geven, stickers, een affiche").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Op papier")
    expect(page.get_by_role("link", name="العربية, 8 weken")).to_have_attribute("href", "/druk/blad-8w-ar.pdf")
    page.get_by_role("link", name="Voor het Kindboekje en aan de muur").click()
    expect(page.get_by_role("heading", name="Voor het Kindboekje en aan de muur")).to_be_in_viewport()
    expect(page.get_by_role("link", name="English, Affiche voor de wachtzaal, A3")).to_have_attribute("href", "/druk/wachtzaal-a3-en.pdf")
    expect(page.get_by_role("link", name="العربية, Stickers voor het Kindboekje, A4")).to_have_attribute("href", "/druk/stickers-ar.pdf")
