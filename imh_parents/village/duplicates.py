"""How likely two records are the same service: by name, address, phone and distance. Pure.

A name alone is never enough (every town has its "Huis van het Kind"), nor is an address alone (one roof, many services).
"""

import re
from dataclasses import dataclass

from rapidfuzz import fuzz

from imh_parents.village.hsds import Service
from imh_parents.village.places.table import fold, kilometres
from imh_parents.village.where import digits, spots

THRESHOLD = 0.77  # held by the labelled pairs in tests/village/test_duplicates.py
NEAR_KM = 0.15
APART_KM = 2.0
FILLER = re.compile(r"\b(vzw|asbl|de|het|van|en|der|voor|in|te|the|of|dienst|locatie|campus)\b")


@dataclass(frozen=True)
class Trait:
    """What is compared of one record."""

    id: str
    name: str
    phone: str | None = None
    address: str | None = None
    postcode: str | None = None
    latitude: float | None = None
    longitude: float | None = None


def trait(service: Service) -> Trait:
    spot = next(iter(spots(service)), None)
    phone = next((digits(phone.number) for phone in service.phones), None)
    return Trait(
        service.id,
        plain_name(service.name),
        phone if phone and len(phone) >= 8 else None,  # 1712 and other short numbers are shared by all
        plain_street(spot.street) if spot and spot.street else None,
        spot.postcode[:10] if spot and spot.postcode else None,
        spot.latitude if spot and spot.exact else None,
        spot.longitude if spot and spot.exact else None,
    )


def plain_name(name: str) -> str:
    words = re.sub(r"[^\w]+", " ", name.casefold().replace("-", " "))
    return " ".join(FILLER.sub(" ", words).split()) or fold(name)


def plain_street(street: str) -> str:
    """Street and number without spaces or abbreviations: Kerkstr. 12 bus 3 is kerkstraat12."""
    text = re.sub(r"\b(bus|box|b)\s*\w+$", "", street.casefold().strip())
    text = re.sub(r"str\.?(?=\s|$|\d)", "straat", text)
    text = re.sub(r"ln\.?(?=\s|$|\d)", "laan", text)
    text = re.sub(r"(?<=[a-z])pl\.(?=\s|$|\d)", "plein", text)
    return fold(text)


def likeness(a: Trait, b: Trait) -> tuple[float, str]:
    """A score from 0 to 1, and its reasons in words."""
    name = fuzz.token_sort_ratio(a.name, b.name) / 100
    if a.name != b.name and min(len(a.name), len(b.name)) > 7:
        name = max(name, 0.95 * fuzz.token_set_ratio(a.name, b.name) / 100)
    if name < 0.7:
        return round(name * 0.5, 3), "names differ"
    reasons, for_it, against = [f"name {name:.2f}"], 0.0, 0.0
    apart = _apart(a, b)
    for fact, weight, cost in (("phone", 0.85, 0.08), ("address", 0.85, 0.25), ("postcode", 0.35, 0.3)):
        one, other = getattr(a, fact), getattr(b, fact)
        if one and other:
            same = one == other
            for_it = 1 - (1 - for_it) * (1 - weight) if same else for_it
            against += 0 if same else cost
            reasons.append(f"{'same' if same else 'other'} {fact}")
    if apart is not None:
        for_it = 1 - (1 - for_it) * 0.2 if apart <= NEAR_KM else for_it
        against += 0.4 if apart > APART_KM else 0.0
        reasons.append(f"{apart:.2f} km apart")
    return round(max(0.0, name * (0.5 + 0.5 * for_it) - against), 3), ", ".join(reasons)


def _apart(a: Trait, b: Trait) -> float | None:
    if a.latitude is None or a.longitude is None or b.latitude is None or b.longitude is None:
        return None
    return kilometres((a.latitude, a.longitude), (b.latitude, b.longitude))
