"""What content/nurse holds: the numbers a code is written in, the fixed notes, and a ready set for each contact moment.

The code itself is written and read on the phone (web/set-code.js), and in nurse/code.py for paper.
"""

from dataclasses import dataclass, field
from typing import Annotated

from pydantic import AfterValidator, Field

from imh_parents.content.fields import Content, Localized, Slug, Text

MOST_CARDS = 6
MOST_HELP = 4  # lines and places together
LONGEST_NOTE = 120  # characters
HIGHEST = 16383  # two bytes of the code; web/set-code.js holds the same four, and a test compares them

Number = Annotated[int, Field(ge=1, le=HIGHEST)]


class Numbers(Content):
    """numbers.yaml: the number of everything a set can name, by its id. Rows are added at the end and never taken away."""

    cards: dict[str, Number]
    lines: dict[str, Number]
    places: dict[str, Number]
    notes: dict[str, Number]
    moments: dict[str, Number]


def _short(text: Localized) -> Localized:
    if long := [code for code, words in text.root.items() if len(words) > LONGEST_NOTE]:
        raise ValueError(f"is longer than {LONGEST_NOTE} characters in {', '.join(long)} | Make it shorter; a code has to stay small")
    return text


class Note(Content):
    """A short text that can stand on a set in every language."""

    id: Slug
    text: Annotated[Localized, AfterValidator(_short)]


class ReadySet(Content):
    """What stands there when a nurse chooses a contact moment. `say` is said aloud, so it is Dutch."""

    moment: Text
    cards: tuple[Slug, ...] = Field(min_length=3, max_length=5)
    lines: tuple[str, ...] = Field(default=(), max_length=MOST_HELP)
    note: Slug | None = None
    say: Text

    @property
    def id(self) -> str:
        return self.moment


@dataclass(frozen=True)
class Nursing:
    """All of content/nurse; `ready` by contact moment."""

    numbers: Numbers = field(default_factory=lambda: Numbers(cards={}, lines={}, places={}, notes={}, moments={}))
    notes: dict[str, Note] = field(default_factory=dict)
    ready: dict[str, ReadySet] = field(default_factory=dict)
