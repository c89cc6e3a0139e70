"""What the server may know of the content: the part that the last build put on its shelf, in a file beside the site that nobody is served.

So the desk never speaks of a card that is not on the site yet, and an editor who is writing breaks nothing of what runs.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields, is_dataclass
from functools import lru_cache
from pathlib import Path

from pydantic import BaseModel, TypeAdapter, ValidationError

from imh_parents.cards.models import Card, Theme
from imh_parents.children.models import BandPage
from imh_parents.library import Library
from imh_parents.nurse.models import Nursing
from imh_parents.village.curated import CuratedService
from imh_parents.village.models import ContactMoment, Helpline

FILE = "_shelf.json"


@dataclass(frozen=True)
class Shelf:
    """Content by id. `links` are the addresses the content leads to or was found at, each with what names it."""

    cards: dict[str, Card] = field(default_factory=dict)
    themes: dict[str, Theme] = field(default_factory=dict)
    bands: dict[str, BandPage] = field(default_factory=dict)
    helplines: dict[str, Helpline] = field(default_factory=dict)
    moments: tuple[ContactMoment, ...] = ()
    services: dict[str, tuple[CuratedService, ...]] = field(default_factory=dict)
    nursing: Nursing = field(default_factory=Nursing)
    links: dict[str, tuple[str, ...]] = field(default_factory=dict)


WHOLE = TypeAdapter(Shelf)


def shelf_of(library: Library) -> Shelf:
    links: dict[str, list[str]] = {}
    for name, url in _links(library):
        if name not in links.setdefault(url, []):
            links[url].append(name)
    return Shelf(
        library.cards,
        library.themes,
        library.bands,
        library.helplines,
        library.moments,
        library.services,
        library.nursing,
        {url: tuple(names) for url, names in links.items()},
    )


def write_shelf(library: Library, site: Path) -> None:
    (site / FILE).write_bytes(WHOLE.dump_json(shelf_of(library), by_alias=True))


def read_shelf(site: Path) -> Shelf | None:
    """What stands there now; None without a built site, or when it was built by an older version."""
    file = site / FILE
    return _read(file, file.stat().st_mtime_ns) if file.exists() else None


@lru_cache(maxsize=1)
def _read(file: Path, _: int) -> Shelf | None:
    try:
        return WHOLE.validate_json(file.read_bytes())
    except ValidationError:
        return None


def _links(library: Library) -> Iterator[tuple[str, str]]:
    """Who names an address, and the address."""
    services = {service.id: service for group in library.services.values() for service in group}
    weeks = {str(week.meta.year): week for week in library.campaign.weeks}
    for group in (library.cards, library.bands, library.helplines, services, library.prose, library.asks, weeks):
        for name, one in group.items():
            yield from ((name, url) for url in _urls(one))


def _urls(value: object) -> Iterator[str]:
    """Every address in `value`, however deep: content gives them as `url` or `site`."""
    if isinstance(value, Mapping):
        value = tuple(value.values())
    if isinstance(value, tuple):
        for one in value:
            yield from _urls(one)
    elif isinstance(value, BaseModel) or is_dataclass(value):
        for name in type(value).model_fields if isinstance(value, BaseModel) else (one.name for one in fields(value)):
            inside = getattr(value, name)
            if name in ("url", "site") and isinstance(inside, str):
                yield inside
            else:
                yield from _urls(inside)
