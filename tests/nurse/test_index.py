"""/set.json and the printed code."""

from imh_parents.i18n.catalogue import words
from imh_parents.nurse.index import set_index
from imh_parents.nurse.models import Note, Numbers, Nursing
from imh_parents.press.qr import code_svg
from imh_parents.village.compact import short
from imh_parents.village.curated import CuratedService
from imh_parents.village.models import ContactMoment, Helpline
from imh_parents.village.records import uuid_of
from tests.samples import card

PLACE = {
    "id": "huis",
    "kind": "huis-van-het-kind",
    "organization": "Huis van het Kind",
    "name": "Huis van het Kind",
    "ring": "ontmoeten",
    "what": "Ontmoeten.",
    "needs": ["praten"],
    "serves": ["genk"],
    "sources": [{"title": "H", "url": "https://h.be", "checked": "2026-11-22"}],
    "confidence": "Certain.",
}
THREE = {"nl": "Een", "en": "One", "ar": "واحد"}


def test_everything_by_its_number_and_nothing_that_is_gone() -> None:
    numbers = Numbers(cards={"weg": 1, "een": 2}, lines={"kg": 1, "weg": 2}, places={"weg": 1, "huis": 2}, notes={"bel": 1}, moments={"zwanger": 1, "18m": 2})
    line = Helpline.model_validate(
        {
            "id": "kg",
            "group": "kind",
            "number": "078 15",
            "tel": "07815",
            "name": THREE,
            "what": THREE,
            "sources": [{"title": "K", "url": "https://k.be"}],
            "checked": "2026-11-22",
            "confidence": "Certain.",
        }
    )
    moments = [ContactMoment.model_validate({"id": id_, "age": age, "kind": "consult", "name": THREE}) for id_, age in (("zwanger", "zw28"), ("18m", "18m"))]
    nursing = Nursing(numbers, {"bel": Note.model_validate({"id": "bel", "text": THREE})}, {})
    place = CuratedService.model_validate(PLACE)
    found = set_index(
        nursing, {"een": card("een", title="Even zo")}, {"kg": line}, {"limburg": (place,)}, moments, {code: words(code) for code in ("nl", "en", "ar")}
    )
    assert found["cards"] == {"2": {"slug": "een", "title": {"nl": "Even zo"}}}
    assert found["lines"] == {"1": {"id": "kg", "name": THREE, "what": THREE, "number": "078 15", "href": "tel:07815"}}
    assert found["places"] == {"2": ["limburg", short(uuid_of("curated", "service", "huis"))]}
    assert found["notes"] == {"1": {"id": "bel", "text": THREE}}
    assert found["moments"]["2"]["title"]["nl"] == "18 maanden"
    assert set(found["moments"]) == {"1", "2"}


def test_a_printed_code_takes_its_colour_from_the_sheet_and_brings_no_style() -> None:
    svg = code_svg("https://goed.example/nl/set/#nu")
    assert svg.startswith("<svg viewBox=")
    assert 'stroke="currentColor"' in svg
    assert "style" not in svg
    assert "#000" not in svg
