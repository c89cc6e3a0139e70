from datetime import date
from typing import Any

import pytest
from pydantic import ValidationError

from imh_parents.children.ages import Span
from imh_parents.village.models import ContactMoment, Helpline

NAMES = {"nl": "a", "en": "b", "ar": "c"}
LINE = {
    "id": "112",
    "group": "nood",
    "number": "112",
    "tel": "112",
    "name": NAMES,
    "what": NAMES,
    "sources": [{"title": "112", "url": "https://www.112.be"}],
    "checked": "2026-11-22",
    "confidence": "Certain.",
}
MOMENT = {"id": "2w", "age": "2w", "kind": "huisbezoek", "name": NAMES}


def test_line_knows_only_what_it_was_told() -> None:
    line = Helpline.model_validate(LINE)
    assert (line.name["ar"], line.checked, line.site, line.hours, line.note, line.heavy) == ("c", date(2026, 11, 22), None, None, None, False)


@pytest.mark.parametrize(
    "change",
    [
        {"number": None, "tel": None, "site": "https://www.caw.be"},
        {"number": None, "tel": None, "note": NAMES},
        {"number": "078 15 01 00", "tel": "+3278150100"},
        {"hours": NAMES, "opening_hours": "24/7"},
    ],
)
def test_line_that_can_be_reached_is_accepted(change: dict[str, Any]) -> None:
    assert Helpline.model_validate(LINE | change).id == "112"


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ({"number": None, "tel": None}, "has neither number nor site"),
        ({"tel": None}, "number and tel do not go together"),
        ({"number": None, "site": "https://a.be"}, "number and tel do not go together"),
        ({"tel": "078 15 01 00"}, "String should match pattern"),
        ({"site": "www.caw.be"}, "is not a web address"),
        ({"sources": []}, "at least 1 item"),
        ({"hours": {"nl": "altijd"}}, "misses the translation in en, ar"),
        ({"hours": NAMES}, "hours and opening_hours do not go together"),
        ({"hours": NAMES, "opening_hours": "altijd"}, "is not OSM opening_hours"),
        ({"group": "anders"}, "Input should be 'nood'"),
        ({"opening": "nooit"}, "Extra inputs are not permitted"),
    ],
)
def test_line_that_guesses_or_leaves_out_is_refused(change: dict[str, Any], problem: str) -> None:
    with pytest.raises(ValidationError, match=problem):
        Helpline.model_validate(LINE | change)


def test_moment_stands_on_the_road_by_its_age() -> None:
    assert [ContactMoment.model_validate(MOMENT | {"age": age}).span for age in ("zw28", "2w", "30m")] == [Span(-84, -77), Span(14, 21), Span(913, 944)]


def test_moment_at_no_age_is_refused() -> None:
    with pytest.raises(ValidationError, match="'twee weken' is not an age"):
        ContactMoment.model_validate(MOMENT | {"age": "twee weken"})
