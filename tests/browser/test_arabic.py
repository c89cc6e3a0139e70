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
    context = phone(kept=family(child(born=(NOON - timedelta(days=1500)).date().isoformat())))
    page = context.new_page()
    shown = page.locator(".three .tile:visible")
    script = """all => all.map((one) => {
      const { lang, dir } = one.querySelector("h2");
      return [lang, dir, one.querySelector(".in-dutch").checkVisibility()];
    })"""
    found = []
    for days in range(14):  # every day has three others
        context.clock.set_fixed_time(NOON + timedelta(days=days))
        page.goto("/ar/")
        expect(shown.first.locator("h2")).not_to_be_empty()
        found += shown.evaluate_all(script)
    assert {tuple(one) for one in found} <= {("nl", "ltr", True), ("ar", "rtl", False)}
    assert len(found) == 3 * 14
    page.goto("/nl/")
    expect(page.locator(".three .in-dutch")).to_have_count(0)
