"""The real content/nurse: whole, and never renumbered."""

import json
import re
from datetime import date

from imh_parents.i18n.catalogue import words
from imh_parents.library import CONTENT, inspect
from imh_parents.nurse.index import moment_title
from imh_parents.nurse.models import LONGEST_NOTE, MOST_CARDS, MOST_LINES, Numbers
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
    assert found == {"MOST_CARDS": MOST_CARDS, "MOST_LINES": MOST_LINES, "LONGEST_NOTE": LONGEST_NOTE}


def test_everything_said_aloud_is_as_short_as_a_breath() -> None:
    assert {name: ready.say for name, ready in LIBRARY.nursing.ready.items() if len(ready.say) > 140} == {}


def test_professionals_are_told_in_dutch_and_english_with_sources() -> None:
    page = LIBRARY.prose["professionals"]
    assert set(page.texts) == {"nl", "en"}
    assert len(page.texts["nl"].sections) == len(page.texts["en"].sections)
    assert page.texts["nl"].front.sources == page.texts["en"].front.sources


def test_words_of_the_moments_come_from_cldr() -> None:
    titles = [moment_title(moment, words("nl")) for moment in LIBRARY.moments]
    assert titles[:4] == ["Zwangerschap", "2 weken", "3 weken", "4 weken"]
    assert titles[-1] == "30 maanden"
