"""OpenStreetMap through an Overpass answer: which tags count, and as what, is the table osm_kinds.csv beside this file.

Data of OpenStreetMap contributors, ODbL: every record carries the page of its element as its source.
"""

import csv
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import ijson

from imh_parents.errors import ImportRefused
from imh_parents.village.hours import valid
from imh_parents.village.importers.facts import Facts, Page, make
from imh_parents.village.records import Record, Refusal

TABLE = Path(__file__).parent / "osm_kinds.csv"
WHEELCHAIR = {"yes": "Toegankelijk met rolstoel of buggy", "limited": "Beperkt toegankelijk met rolstoel of buggy", "no": "Niet toegankelijk met rolstoel"}


class Row(NamedTuple):
    key: str
    value: str
    name: str
    kind: str
    ring: str
    needs: str
    minimum_age: str
    maximum_age: str


@cache
def table() -> tuple[Row, ...]:
    with TABLE.open(encoding="utf-8", newline="") as file:
        return tuple(Row(**row) for row in csv.DictReader(line for line in file if not line.startswith("#")))


def query(area: str = "Vlaanderen", seconds: int = 180) -> str:
    """The question to put to Overpass for one area, by its name in OpenStreetMap."""
    tags = "\n".join(f'  nwr["{row.key}"="{row.value}"]["name"](area.here);' for row in table())
    return f'[out:json][timeout:{seconds}];\narea["name"="{area}"]["boundary"="administrative"]->.here;\n(\n{tags}\n);\nout center tags;\n'


def read(path: Path, source: str) -> Iterator[Record | Refusal]:
    """Every element of an Overpass answer that stands in the table and has a name. An answer that says it is incomplete is refused whole."""
    try:
        with path.open("rb") as file:
            for remark in ijson.items(file, "remark"):
                raise ImportRefused(f"{path.name}: Overpass says {remark!r}; an incomplete answer is not taken in")
        with path.open("rb") as file:
            for element in ijson.items(file, "elements.item", use_float=True):
                found = read_element(element, source)
                if found:
                    yield found
    except ijson.JSONError as error:
        raise ImportRefused(f"{path.name} is not an Overpass answer in JSON ({error})") from error


def read_element(element: Any, source: str) -> Record | Refusal | None:
    """One element; None when it is no place of ours (a bare node of a way, say)."""
    if not isinstance(element, dict) or not isinstance(element.get("tags", {}), dict):
        return Refusal(str(element)[:80], "is not an OpenStreetMap element", element)
    tags = {str(key): str(value) for key, value in element.get("tags", {}).items()}
    row = next((row for row in table() if row.value in re.split(r"\s*;\s*", tags.get(row.key, ""))), None)
    if row is None:
        return None
    key = f"{element.get('type')}/{element.get('id')}"
    if not re.fullmatch(r"(node|way|relation)/\d+", key):
        return Refusal(key, "has no type and id", element)
    if tags.get("disused") == "yes" or tags.get("abandoned") == "yes":
        return Refusal(key, "is no longer in use", element, key)
    name = tags.get("name:nl") or tags.get("name")
    if not name:
        return Refusal(key, f"has no name ({row.name})", element, key)
    return make(facts(key, name, tags, row, element), source, key, element)


def facts(key: str, name: str, tags: dict[str, str], row: Row, element: dict[str, Any]) -> Facts:
    middle = element.get("center") or element
    latitude, longitude = middle.get("lat"), middle.get("lon")
    street = " ".join(filter(None, (tags.get("addr:street"), tags.get("addr:housenumber"))))
    hours = tags.get("opening_hours")
    postcode = tags.get("addr:postcode", "").removeprefix("B-").strip()
    return Facts(
        id=key,
        name=name,
        organization=tags.get("operator"),
        kind=row.kind,
        ring=row.ring,
        what=row.name[:1].upper() + row.name[1:],
        needs=tuple(row.needs.split()),
        minimum_age=int(row.minimum_age) if row.minimum_age else None,
        maximum_age=int(row.maximum_age) if row.maximum_age else None,
        phone=_first(tags, "phone", "contact:phone", "contact:mobile"),
        email=_first(tags, "email", "contact:email"),
        url=_first(tags, "website", "contact:website", "url"),
        street=street if tags.get("addr:street") else None,
        postal_code=postcode or None,
        city=tags.get("addr:city"),
        latitude=float(latitude) if isinstance(latitude, int | float) else None,
        longitude=float(longitude) if isinstance(longitude, int | float) else None,
        fees="gratis" if tags.get("fee") == "no" else None,
        opening_hours=hours if hours and valid(hours) else None,
        wheelchair=WHEELCHAIR.get(tags.get("wheelchair", "")),
        pages=(Page("OpenStreetMap", f"https://www.openstreetmap.org/{key}"),),
    )


def _first(tags: dict[str, str], *keys: str) -> str | None:
    """The first value of the first tag: OSM puts several behind each other with semicolons."""
    return next((tags[key].split(";")[0].strip() for key in keys if tags.get(key)), None)
