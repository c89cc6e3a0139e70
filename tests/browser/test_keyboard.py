"""With a keyboard and nothing else."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.family import FULL, kept

pytestmark = pytest.mark.browser

FOCUS = """() => {
  const one = document.activeElement;
  if (!one || one === document.body) return null;
  const ringed = one.matches(".choice input, .btn input") ? one.parentElement : one;
  const { outlineStyle, outlineWidth } = getComputedStyle(ringed);
  const box = ringed.getClientRects()[0];
  const on = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
  return {
    what: one.getAttribute("aria-label") || one.textContent.trim().slice(0, 40) || one.id || one.name,
    ring: outlineStyle !== "none" && parseFloat(outlineWidth) >= 2,
    seen: ringed.contains(on) || Boolean(on?.contains(ringed)),
    order: [...document.querySelectorAll("*")].indexOf(one),
  };
}"""


def stops(page: Page, most: int = 120) -> list[dict]:
    """Every place Tab stops at, from the top of the page to its end."""
    found = []
    for _ in range(most):
        page.keyboard.press("Tab")
        stop = page.evaluate(FOCUS)
        if stop is None or any(stop["order"] == one["order"] for one in found):
            return found
        found.append(stop)
    raise AssertionError("Tab never comes to an end")


@pytest.mark.parametrize("path", ["/nl/", "/nl/kaart/kort-lontje/", "/nl/zoek/", "/nl/hulp/", "/nl/dorp/", "/nl/instellingen/", "/ar/kaart/kort-lontje/"])
def test_tab_goes_down_the_page_and_can_be_seen_at_every_stop(phone, path: str):
    page = phone(kept=FULL).new_page()
    page.goto(path)
    found = stops(page)
    assert len(found) > 8
    assert [one["order"] for one in found] == sorted(one["order"] for one in found)
    assert [one["what"] for one in found if not one["ring"]] == []
    assert [one["what"] for one in found if not one["seen"]] == []


def test_the_first_stop_skips_to_the_words(phone):
    page = phone().new_page()
    page.goto("/nl/hulp/")
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()


def test_a_card_is_saved_and_let_go_with_enter(phone):
    page = phone().new_page()
    page.goto("/nl/kaart/kort-lontje/")
    button = page.locator("imh-save button")
    expect(button).to_have_accessible_name("Bewaar deze kaart")
    expect(button).to_have_attribute("aria-pressed", "false")
    button.focus()
    page.keyboard.press("Enter")
    expect(button).to_have_attribute("aria-pressed", "true")
    assert kept(page)["saved"] == ["kort-lontje"]
    page.keyboard.press("Space")
    expect(button).to_have_attribute("aria-pressed", "false")
    assert kept(page)["saved"] == []


def test_a_dialog_takes_the_focus_and_gives_it_back(phone):
    page = phone(kept=FULL).new_page()
    page.goto("/nl/instellingen/")
    give = page.locator(".give")
    give.focus()
    page.keyboard.press("Enter")
    dialog = page.locator("dialog.code")
    expect(dialog).to_be_visible()
    assert dialog.evaluate("one => one.contains(document.activeElement)")
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect(give).to_be_focused()


def test_a_person_comes_and_goes_and_the_focus_stays_near(phone):
    page = phone().new_page()
    page.goto("/nl/dorp/")
    page.locator(".another").first.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#wie")).to_be_focused()
    page.keyboard.type("Tante Rita")
    page.keyboard.press("Enter")
    expect(page.locator(".said")).to_contain_text("Tante Rita staat in je dorp.")
    expect(page.locator(".people .open")).to_be_focused()
    page.keyboard.press("Enter")
    page.locator(".people .edit").focus()
    page.keyboard.press("Enter")
    page.locator(".person-card .remove").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".people li")).to_have_count(0)
    expect(page.locator(".said .undo")).to_be_focused()


VOICE = "speechSynthesis.getVoices = () => ['nl-BE', 'ar-EG'].map((lang) => ({ lang, localService: true }))"  # so that the bar holds all it can


@pytest.mark.parametrize("code", ["nl", "ar"])
@pytest.mark.parametrize(("width", "height"), [(320, 568), (360, 640)])
@pytest.mark.parametrize("text", [100, 125])
def test_at_night_nothing_the_keyboard_comes_to_is_behind_the_bar(phone, text: int, width: int, height: int, code: str):
    context = phone(kept=FULL | {"night": "night", "text": text}, viewport={"width": width, "height": height})
    context.add_init_script(VOICE)
    page = context.new_page()
    page.goto(f"/{code}/kaart/kort-lontje/")
    expect(page.locator(".thumb imh-listen button")).to_be_visible()
    found = stops(page)
    assert len(found) > 20
    assert [one["what"] for one in found if not one["seen"]] == []
