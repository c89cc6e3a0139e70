"""A phone that refuses: no storage, a full one, a broken one, a clock that is years off, a second tab."""

import json
from datetime import timedelta

import pytest
from playwright.sync_api import expect

from tests.browser.family import FULL, KEPT, NOON, NOOR, OMA, family, kept, tiles

pytestmark = pytest.mark.browser

REFUSED = {
    "storage throws": "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('refused', 'SecurityError') } })",
    "storage is full": "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }",
    "storage is not there": "Object.defineProperty(window, 'localStorage', { value: null })",
}
FULL_UP = "je telefoon kon dit niet bewaren"


@pytest.mark.parametrize("how", REFUSED)
def test_vandaag_works_for_this_visit_and_says_it_will_not_last(phone, how: str):
    context = phone()
    context.add_init_script(REFUSED[how])
    page = context.new_page()
    page.goto("/nl/")
    page.fill("#dag", "2026-08-10")
    page.locator(".when [type=submit]").click()
    expect(page.locator(".who-is")).to_have_text("Je kind is drie maanden.")
    assert tiles(page).keys() == {"kind", "ouder", "dorp"}
    expect(page.locator(".known .hello .said")).to_contain_text(FULL_UP)


@pytest.mark.parametrize("how", REFUSED)
def test_the_other_pages_work_and_say_so_too(phone, how: str):
    context = phone()
    context.add_init_script(REFUSED[how])
    page = context.new_page()
    for path in ("/nl/kaart/kort-lontje/", "/nl/bewaard/", "/nl/leeftijd/", "/nl/privacy/", "/nl/zoek/"):
        page.goto(path)
        expect(page.locator("h1:visible")).to_have_count(1)
    page.goto("/nl/dorp/")
    page.locator(".another").first.click()
    page.fill("#wie", "Tante Rita")
    page.locator("imh-village form [type=submit]").click()
    expect(page.locator(".said")).to_contain_text(FULL_UP)
    expect(page.locator(".people").first).to_contain_text("Tante Rita")
    page.goto("/nl/instellingen/")
    page.locator("input[name=text][value='150']").check(force=True)
    expect(page.locator(".hands-said")).to_contain_text(FULL_UP)


@pytest.mark.parametrize(
    "script", ["delete globalThis.caches", "if (globalThis.caches) caches.open = () => Promise.reject(new DOMException('no', 'SecurityError'))"]
)
def test_a_phone_without_caches_works(phone, script: str):
    context = phone()
    context.add_init_script(script)
    page = context.new_page()
    page.goto("/nl/")
    page.fill("#dag", "2026-08-10")
    page.locator(".when [type=submit]").click()
    assert tiles(page).keys() == {"kind", "ouder", "dorp"}
    page.reload()
    expect(page.locator(".who-is")).to_be_visible()


def test_what_cannot_be_read_is_put_aside_and_the_app_starts_fresh(phone):
    page = phone().new_page()
    page.goto("/nl/hulp/")
    page.evaluate("localStorage.setItem('imh', '{\"version\": 1, \"children\":')")
    page.goto("/nl/")
    expect(page.locator(".first")).to_be_visible()
    assert page.evaluate("localStorage.getItem('imh-broken')") == '{"version": 1, "children":'


def test_what_a_newer_app_wrote_is_left_alone(phone):
    newer = family(NOOR) | {"version": 99}
    page = phone(kept=newer).new_page()
    page.goto("/nl/kaart/kort-lontje/")
    page.locator("imh-save button").click()
    page.goto("/nl/")
    expect(page.locator(".first")).to_be_visible()
    assert kept(page) == newer


def test_two_tabs_stay_in_step_and_lose_nothing(phone):
    context = phone(kept=family(NOOR))
    one, other = context.new_page(), context.new_page()
    one.goto("/nl/kaart/kort-lontje/")
    other.goto("/nl/kaart/kort-lontje/")
    one.locator("imh-save button").click()
    expect(other.locator("imh-save button")).to_have_attribute("aria-pressed", "true")
    other.goto("/nl/dorp/")
    other.locator(".another").first.click()
    other.fill("#wie", "Tante Rita")
    other.locator("imh-village form [type=submit]").click()
    one.locator("imh-save button").click()
    assert [kept(one)["saved"], [person["name"] for person in kept(one)["people"]]] == [[], ["Tante Rita"]]
    one.goto("/nl/instellingen/")
    one.locator("input[name=night][value=night]").check(force=True)
    expect(other.locator("html")).to_have_attribute("data-theme", "night")


@pytest.mark.parametrize("years", [10, -10])
def test_a_clock_that_is_years_off_does_no_harm(phone, years: int):
    context = phone(kept=FULL)
    context.clock.set_fixed_time(NOON + timedelta(days=round(365.25 * years)))
    page = context.new_page()
    for path in ("/nl/", "/nl/leeftijd/", "/nl/instellingen/", "/nl/kaart/kort-lontje/"):
        page.goto(path)
        expect(page.locator("h1:visible")).not_to_be_empty()
    assert kept(page) == FULL
    context.clock.set_fixed_time(NOON)
    page.goto("/nl/")
    expect(page.locator(".who-is")).to_have_text("Noor is drie maanden.")


def test_a_list_of_cards_that_does_not_come_is_said_and_ages_are_offered(phone):
    context = phone(kept=family(NOOR, people=[OMA]), expected=("Failed to load",))
    context.route("**/kaarten.json", lambda route: route.abort())
    page = context.new_page()
    page.goto("/nl/")
    expect(page.locator(".known .hello .said")).to_be_visible()
    expect(page.locator(".known .chips a:visible").first).to_have_attribute("href", "/nl/leeftijd/zwanger-0-12-weken/")
    page.goto("/nl/bewaard/")
    expect(page.locator(".saved .empty")).to_be_visible()


def test_everything_kept_is_json_of_one_shape(phone):
    page = phone(kept=FULL).new_page()
    page.goto("/nl/instellingen/")
    page.locator("input[name=text][value='125']").check(force=True)
    stored = json.loads(page.evaluate("localStorage.getItem('imh')"))
    assert stored == KEPT | FULL | {"text": 125}
