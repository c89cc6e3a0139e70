"""On a wide screen people stand beside the words, on cards and in sets; the lines stay short enough to read."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.family import FULL
from tests.browser.test_nurse_places import CODE

pytestmark = pytest.mark.browser

WIDE = {"width": 1280, "height": 800}


def box(page: Page, place: str) -> dict[str, float]:
    found = page.locator(place).first.bounding_box()
    assert found, place
    return found


def overflow(page: Page) -> int:
    return page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")


@pytest.mark.parametrize("code", ["nl", "ar"])
@pytest.mark.parametrize("slug", ["kort-lontje", "mama-en-alles-is-zwart", "kiekeboe"])
def test_who_can_help_stands_beside_the_words(phone, slug: str, code: str):
    page = phone(viewport=WIDE).new_page()
    page.goto(f"/{code}/kaart/{slug}/")
    words, help_ = box(page, ".body .prose"), box(page, ".help")
    apart = words["x"] - help_["x"] - help_["width"] if code == "ar" else help_["x"] - words["x"] - words["width"]
    assert apart > 16
    assert abs(help_["y"] - box(page, ".body")["y"]) < 60
    assert words["width"] <= 38 * 18  # about 70 letters
    assert overflow(page) == 0


def test_a_set_has_its_places_and_lines_beside_its_cards(phone):
    page = phone(viewport=WIDE).new_page()
    page.goto(f"/nl/set/#{CODE}")
    expect(page.locator(".set-places .place")).to_have_count(2)
    cards, side = box(page, ".set-words"), box(page, ".set-side")
    assert side["x"] >= cards["x"] + cards["width"]
    assert box(page, ".set-acts")["x"] < side["x"]
    assert overflow(page) == 0


@pytest.mark.parametrize("kept", [{"text": 200}, {"text": 150}, {"night": "night"}], ids=str)
def test_large_letters_and_the_night_have_one_column(phone, kept: dict):
    page = phone(kept=FULL | kept, viewport=WIDE).new_page()
    page.goto("/nl/kaart/kort-lontje/")
    dressed = ("data-theme", "night") if "night" in kept else ("data-text", str(kept["text"]))
    expect(page.locator("html")).to_have_attribute(*dressed)
    assert box(page, ".help")["y"] > box(page, ".try")["y"] + box(page, ".try")["height"]
    assert [box(page, part)["width"] for part in (".voice", "main > .on")] == [box(page, "main")["width"]] * 2
    assert overflow(page) == 0


def test_a_phone_keeps_its_order(phone):
    page = phone().new_page()
    page.goto("/nl/kaart/kort-lontje/")
    tops = [box(page, place)["y"] for place in (".head", ".voice", ".body", ".help", ".origins", ".related")]
    assert tops == sorted(tops)


@pytest.mark.parametrize("path", ["/nl/professionals/", "/ar/professionals/", "/nl/professionals/papier/", "/nl/instellingen/"])
def test_a_page_is_one_column(phone, path: str):
    page = phone(kept=FULL, viewport=WIDE).new_page()
    page.goto(path)
    starts = "all => all.map((one) => one.getBoundingClientRect()).map(({ left, right }) => Math.round(document.dir === 'rtl' ? right : left))"
    headings = page.locator("main h1, main .in > h2, main .sheet > h2").evaluate_all(starts)
    assert len(headings) > 2
    assert len(set(headings)) == 1
