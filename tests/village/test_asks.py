"""content/asks.yaml: enough favours for every situation, each one fit to send; and the page that shows them."""

from datetime import date
from urllib.parse import unquote

import pytest

from imh_parents.i18n.languages import CODES
from imh_parents.library import CONTENT, load
from imh_parents.village.asks import LONGEST, SITUATIONS, Ask, by_situation
from tests.samples import NL

TODAY = date(2026, 11, 22)
TEXT = {"nl": "Kan je donderdag koken?", "en": "Can you cook on Thursday?", "ar": "هل يمكنكم الطبخ يوم الخميس؟"}


@pytest.fixture(scope="module")
def asks() -> dict[str, Ask]:
    return load(CONTENT, TODAY).asks


def test_there_are_enough_and_every_situation_has_a_choice(asks) -> None:
    assert len(asks) >= 28
    found = by_situation(asks.values())
    assert tuple(found) == SITUATIONS
    assert min(map(len, found.values())) >= 3


def test_each_is_its_own_and_can_be_sent_as_it_stands(asks) -> None:
    for code in CODES:
        texts = [ask.text[code] for ask in asks.values()]
        assert len(set(texts)) == len(texts)
        assert [words for words in texts if len(words) > LONGEST or not words.rstrip().endswith((".", "?", "؟"))] == []
        assert [words for words in texts if "?" not in words and "؟" not in words] == []  # each one asks something


def test_dutch_speaks_as_the_cards_do(asks) -> None:
    """VOICE.md: no exclamation, no duty, nobody assumed, straight quotes nowhere."""
    words = " ".join(ask.text["nl"] for ask in asks.values()).lower()
    for avoided in ("!", " moet", " altijd", " nooit", "normaal", "mama", "ouders dienen", " u ", "'", '"', "kun je", "hoor", "lekker"):
        assert avoided not in words, avoided


def test_only_situations_about_age_come_first_by_age(asks) -> None:
    by_age = {situation for situation, rows in by_situation(asks.values()).items() if all(ask.ages for ask in rows)}
    assert by_age == {"eerste-weken", "zwanger"}


def test_a_situation_without_asks_is_not_shown() -> None:
    ask = Ask.model_validate({"id": "koken", "situation": "ziek", "text": TEXT})
    assert by_situation([ask]) == {"ziek": [ask]}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ({"nl": "Kan je?", "en": "Can you?"}, "misses the translation in ar"),
        (TEXT | {"en": "  "}, "is empty in en"),
        (TEXT | {"nl": "Kan je koken? " * 20}, "has 280 characters in nl"),
        (TEXT | {"en": "Can you cook on {day}?"}, "cannot be sent as it stands in en"),
        (TEXT | {"ar": "سطر\nسطر"}, "cannot be sent as it stands in ar"),
    ],
)
def test_what_cannot_be_sent_is_refused(text, told) -> None:
    with pytest.raises(ValueError, match=told):
        Ask.model_validate({"id": "koken", "situation": "ziek", "text": text})


def test_without_script_every_ask_is_a_text_message_with_its_words() -> None:
    from imh_parents.village.asking import asks as section  # noqa: PLC0415, only here Reflex is needed

    library = load(CONTENT, TODAY)
    shown = str(section(library, NL).render())
    links = [unquote(part.split('"')[0]) for part in shown.split("sms:?&body=")[1:]]
    assert len(links) == len(library.asks)
    assert sorted(links) == sorted(ask.text["nl"] for ask in library.asks.values())
