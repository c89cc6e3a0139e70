"""Every way content/nurse can be wrong gives one line that says what to write."""

from pathlib import Path

import pytest
import yaml

from imh_parents.cards.models import Card
from imh_parents.nurse.checks import nursing_faults
from imh_parents.nurse.read import read_nursing
from imh_parents.village.models import ContactMoment
from tests.samples import card

LINES = ("112", "kind-en-gezin-lijn")
PLACES = ("huis",)
NAMES = {"nl": "Consult", "en": "Check-up", "ar": "موعد"}
CARDS = {slug: card(slug) for slug in ("een", "twee", "drie")}
MOMENTS = (ContactMoment.model_validate({"id": "8w", "age": "8w", "kind": "consult", "name": NAMES}),)
NOTE = {"id": "bel-gerust", "text": {"nl": "Bel gerust.", "en": "Do call.", "ar": "اتصلوا."}}
READY = {"moment": "8w", "cards": ["een", "twee", "drie"], "lines": ["112"], "note": "bel-gerust", "say": "Dit is voor jou."}
NUMBERS = {
    "cards": {"een": 1, "twee": 2, "drie": 3},
    "lines": {"112": 1, "kind-en-gezin-lijn": 2},
    "places": {"huis": 1, "weg": 2},
    "notes": {"bel-gerust": 1},
    "moments": {"8w": 1},
}


def found(
    tmp_path: Path,
    numbers: object = NUMBERS,
    ready: object = (READY,),
    notes: object = (NOTE,),
    cards: dict[str, Card] = CARDS,
    places: tuple[str, ...] = PLACES,
) -> list[str]:
    root = tmp_path / "content"
    (root / "nurse").mkdir(parents=True)
    for name, data in (("numbers", numbers), ("ready", list(ready)), ("notes", list(notes))):
        if data is not None:
            (root / "nurse" / f"{name}.yaml").write_text(yaml.safe_dump(data, sort_keys=False, allow_unicode=True), encoding="utf-8")
    nursing, faults = read_nursing(root)
    return [str(fault) for fault in [*faults, *nursing_faults(nursing, cards, cards.keys(), LINES, places, MOMENTS)]]


def test_nothing_wrong_says_nothing(tmp_path: Path) -> None:
    assert found(tmp_path) == []


def test_a_new_card_is_told_its_line(tmp_path: Path) -> None:
    assert found(tmp_path, cards=CARDS | {"vijf": card("vijf"), "vier": card("vier")}) == [
        "content/nurse/numbers.yaml  cards: 'vier' has no number, so no set can hold it. Add this line at the end of cards: vier: 4",
        "content/nurse/numbers.yaml  cards: 'vijf' has no number, so no set can hold it. Add this line at the end of cards: vijf: 5",
    ]


def test_a_new_place_is_told_its_line_and_one_that_is_gone_keeps_its_number(tmp_path: Path) -> None:
    assert found(tmp_path, places=("huis", "speelbabbel")) == [
        "content/nurse/numbers.yaml  places: 'speelbabbel' has no number, so no set can hold it. Add this line at the end of places: speelbabbel: 3"
    ]


def test_a_card_that_is_gone_keeps_its_number(tmp_path: Path) -> None:
    gone = NUMBERS | {"cards": {"weg": 1, "een": 2, "twee": 3, "drie": 4}}
    assert found(tmp_path, numbers=gone) == []


@pytest.mark.parametrize("part", ["cards", "places"])
@pytest.mark.parametrize(
    "rows",
    [{"een": 1, "twee": 1, "drie": 2}, {"een": 1, "twee": 3, "drie": 4}, {"een": 2, "twee": 1, "drie": 3}],
    ids=["given twice", "one taken out", "moved"],
)
def test_a_number_given_again_or_taken_out_stops_the_build(tmp_path: Path, rows: dict[str, int], part: str) -> None:
    [fault] = found(tmp_path, numbers=NUMBERS | {part: rows}, places=())
    assert fault.startswith("content/nurse/numbers.yaml:")
    assert "comes next" in fault


def test_a_number_too_large_for_a_code_is_refused(tmp_path: Path) -> None:
    assert any("16384" in fault for fault in found(tmp_path, numbers=NUMBERS | {"notes": {"bel-gerust": 16384}}))


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ({"cards": ["een", "twee", "niets"]}, "there is no card 'niets'"),
        ({"cards": ["een", "twee", "twee"]}, "holds twee twice"),
        ({"cards": ["een", "twee"]}, "holds 2 entries"),
        ({"lines": ["999"]}, "there is no help line '999'"),
        ({"note": "onbekend"}, "there is no note 'onbekend'"),
        ({"moment": "7w"}, "is not a contact moment"),
        ({"say": ""}, "say"),
    ],
)
def test_a_ready_set_points_to_what_is_there(tmp_path: Path, change: dict[str, object], problem: str) -> None:
    assert any(problem in fault for fault in found(tmp_path, ready=(READY | change,)))


def test_a_moment_without_a_set_is_a_fault(tmp_path: Path) -> None:
    assert found(tmp_path, ready=()) == ["content/nurse/ready.yaml  8w: has no ready set. Write one: a nurse chooses the moment and expects cards"]


def test_cards_fit_the_age_and_are_not_heavy(tmp_path: Path) -> None:
    cards = CARDS | {"een": card("een", ages=("13m", "24m")), "twee": card("twee", intensity="zorg", helplines=["112"])}
    assert [line.split("  ", 1)[1].split(".")[0] for line in found(tmp_path, cards=cards)] == [
        "8w: the card 'een' is for 13m to 24m",
        "8w: the card 'twee' is a heavy one",
    ]


def test_a_note_is_short_in_every_language(tmp_path: Path) -> None:
    long = NOTE | {"text": NOTE["text"] | {"ar": "س" * 121}}
    assert any("longer than 120 characters in ar" in fault for fault in found(tmp_path, notes=(long,)))


def test_without_numbers_there_is_one_fault_about_that(tmp_path: Path) -> None:
    assert found(tmp_path, numbers=None) == ["content/nurse/numbers.yaml  does not exist. Bring the file back: every printed set is written in its numbers"]
