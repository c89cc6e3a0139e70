"""One service as the phone keeps it, and one province as one file: short names, no repetition. Pure.

What is alike stands together and packs well: a column of texts is one text with a line a service (an empty line is "nobody knows"), a column
of numbers is a list. Texts that come back often are numbers into `words`. What the phone can work out from the table of places is left out.
`times` says of each kind of hours, by its number in `words`, when that is (times.py).
The finder on the phone reads this; a change here raises VERSION.
"""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID

from imh_parents.village import hours
from imh_parents.village.hsds import Service
from imh_parents.village.places.table import Place, by_postcode, fold
from imh_parents.village.terms import CODES, codes, page_year, values
from imh_parents.village.times import times
from imh_parents.village.where import Spot, digits, served, spots

VERSION = 3
SHORT = 5  # letters of an id: 30 bits. Two alike in one province of 5,000: a chance of one in a hundred; a report then names both
HERE = "~"  # in a name: the city of the address
TEXTS = ("id", "name", "tel", "mail", "url", "street", "post", "serves", "langs", "alert", "source", "checked", "confirmed")
WORDS = ("org", "kind", "ring", "what", "step", "city", "fees", "hours", "by")  # numbers into `words`
NUMBERS = ("needs", "from", "to", "lat", "lon", "wide", "free", "referral", "home", "year")  # home: somebody comes; year: of its page
NEEDS = CODES["need"]  # the bits of `needs`, the first need the lowest


@dataclass(frozen=True)
class Shown:
    """A service with the last confirmation a person gave: the day (ISO) and their role."""

    service: Service
    confirmed: str | None = None
    by: str | None = None


def short(service_id: str) -> str:
    """The id as the phone knows it and sends it back with "klopt niet"."""
    return urlsafe_b64encode(UUID(service_id).bytes).decode()[:SHORT]


def reach(short_id: str) -> tuple[str, str]:
    """The lowest and highest UUID that a short id may stand for."""
    bits = int.from_bytes(urlsafe_b64decode(f"{short_id}AAA"), "big") >> 18
    return f"{bits << 2:08x}-0", f"{bits << 2 | 3:08x}-g"


def entry(shown: Shown) -> dict[str, Any]:
    """One service in short names; None is "nobody knows".

    Ages in months; `lat` and `lon` in steps of 0.0001 degree (about ten metres) from the main village of the postcode, whose name is left out of `city`.
    """
    service = shown.service
    owner = service.organization.name if service.organization else None
    spot = next(iter(spots(service)), None)
    referral, needs = codes(service, "referral"), codes(service, "need")
    schedules = [*service.schedules, *(schedule for at in service.service_at_locations for schedule in at.schedules)]
    home = next(iter(by_postcode().get(spot.postcode or "", ())), None) if spot else None
    city = home.name if spot and home and fold(home.name) == fold(spot.city or "") else spot.city if spot else None
    made = {
        "id": short(service.id),
        "name": _named(service.name, city),
        "org": owner if owner and fold(owner) != fold(service.name) else None,
        "kind": next(iter(codes(service, "kind")), None),
        "ring": next(iter(codes(service, "ring")), None),
        "needs": sum(1 << NEEDS.index(code) for code in needs if code in NEEDS) or None,
        "what": service.description,
        "step": service.application_process,
        "from": _months(service.minimum_age),
        "to": _months(service.maximum_age),
        "serves": " ".join(served(service)) or None,
        "wide": 1 if any(area.extent_type == "province" for area in service.service_areas) else None,  # an office in it is not all it serves
        "langs": " ".join(dict.fromkeys(language.code for language in service.languages if language.code)) or None,
        "fees": service.fees_description,
        "free": 1 if any(cost.amount == 0 for cost in service.cost_options) else None,
        "referral": None if not referral else int(referral[0] == "nodig"),
        "home": 1 if codes(service, "way") else None,
        "hours": hours.osm(schedules),
        "alert": service.alert,
        "checked": service.assured_date[:10] if service.assured_date else None,
        "confirmed": shown.confirmed,
        "by": shown.by,
    }
    return _place(spot, home, city) | _contact(service) | made


def _place(spot: Spot | None, home: Place | None, city: str | None) -> dict[str, Any]:
    exact = spot if spot and spot.exact else None  # a village's own point is in the table of places
    return {
        "street": spot.street if spot else None,
        "post": spot.postcode if spot else None,
        "city": None if home and city == home.name else city,
        "lat": _steps(exact.latitude, home.latitude if home else 0) if exact else None,
        "lon": _steps(exact.longitude, home.longitude if home else 0) if exact else None,
    }


def _contact(service: Service) -> dict[str, Any]:
    url = service.url or (service.organization.website if service.organization else None)
    return {
        "tel": next((digits(phone.number) for phone in service.phones), None),
        "mail": _mail(service.email, url),
        "url": url,
        "source": _source(next(iter(values(service, "source")), None), url),
        "year": page_year(service),
    }


def _months(years: float | None) -> int | None:
    return None if years is None else round(years * 12)


def _named(name: str, city: str | None) -> str:
    name = name.replace(HERE, "-")
    return name.replace(city, HERE) if city and len(city) > 2 else name


def _steps(degrees: float | None, home: float) -> int | None:
    return None if degrees is None else round(degrees * 10_000) - round(home * 10_000)


def _mail(mail: str | None, url: str | None) -> str | None:
    """`info@` when what follows is the host of `url` without www."""
    host = (urlsplit(url).hostname or "").removeprefix("www.") if url else ""
    return mail.removesuffix(host) if mail and host and mail.endswith(f"@{host}") else mail


def _source(source: str | None, url: str | None) -> str | None:
    """`~rest` when the address begins with `url`."""
    return f"~{source[len(url) :]}" if source and url and source.startswith(url) else source


def province(shown: Iterable[Shown], name: str, day: str) -> dict[str, Any]:
    """The file of one province: the same input always gives the same bytes."""
    return pack((entry(one) for one in shown), name, day)


def pack(entries: Iterable[dict[str, Any]], name: str, day: str) -> dict[str, Any]:
    """The file of one province from its entries."""
    rows = sorted(entries, key=lambda row: (row["post"] or "", row["kind"] or "", row["name"], row["id"]))
    words: dict[str, int] = {}
    columns: dict[str, Any] = {}
    for column in (*TEXTS, *WORDS, *NUMBERS):
        found = [row[column] for row in rows]
        if all(value is None for value in found):
            continue
        if column in TEXTS:
            columns[column] = "\n".join(" ".join(str(value or "").split()) for value in found)
        elif column in WORDS:
            columns[column] = [None if text is None else words.setdefault(text, len(words)) for text in found]
        else:
            columns[column] = found
    listed = list(words)
    kinds = sorted({index for index in columns.get("hours", ()) if index is not None})
    known = {str(index): when for index in kinds if (when := times(listed[index], date.fromisoformat(day)))}
    return {"v": VERSION, "province": name, "day": day, "count": len(rows), "needs": NEEDS, "words": listed, "times": known, "columns": columns}


def unpack(file: dict[str, Any]) -> list[dict[str, Any]]:
    """The entries of a province file, as a reader sees them: names and cities whole, `lat` and `lon` in degrees."""
    rows: list[dict[str, Any]] = [{} for _ in range(file["count"])]
    for column in (*TEXTS, *WORDS, *NUMBERS):
        found = file["columns"].get(column)
        parts = [None] * len(rows) if found is None else found.split("\n") if isinstance(found, str) else found
        for row, value in zip(rows, parts, strict=True):
            row[column] = file["words"][value] if column in WORDS and value is not None else None if value == "" else value
    for row in rows:
        home = next(iter(by_postcode().get(row["post"] or "", ())), None)
        row["city"] = row["city"] or (home.name if home else None)
        row["name"] = row["name"].replace(HERE, row["city"] or HERE)
        for column, start in (("lat", home.latitude if home else 0), ("lon", home.longitude if home else 0)):
            row[column] = None if row[column] is None else round(row[column] / 10_000 + start, 4)
    return rows
