"""The files a phone searches in, made at build from curated services: one for each province, one with every place, one with outlines. Pure.

Nothing is fetched finer than a province, so nobody learns where a family looks. What stands in a province file is
compact.py's decision, and `village publish` writes the same from the database; web/finder/load.js reads both.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from imh_parents.village.compact import Shown, province
from imh_parents.village.curated import PROVINCE_WIDE, CuratedService
from imh_parents.village.importers.curated import SOURCE, facts
from imh_parents.village.importers.facts import make
from imh_parents.village.places.table import OUTLINE, PROVINCES, Place, by_name, by_postcode, fold, municipalities, places
from imh_parents.village.records import Record
from imh_parents.village.where import provinces

GRAIN = 10_000  # a degree in whole numbers: eleven metres
Services = Mapping[str, Iterable[CuratedService]]
File = dict[str, Any]


def village_files(services: Services, day: date) -> dict[str, File]:
    """Every file of /dorp/ by its name: six provinces, empty or not, the places, and the outlines for the map."""
    shown = list(_shown(services))
    files = {name: province((one for one in shown if name in provinces(one.service)), name, day.isoformat()) for name in PROVINCES}
    return {"plaatsen": place_file(), "kaart": json.loads(OUTLINE.read_text(encoding="utf-8"))} | files


def _shown(services: Services) -> Iterator[Shown]:
    for home, group in services.items():
        for one in group:
            record = make(facts(one, home), SOURCE, one.id, None)
            assert isinstance(record, Record), record  # what curated.py let through is a record
            yield Shown(record.service)


def place_file() -> File:
    """Every postcode of Flanders and Brussels with its villages: [postcode, name, town, latitude, longitude, other names ...]."""
    towns = list(municipalities())
    rows = [
        [one.postcode, one.name, towns.index(one.slug), round(one.latitude * GRAIN), round(one.longitude * GRAIN), *one.also] for one in places()
    ]  # as in the table: the first of a postcode is its main village, on which compact.py counts
    names = [[group[0].municipality, group[0].nis, PROVINCES.index(group[0].province)] for group in municipalities().values()]
    return {"provinces": PROVINCES, "towns": names, "places": rows}


def towns_of(service: CuratedService) -> list[str]:
    """The municipalities it serves, as slugs; a village stands for its municipality. None for a whole province."""
    found: dict[str, None] = {}
    for name in service.serves:
        places = by_name().get(fold(name), ()) if name != PROVINCE_WIDE else ()
        own = [place for place in places if fold(place.municipality) == fold(name)]
        found.update(dict.fromkeys(place.slug for place in own or places))
    return list(found)


def located(service: CuratedService) -> Place | None:
    """The village of its address; None where no source gives one."""
    if not service.address:
        return None
    group = by_postcode()[service.address.postal_code]
    city = fold(service.address.city)
    return next((place for place in group if fold(place.name) == city), group[0])


def main_place(slug: str) -> Place:
    """The village a municipality is named after, or its first."""
    group = municipalities()[slug]
    return next((place for place in group if place.name == place.municipality), group[0])


def is_wide(service: CuratedService) -> bool:
    return PROVINCE_WIDE in service.serves


def is_free(service: CuratedService) -> bool:
    return service.fees is not None and fold(service.fees) == "gratis"
