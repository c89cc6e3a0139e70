import json

from imh_parents.cards.index import card_index, search_index
from imh_parents.i18n.catalogue import Words
from imh_parents.i18n.languages import language
from tests.samples import NL, card, theme

THEMES = {"samen-troosten": theme()}
ROW = {
    "slug": "even-samen",
    "href": "/nl/kaart/even-samen/",
    "title": "Even samen",
    "line": "Er zijn is genoeg.",
    "slot": "kind",
    "label": "Je kind",
    "drawing": "th-troosten",
    "days": [42, 396],
    "ages": "6 weken tot 12 maanden",
    "audience": ["iedereen"],
    "situation": [],
    "unasked": True,
}


def test_index_holds_what_lists_show() -> None:
    assert card_index([card()], THEMES, NL) == [ROW]


def test_index_says_where_a_card_is_not_in_the_language_of_the_page() -> None:
    shown = card_index([card()], THEMES, Words(language("en"), None))
    assert [(row["href"], row["lang"]) for row in shown] == [("/en/kaart/even-samen/", "nl")]
    assert "lang" not in card_index([card(languages=("nl", "en"))], THEMES, Words(language("en"), None))[0]


def test_index_can_be_written_as_json() -> None:
    rows = card_index([card()], THEMES, NL)
    assert json.loads(json.dumps(rows)) == rows


def test_index_marks_cards_nobody_should_meet_unasked() -> None:
    cards = [card(), card("zwaar", intensity="zorg")]
    assert [(row["slug"], row["unasked"]) for row in card_index(cards, THEMES, NL)] == [("even-samen", True), ("zwaar", False)]


def test_search_finds_by_title_theme_and_every_word() -> None:
    one = card()
    assert search_index([one], THEMES, NL) == [{"slug": "even-samen", "title": "Even samen", "theme": "Samen", "text": one.text("nl").words}]
