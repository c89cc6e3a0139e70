"""The real content/nurse: whole, and never renumbered."""

import json
import re
from datetime import date

from imh_parents.i18n.catalogue import words
from imh_parents.i18n.languages import CODES
from imh_parents.library import CONTENT, inspect
from imh_parents.nurse.index import moment_title, set_index
from imh_parents.nurse.models import HIGHEST, LONGEST_NOTE, MOST_CARDS, MOST_HELP, Numbers
from imh_parents.nurse.printed import nurse_sheets
from imh_parents.press.typeset import said
from imh_parents.village.files import village_files
from tests.samples import ROOT

GOLDEN = json.loads((ROOT / "tests" / "web" / "set-golden.json").read_text(encoding="utf-8"))
LIBRARY, FAULTS = inspect(CONTENT, date(2026, 11, 22))


def test_nothing_is_wrong() -> None:
    assert [str(fault) for fault in FAULTS if "/nurse/" in fault.path] == []


def test_every_contact_moment_has_a_ready_set_with_words_to_say() -> None:
    assert [moment.id for moment in LIBRARY.moments] == list(LIBRARY.nursing.ready)
    assert len(LIBRARY.moments) == 15
    assert all(len(re.findall(r"[.?!](?:\s|$)", ready.say)) <= 4 for ready in LIBRARY.nursing.ready.values())


def test_a_number_that_was_handed_out_never_changes() -> None:
    for part in Numbers.model_fields:
        given = GOLDEN["numbers"][part]
        assert list(getattr(LIBRARY.nursing.numbers, part))[: len(given)] == given, f"{part}: put the lines back as they were, new ones at the end"


def test_the_phone_and_the_check_hold_the_same_bounds() -> None:
    script = (ROOT / "imh_parents" / "web" / "set-code.js").read_text(encoding="utf-8")
    found = {name: int(value) for name, value in re.findall(r"export const (\w+) = (\d+);", script)}
    assert found == {"MOST_CARDS": MOST_CARDS, "MOST_HELP": MOST_HELP, "LONGEST_NOTE": LONGEST_NOTE, "HIGHEST": HIGHEST}


def test_every_place_stands_in_the_province_file_its_number_leads_to() -> None:
    """The set page fetches that file and no other."""
    files = village_files(LIBRARY.services, date(2026, 11, 22))
    homes = {service.id for group in LIBRARY.services.values() for service in group}
    index = set_index(LIBRARY.nursing, LIBRARY.cards, LIBRARY.helplines, LIBRARY.services, LIBRARY.moments, {"nl": words("nl")})["places"]
    assert len(index) == len(homes & LIBRARY.nursing.numbers.places.keys())
    assert [number for number, (home, id_) in index.items() if id_ not in files[home]["columns"]["id"].split("\n")] == []


def test_everything_said_aloud_is_as_short_as_a_breath() -> None:
    assert {name: ready.say for name, ready in LIBRARY.nursing.ready.items() if len(ready.say) > 140} == {}


def test_nothing_said_aloud_counts_the_cards() -> None:
    """The set may be changed while it is said."""
    counted = re.compile(r"\b(één|twee|drie|vier|vijf|zes|\d+)\b( van)?( \w+)? (kaart|ding)|\ballebei\b", re.I)
    assert {name: ready.say for name, ready in LIBRARY.nursing.ready.items() if counted.search(ready.say)} == {}


def test_the_poster_of_the_waiting_room_prints_the_home_address() -> None:
    """Typed by hand, the address in its code leads to an empty page."""
    sheets = list(nurse_sheets(LIBRARY, words("nl"), words("nl"), "https://goed.example", "Goed Genoeg"))
    rooms = [sheet.data for sheet in sheets if sheet.template == "poster"]
    assert [room["site"] for room in rooms] == ["goed.example"] * 2
    assert all("https://goed.example/nl/set/#nu" in room["qr"]["alt"] for room in rooms)


def test_stickers_with_one_code_have_one_name() -> None:
    sheets = nurse_sheets(LIBRARY, words("nl"), words("nl"), "https://goed.example", "Goed Genoeg")
    [stickers] = [sheet.data for sheet in sheets if sheet.template == "stickers"]
    assert len(stickers["moments"]) == 16
    assert {json.dumps(one["words"]) for one in stickers["moments"]} == {json.dumps(said(words("nl"), "kaarten van nu"))}


def test_professionals_are_told_in_every_language_with_the_same_parts_and_sources() -> None:
    page = LIBRARY.prose["professionals"]
    assert set(page.texts) == set(CODES)
    assert len({len(text.sections) for text in page.texts.values()}) == 1
    assert len({text.front.sources for text in page.texts.values()}) == 1
    links = [sorted(re.findall(r'href="([^"]+)"', "".join(part.html for part in text.sections))) for text in page.texts.values()]
    assert links[0] == links[1] == links[2]
    sources = {source.url for source in page.texts["nl"].front.sources}
    assert set(links[0]) <= sources  # every page that is linked to was read


def test_words_of_the_moments_come_from_cldr() -> None:
    titles = [moment_title(moment, words("nl")) for moment in LIBRARY.moments]
    assert titles[:4] == ["Zwangerschap", "2 weken", "3 weken", "4 weken"]
    assert titles[-1] == "30 maanden"
