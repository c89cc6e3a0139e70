"""A card on paper is one page."""

import re
from pathlib import Path

import pytest

from tests.templates import card

pytestmark = pytest.mark.browser


def letters(file: Path) -> int:
    main = file.read_text(encoding="utf-8").split("<main")[1].split("</main")[0]
    return len(re.sub(r"<[^>]+>", "", main))


def longest(site, code: str) -> str:
    """The card with most to print."""
    return max(site.glob(f"{code}/kaart/*/index.html"), key=letters).parent.name


@pytest.mark.parametrize("kind", ["everyday", "heavy", "longest", "longest Arabic"])
def test_a_card_is_printed_on_one_page(phone, site, kind: str):
    code = "ar" if kind == "longest Arabic" else "nl"
    slug = {"everyday": card(site, "is-alledaags"), "heavy": card(site, "is-zorg")}.get(kind) or longest(site, code)
    page = phone().new_page()
    page.goto(f"/{code}/kaart/{slug}/")
    assert len(re.findall(rb"/Type\s*/Page\b", page.pdf(format="A4"))) == 1, slug


def test_the_paper_holds_the_words_and_not_the_buttons(phone, site):
    page = phone().new_page()
    page.goto(f"/nl/kaart/{card(site, 'is-zorg')}/")
    page.emulate_media(media="print")
    shown = page.evaluate("[...document.querySelectorAll('h1, .ok, .opening, .try, .help, .src')].every((one) => one.checkVisibility())")
    hidden = page.evaluate("[...document.querySelectorAll('.tabs, .top button, .foot, .thumb, .related, .on')].every((one) => !one.checkVisibility())")
    assert (shown, hidden) == (True, True)
