"""Overpass answers, by the table of tags."""

import json
from pathlib import Path
from typing import Any

import pytest

from imh_parents.errors import ImportRefused
from imh_parents.village.importers.osm import query, read, read_element, table
from imh_parents.village.records import Record, Refusal
from imh_parents.village.terms import CODES, codes

NODE: dict[str, Any] = {
    "type": "node",
    "id": 1,
    "lat": 51.05,
    "lon": 3.72,
    "tags": {
        "amenity": "toy_library",
        "name": "De Speelvogel",
        "addr:street": "Dorp",
        "addr:housenumber": "1",
        "addr:postcode": "9000",
        "addr:city": "Gent",
        "contact:phone": "+32 9 111 22 33; +32 9 111 22 34",
        "website": "www.voorbeeld.test",
        "opening_hours": "Sa 10:00-12:00",
        "wheelchair": "yes",
        "fee": "no",
    },
}


def with_tags(**tags: str) -> Any:
    return read_element(NODE | {"tags": NODE["tags"] | {key.replace("__", ":"): value for key, value in tags.items()}}, "osm")


def test_the_table_uses_our_words() -> None:
    for row in table():
        assert row.kind in CODES["kind"] and row.ring in CODES["ring"] and set(row.needs.split()) <= set(CODES["need"]), row


def test_an_element_becomes_a_service() -> None:
    made = read_element(NODE, "osm")
    assert isinstance(made, Record)
    service = made.service
    location = service.service_at_locations[0].location
    assert location and location.addresses[0].address_1 == "Dorp 1" and (location.latitude, location.longitude) == (51.05, 3.72)
    assert (service.name, service.url, service.phones[0].number, service.cost_options[0].amount) == (
        "De Speelvogel",
        "https://www.voorbeeld.test",
        "+32 9 111 22 33",
        0,
    )
    assert (codes(service, "kind"), codes(service, "ring"), codes(service, "need")) == (("speelotheek",), ("ontmoeten",), ("spelen", "ontmoeten"))
    assert [a.value for a in service.attributes if a.link_type == "source"] == ["https://www.openstreetmap.org/node/1"]


def test_a_point_elsewhere_is_refused() -> None:
    away = NODE | {"lat": 48.86, "lon": 2.33, "tags": {"amenity": "toy_library", "name": "Ludothèque"}}
    assert read_element(away, "osm") == Refusal("node/1", "the point 48.86, 2.33 does not lie in Flanders or Brussels", source_id="node/1")
    here = away | {"lat": NODE["lat"], "lon": NODE["lon"]}
    assert isinstance(read_element(here, "osm"), Record)


def test_an_area_has_its_middle_and_a_node_without_tags_is_nothing() -> None:
    way = {"type": "way", "id": 2, "center": {"lat": 51.0, "lon": 3.7}, "tags": {"amenity": "childcare", "name": "Nest"}}
    made = read_element(way, "osm")
    assert isinstance(made, Record) and made.service.service_at_locations[0].location
    assert made.service.service_at_locations[0].location.latitude == 51.0
    assert read_element({"type": "node", "id": 3, "lat": 51.0, "lon": 3.7}, "osm") is None
    assert with_tags(amenity="bench") is None


@pytest.mark.parametrize(
    ("tags", "reason"),
    [
        ({"name": ""}, "has no name (speel-o-theek)"),
        ({"addr__postcode": "9OOO"}, "postcode '9OOO' is not four digits"),
        ({"addr__postcode": "4000"}, "postcode 4000 does not lie in Flanders or Brussels"),
        ({"disused": "yes"}, "is no longer in use"),
    ],
)
def test_a_refused_element_says_why(tags: dict[str, str], reason: str) -> None:
    made = with_tags(**tags)
    assert isinstance(made, Refusal) and (made.where, made.reason) == ("node/1", reason)


def test_hours_that_cannot_be_read_stay_unknown() -> None:
    made = with_tags(opening_hours="zaterdag")
    assert isinstance(made, Record) and made.service.schedules == ()


def test_an_answer_is_read_and_an_incomplete_one_refused(tmp_path: Path) -> None:
    path = tmp_path / "answer.json"
    path.write_text(json.dumps({"version": 0.6, "elements": [NODE, "x", {"type": "node", "id": "x", "tags": NODE["tags"]}]}), encoding="utf-8")
    assert [type(item).__name__ for item in read(path, "osm")] == ["Record", "Refusal", "Refusal"]
    path.write_text(json.dumps({"elements": [NODE], "remark": "runtime error: Query timed out"}), encoding="utf-8")
    with pytest.raises(ImportRefused, match="Query timed out"):
        list(read(path, "osm"))
    path.write_text("<html>too many requests", encoding="utf-8")
    with pytest.raises(ImportRefused, match="not an Overpass answer"):
        list(read(path, "osm"))


def test_the_question_asks_for_every_tag() -> None:
    assert all(f'["{row.key}"="{row.value}"]' in query("Gent") for row in table())
