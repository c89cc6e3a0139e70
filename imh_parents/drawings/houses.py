"""Six houses of the street, each with light and without (`-uit`). A house with light: you can call."""

from __future__ import annotations

from dataclasses import replace

from .drawing import Drawing
from .village import House, house, tree

GROUND = 84


def _place(w: float, h: float, lean: float, wall: str, roof: str, door: str, lit: tuple[int, ...]) -> House:
    return House(48 - w / 2, GROUND, w, h, lean, lit, wall, roof, door)


STREET: tuple[tuple[str, House], ...] = (
    ("gable", _place(44, 42, 1.6, "white-patch", "clay-patch", "honey-patch", (1, 2))),
    ("step", _place(44, 46, -1.2, "honey-patch", "clay-patch", "sage-patch", (1, 2, 3))),
    ("farm", _place(68, 26, 1, "white-patch", "sage-patch", "honey-patch", (1, 2, 3))),
    ("flat", _place(42, 50, 0, "sky-patch", "plum-patch", "sage-patch", (1, 3, 5))),
    ("gable", _place(37, 48, 2, "plum-patch", "clay-patch", "honey-patch", (1, 3))),
    ("step", _place(42, 44, -1.6, "sage-patch", "clay-patch", "honey-patch", (1, 2))),
)


def _draw(name: str, kind: str, where: House, number: int) -> Drawing:
    d = Drawing(name)
    house(d, kind, where)
    d.line("M6 84.6 C30 83.6 60 85.6 91 84.4")
    if number in (1, 5):
        tree(d, 82, GROUND, 0.7, "poplar")
    if number == 6:
        tree(d, 14, GROUND, 0.7, "round")
    return d


def houses() -> list[Drawing]:
    """h1 … h6 and h1-uit … h6-uit."""
    out = []
    for n, (kind, where) in enumerate(STREET, start=1):
        out.append(_draw(f"h{n}", kind, where, n))
        out.append(_draw(f"h{n}-uit", kind, replace(where, lit=()), n))
    return out
