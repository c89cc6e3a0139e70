"""Columns of a small chart, in whole numbers of its own box. Pure; the page draws them as plain SVG, with a table beneath.

The chart libraries at hand write inline styles or scripts of their own, which the policy of these pages refuses, and know
nothing of our colours at night.
"""

from collections.abc import Sequence
from dataclasses import dataclass

WIDTH, HEIGHT, ABOVE = 336, 112, 20  # ABOVE is the room for the number on top of the highest column
GAP = 6


@dataclass
class Column:
    """One week. `words` is its number as it may be told; a column that may not be told has no height."""

    label: str
    words: str
    x: int
    y: int
    width: int
    height: int
    middle: int
    told: bool


def columns(rows: Sequence[tuple[str, int | None]], low: str) -> list[Column]:
    """A column for each label and count; `low` is said where the count may not be told."""
    if not rows:
        return []
    step = WIDTH // len(rows)
    most = max((count or 0 for _, count in rows), default=0) or 1
    found = []
    for index, (label, count) in enumerate(rows):
        height = round((HEIGHT - ABOVE) * (count or 0) / most)
        x = index * step + GAP // 2
        found.append(Column(label, low if count is None else str(count), x, HEIGHT - height, step - GAP, height, index * step + step // 2, count is not None))
    return found
