"""Somebody is here for the first time."""

from datetime import date

import pytest
from playwright.sync_api import Page, expect

from tests.browser.family import NOOR, SEM, child, family, kept, road_day, tiles

pytestmark = pytest.mark.browser


def test_a_first_visit_is_readable_at_once_and_asks_one_thing(page: Page):
    page.goto("/nl/")
    expect(page.locator("h1:visible")).to_have_text("Je hoeft het niet perfect te doen.")
    expect(page.locator(".known")).to_be_hidden()
    expect(page.locator(":is(input, select, textarea):visible")).to_have_count(1)
    expect(page.locator(".tabs .now")).to_be_in_viewport()


def test_a_birth_date_gives_three_cards_and_is_remembered(page: Page, site):
    page.goto("/nl/")
    page.fill("#dag", "2026-08-10")
    page.locator(".when [type=submit]").click()
    expect(page.locator(".who-is")).to_have_text("Je kind is drie maanden.")
    expect(page.locator(".who-is")).to_be_focused()
    expect(page.locator(".day")).to_have_text(f"Dag {road_day(date(2026, 8, 10))} van 1001")
    three = tiles(page)
    assert three.keys() == {"kind", "ouder", "dorp"}
    assert all((site / href.strip("/") / "index.html").exists() and title for href, title in three.values())
    assert [(one["born"], one["early"]) for one in kept(page)["children"]] == [("2026-08-10", 0)]
    page.reload()
    expect(page.locator(".first")).to_be_hidden()
    assert tiles(page) == three


def test_a_due_date_counts_the_weeks(page: Page):
    page.goto("/nl/")
    page.fill("#dag", "2027-03-01")
    page.locator(".when [type=submit]").click()
    expect(page.locator(".who-is")).to_have_text("Zwanger, week 25.")
    assert tiles(page).keys() == {"kind", "ouder", "dorp"}


@pytest.mark.parametrize(("answer", "kind", "line"), [("Ja, al geboren", "born", "Je kind is twaalf dagen."), ("Nog niet", "due", "Zwanger, week 41.")])
def test_a_day_just_behind_us_is_asked_about(page: Page, answer: str, kind: str, line: str):
    page.goto("/nl/")
    page.fill("#dag", "2026-11-10")
    page.keyboard.press("Enter")
    which = page.get_by_role("group", name="Is je kind er al?")
    expect(which).to_be_visible()
    expect(which.locator("p")).to_be_focused()
    page.keyboard.press("Enter")  # held down too long: nothing is answered by that
    assert kept(page) == {}
    page.keyboard.press("Tab")
    expect(which.get_by_role("button", name="Ja, al geboren")).to_be_focused()
    if kind == "due":
        page.keyboard.press("Tab")
    expect(which.get_by_role("button", name=answer)).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(".who-is")).to_have_text(line)
    expect(page.locator(".who-is")).to_be_focused()
    assert [{key: one[key] for key in one.keys() & {"born", "due", "band"}} for one in kept(page)["children"]] == [{kind: "2026-11-10"}]


def test_another_day_takes_the_question_back(page: Page):
    page.goto("/nl/")
    page.fill("#dag", "2026-11-10")
    page.locator(".when [type=submit]").click()
    expect(page.locator(".which")).to_be_visible()
    page.fill("#dag", "2026-10-31")
    expect(page.locator(".which")).to_be_hidden()
    page.locator(".when [type=submit]").click()
    assert [one["born"] for one in kept(page)["children"]] == ["2026-10-31"]


def test_a_premature_child_walks_the_road_from_its_due_date(phone):
    page = phone(kept=family(child("Bas", born="2026-08-10", early=8))).new_page()
    page.goto("/nl/")
    expect(page.locator(".who-is")).to_contain_text("is drie maanden.")
    expect(page.locator(".day")).to_have_text(f"Dag {road_day(date(2026, 10, 5))} van 1001")


def test_two_children_take_turns(phone):
    page = phone(kept=family(NOOR, SEM)).new_page()
    page.goto("/nl/")
    chips = page.locator(".children .chip")
    expect(chips).to_have_text(["Noor", "Sem"])
    first = tiles(page)
    chips.nth(1).click()
    expect(page.locator(".who-is")).to_contain_text("Week 25.")
    expect(chips.nth(1)).to_have_attribute("aria-pressed", "true")
    expect(chips.nth(1)).to_be_focused()
    assert tiles(page) != first
    page.reload()
    expect(page.locator(".who-is")).to_contain_text("Sem")


def test_a_tap_on_an_age_is_enough(page: Page):
    page.goto("/nl/")
    page.locator(".first .chip[data-band='3-4-maanden']").click()
    expect(page.locator(".who-is")).to_contain_text("3–4 maanden")
    assert page.url.endswith("/nl/")
    assert [(one["band"], one["since"]) for one in kept(page)["children"]] == [("3-4-maanden", "2026-11-22")]
    assert tiles(page).keys() == {"kind", "ouder", "dorp"}


@pytest.mark.parametrize("day", ["", "1990-01-01", "2031-01-01"])
def test_a_date_that_cannot_be_right_is_said_in_words(page: Page, day: str):
    page.goto("/nl/")
    page.fill("#dag", day)
    page.locator(".when [type=submit]").click()
    expect(page.locator(".when .why")).to_contain_text("Deze datum kan niet kloppen.")
    expect(page.locator("#dag")).to_be_focused()
    expect(page.locator("#dag")).to_have_attribute("aria-invalid", "true")
    expect(page.locator(".first")).to_be_visible()
    assert kept(page) == {}
