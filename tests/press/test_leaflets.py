"""Leaflets of any set, in any language that may come: one page, a code that is read back, text in the order it is read."""

import random
import re
import unicodedata
from datetime import date
from io import BytesIO

import pikepdf
import pytest
import segno

from imh_parents.i18n.catalogue import words
from imh_parents.i18n.languages import CODES
from imh_parents.i18n.urls import address
from imh_parents.library import CONTENT, load
from imh_parents.nurse.code import NurseSet, encode
from imh_parents.nurse.leaflet import leaflet, leaflet_data, leaflet_of, ready_leaflet
from imh_parents.press.qr import code_drawing
from imh_parents.press.typeset import FONTS, Press, said
from tests.press.paper import printed, read_aloud, scanned, shown_text, width_mm

pytestmark = pytest.mark.built  # the fonts are the built site's

ORIGIN, NAME = "https://goedgenoeg.example", "Goed Genoeg"
UKRAINIAN = {
    "title": "Він плаче, і я не знаю чому",
    "baby": "‘Будь поруч, цього мені досить.’",
    "heading": "Спробуйте сьогодні",
    "attempt": "Сядьте біля ліжечка. Покладіть руку на животик і тихо рахуйте до десяти. Ґанок, їжак, м’ята, єнот.",
}


@pytest.fixture(scope="module")
def library():
    return load(CONTENT, date(2026, 11, 22))


@pytest.fixture(scope="module")
def press(site):
    return Press(site / FONTS, date(2026, 11, 22))


def tongues(code: str):
    return (words(code),) if code == "nl" else (words(code), words("nl"))


def link_of(chosen: NurseSet) -> str:
    return f"{ORIGIN}{address(chosen.language, 'set')}#{encode(chosen)}"


def bare(text: str) -> str:
    """Letters alone: viewers put a mark before or after its letter, and lines break where they break."""
    return re.sub(r"\W", "", "".join(sign for sign in unicodedata.normalize("NFD", text) if unicodedata.category(sign) != "Mn"))


def test_fonts_that_are_not_there_are_named(tmp_path):
    with pytest.raises(FileNotFoundError, match="make build"):
        Press(tmp_path, date(2026, 11, 22))


@pytest.mark.parametrize("code", CODES)
def test_a_leaflet_is_read_in_order(library, press, code):
    moment = next(one for one in library.moments if one.id == "4w")
    one = ready_leaflet(moment, library.nursing, library.cards, library.helplines, code)
    pdf = leaflet(one, tongues(code), library.themes, library.bands, ORIGIN, NAME, press)
    heard, seen = read_aloud(pdf), bare(shown_text(pdf))
    expected = []
    for card in one.cards:
        for text in [card.texts[t.code] for t in tongues(code) if t.code in card.texts and code in card.texts] or [card.texts["nl"]]:
            expected += [text.front.title, f"‘{text.front.baby}’", f"{text.attempt.heading}: {text.attempt.text}"]
    assert [text for text in heard if text in expected] == expected
    pieces = [word for text in expected for word in text.split()] if code == "ar" else expected  # this viewer mixes up a line in two directions
    assert [text for text in pieces if bare(text) not in seen] == []
    assert {"112", *(line.number for line in one.lines)} <= set(heard)


def test_a_language_still_to_come_fits_the_same_template(library, press):
    """Ukrainian has no words in the app yet; its letters have to come out all the same."""
    moment = library.moments[0]
    one = ready_leaflet(moment, library.nursing, library.cards, library.helplines, "nl")
    data = leaflet_data(one, tongues("nl"), library.themes, library.bands, ORIGIN, NAME)
    dutch = data["cards"][0]["parts"][0]
    data |= {"lang": "uk", "title": "Вагітність", "moment": [{"lang": "uk", "dir": "ltr", "text": "Вагітність"}, said(words("nl"), "Zwangerschap")]}
    data["cards"] = [{"drawing": data["picture"], "parts": [dutch | {"lang": "uk"} | UKRAINIAN, dutch]}]
    pdf = press.pdf("leaflet", data)
    heard = read_aloud(pdf)
    own = [UKRAINIAN["title"], UKRAINIAN["baby"], f"{UKRAINIAN['heading']}: {UKRAINIAN['attempt']}"]
    assert [text for text in heard if text in own] == own
    assert "Вагітність" in heard
    assert bare(UKRAINIAN["attempt"]) in bare(shown_text(pdf))
    with pikepdf.open(BytesIO(pdf)) as opened:
        assert opened.Root.Lang == "uk"
        fonts = {str(font.BaseFont) for font in opened.pages[0].Resources.Font.values()}
    assert any("NotoSans" in name or "Cyrillic" in name for name in fonts), fonts


def a_set(chance: random.Random, numbers, language: str) -> NurseSet:
    note = chance.choice([0, chance.choice(list(numbers.notes.values())), "Bel maar als het niet gaat. " * 4])
    return NurseSet(
        language,
        tuple(chance.sample(list(numbers.cards.values()), chance.randint(1, 6))),
        tuple(chance.sample(list(numbers.lines.values()), chance.randint(0, 4))),
        moment=chance.choice([0, *numbers.moments.values()]),
        note=note if isinstance(note, int) else note[:110],
    )


@pytest.mark.timeout(180)
@pytest.mark.parametrize("part", range(4))
def test_a_hundred_sets_at_random_each_fit_one_page_and_are_scanned_from_paper(library, press, part):
    chance, nursing = random.Random(part), library.nursing
    moments = {moment.id: moment for moment in library.moments}
    for number in range(25):
        chosen = a_set(chance, nursing.numbers, CODES[number % 3])
        one = leaflet_of(chosen, nursing, library.cards, library.helplines, moments)
        pdf = leaflet(one, tongues(chosen.language), library.themes, library.bands, ORIGIN, NAME, press)
        (code,) = scanned(printed(pdf))
        assert code.text == link_of(chosen)
        assert 43 <= width_mm(code) <= 45


@pytest.mark.timeout(180)
@pytest.mark.parametrize("part", range(4))
def test_a_hundred_sets_at_random_are_scanned_from_stickers_of_25_mm(press, part):
    """The stickers themselves all say `now`; at their size every set can be read too, the largest as well."""
    chance, t = random.Random(part), words("nl")
    for _ in range(25):
        pick = lambda most: tuple(chance.sample(range(1, 16384), most))  # noqa: E731
        chosen = NurseSet("uk", pick(6), pick(chance.randint(0, 2)), pick(2), moment=chance.randint(1, 200))
        link = link_of(chosen)
        assert segno.make_qr(link, error="m", boost_error=False).version <= 6
        data = {"title": "Stickers", "lang": "nl", "dir": "ltr", "name": NAME, "drawings": ["merk", "th-dorp"], "qr": {"svg": code_drawing(link), "alt": link}}
        data |= {key: said(t, "Stickers") for key in ("head", "how", "under", "small")}
        found = scanned(printed(press.pdf("stickers", data | {"moments": [{"words": said(t, "8 weken"), "drawing": "th-dorp"}]})))
        assert [code.text for code in found] == [link]
        assert 24.5 <= width_mm(found[0]) <= 25.5
