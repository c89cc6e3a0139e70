"""What stands on a leaflet, before anything is set."""

from datetime import date

import pytest

from imh_parents.i18n.catalogue import words
from imh_parents.library import CONTENT, load
from imh_parents.nurse.code import NurseSet, decode
from imh_parents.nurse.leaflet import EMERGENCY, Leaflet, leaflet_data, leaflet_of, ready_leaflet, ready_set
from imh_parents.nurse.printed import leaflet_path, nurse_sheets
from tests.samples import card, theme

NL, AR = words("nl"), words("ar")


@pytest.fixture(scope="module")
def library():
    return load(CONTENT, date(2026, 11, 22))


def said(one: Leaflet, tongues=(NL,), bands=None) -> dict:
    return leaflet_data(one, tongues, {"samen-troosten": theme()}, bands or {}, "https://goed.example", "Goed")


def test_the_code_of_a_ready_leaflet_is_the_ready_set(library):
    for moment in library.moments:
        one = ready_leaflet(moment, library.nursing, library.cards, library.helplines, "ar")
        assert decode(one.code) == (ready_set(moment, library.nursing, "ar"), "")
        assert [card.slug for card in one.cards] == list(library.nursing.ready[moment.id].cards)


def test_the_emergency_number_stands_there_once(library):
    numbers = library.nursing.numbers
    for lines in ((), (numbers.lines[EMERGENCY],)):
        one = leaflet_of(NurseSet("nl", (1,), lines), library.nursing, library.cards, library.helplines, {})
        assert [line.id for line in one.lines] == [EMERGENCY]


def test_places_stand_before_the_lines(library):
    place = next(iter(next(iter(library.services.values()))))
    one = leaflet_of(NurseSet("nl", (1,), places=(7, 8)), library.nursing, library.cards, library.helplines, {}, {7: place})
    assert one.places == (place,)
    rows = leaflet_data(one, (NL,), library.themes, library.bands, "https://goed.example", "Goed")["lines"]
    assert [row["name"]["text"] for row in rows] == [place.name, library.helplines[EMERGENCY].name["nl"]]


def test_what_is_gone_is_left_out(library):
    one = leaflet_of(NurseSet("nl", (16383, 1), (16383,), moment=16383, note=16383), library.nursing, library.cards, library.helplines, {})
    assert (len(one.cards), len(one.lines), one.moment, one.note) == (1, 1, None, "")


def test_a_card_stands_in_both_languages_or_once_in_dutch():
    data = said(Leaflet("1", (card("beide", languages=("nl", "ar")), card("een"))), (AR, NL))
    both, one = (row["parts"] for row in data["cards"])
    assert [part["lang"] for part in both] == ["ar", "nl"]
    assert [(part["lang"], part["mark"]["text"]) for part in one] == [("nl", AR("in het Nederlands"))]
    assert data["dir"] == "rtl"


def test_a_discreet_card_says_nothing_on_paper():
    (part,) = said(Leaflet("1", (card("stil", title="Wat niemand mag zien", discreet=True),)), (NL,))["cards"][0]["parts"]
    assert part["title"] == "Een kaart voor jou"
    assert not any(part[name] for name in ("number", "baby", "attempt", "heading"))


def test_own_words_run_the_way_they_are_written():
    for note, language in (("Tot in januari!", "nl"), ("إلى اللقاء", "ar")):
        (line,) = said(Leaflet("1", (card(),), note=note), (AR, NL))["note"]
        assert (line["lang"], line["text"]) == (language, note)


def test_every_moment_has_a_leaflet_and_every_file_a_name_of_its_own(library):
    paths = [sheet.path for sheet in nurse_sheets(library, NL, NL, "https://goed.example", "Goed")]
    assert len(set(paths)) == len(paths)
    assert {leaflet_path(moment, NL) for moment in library.moments} < set(paths)
