from datetime import date
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po

from imh_parents.faults import Fault
from imh_parents.i18n.catalogue import FIELD, Words, extract, faults, update, words
from imh_parents.i18n.languages import CODES, language
from tests.samples import NL


def english(**texts: str) -> Words:
    catalogue = Catalog(locale="en")
    for text, translated in texts.items():
        catalogue.add(text.replace("_", " "), translated)
    return Words(language("en"), catalogue)


def test_text_without_catalogue_is_the_dutch_itself() -> None:
    assert NL("Bewaar") == "Bewaar"


def test_text_is_translated() -> None:
    assert english(Bewaar="Keep")("Bewaar") == "Keep"


@pytest.mark.parametrize("words", [english(), english(Bewaar="")])
def test_missing_translation_falls_back_to_dutch(words: Words) -> None:
    assert words("Bewaar") == "Bewaar"


def test_fields_are_filled_in() -> None:
    catalogue = Catalog(locale="en")
    catalogue.add("Bel {name}", "Call {name}")
    assert Words(language("en"), catalogue)("Bel {name}", name="oma") == "Call oma"


def test_fields_stay_when_the_phone_fills_them_in() -> None:
    assert NL("Dag {n} van 1001") == "Dag {n} van 1001"


@pytest.mark.parametrize(
    ("code", "day", "number", "list_", "weeks", "months"),
    [
        ("nl", "22 november 2026", "1001", "a, b en c", "6 weken", "12 maanden"),
        ("en", "22 November 2026", "1001", "a, b and c", "6 weeks", "12 months"),
        ("ar", "22 نوفمبر 2026", "1001", "a وb وc", "6 أسابيع", "12 شهرًا"),
    ],
)
def test_dates_numbers_lists_and_durations_follow_cldr(code: str, day: str, number: str, list_: str, weeks: str, months: str) -> None:
    t = Words(language(code), None)
    assert t.date(date(2026, 11, 22)) == day
    assert t.number(1001) == number
    assert t.list(["a", "b", "c"]) == list_
    assert (t.duration(6, "week"), t.duration(12, "month")) == (weeks, months)


def test_words_of_a_language_that_is_not_published_raise() -> None:
    with pytest.raises(KeyError):
        words("fr")


def test_extraction_finds_texts_with_their_place() -> None:
    message = extract().get("Hulp nu")
    assert message
    assert {place for place, _ in message.locations} >= {"imh_parents/ui/layout.py"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Complete catalogues: every text translated by itself."""
    catalogue = extract()
    for message in catalogue:
        message.string = message.id
    for code in CODES[1:]:
        with (tmp_path / f"{code}.po").open("wb") as file:
            write_po(file, catalogue)
    return tmp_path


def rewrite(folder: Path, text: str, translated: str) -> None:
    path = folder / "en.po"
    with path.open("rb") as file:
        catalogue = read_po(file, locale="en")
    catalogue[text].string = translated
    with path.open("wb") as file:
        write_po(file, catalogue)


def test_complete_catalogues_have_no_faults(folder: Path) -> None:
    assert list(faults(folder)) == []


def test_text_that_is_not_translated_is_a_fault(folder: Path) -> None:
    rewrite(folder, "Hulp nu", "")
    assert list(faults(folder)) == [Fault("content/i18n/en.po", 0, "Hulp nu", "is not translated", "Run python -m imh_parents words, then fill in its msgstr")]


@pytest.mark.parametrize("translated", ["Call", "Call {naam}", "Call {name} {n}"])
def test_field_lost_or_invented_is_a_fault(folder: Path, translated: str) -> None:
    rewrite(folder, "Bel {name}", translated)
    problem = f"has other fields in {translated!r}"
    assert list(faults(folder)) == [Fault("content/i18n/en.po", 0, "Bel {name}", problem, "Keep every {field} of the Dutch, and no others")]


def test_catalogue_that_is_not_there_is_one_fault(folder: Path) -> None:
    (folder / "ar.po").unlink()
    assert list(faults(folder)) == [Fault("content/i18n/ar.po", 0, "", "does not exist", "Run python -m imh_parents words")]


def test_update_keeps_translations_adds_new_texts_and_drops_old_ones(folder: Path) -> None:
    rewrite(folder, "Hulp nu", "Help now")
    path = folder / "en.po"
    path.write_text(path.read_text() + '\nmsgid "Verdwenen"\nmsgstr "Gone"\n')
    (folder / "ar.po").unlink()
    update(folder)
    with path.open("rb") as file:
        kept = read_po(file, locale="en")
    assert kept["Hulp nu"].string == "Help now"
    assert "Verdwenen" not in kept
    with (folder / "ar.po").open("rb") as file:
        assert {str(message.id) for message in read_po(file, locale="ar")} == {str(message.id) for message in extract()}


def test_update_twice_changes_nothing(folder: Path) -> None:
    update(folder)
    once = {path.name: path.read_bytes() for path in folder.iterdir()}
    update(folder)
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == once


def test_texts_only_hold_fields_that_can_be_filled_in() -> None:
    texts = [str(message.id) for message in extract() if message.id]
    assert [text for text in texts if "{" in FIELD.sub("", text) or "}" in FIELD.sub("", text)] == []
