"""What one tap took away comes back with the next one, at its place."""

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.family import NOOR, OMA, SEM, child, family, kept
from tests.browser.test_nurse import CODE

pytestmark = pytest.mark.browser

OTHER = "1V0gGOADssCnE"
FULL = family(
    SEM,
    NOOR,
    child("Lou", born="2024-01-05"),
    people=[OMA | {"id": "a", "name": "Karim"}, OMA, OMA | {"id": "z", "name": "Nele"}],
    sets=[{"code": OTHER, "on": "2026-10-01"}, {"code": CODE, "on": "2026-10-02"}],
    questions=[{"id": f"q{at}", "text": f"Vraag {at}?"} for at in range(3)],
) | {"current": NOOR["id"]}


def erase_child(page: Page) -> None:
    page.goto("/nl/instellingen/")
    page.get_by_role("button", name="Wis Noor").click()


def remove_person(page: Page) -> None:
    page.goto("/nl/dorp/")
    page.locator("#mens-oma .open").click()
    page.locator("#mens-oma .edit").click()
    page.get_by_role("button", name="Haal weg uit mijn dorp").click()


def remove_question(page: Page) -> None:
    page.goto("/nl/vragen/")
    page.get_by_role("button", name="Haal deze vraag weg: Vraag 1?").click()


def drop_set(page: Page) -> None:
    page.goto(f"/nl/set/#{CODE}")
    page.get_by_role("button", name="Gooi weg").click()


TAKEN = [
    pytest.param(erase_child, "children", "Noor is gewist.", "Noor staat er weer.", ".children-list li:nth-child(2) .edit", id="child"),
    pytest.param(remove_person, "people", "Oma Lieve is weg uit je dorp.", "Oma Lieve staat weer in je dorp.", "#mens-oma .open", id="person"),
    pytest.param(remove_question, "questions", "Je vraag is weg.", "Je vraag staat er weer.", ".asked li:nth-child(2) .remove", id="question"),
    pytest.param(drop_set, "sets", "Deze set is weg van je telefoon.", "Deze set staat weer op je telefoon.", ".drop", id="set"),
]


@pytest.mark.parametrize(("take", "key", "gone", "back", "near"), TAKEN)
def test_it_comes_back_at_its_place_by_keyboard_too(phone, take: Any, key: str, gone: str, back: str, near: str):
    page = phone(kept=FULL).new_page()
    take(page)
    said = page.locator(".said:visible").first
    undo = said.get_by_role("button", name="Zet terug")
    expect(said).to_contain_text(gone)
    assert len(kept(page)[key]) == len(FULL[key]) - 1
    expect(undo).to_be_focused()
    expect(undo).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(said).to_have_text(back)
    expect(page.locator(near)).to_be_focused()
    assert kept(page) == FULL


@pytest.mark.parametrize(("take", "key", "gone", "back", "near"), TAKEN)
def test_the_next_change_takes_the_way_back_along(phone, take: Any, key: str, gone: str, back: str, near: str):
    context = phone(kept=FULL)
    page, other = context.new_page(), context.new_page()
    take(page)
    expect(page.locator(".undo")).to_be_visible()
    other.goto("/nl/kaart/kort-lontje/")
    other.locator("imh-save button").click()
    expect(page.locator(".undo")).to_have_count(0)
    assert len(kept(page)[key]) == len(FULL[key]) - 1
