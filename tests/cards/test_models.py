from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from imh_parents.cards.models import PARENT_THEMES, VILLAGE_THEME, Ages, ThemeId
from imh_parents.children.ages import Span
from tests.samples import card

THEMES = ThemeId.__args__


@pytest.mark.parametrize(
    ("themes", "slot"),
    [
        (["slapen-nacht"], "kind"),
        (["slapen-nacht", "jij-als-ouder"], "kind"),
        (["jij-als-ouder", "slapen-nacht"], "ouder"),
        (["jullie-samen"], "ouder"),
        (["herstellen"], "ouder"),
        (["slapen-nacht", "dorp-overgangen"], "dorp"),
        (["jij-als-ouder", "dorp-overgangen"], "dorp"),
    ],
)
def test_slot_follows_main_theme_and_village_wins(themes: list[str], slot: str) -> None:
    assert card(themes=themes).slot == slot


@given(st.lists(st.sampled_from(THEMES), min_size=1, max_size=3, unique=True))
def test_card_fills_the_parents_place_only_when_its_main_theme_does(themes: list[str]) -> None:
    assert (card(themes=themes).slot == "ouder") == (themes[0] in PARENT_THEMES and VILLAGE_THEME not in themes)


@pytest.mark.parametrize(
    ("meta", "unasked"),
    [({}, True), ({"intensity": "wringt"}, True), ({"intensity": "zorg"}, False), ({"situation": ["verlies"]}, False), ({"situation": ["tweeling"]}, True)],
)
def test_heavy_cards_are_never_shown_unasked(meta: dict[str, object], unasked: bool) -> None:
    assert card(**meta).unasked is unasked


def test_text_falls_back_to_dutch() -> None:
    shown = card(languages=("nl", "en"))
    assert [shown.text(code).language for code in ("nl", "en", "ar")] == ["nl", "en", "nl"]


def test_words_are_everything_a_parent_reads_in_order() -> None:
    text = card().text("nl")
    assert text.words.split("\n") == [
        "Even samen",
        "Ik voel je arm.",
        "Er zijn is genoeg.",
        "Stil zitten mag.",
        "Kijk even.",
        "Je dorp: bel een buur.",
        "Dichtbij: vraag je huisarts.",
        "Verder: er is meer.",
        "Probeer nu",
        "Wie kan helpen",
    ]
    assert list(text.parts) == ["title", "baby", "reassure", "opening", "try", "help"]


def test_ages_count_both_ends() -> None:
    assert Ages.model_validate({"from": "0d", "to": "5w"}).span == Span(0, 42)


@pytest.mark.parametrize("age", [{"from": "6", "to": "12m"}, {"from": "6w", "to": "1w"}, {"from": "6w"}, {"first": "6w", "last": "12m"}])
def test_ages_that_cannot_be_are_refused(age: dict[str, str]) -> None:
    with pytest.raises(ValidationError):
        Ages.model_validate(age)


def test_dates_are_dates() -> None:
    assert card().meta.sources[0].checked == date(2026, 11, 22)
