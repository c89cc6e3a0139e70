"""Facts about one service in our own words, and the HSDS record they make. Curated files, OSM and CSV all come through here. Pure.

A fact that is not known is None and stays out of the record.
"""

import re
from dataclasses import dataclass, field
from typing import Any

from imh_parents.village import hours
from imh_parents.village.hsds import Service
from imh_parents.village.places.table import by_name, by_postcode, fold
from imh_parents.village.records import Record, Refusal, reasons, safe
from imh_parents.village.terms import CODES, attribute
from imh_parents.village.where import village_near

FREE = {"gratis", "free", "0", "kosteloos"}
LANGUAGES = {"nl": "Nederlands", "fr": "Frans", "en": "Engels", "de": "Duits", "ar": "Arabisch", "tr": "Turks", "uk": "Oekraïens"}


@dataclass(frozen=True)
class Page:
    """Where facts were found. `published`: the year or month the page itself is from (2018, 2018-11)."""

    title: str
    url: str
    checked: str | None = None
    published: str | None = None


@dataclass(frozen=True)
class Facts:
    """One service. Ages are in months, -9 is from the beginning of pregnancy."""

    id: str
    name: str
    organization: str | None = None
    kind: str | None = None
    ring: str | None = None
    what: str | None = None
    first_step: str | None = None
    needs: tuple[str, ...] = ()
    minimum_age: int | None = None
    maximum_age: int | None = None
    phone: str | None = None
    email: str | None = None
    url: str | None = None
    street: str | None = None
    postal_code: str | None = None
    city: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    serves: tuple[str, ...] = ()
    province: str | None = None  # what `provincie` in serves means
    languages: tuple[str, ...] = ()
    fees: str | None = None
    referral: bool | None = None
    at_home: bool | None = None  # somebody comes to the family
    opening_hours: str | None = None
    wheelchair: str | None = None
    pages: tuple[Page, ...] = field(default=())  # the one to show first


def make(facts: Facts, source: str, where: str, row: Any) -> Record | Refusal:
    """The HSDS record, or why there is none."""
    if not facts.id or not facts.name.strip():
        return Refusal(where, "has no name" if facts.id else "has no id", row, facts.id or None)
    for name, given in (("kind", (facts.kind,)), ("ring", (facts.ring,)), ("need", facts.needs)):
        if unknown := [code for code in given if code and code not in CODES[name]]:
            return Refusal(where, f"{name} {unknown[0]!r} is not known; use one of {', '.join(CODES[name])}", row, facts.id)
    if facts.postal_code and not re.fullmatch(r"[1-9][0-9]{3}", facts.postal_code):
        return Refusal(where, f"postcode {facts.postal_code!r} is not four digits", row, facts.id)
    if facts.postal_code and facts.postal_code not in by_postcode():
        return Refusal(where, f"postcode {facts.postal_code} does not lie in Flanders or Brussels", row, facts.id)
    point = None if facts.latitude is None or facts.longitude is None else (facts.latitude, facts.longitude)
    if point and not facts.postal_code and not facts.serves and not village_near(*point):
        return Refusal(where, f"the point {point[0]}, {point[1]} does not lie in Flanders or Brussels", row, facts.id)
    try:
        return Record(facts.id, Service.model_validate(safe(_service(facts), source, "service", facts.id)))
    except ValueError as error:
        return Refusal(where, reasons(error), row, facts.id)


def _service(facts: Facts) -> dict[str, Any]:
    key = facts.id
    owner = facts.organization or facts.name
    opening = facts.opening_hours if facts.opening_hours and hours.valid(facts.opening_hours) else None
    checked = [page.checked for page in facts.pages if page.checked]
    return {
        "id": key,
        "name": facts.name,
        "status": "active",
        "description": facts.what,
        "url": facts.url,
        "email": facts.email,
        "application_process": facts.first_step,
        "fees_description": facts.fees,
        "cost_options": [{"id": f"{key}/free", "option": "gratis", "amount": 0, "currency": "EUR"}] if facts.fees and fold(facts.fees) in FREE else [],
        "minimum_age": None if facts.minimum_age is None else facts.minimum_age / 12,
        "maximum_age": None if facts.maximum_age is None else facts.maximum_age / 12,
        "assured_date": max(checked) if checked else None,
        "phones": [{"id": f"{key}/phone", "number": facts.phone, "type": "voice"}] if facts.phone else [],
        "languages": [{"id": f"{key}/{code}", "code": code, "name": LANGUAGES.get(code)} for code in facts.languages],
        "schedules": hours.schedules(opening, key),
        "service_areas": [_area(key, name, facts.province) for name in facts.serves],
        "service_at_locations": _at(facts),
        "organization": {"id": fold(owner), "name": owner, "description": owner},
        "attributes": _attributes(facts),
    }


def _area(key: str, name: str, province: str | None) -> dict[str, Any]:
    if name == "provincie":
        return {"id": f"{key}/province", "name": province, "extent": province, "extent_type": "province"}
    # A village elsewhere may have the name of a municipality (Aalst): the municipality is meant, and this province before another.
    place = min(by_name()[fold(name)], key=lambda one: (fold(one.municipality) != fold(name), one.province != province))
    return {"id": f"{key}/{place.slug}", "name": place.municipality, "extent": place.nis, "extent_type": "nis"}


def _at(facts: Facts) -> list[dict[str, Any]]:
    """One physical place when its municipality or point is known. The street stays empty when nobody gave it: HSDS wants the field."""
    if not facts.postal_code and facts.latitude is None:
        return []
    key = facts.id
    place = by_postcode()[facts.postal_code][0] if facts.postal_code else None
    address = []
    if facts.postal_code and place:
        town = facts.city or place.name
        address = [{"id": f"{key}/address", "address_1": facts.street or town, "city": town, "state_province": place.province,
                    "postal_code": facts.postal_code, "country": "BE", "address_type": "physical"}]  # fmt: skip
    location = {
        "id": f"{key}/location", "location_type": "physical", "name": facts.name, "latitude": facts.latitude, "longitude": facts.longitude,
        "addresses": address, "accessibility": [{"id": f"{key}/wheelchair", "description": facts.wheelchair}] if facts.wheelchair else [],
    }  # fmt: skip
    return [{"id": f"{key}/at", "location": location}]


def _attributes(facts: Facts) -> list[dict[str, Any]]:
    made = [attribute("kind", facts.kind, facts.id)] if facts.kind else []
    made += [attribute("ring", facts.ring, facts.id)] if facts.ring else []
    made += [attribute("need", code, facts.id) for code in dict.fromkeys(facts.needs)]
    if facts.referral is not None:
        made.append(attribute("referral", "nodig" if facts.referral else "niet-nodig", facts.id))
    made += [attribute("way", "aan-huis", facts.id)] if facts.at_home else []
    made += [attribute("source", "pagina", facts.id, page.url) for page in facts.pages]
    made += [attribute("published", "pagina", facts.id, page.published) for page in facts.pages[:1] if page.published]
    return made
