"""Without JavaScript everything can be read, and nothing stands there that does not work."""

import pytest
from playwright.sync_api import expect

from tests.templates import templates

pytestmark = pytest.mark.browser


def test_a_parent_finds_a_card_a_theme_and_help(phone):
    page = phone(java_script_enabled=False).new_page()
    page.goto("/nl/")
    expect(page.locator("h1:visible")).to_have_text("Je hoeft het niet perfect te doen.")
    page.locator(".first .chip").nth(5).click()
    expect(page.locator("main.band h1")).to_be_visible()
    page.locator(".list .rows a").first.click()
    expect(page.locator("main.card h1")).to_be_visible()
    expect(page.locator(".try")).to_be_visible()
    page.locator(".tabs a", has_text="Ontdek").click()
    page.locator(".themes a").first.click()
    expect(page.locator("main.theme .rows a").first).to_be_visible()
    page.locator(".tabs .now").click()
    expect(page.locator("main a[href='tel:112']").first).to_be_visible()


def test_no_control_is_shown_that_needs_the_script(phone, site):
    page = phone(java_script_enabled=False).new_page()
    dead = {}
    for name, tail in templates(site).items():
        page.goto(f"/nl/{tail}")
        expect(page.locator("h1:visible")).to_have_count(1)
        shown = page.locator(":is(.live, button, input:not([name=wanneer]), select, textarea):visible")  # the situations of Mijn dorp open by themselves
        dead[name] = shown.evaluate_all("all => all.map(one => one.outerHTML.slice(0, 90))")
    assert {name: found for name, found in dead.items() if found} == {}


@pytest.mark.parametrize("tail", ["bewaard/", "dorp/", "instellingen/"])
def test_what_the_phone_would_keep_says_why_it_is_not_there(phone, tail):
    page = phone(java_script_enabled=False).new_page()
    page.goto(f"/nl/{tail}")
    expect(page.locator("noscript p")).to_contain_text("JavaScript")
