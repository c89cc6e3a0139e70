"""Reads content/village/<province>.yaml: local services found by hand, each with the page it was found on.

What one entry may hold is here; how it becomes an HSDS record is importers/curated.py's job.
"""

import re
from datetime import date
from pathlib import Path
from typing import Annotated

from pydantic import AfterValidator, Field, model_validator

from imh_parents.content.fields import Content, Origin, Slug, Text, Url
from imh_parents.content.lists import read_list
from imh_parents.faults import Fault, Level
from imh_parents.village.hours import Hours
from imh_parents.village.places.table import PROVINCES, by_name, by_postcode, fold
from imh_parents.village.vocabulary import Kind, Need, Ring

PROVINCE_WIDE = "provincie"
STALE_DAYS = 365  # a page read longer ago than this is worth reading again
VOUCHES_YEARS = 3  # hours change often: a page older than this when it was read says too little about them


def _postcode(value: str) -> str:
    if value not in by_postcode():
        raise ValueError(f"{value!r} is not a postcode of Flanders or Brussels | Write the four digits between quotes")
    return value


def _served(value: str) -> str:
    if value != PROVINCE_WIDE and fold(value) not in by_name():
        raise ValueError(f"{value!r} is not a municipality of Flanders or Brussels | Write its name in small letters, or provincie")
    return value


def _phone(value: str) -> str:
    if not re.fullmatch(r"\+?[0-9][0-9 ./()-]{2,}", value):
        raise ValueError(f"{value!r} is not a phone number | Write digits as the source does, or null")
    return value


def _email(value: str) -> str:
    if not re.fullmatch(r"[^@\s]+@[^@\s]+\.[a-z]{2,}", value, re.I):
        raise ValueError(f"{value!r} is not an e-mail address | Write it as the source does, or null")
    return value


def _published(value: str) -> str:
    if not re.fullmatch(r"20\d\d(-(0[1-9]|1[0-2]))?", value):
        raise ValueError(f'{value!r} is not a year or a month | Write "2025" or "2025-03" between quotes, or leave it out when the page does not say')
    return value


class SourcePage(Origin):
    """A page a place was found on. `published` is what the page itself says (schema.org datePublished), not the day it was read."""

    published: Annotated[str, AfterValidator(_published)] | None = None

    @property
    def year(self) -> int | None:
        return int(self.published[:4]) if self.published else None


class CuratedAddress(Content):
    """`street` only when the source gives it."""

    street: Text | None = None
    postal_code: Annotated[str, AfterValidator(_postcode)]
    city: Text


class CuratedService(Content):
    """One local service. What the source does not say is null; the finder then says so instead of guessing."""

    id: Slug
    kind: Kind
    organization: Text
    name: Text
    ring: Ring
    what: Text = Field(description="one plain Dutch sentence, only what the source supports")
    first_step: Text | None = None
    needs: tuple[Need, ...] = Field(min_length=1)
    minimum_age: int | None = Field(default=None, ge=-9, le=216, description="months; -9 is from pregnancy")
    maximum_age: int | None = Field(default=None, ge=-9, le=1200)
    phone: Annotated[str, AfterValidator(_phone)] | None = None
    email: Annotated[str, AfterValidator(_email)] | None = None
    url: Url | None = None
    address: CuratedAddress | None = None
    serves: tuple[Annotated[str, AfterValidator(_served)], ...] = Field(min_length=1)
    languages: tuple[Annotated[str, Field(pattern=r"^[a-z]{2,3}$")], ...] | None = None
    fees: Text | None = None
    referral: bool | None = None
    at_home: bool | None = Field(default=None, description="true when somebody comes to the family's home")
    opening_hours: Hours | None = None
    sources: tuple[SourcePage, ...] = Field(default=(), description="the pages it was found on: title, url, checked and, where the page says it, published")
    confidence: Text

    @model_validator(mode="after")
    def _founded(self) -> "CuratedService":
        if not self.sources:
            told = "an address" if self.address else "facts"
            raise ValueError(f"has {told} but no source | Name the page under sources, or take the entry out: nothing here may be invented")
        if self.minimum_age is not None and self.maximum_age is not None and self.minimum_age > self.maximum_age:
            raise ValueError("minimum_age is above maximum_age | Put the younger age, in months, in minimum_age")
        if self.opening_hours and not any(page.year and page.checked.year - page.year <= VOUCHES_YEARS for page in self.sources):
            problem = f"opening_hours without a page of the last {VOUCHES_YEARS} years that says so"
            raise ValueError(f"{problem} | Add that page with its published year, or write null: old hours send people to a closed door")
        return self

    @property
    def checked(self) -> date:
        return max(source.checked for source in self.sources)

    @property
    def page(self) -> SourcePage:
        """The page to show: the first when it has no date of its own, as the place's own site, else the newest."""
        first = self.sources[0]
        return max(self.sources, key=lambda page: page.published or "") if first.published else first


def read_services(root: Path, today: date) -> tuple[dict[str, tuple[CuratedService, ...]], list[Fault]]:
    """The services of each province, and every fault. A folder without files holds no services and no faults."""
    found: dict[str, tuple[CuratedService, ...]] = {}
    faults: list[Fault] = []
    seen: dict[str, str] = {}
    for path in sorted((root / "village").glob("*.yaml")):
        name = path.relative_to(root.parent).as_posix()
        if path.stem not in PROVINCES:
            faults.append(Fault(name, 0, "", "is not a province", f"Use one of: {', '.join(f'{known}.yaml' for known in PROVINCES)}"))
            continue
        services, wrong = read_list(CuratedService, path, root)
        faults += wrong
        for service in services:
            faults += _faults(service, path.stem, name, today)
            if seen.setdefault(service.id, name) != name:
                faults.append(Fault(name, 0, service.id, f"stands in {seen[service.id]} too", "Give each service its own id"))
        found[path.stem] = tuple(services)
    return found, faults


def _faults(service: CuratedService, province: str, name: str, today: date) -> list[Fault]:
    faults = []
    if service.address and province not in {place.province for place in by_postcode()[service.address.postal_code]}:
        problem = f"postcode {service.address.postal_code} lies in {by_postcode()[service.address.postal_code][0].province}"
        faults.append(Fault(name, 0, service.id, problem, "Move the entry to that province's file, or mend the postcode"))
    if service.checked > today:
        faults.append(Fault(name, 0, service.id, "was checked in the future", "Give the day somebody really read the page"))
    elif (today - service.checked).days > STALE_DAYS:
        faults.append(Fault(name, 0, service.id, f"was last checked on {service.checked}", "Read its page again and renew checked", Level.REMARK))
    if not (service.phone or service.email or service.url or service.address):
        faults.append(
            Fault(name, 0, service.id, "can be reached through its source page only", "Look for a site or a number that a source gives", Level.REMARK)
        )
    return faults
