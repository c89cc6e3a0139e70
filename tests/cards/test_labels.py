import pytest
from hypothesis import given
from hypothesis import strategies as st

from imh_parents.cards.labels import age_label, drawing_of, slot_label, tile, unit_label
from imh_parents.i18n.catalogue import Words
from imh_parents.i18n.catalogue import words as words_of
from imh_parents.i18n.languages import CODES, language
from imh_parents.ui.tile import Tile
from tests.samples import NL, card, theme

THEMES = {"samen-troosten": theme()}


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ("zw0", "zw12", "Zwanger, week 0 tot 12"),
        ("zw29", "zw41", "Zwanger, week 29 tot 40"),
        ("zw20", "2m", "Zwanger tot 2 maanden"),
        ("0d", "5w", "Tot 5 weken"),
        ("0w", "60m", "Tot 5 jaar"),
        ("20d", "5w", "20 dagen tot 5 weken"),
        ("12m", "36m", "12 maanden tot 3 jaar"),
        ("24m", "30m", "2 jaar tot 30 maanden"),
        ("1w", "1m", "1 week tot 1 maand"),
    ],
)
def test_ages_in_words(first: str, last: str, words: str) -> None:
    assert age_label(first, last, NL) == words


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ("2m", "6m", "من شهرين إلى 6 أشهر"),
        ("2w", "2m", "من أسبوعين إلى شهرين"),
        ("0d", "2d", "حتى يومين"),
        ("12m", "24m", "من 12 شهرًا إلى سنتين"),
        ("zw20", "2m", "من الحمل حتى شهرين"),
    ],
)
def test_arabic_bends_its_word_for_two(first: str, last: str, words: str) -> None:
    assert age_label(first, last, words_of("ar")) == words


@given(st.sampled_from(CODES), st.sampled_from("dwm"), st.integers(0, 60))
def test_every_age_has_words_in_every_language(code: str, unit: str, number: int) -> None:
    words = unit_label(f"{number}{unit}", Words(language(code), None))
    assert words
    assert "duration" not in words


def test_slots_have_names() -> None:
    assert [slot_label(slot, NL) for slot in ("kind", "ouder", "dorp")] == ["Je kind", "Jij", "Je dorp"]


def test_drawing_is_the_cards_own_or_that_of_its_main_theme() -> None:
    assert [drawing_of(card(**meta), THEMES) for meta in ({}, {"drawing": "knoop"})] == ["th-troosten", "knoop"]


def test_tile_of_a_card_that_is_not_translated_says_its_language() -> None:
    english = Words(language("en"), None)
    assert tile(card(), THEMES, english) == Tile("/en/kaart/even-samen/", "Even samen", "Er zijn is genoeg.", "Je kind", "kind", "th-troosten", "nl")
