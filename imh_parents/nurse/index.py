"""/set.json: what a phone needs to read a code, the same file for everybody and in every language. Pure.

Of a place it says only in which province file it stands, and under which id: what is known of it stands there, and is kept up to date there.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from imh_parents.cards.models import Card
from imh_parents.children.ages import unit_span
from imh_parents.i18n.catalogue import Words
from imh_parents.nurse.models import Nursing
from imh_parents.village.compact import short
from imh_parents.village.files import Services
from imh_parents.village.importers.curated import SOURCE
from imh_parents.village.models import ContactMoment, Helpline
from imh_parents.village.records import uuid_of


def moment_title(moment: ContactMoment, t: Words) -> str:
    """`8 weken`, as nurses and parents call the moment; the talk in pregnancy by its own name."""
    number, unit = int("".join(filter(str.isdigit, moment.age))), moment.age[-1]
    if unit_span(moment.age).start < 0:
        return t("Zwangerschap")
    return t.duration(number, {"d": "day", "w": "week", "m": "month"}[unit])


def set_index(
    nursing: Nursing,
    cards: Mapping[str, Card],
    lines: Mapping[str, Helpline],
    services: Services,
    moments: Iterable[ContactMoment],
    tongues: Mapping[str, Words],
) -> dict[str, dict[str, Any]]:
    """By number, so that a code opens with one look. What is no longer there is left out, and the phone says so."""
    numbers = nursing.numbers
    homes = {service.id: province for province, group in services.items() for service in group}
    by_id = {moment.id: moment for moment in moments}
    return {
        "cards": {
            str(number): {"slug": slug, "title": {code: text.front.title for code, text in cards[slug].texts.items()}}
            for slug, number in numbers.cards.items()
            if slug in cards
        },
        "lines": {str(number): _line(lines[name], tongues) for name, number in numbers.lines.items() if name in lines},
        "places": {str(number): [homes[name], short(uuid_of(SOURCE, "service", name))] for name, number in numbers.places.items() if name in homes},
        "notes": {str(number): {"id": name, "text": nursing.notes[name].text.root} for name, number in numbers.notes.items() if name in nursing.notes},
        "moments": {
            str(number): {"id": name, "title": {code: moment_title(by_id[name], t) for code, t in tongues.items()}}
            for name, number in numbers.moments.items()
            if name in by_id
        },
    }


def _line(line: Helpline, tongues: Mapping[str, Words]) -> dict[str, Any]:
    return {
        "id": line.id,
        "name": {code: line.name[code] for code in tongues},
        "what": {code: line.what[code] for code in tongues},
        "number": line.number or "",
        "href": f"tel:{line.tel}" if line.tel else str(line.site or ""),
    }
