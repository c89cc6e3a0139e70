"""Our own taxonomies, in HSDS's shape: kind of place, ring, need, referral, and the page a record was found on. Pure."""

from functools import cache
from typing import Any, get_args

from imh_parents.village.hsds import Service, Taxonomy, TaxonomyTerm
from imh_parents.village.records import uuid_of
from imh_parents.village.vocabulary import Kind, Need, Ring

OURS = "imh-parents"
TAXONOMIES = {
    "kind": "Soort plek",
    "ring": "Kring: informeel ontmoeten, eerste lijn, gespecialiseerd",
    "need": "Waarvoor een ouder hulp zoekt",
    "referral": "Of een verwijzing nodig is",
    "way": "Hoe een gezin er hulp krijgt",
    "source": "De pagina waar een gegeven gevonden is",
    "published": "Van welk jaar of welke maand die pagina zelf is",
}
CODES: dict[str, tuple[str, ...]] = {
    "kind": get_args(Kind),
    "ring": get_args(Ring),
    "need": get_args(Need),
    "referral": ("nodig", "niet-nodig"),
    "way": ("aan-huis",),
    "source": ("pagina",),
    "published": ("pagina",),
}


def taxonomy(name: str) -> Taxonomy:
    return Taxonomy(id=uuid_of(OURS, "taxonomy", name), name=name, description=TAXONOMIES[name], version="1")


@cache
def term(name: str, code: str) -> TaxonomyTerm:
    """One of our terms; KeyError for a code we do not have."""
    if code not in CODES[name]:
        raise KeyError(f"{name}: {code}")
    return TaxonomyTerm(
        id=uuid_of(OURS, "taxonomy_term", f"{name}/{code}"),
        code=code,
        name=code.replace("-", " "),
        description=f"{TAXONOMIES[name]}: {code.replace('-', ' ')}",
        taxonomy=name,
        taxonomy_id=uuid_of(OURS, "taxonomy", name),
        taxonomy_detail=taxonomy(name),
        language="nl",
    )


def attribute(name: str, code: str, key: str, value: str | None = None) -> dict[str, Any]:
    """An attribute of a record that carries one of our terms."""
    made = term(name, code)
    return {
        "id": f"{key}/{name}/{code}/{value or ''}",
        "link_type": name,
        "link_entity": "service",
        "value": value or code,
        "taxonomy_term_id": made.id,
        "taxonomy_term": _plain(name, code),
    }


@cache
def _plain(name: str, code: str) -> dict[str, Any]:
    return term(name, code).plain()


def codes(service: Service, name: str) -> tuple[str, ...]:
    """The codes of one of our taxonomies that a service carries."""
    wanted = uuid_of(OURS, "taxonomy", name)
    terms = (attribute.taxonomy_term for attribute in service.attributes)
    return tuple(term.code for term in terms if term and term.taxonomy_id == wanted and term.code)


def values(service: Service, name: str) -> tuple[str, ...]:
    """What the attributes of one of our taxonomies say, such as the addresses of source pages."""
    wanted = uuid_of(OURS, "taxonomy", name)
    return tuple(a.value for a in service.attributes if a.value and a.taxonomy_term and a.taxonomy_term.taxonomy_id == wanted)


def page_year(service: Service) -> int | None:
    """The year of the page a record was found on; None where the page does not say."""
    return next((int(day[:4]) for day in values(service, "published") if day[:4].isdigit()), None)
