"""Ready requests for a favour, as content/asks.yaml gives them."""

import re
from collections.abc import Iterable
from typing import Annotated, Literal, get_args

from pydantic import AfterValidator

from imh_parents.cards.models import Ages
from imh_parents.content.fields import Content, Localized, Slug

Situation = Literal[
    "eerste-weken", "nacht", "even-op", "praten", "ziek", "opvang-uit", "druk", "alleen", "tweeling", "zwanger", "verhuizen", "nieuw-hier",
]  # fmt: skip
SITUATIONS: tuple[Situation, ...] = get_args(Situation)  # in the order of the page
LONGEST = 200  # characters; a text message a tired parent still reads before sending


def _sendable(value: Localized) -> Localized:
    for code, words in value.root.items():
        if not words.strip():
            raise ValueError(f"is empty in {code} | Write the words that can be sent as they stand")
        if len(words) > LONGEST:
            raise ValueError(f"has {len(words)} characters in {code} | Make it at most {LONGEST}: one favour in one message")
        if "\n" in words.strip() or re.search(r"[{}<>\[\]]", words):
            raise ValueError(f"cannot be sent as it stands in {code} | Write one line of plain words, without something to fill in")
    return value


class Ask(Content):
    """One favour, ready to send. `ages` says for which children its situation is the first one shown."""

    id: Slug
    situation: Situation
    text: Annotated[Localized, AfterValidator(_sendable)]
    ages: Ages | None = None


def by_situation(asks: Iterable[Ask]) -> dict[Situation, list[Ask]]:
    """The asks of each situation that has any, in the order of the page."""
    found: dict[Situation, list[Ask]] = {situation: [] for situation in SITUATIONS}
    for ask in asks:
        found[ask.situation].append(ask)
    return {situation: rows for situation, rows in found.items() if rows}
