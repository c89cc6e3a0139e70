"""Whether a week leads to things that are there: cards, drawings, age bands, days of its own."""

from collections.abc import Collection, Iterator, Mapping

from imh_parents.campaign.models import Campaign, Week
from imh_parents.cards.models import Card
from imh_parents.children.bands import BAND_IDS
from imh_parents.faults import Fault


def campaign_faults(campaign: Campaign, cards: Mapping[str, Card], slugs: Collection[str], drawings: Collection[str]) -> Iterator[Fault]:
    """`slugs` are all cards that exist, also those too broken to be in `cards`."""
    for week in campaign.weeks:
        at = f"content/campaign/{week.meta.year}"
        yield from _messages(week, f"{at}/campaign.yaml", slugs)
        for path, name in [(f"{at}/campaign.yaml", week.meta.drawing), *((f"{at}/{day.meta.id}/day.yaml", day.meta.drawing) for day in week.days)]:
            if name not in drawings:
                yield Fault(path, 0, "drawing", f"{name!r} is not a drawing", "Use the name of a file in assets/drawings, without .svg")
        for day in week.days:
            for slug in day.meta.cards:
                if slug not in slugs:
                    yield Fault(f"{at}/{day.meta.id}/day.yaml", 0, "cards", f"{slug!r} is not a card", "Use the slug of a card in content/cards")
                elif slug in cards and not cards[slug].unasked:
                    yield Fault(f"{at}/{day.meta.id}/day.yaml", 0, "cards", f"{slug!r} is too heavy to show unasked", "Choose an everyday card")


def _messages(week: Week, path: str, slugs: Collection[str]) -> Iterator[Fault]:
    last = week.meta.dates.count if week.meta.dates else 7
    ids = [message.id for message in week.meta.messages]
    for message in week.meta.messages:
        field = f"messages[{message.id}]"
        if ids.count(message.id) > 1:
            yield Fault(path, 0, field, "stands here twice", "Give each message its own id")
        if message.day > last:
            yield Fault(path, 0, field, f"is for day {message.day} of {last}", "Choose a day of the week itself")
        if message.card and message.card not in slugs:
            yield Fault(path, 0, field, f"{message.card!r} is not a card", "Use the slug of a card in content/cards")
        for band in set(message.bands) - set(BAND_IDS):
            yield Fault(path, 0, field, f"{band!r} is not an age band", f"Use one of: {', '.join(BAND_IDS)}")
