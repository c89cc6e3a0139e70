"""Makes the files a phone searches in: one for each province and one with every place. Pure.

Nothing is fetched finer than a province, so nobody learns where a family looks. Columns instead of records: they are
half the size once compressed. web/finder/load.js reads them again; site/plugin.py writes them.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any, get_args

from imh_parents.village.curated import PROVINCE_WIDE, CuratedService, Need, Ring
from imh_parents.village.places.table import PROVINCES, Place, by_name, by_postcode, fold, municipalities

NEEDS: tuple[str, ...] = get_args(Need)
RINGS: tuple[str, ...] = get_args(Ring)
GRAIN = 10_000  # a degree in whole numbers: eleven metres
Services = Mapping[str, Iterable[CuratedService]]
File = dict[str, Any]


def village_files(services: Services, day: date) -> dict[str, File]:
    """Every file of /dorp/ by its name: six provinces, empty or not, and the places."""
    return {"plaatsen": place_file()} | {province: province_file(province, services, day) for province in PROVINCES}


def place_file() -> File:
    """Every postcode of Flanders and Brussels with its villages: [postcode, name, town, latitude, longitude, other names]."""
    towns = list(municipalities())
    rows = [[place.postcode, place.name, towns.index(slug), *_point(place), *place.also] for slug, group in municipalities().items() for place in group]
    names = [[group[0].municipality, slug, PROVINCES.index(group[0].province)] for slug, group in municipalities().items()]
    return {"provinces": PROVINCES, "towns": names, "places": sorted(rows, key=lambda row: row[0])}


def province_file(province: str, services: Services, day: date) -> File:
    """What serves this province, by postcode. `day` is the day it was made, for who finds an old one on a phone."""
    rows = sorted(_for(province, services), key=lambda one: (located(one).postcode, one.id))
    sources = sorted({(one.sources[-1].title, one.sources[-1].url) for one in rows})
    columns = {name: [value(one) for one in rows] for name, value in COLUMNS.items()}
    columns["source"] = [sources.index((one.sources[-1].title, one.sources[-1].url)) for one in rows]
    return {
        "province": province,
        "made": day.isoformat(),
        "needs": NEEDS,
        "rings": RINGS,
        "sources": [[title, _short(url)] for title, url in sources],
        "count": len(rows),
        "columns": {name: values for name, values in columns.items() if any(value is not None for value in values)},
    }


def _for(province: str, services: Services) -> list[CuratedService]:
    """The services of a province's own file, and those of another that serve one of its towns."""
    found = []
    for home, group in services.items():
        found += [one for one in group if home == province or any(by_slug == province for by_slug in _provinces(one))]
    return found


def _provinces(service: CuratedService) -> set[str]:
    return {municipalities()[slug][0].province for slug in towns_of(service)}


def towns_of(service: CuratedService) -> list[str]:
    """The municipalities it serves, as slugs; a village stands for its municipality. None for a whole province."""
    found: dict[str, None] = {}
    for name in service.serves:
        places = by_name().get(fold(name), ()) if name != PROVINCE_WIDE else ()
        own = [place for place in places if fold(place.municipality) == fold(name)]
        found.update(dict.fromkeys(place.slug for place in own or places))
    return list(found)


def located(service: CuratedService) -> Place:
    """Where it is, as near as its source tells: the village of its address, or the middle of the first town it serves."""
    if service.address:
        group = by_postcode()[service.address.postal_code]
        city = fold(service.address.city)
        return next((place for place in group if fold(place.name) == city), group[0])
    slugs = towns_of(service)
    return main_place(slugs[0]) if slugs else NOWHERE


NOWHERE = Place("", "", "", "", "", 0.0, 0.0)


def main_place(slug: str) -> Place:
    """The village a municipality is named after, or its first."""
    group = municipalities()[slug]
    return next((place for place in group if place.name == place.municipality), group[0])


def is_wide(service: CuratedService) -> bool:
    return PROVINCE_WIDE in service.serves


def is_free(service: CuratedService) -> bool | None:
    """Does the source say it costs nothing? None where it says nothing of money."""
    return None if service.fees is None else service.fees.casefold() == "gratis"


def _point(place: Place) -> tuple[int, int]:
    return round(place.latitude * GRAIN), round(place.longitude * GRAIN)


def _place(service: CuratedService) -> Place | None:
    return located(service) if located(service) is not NOWHERE else None


def _flag(value: bool | None) -> int | None:
    return None if value is None else int(value)


def _short(url: str | None) -> str | None:
    """Nearly all begin with https://www., so that is what no letter stands for."""
    if url is None:
        return None
    for start, sign in (("https://www.", ""), ("https://", "~"), ("http://", "^")):
        if url.startswith(start):
            return sign + url.removeprefix(start)
    return None


COLUMNS: dict[str, Callable[[CuratedService], Any]] = {
    "id": lambda one: one.id,
    "name": lambda one: one.name,
    "by": lambda one: one.organization if one.organization != one.name else None,
    "ring": lambda one: RINGS.index(one.ring),
    "what": lambda one: one.what,
    "step": lambda one: one.first_step,
    "needs": lambda one: sum(1 << NEEDS.index(need) for need in one.needs),
    "youngest": lambda one: one.minimum_age,
    "oldest": lambda one: one.maximum_age,
    "phone": lambda one: one.phone,
    "email": lambda one: one.email,
    "url": lambda one: _short(one.url),
    "street": lambda one: one.address.street if one.address else None,
    "code": lambda one: one.address.postal_code if one.address else None,
    "city": lambda one: one.address.city if one.address else None,
    "lat": lambda one: _point(place)[0] if (place := _place(one)) else None,
    "lon": lambda one: _point(place)[1] if (place := _place(one)) else None,
    "wide": lambda one: 1 if is_wide(one) else None,
    "towns": lambda one: " ".join(towns_of(one)) or None,
    "languages": lambda one: " ".join(one.languages) if one.languages else None,
    "fees": lambda one: one.fees,
    "free": lambda one: _flag(is_free(one)),
    "referral": lambda one: _flag(one.referral),
    "hours": lambda one: one.opening_hours,
    "checked": lambda one: one.checked.isoformat(),
}
