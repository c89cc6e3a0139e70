"""Services that never existed, as many as wanted, with the variety of real ones: for sizes and times."""

import random
from collections.abc import Iterator
from typing import Any

from imh_parents.village.importers.facts import Facts, Page
from imh_parents.village.places.table import places, slug
from imh_parents.village.terms import CODES

FIRST = ("De", "Het", "'t", "Kleine", "Blije", "Zonnige", "Oude", "Nieuwe", "Warme", "Groene", "Rode", "Lieve", "Bonte", "Stille")
SECOND = ("Speelvogel", "Nestje", "Wieg", "Brug", "Boom", "Tuin", "Kring", "Boot", "Krokodil", "Egel", "Molen", "Haven", "Toren", "Zon", "Beer", "Vlinder")
KINDS = ("Huis van het Kind", "Speelotheek", "Inloop", "Kinderopvang", "Ontmoetingsplek", "CAW", "CKG", "Babycafé", "Ouderkring", "Wijkcentrum")
STREETS = ("Kerk", "Dorps", "Molen", "Stations", "School", "Nieuw", "Veld", "Bos", "Kapel", "Linden", "Eiken", "Beek", "Hoog", "Leie", "Gouden", "Sint-Jans")
ENDS = ("straat", "laan", "plein", "weg", "dreef", "steenweg")
DAYS = ("Mo-Fr", "Mo,We,Fr", "Tu-Th", "We", "Mo-Th", "Sa")


def facts(count: int, seed: int = 7, province: str | None = None) -> Iterator[Facts]:
    dice = random.Random(seed)
    where = [place for place in places() if province in (None, place.province)]
    for index in range(count):
        place = dice.choice(where)
        name = f"{dice.choice(KINDS)} {dice.choice(FIRST)} {dice.choice(SECOND)} {place.name}"
        owner = f"{dice.choice(KINDS)} {place.municipality}"  # services of one organization share its site, as in life
        host = f"www.{slug(owner)}.be"
        page = f"https://{host}/{dice.choice(('', '', 'contact', f'locaties/{place.slug}', f'aanbod/{dice.choice(SECOND).lower()}'))}"
        start = dice.randrange(8, 14)
        yield Facts(
            id=f"g{index}",
            name=name,
            organization=owner,
            kind=dice.choice(CODES["kind"]),
            ring=dice.choice(CODES["ring"]),
            what=f"{dice.choice(KINDS)} waar je {dice.choice(CODES['need'])} kunt met je {dice.choice(('baby', 'peuter', 'kleuter'))}.",
            first_step=dice.choice((None, "Bel voor een afspraak.", "Loop gewoon binnen.")),
            needs=tuple(dice.sample(CODES["need"], dice.randrange(1, 5))),
            minimum_age=dice.choice((None, -9, 0, 12, 30)),
            maximum_age=dice.choice((None, 36, 72)),
            phone=f"0{dice.randrange(2, 60)} {dice.randrange(100, 999)} {dice.randrange(10, 99)} {dice.randrange(10, 99)}" if dice.random() < 0.8 else None,
            email=f"info@{host[4:]}" if dice.random() < 0.4 else None,
            url=page,
            street=f"{dice.choice(STREETS)}{dice.choice(ENDS)} {dice.randrange(1, 250)}",
            postal_code=place.postcode,
            city=place.name,
            latitude=round(place.latitude + dice.uniform(-0.02, 0.02), 6) if dice.random() < 0.7 else None,
            longitude=round(place.longitude + dice.uniform(-0.03, 0.03), 6),
            serves=(place.municipality,),
            languages=dice.choice(((), ("nl",), ("nl", "fr"), ("nl", "ar", "tr"))),
            fees=dice.choice((None, "gratis", "5 euro per bezoek")),
            referral=dice.choice((None, True, False)),
            opening_hours=f"{dice.choice(DAYS)} {start:02d}:00-{start + 3}:30; PH off" if dice.random() < 0.5 else None,
            pages=(Page("Voorbeeld", page, "2026-11-22"),),
        )


def element(index: int, dice: random.Random) -> dict[str, Any]:
    """One element of a made-up Overpass answer."""
    place = dice.choice(places())
    return {
        "type": "node",
        "id": index,
        "lat": place.latitude + dice.uniform(-0.02, 0.02),
        "lon": place.longitude + dice.uniform(-0.03, 0.03),
        "tags": {
            "amenity": "childcare",
            "name": f"{dice.choice(FIRST)} {dice.choice(SECOND)} {index}",
            "addr:postcode": place.postcode,
            "addr:city": place.name,
        },
    }
