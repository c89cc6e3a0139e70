"""From right to left, with numbers from left to right."""

from datetime import timedelta

import pytest
from playwright.sync_api import expect

from tests.browser.family import FULL, NOON, child, family
from tests.templates import templates

pytestmark = pytest.mark.browser


def test_every_kind_of_page_runs_from_right_to_left_and_fits(phone, site):
    page = phone(kept=FULL).new_page()
    found = {}
    for name, tail in templates(site).items():
        page.goto(f"/ar/{tail}")
        found[name] = page.evaluate("[document.dir, getComputedStyle(document.querySelector('main')).direction, document.documentElement.scrollWidth]")
    assert found == {name: ["rtl", "rtl", 360] for name in found}


@pytest.mark.parametrize("tail", ["hulp/", "dorp/", "kaart/kort-lontje/"])
def test_numbers_to_call_run_from_left_to_right(phone, tail):
    page = phone(kept=FULL).new_page()
    page.goto(f"/ar/{tail}")
    numbers = """[...document.querySelectorAll("main *")].filter((one) => !one.children.length && /^[+\\d]\\d* [\\d ]+$/.test(one.textContent.trim()))"""
    directions = page.evaluate(f"{numbers}.map((one) => getComputedStyle(one).direction)")
    assert directions and set(directions) == {"ltr"}


def test_a_latin_name_does_not_turn_the_greeting_round(phone):
    page = phone(kept=FULL).new_page()
    page.goto("/ar/")
    expect(page.locator(".who-is")).to_contain_text("Noor")
    left = """(word) => {
      const text = document.querySelector(".who-is").firstChild, range = document.createRange();
      const at = text.data.indexOf(word);
      range.setStart(text, at); range.setEnd(text, at + word.length);
      return range.getBoundingClientRect().left;
    }"""
    words = page.locator(".who-is").inner_text()
    number = next(letter for letter in words if letter.isdigit())
    assert words.index("Noor") < words.index(number)
    assert page.evaluate(left, "Noor") > page.evaluate(left, number), words


def test_a_number_never_comes_with_a_unit_nobody_translated(phone, site):
    page = phone(kept=FULL).new_page()
    page.goto("/ar/kaart/kort-lontje/")
    expect(page.locator(".head .kick")).not_to_contain_text("duration")


def test_vandaag_says_which_cards_are_dutch(phone):
    """Of a language that has only one card about the child, that one and two in Dutch are shown."""
    context = phone(kept=family(child(born=(NOON - timedelta(days=1500)).date().isoformat())))
    page = context.new_page()

    def answer(route):
        rows = route.fetch().json()
        mine = next(row for row in rows if "lang" not in row and row["slot"] == "kind" and row["days"][0] <= 1500 < row["days"][1])
        route.fulfill(json=[row if row is mine else row | {"lang": "nl"} for row in rows])

    page.route("**/ar/kaarten.json", answer)
    page.goto("/ar/")
    shown = page.locator(".three .tile:visible")
    expect(shown.locator("h2:not(:empty)")).to_have_count(3)
    script = """all => all.map((one) => {
      const { lang, dir } = one.querySelector("h2");
      return [lang, dir, one.querySelector(".in-dutch").checkVisibility()];
    })"""
    assert sorted(map(tuple, shown.evaluate_all(script))) == [("ar", "rtl", False), ("nl", "ltr", True), ("nl", "ltr", True)]
    page.goto("/nl/")
    expect(page.locator(".three .in-dutch")).to_have_count(0)
