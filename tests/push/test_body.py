import json

import pytest

from imh_parents.errors import PushError
from imh_parents.push.body import body
from imh_parents.push.encryption import LARGEST
from tests.push.people import TEXTS

HERE = "https://voorbeeld.test"


def test_body_is_one_declarative_message() -> None:
    assert json.loads(body("m1", TEXTS, "ar", "week-2", HERE)) == {
        "web_push": 8030,
        "notification": {
            "title": "اليوم الثاني",
            "body": "اسم لما تشعرين به.",
            "navigate": "https://voorbeeld.test/ar/week/",
            "lang": "ar",
            "dir": "rtl",
            "tag": "week-2",
            "data": {"id": "m1"},
        },
    }


def test_language_without_text_gets_dutch_and_is_told_so() -> None:
    found = json.loads(body("m1", TEXTS, "en", "t", HERE))["notification"]
    assert (found["lang"], found["dir"], found["title"]) == ("nl", "ltr", "Dag twee")


def test_neither_the_language_nor_dutch_is_refused() -> None:
    with pytest.raises(PushError, match="no text in Nederlands"):
        body("m1", {"ar": TEXTS["ar"]}, "en", "t", HERE)


@pytest.mark.parametrize("letter", ["x", "é", "ع"])
def test_what_no_push_can_carry_is_refused_by_its_octets(letter: str) -> None:
    def made(count: int) -> bytes:
        return body("m1", {"nl": TEXTS["nl"] | {"line": letter * count}}, "nl", "t", HERE)

    size = len(letter.encode())
    most = (LARGEST - len(made(0))) // size
    assert LARGEST - size < len(made(most)) <= LARGEST
    with pytest.raises(PushError, match="at most 3993"):
        made(most + 1)
