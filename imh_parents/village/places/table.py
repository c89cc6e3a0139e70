"""Every postcode of Flanders and Brussels with its villages, municipality, province and place on the map. Pure after one read.

The table is places.csv, made by places/make.py; how to search in it is in places/find.py.
"""

import csv
import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from math import asin, cos, radians, sin, sqrt
from pathlib import Path

TABLE = Path(__file__).parent / "places.csv"
OUTLINE = TABLE.with_name("outline.json")  # the shape of each province, made by places/outline.py
PROVINCES = ("antwerpen", "brussel", "limburg", "oost-vlaanderen", "vlaams-brabant", "west-vlaanderen")
EARTH_KM = 6371.0


@dataclass(frozen=True)
class Place:
    """One village under one postcode. `also` are its names in French or before a merger."""

    postcode: str
    name: str
    municipality: str
    nis: str
    province: str
    latitude: float
    longitude: float
    also: tuple[str, ...] = ()

    @property
    def slug(self) -> str:
        """The municipality as it stands in an address of the site."""
        return slug(self.municipality)


@cache
def places() -> tuple[Place, ...]:
    """All places by postcode; the first of a postcode is its main village."""
    with TABLE.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(line for line in file if not line.startswith("#"))
        return tuple(
            Place(
                row["postcode"],
                row["name"],
                row["municipality"],
                row["nis"],
                row["province"],
                float(row["latitude"]),
                float(row["longitude"]),
                tuple(filter(None, row["also"].split("|"))),
            )
            for row in rows
        )


@cache
def by_postcode() -> dict[str, tuple[Place, ...]]:
    found: dict[str, list[Place]] = {}
    for place in places():
        found.setdefault(place.postcode, []).append(place)
    return {postcode: tuple(group) for postcode, group in found.items()}


@cache
def municipalities() -> dict[str, tuple[Place, ...]]:
    """The places of each municipality by its slug, in alphabetical order."""
    found: dict[str, list[Place]] = {}
    for place in sorted(places(), key=lambda place: place.slug):
        found.setdefault(place.slug, []).append(place)
    return {name: tuple(group) for name, group in found.items()}


@cache
def by_nis() -> dict[str, Place]:
    """One place of each municipality by its NIS code: its own village where it has one of that name."""
    found: dict[str, Place] = {}
    for place in places():
        if place.nis not in found or (fold(place.name) == fold(place.municipality) != fold(found[place.nis].name)):
            found[place.nis] = place
    return found


@cache
def by_name() -> dict[str, tuple[Place, ...]]:
    """Places by every folded name that leads to them: village, municipality, other names."""
    found: dict[str, dict[Place, None]] = {}
    for place in places():
        for name in (place.name, place.municipality, *place.also):
            found.setdefault(fold(name), {})[place] = None
    return {name: tuple(group) for name, group in found.items()}


def fold(text: str) -> str:
    """Letters and digits only, small, without accents: how names are compared."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return re.sub(r"[^a-z0-9]", "", plain)


def slug(text: str) -> str:
    plain = "".join(c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c))
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def kilometres(a: tuple[float, float], b: tuple[float, float]) -> float:
    """Distance over the globe between two points in degrees (haversine)."""
    lat1, lon1, lat2, lon2 = map(radians, (*a, *b))
    h = sin((lat2 - lat1) / 2) ** 2 + cos(lat1) * cos(lat2) * sin((lon2 - lon1) / 2) ** 2
    return 2 * EARTH_KM * asin(sqrt(h))
