"""Holds content/nurse against the rest of the content: everything has a number, every contact moment a set that fits. Pure."""

from collections.abc import Collection, Iterator, Mapping

from imh_parents.cards.models import Card
from imh_parents.faults import Fault
from imh_parents.nurse.models import Nursing, ReadySet
from imh_parents.village.models import ContactMoment

NUMBERS = "content/nurse/numbers.yaml"
READY = "content/nurse/ready.yaml"


def nursing_faults(
    nursing: Nursing,
    cards: Mapping[str, Card],
    slugs: Collection[str],
    lines: Collection[str],
    places: Collection[str],
    moments: Collection[ContactMoment],
) -> Iterator[Fault]:
    """Every fault between content/nurse and the rest. `slugs` also names cards that cannot be read: those have faults of their own."""
    numbers = nursing.numbers
    if numbers.cards:  # without, the file itself has a fault already
        yield from _without_number("cards", cards, numbers.cards)
        yield from _without_number("lines", lines, numbers.lines)
        yield from _without_number("places", places, numbers.places)
        yield from _without_number("notes", nursing.notes, numbers.notes)
        yield from _without_number("moments", [moment.id for moment in moments], numbers.moments)
    for moment in moments:
        if moment.id not in nursing.ready:
            yield Fault(READY, 0, moment.id, "has no ready set", "Write one: a nurse chooses the moment and expects cards")
    by_id = {moment.id: moment for moment in moments}
    for ready in nursing.ready.values():
        if ready.moment not in by_id:
            yield Fault(READY, 0, ready.moment, "is not a contact moment", f"Use one of: {', '.join(by_id)}")
            continue
        yield from _set_faults(ready, by_id[ready.moment], nursing, cards, slugs, lines)


def _without_number(part: str, names: Collection[str], numbers: Mapping[str, int]) -> Iterator[Fault]:
    free = len(numbers)
    for name in sorted(set(names) - numbers.keys()):
        free += 1
        key = f'"{name}"' if name.isdigit() else name
        yield Fault(NUMBERS, 0, part, f"{name!r} has no number, so no set can hold it", f"Add this line at the end of {part}: {key}: {free}")


def _set_faults(
    ready: ReadySet, moment: ContactMoment, nursing: Nursing, cards: Mapping[str, Card], slugs: Collection[str], lines: Collection[str]
) -> Iterator[Fault]:
    def fault(problem: str, remedy: str) -> Fault:
        return Fault(READY, 0, ready.moment, problem, remedy)

    if twice := {slug for slug in ready.cards if ready.cards.count(slug) > 1}:
        yield fault(f"holds {', '.join(sorted(twice))} twice", "Name each card once")
    for slug in ready.cards:
        if slug not in slugs:
            yield fault(f"there is no card {slug!r}", "Use the name of a folder in content/cards")
        if not (card := cards.get(slug)):
            continue
        if not card.meta.age.span.overlaps(moment.span):
            yield fault(f"the card {slug!r} is for {card.meta.age.first} to {card.meta.age.last}", f"Choose a card that fits {moment.age}")
        if not card.unasked:
            yield fault(f"the card {slug!r} is a heavy one", "Leave it to the nurse to add, in the conversation")
    for line in ready.lines:
        if line not in lines:
            yield fault(f"there is no help line {line!r}", "Use an id of helplines.yaml")
    if ready.note and ready.note not in nursing.notes:
        yield fault(f"there is no note {ready.note!r}", f"Use one of: {', '.join(nursing.notes)}")
