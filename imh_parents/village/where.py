"""Where a service is and whom it serves, read from its HSDS record. Pure."""

import re
from dataclasses import dataclass
from functools import lru_cache

from imh_parents.village.hsds import Address, Location, Service
from imh_parents.village.places.find import nearest
from imh_parents.village.places.table import PROVINCES, Place, by_nis, by_postcode, fold, kilometres

FAR_KM = 25.0  # a point further than this from every village does not lie in Flanders or Brussels


@dataclass(frozen=True)
class Spot:
    """One place to go to. `exact` is false when only the village is known."""

    postcode: str | None
    street: str | None
    city: str | None
    latitude: float | None
    longitude: float | None
    exact: bool


def spots(service: Service) -> tuple[Spot, ...]:
    """The places of a service that lie somewhere."""
    found = (at.location for at in service.service_at_locations)
    return tuple(
        spot(location) for location in found if location and location.location_type != "virtual" and (location.addresses or location.latitude is not None)
    )


def spot(location: Location) -> Spot:
    address = next(iter(location.addresses), None)
    street = address.address_1 if address and fold(address.address_1) != fold(address.city) else None
    postcode = address.postal_code if address else None
    city = address.city if address else None
    if location.latitude is not None and location.longitude is not None:
        return Spot(postcode, street, city, float(location.latitude), float(location.longitude), True)
    village = _village(address) if address else None
    return Spot(postcode, street, city, village.latitude if village else None, village.longitude if village else None, False)


def _village(address: Address) -> Place | None:
    known = by_postcode().get(address.postal_code, ())
    return next((place for place in known if fold(place.name) == fold(address.city)), known[0] if known else None)


def provinces(service: Service) -> tuple[str, ...]:
    """The provinces a service belongs to: where it stands and whom it serves; all of them when it says neither."""
    found = {by_nis()[code].province for code in served(service) if code in by_nis()}
    found |= {area.extent for area in service.service_areas if area.extent_type == "province" and area.extent in PROVINCES}
    for each in spots(service):
        known = by_postcode().get(each.postcode or "")
        if known:
            found.add(known[0].province)
        elif each.latitude is not None and each.longitude is not None and (near := village_near(each.latitude, each.longitude)):
            found.add(near.province)
    if found or spots(service):
        return tuple(sorted(found))
    return PROVINCES


@lru_cache(maxsize=1024)  # an import asks twice of each point
def village_near(latitude: float, longitude: float) -> Place | None:
    """The village nearest to a point; None when the point does not lie in Flanders or Brussels."""
    near = nearest(latitude, longitude)[0]
    return near if kilometres((latitude, longitude), (near.latitude, near.longitude)) <= FAR_KM else None


def served(service: Service) -> tuple[str, ...]:
    """NIS codes of the municipalities a service names as its own; empty when it names none or whole provinces."""
    return tuple(dict.fromkeys(area.extent for area in service.service_areas if area.extent_type == "nis" and area.extent))


def digits(phone: str) -> str:
    """A phone number as it is dialled inside Belgium: for comparing, never for showing."""
    bare = re.sub(r"\(0\)", "", phone)
    bare = re.sub(r"[^\d+]", "", bare)
    return re.sub(r"^(\+|00)32", "0", bare)[:20]
