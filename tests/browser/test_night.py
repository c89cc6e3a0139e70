"""After dark."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import Browser, Playwright, expect

from tests.browser.conftest import CHROMIUM, QUIET
from tests.browser.family import FULL, NOON, NOOR, family, wait_until_kept
from tests.browser.test_offline import listed

pytestmark = pytest.mark.browser

PAPER = {"day": "rgb(251, 244, 230)", "night": "rgb(27, 20, 16)"}


def paper(page) -> str:
    return page.evaluate("getComputedStyle(document.body).backgroundColor")


@pytest.mark.parametrize(("hour", "theme"), [(5, "night"), (6, "day"), (12, "day"), (21, "day"), (22, "night"), (23, "night")])
def test_night_comes_by_the_clock(phone, hour: int, theme: str):
    context = phone(kept=FULL)
    context.clock.set_fixed_time(NOON.replace(hour=hour))
    page = context.new_page()
    page.goto("/nl/")
    expect(page.locator("html")).to_have_attribute("data-theme", theme)
    assert paper(page) == PAPER[theme]


def test_a_phone_that_is_dark_gets_the_night_before_any_script(phone):
    page = phone(java_script_enabled=False, color_scheme="dark").new_page()
    page.goto("/nl/kaart/kort-lontje/")
    assert paper(page) == PAPER["night"]


def test_the_night_put_on_by_hand_stays_until_the_clock_turns(phone):
    context = phone(kept=FULL)
    page = context.new_page()
    page.goto("/nl/")
    button = page.locator("imh-night button")
    expect(button).to_have_accessible_name("Nachtstand aan")
    button.click()
    expect(page.locator("html")).to_have_attribute("data-theme", "night")
    expect(button).to_have_accessible_name("Nachtstand uit")
    page.goto("/nl/kaart/kort-lontje/")
    expect(page.locator("html")).to_have_attribute("data-theme", "night")
    context.clock.set_fixed_time(NOON + timedelta(days=1))
    page.goto("/nl/")
    expect(page.locator("html")).to_have_attribute("data-theme", "day")


def test_the_choice_in_settings_outlives_the_clock(phone):
    context = phone(kept=FULL)
    page = context.new_page()
    page.goto("/nl/instellingen/")
    page.locator("input[name=night][value=night]").check(force=True)
    context.clock.set_fixed_time(NOON + timedelta(days=3))
    page.goto("/nl/")
    expect(page.locator("html")).to_have_attribute("data-theme", "night")


def test_at_night_a_card_gives_the_phone_number_under_the_thumb(phone):
    page = phone(kept=FULL | {"night": "night"}).new_page()
    page.goto("/nl/kaart/kort-lontje/")
    expect(page.locator(".thumb a[href^='tel:']")).to_be_in_viewport(ratio=1)
    expect(page.locator(".thumb a[href='/nl/hulp/']")).to_be_in_viewport(ratio=1)
    expect(page.locator(".tabs")).to_be_hidden()


def test_with_the_worker_a_page_is_dressed_before_it_is_painted(phone, site):
    page = phone(worker=True).new_page()
    page.goto("/nl/")
    page.fill("#dag", "2026-08-10")
    page.locator(".when [type=submit]").click()
    page.goto("/nl/instellingen/")
    page.locator("input[name=night][value=night]").check(force=True)
    page.locator("input[name=text][value='150']").check(force=True)
    wait_until_kept(page, set(listed(site, "shell", "nl")))
    answer = page.goto("/nl/")
    assert answer.from_service_worker
    tag = answer.text().partition("<head>")[0]
    assert all(mark in tag for mark in ('data-theme="night"', "data-known", 'data-text="150"')), tag


@pytest.fixture
def nocturnal(playwright: Playwright) -> Iterator[Browser]:
    """A chromium that lives where it is half past eleven at night, its service worker included."""
    ahead = (23 - datetime.now(UTC).hour + 12) % 24 - 12
    browser = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET, env={"TZ": f"Etc/GMT{-ahead:+d}"})
    yield browser
    browser.close()


def test_with_the_worker_the_clock_alone_dresses_the_page(phone, site, nocturnal):
    context = phone(kept=family(NOOR), worker=True, browser=nocturnal, timezone_id=None)
    page = context.new_page()
    context.clock.set_fixed_time(datetime.now(UTC))
    page.goto("/nl/kaart/kort-lontje/")
    page.locator("imh-save button").click()  # a change of what is kept tells the worker who we are
    wait_until_kept(page, set(listed(site, "shell", "nl")))
    answer = page.goto("/nl/")
    tag = answer.text().partition("<head>")[0]
    assert 'data-theme="night"' in tag and "data-known" in tag, tag
