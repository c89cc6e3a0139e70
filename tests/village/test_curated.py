"""content/village/*.yaml: what is read, and what each mistake says."""

from datetime import date
from pathlib import Path

import pytest
import yaml

from imh_parents.faults import Level
from imh_parents.village.curated import read_services
from imh_parents.village.importers.curated import read
from imh_parents.village.records import Record
from imh_parents.village.terms import page_year, values

TODAY = date(2026, 11, 22)
ENTRY = {
    "id": "huis-van-het-kind-voorbeeld",
    "kind": "huis-van-het-kind",
    "organization": "Huis van het Kind Voorbeeld",
    "name": "Huis van het Kind Voorbeeld",
    "ring": "ontmoeten",
    "what": "Hier ontmoet je andere ouders.",
    "first_step": None,
    "needs": ["praten", "ontmoeten"],
    "minimum_age": -9,
    "maximum_age": None,
    "phone": "09 000 00 00",
    "email": None,
    "url": "https://voorbeeld.test",
    "address": {"street": "Straat 1", "postal_code": "9000", "city": "Gent"},
    "serves": ["gent"],
    "languages": None,
    "fees": None,
    "referral": None,
    "opening_hours": "Mo-Fr 09:00-12:00; PH off",
    "sources": [{"title": "Voorbeeld", "url": "https://voorbeeld.test", "checked": TODAY, "published": "2025-03"}],
    "confidence": "A page made for this test.",
}


def write(tmp_path: Path, entries: list[dict[str, object]], province: str = "oost-vlaanderen") -> Path:
    root = tmp_path / "content"
    (root / "village").mkdir(parents=True, exist_ok=True)
    (root / "village" / f"{province}.yaml").write_text(yaml.safe_dump(entries, allow_unicode=True), encoding="utf-8")
    return root


def faults(tmp_path: Path, *changes: dict[str, object], province: str = "oost-vlaanderen") -> list[str]:
    found = read_services(write(tmp_path, [ENTRY | change for change in changes], province), TODAY)[1]
    return [f"{fault.field}: {fault.problem}" for fault in found]


def test_a_good_entry_is_read(tmp_path: Path) -> None:
    services, found = read_services(write(tmp_path, [ENTRY]), TODAY)
    assert found == []
    assert services["oost-vlaanderen"][0].model_dump(mode="json") == ENTRY | {
        "at_home": None,
        "sources": [{"title": "Voorbeeld", "url": "https://voorbeeld.test", "checked": "2026-11-22", "published": "2025-03"}],
    }


def test_an_empty_folder_is_no_fault(tmp_path: Path) -> None:
    assert read_services(tmp_path / "content", TODAY) == ({}, [])


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"sources": []}, "[1]: has an address but no source"),
        ({"needs": ["koffie"]}, "[1].needs[1]: 'koffie' is not known"),
        ({"kind": "winkel"}, "[1].kind: 'winkel' is not known"),
        ({"ring": "tweede"}, "[1].ring: 'tweede' is not known"),
        ({"opening_hours": "ma-vr 9u"}, "[1].opening_hours: 'ma-vr 9u' is not OSM opening_hours"),
        ({"serves": ["atlantis"]}, "[1].serves[1]: 'atlantis' is not a municipality of Flanders or Brussels"),
        ({"phone": "bel even"}, "[1].phone: 'bel even' is not a phone number"),
        ({"email": "info"}, "[1].email: 'info' is not an e-mail address"),
        ({"phone": None, "url": None, "address": None}, "huis-van-het-kind-voorbeeld: can be reached through its source page only"),
        ({"minimum_age": 36, "maximum_age": 12}, "[1]: minimum_age is above maximum_age"),
        ({"hours": "x"}, "[1].hours: is not a field here"),
        ({"address": {"postal_code": "9999", "city": "X"}}, "[1].address.postal_code: '9999' is not a postcode of Flanders or Brussels"),
        ({"address": {"postal_code": "2000", "city": "Antwerpen"}}, "huis-van-het-kind-voorbeeld: postcode 2000 lies in antwerpen"),
        ({"sources": [ENTRY["sources"][0] | {"checked": date(2027, 1, 1)}]}, "huis-van-het-kind-voorbeeld: was checked in the future"),
        ({"sources": [ENTRY["sources"][0] | {"published": "2022-12"}]}, "[1]: opening_hours without a page of the last 3 years that says so"),
        ({"sources": [ENTRY["sources"][0] | {"published": None}]}, "[1]: opening_hours without a page of the last 3 years that says so"),
        ({"sources": [ENTRY["sources"][0] | {"published": "maart 2025"}]}, "[1].sources[1].published: 'maart 2025' is not a year or a month"),
    ],
)
def test_each_mistake_is_named(tmp_path: Path, change: dict[str, object], expected: str) -> None:
    assert faults(tmp_path, change) == [expected]


def test_an_id_may_stand_once_in_all_provinces(tmp_path: Path) -> None:
    assert faults(tmp_path, {}, {}) == ["[2].id: 'huis-van-het-kind-voorbeeld' stands here twice"]
    write(tmp_path, [ENTRY | {"address": None}], "antwerpen")
    assert "huis-van-het-kind-voorbeeld: stands in content/village/antwerpen.yaml too" in faults(tmp_path, {})


def test_a_file_that_is_no_province_is_a_fault(tmp_path: Path) -> None:
    assert faults(tmp_path, {}, province="henegouwen") == [": is not a province"]


def test_a_page_read_long_ago_is_a_remark(tmp_path: Path) -> None:
    old = ENTRY | {"sources": [ENTRY["sources"][0] | {"checked": date(2024, 1, 1), "published": "2023"}]}
    found = read_services(write(tmp_path, [old]), TODAY)[1]
    assert [(fault.level, fault.problem) for fault in found] == [(Level.REMARK, "was last checked on 2024-01-01")]


@pytest.mark.parametrize(
    ("years", "shown"),
    [(["2018", "2023-04"], 1), (["2023", "2018"], 0), ([None, "2023"], 0), (["2018", None], 0)],
    ids=["the newest", "the newest, first", "one without a date first, as a site of its own", "a date before none"],
)
def test_one_page_is_shown(tmp_path: Path, years: list[str | None], shown: int) -> None:
    pages = [{"title": f"Pagina {index}", "url": f"https://voorbeeld.test/{index}", "checked": TODAY, "published": year} for index, year in enumerate(years)]
    services, _ = read_services(write(tmp_path, [ENTRY | {"opening_hours": None, "sources": pages}]), TODAY)
    assert services["oost-vlaanderen"][0].page.url == f"https://voorbeeld.test/{shown}"
    (row,) = [item for item in read(tmp_path / "content", TODAY) if isinstance(item, Record)]
    assert (values(row.service, "source")[0], page_year(row.service)) == (pages[shown]["url"], None if years[shown] is None else int(str(years[shown])[:4]))
