"""The village: houses whose windows light up, pollard willows, poplars. Light always means people."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from .drawing import Drawing
from .geometry import move, oval


@dataclass(frozen=True)
class House:
    """Where a house stands and how. x, y = ground, left; `lean` makes it that much crooked; `lit` = windows with light."""

    x: float
    y: float
    w: float
    h: float
    lean: float = 0.0
    lit: Collection[int] = ()
    wall: str = "white-patch"
    roof: str = "clay-patch"
    door: str = "clay-patch"

    @property
    def top(self) -> float:
        """Where the wall ends."""
        return self.y - self.h

    @property
    def rise(self) -> float:
        """How high the roof goes."""
        return self.w * 0.62

    @property
    def sides(self) -> str:
        """The two walls as lines."""
        a, b = self.x + self.lean, self.x + self.w + self.lean
        return f"M{self.x} {self.y} L{a} {self.top} M{b} {self.top} L{self.x + self.w} {self.y} "


def window(d: Drawing, x: float, y: float, w: float, h: float, lit: bool, cross: bool = True) -> None:
    """A window, with or without light."""
    q = f"M{x} {y} L{x + w} {y} L{x + w} {y + h} L{x} {y + h} Z"
    d.patch("lamp" if lit else "pane", q, dx=0.7, dy=0.7, amp=0.3)
    d.line(q + (f" M{x + w / 2} {y} L{x + w / 2} {y + h}" if cross else ""), pen=round(d.pen * 0.72, 2))


def _gable(d: Drawing, p: House) -> None:
    a, b, t, peak = p.x + p.lean, p.x + p.w + p.lean, p.top, p.x + p.w / 2 + p.lean * 1.6
    d.patch(p.roof, f"M{a - 3} {t} L{peak} {t - p.rise} L{b + 3} {t} Z")
    d.line(f"{p.sides} M{a - 4} {t + 2} L{peak} {t - p.rise} L{b + 4} {t + 2} M{a} {t} L{b} {t}")
    c = p.x + p.w * 0.72 + p.lean
    d.line(f"M{c} {t - p.rise * .62} L{c} {t - p.rise * .98} L{c + p.w * .13} {t - p.rise * .98} "
           f"L{c + p.w * .13} {t - p.rise * .36}")


def _stepped(d: Drawing, p: House) -> None:
    a, b, t, s, u = p.x + p.lean, p.x + p.w + p.lean, p.top, p.w / 6, p.rise / 2.6
    stairs = (f"L{a + s} {t - u} L{a + 2 * s} {t - u} L{a + 2 * s} {t - 2 * u} L{a + 2.5 * s} {t - 2 * u} "
              f"L{a + 2.5 * s} {t - 2.7 * u} L{a + 3.5 * s} {t - 2.7 * u} L{a + 3.5 * s} {t - 2 * u} L{a + 4 * s} {t - 2 * u} "
              f"L{a + 4 * s} {t - u} L{a + 5 * s} {t - u} L{a + 5 * s} {t}")
    d.patch(p.wall, f"M{a + s} {t} {stairs} Z")
    d.line(f"M{p.x} {p.y} L{a} {t} L{a + s} {t} {stairs} L{b} {t} L{p.x + p.w} {p.y}")
    d.line(oval(a + 3 * s, t - u * 0.9, p.w * 0.07), pen=round(d.pen * 0.72, 2))


def _farm(d: Drawing, p: House) -> None:
    a, b, t, i = p.x + p.lean, p.x + p.w + p.lean, p.top, p.w * 0.13
    d.patch(p.roof, f"M{a - 4} {t} L{a + i} {t - p.rise * .55} L{b - i} {t - p.rise * .55} L{b + 4} {t} Z")
    d.line(f"{p.sides} M{a - 5} {t} L{a + i} {t - p.rise * .55} L{b - i} {t - p.rise * .55} L{b + 5} {t} Z")


def _flat(d: Drawing, p: House) -> None:
    a, b, t = p.x + p.lean, p.x + p.w + p.lean, p.top
    d.patch(p.roof, f"M{a - 1} {t} L{b + 1} {t} L{b + 1} {t - 4} L{a - 1} {t - 4} Z")
    d.line(f"{p.sides} M{a - 3} {t} L{b + 3} {t}")
    cols, rows = (2 if p.w < 30 else 3), max(2, int(p.h // 15))
    ww, n = p.w / (cols * 1.75), 0
    for r in range(rows):
        for c in range(cols):
            n += 1
            left = p.x + p.lean * (1 - r / rows) + p.w * (c + 0.5) / cols - ww / 2
            window(d, left, t + 5 + r * (p.h - 14) / rows, ww, min(9, (p.h - 14) / rows - 4), n in p.lit, False)
    x = p.x + p.w / 2 - 3
    d.both(p.door, f"M{x} {p.y} L{x} {p.y - 9} L{x + 6} {p.y - 9} L{x + 6} {p.y}", dx=0.6, dy=0.4)


def _openings(d: Drawing, p: House, wide: bool) -> None:
    """Windows and door of every house that is not a block of flats."""
    n, tall = 0, p.h > p.w * 1.15
    ww, wh = (p.w * 0.13, p.h * 0.34) if wide else (p.w * 0.24, p.h * 0.27)
    if tall and not wide:
        for c in (0.16, 0.6):
            n += 1
            window(d, p.x + p.lean * 0.9 + p.w * c, p.top + p.h * 0.1, ww, wh * 0.9, n in p.lit)
    places = (0.1, 0.3, 0.76) if wide else (0.6,) if tall or p.h <= p.w * 0.75 else (0.16, 0.6)
    drop = 0.3 if wide else 0.46 if tall else 0.1
    for c in places:
        n += 1
        window(d, p.x + p.lean * 0.6 + p.w * c, p.top + p.h * drop, ww, wh, n in p.lit)
    dw, dh = (p.w * 0.13, p.h * 0.66) if wide else (p.w * 0.24, p.h * 0.42)
    x, top = p.x + p.w * (0.53 if wide else 0.2), p.y - dh
    d.both(p.door, f"M{x} {p.y} L{x + p.lean * .3} {top} L{x + dw + p.lean * .3} {top} L{x + dw} {p.y}", dx=0.8, dy=0.5)


def house(d: Drawing, kind: str, p: House) -> None:
    """A house: gable, step (stepped gable), farm or flat."""
    a, b = p.x + p.lean, p.x + p.w + p.lean
    d.patch(p.wall, f"M{p.x} {p.y} L{a} {p.top} L{b} {p.top} L{p.x + p.w} {p.y} Z")
    {"gable": _gable, "step": _stepped, "farm": _farm, "flat": _flat}[kind](d, p)
    if kind != "flat":
        _openings(d, p, kind == "farm")


_TREES = {
    "poplar": ("M0 -8 C-8 -12 -9 -30 0 -44 C9 -30 8 -12 0 -8 Z", "M0 0 L0 -30 M0 -14 L4 -20 M0 -19 L-4 -25"),
    "knot": ("M-13 -20 C-15 -30 -6 -36 0 -34 C8 -37 16 -29 13 -20 C6 -15 -7 -15 -13 -20 Z",
             "M-3 0 C-2 -7 -4 -12 -4 -17 M4 0 C3 -7 4 -12 4 -17 M-4 -17 L-11 -27 M-1 -18 L-4 -31 M2 -18 L4 -31 M4 -17 L12 -26"),
    "round": ("M-11 -16 C-15 -26 -5 -34 2 -32 C12 -32 15 -20 10 -14 C4 -9 -7 -9 -11 -16 Z",
              "M0 0 L0 -20 M0 -12 L6 -19 M0 -9 L-5 -14"),
}


def tree(d: Drawing, x: float, y: float, s: float = 1.0, kind: str = "round", colour: str = "sage-patch") -> None:
    """A tree with its foot at x, y: round, poplar, or knot (the pollard willow along every Flemish ditch)."""
    crown, wood = _TREES[kind]
    d.patch(colour, move(crown, x, y, s)).line(move(wood, x, y, s))
