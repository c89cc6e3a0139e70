"""The hand: redraws plain geometry the way a relaxed hand would. Slow noise, corners stay corners, short curves.

Same seed, same line. What colour it gets is up to `drawing.py`.
"""

from __future__ import annotations

import math
import random

from .geometry import Point, Segment, as_curve, length, number, numbers, parse, split

_LEAN = 0.35  # how far off a leaning control point may be


class Noise:
    """A slow drift over the sheet, so that lines near each other tremble together."""

    def __init__(self, seed: str) -> None:
        r = random.Random(seed)
        self._waves = [
            (r.uniform(0.05, 0.16), r.uniform(0, 6.28), r.uniform(0, 6.28), r.uniform(-1, 1), r.uniform(-1, 1))
            for _ in range(4)
        ]

    def at(self, x: float, y: float) -> Point:
        """How far the pen drifts at this spot."""
        dx = sum(c * math.sin(f * (x + y * 0.7) + p) for f, p, _, c, _ in self._waves) / 2
        dy = sum(e * math.sin(f * (y - x * 0.7) + q) for f, _, q, _, e in self._waves) / 2
        return dx, dy


class _Writer:
    """Writes relative path data on a grid of tenths, and remembers where the pen really is."""

    def __init__(self) -> None:
        self.out: list[str] = []
        self.at: Point = (0.0, 0.0)
        self._lean: Point | None = None  # where `s` would put the next control point

    def start(self, p: Point) -> None:
        self.at = (round(p[0], 1), round(p[1], 1))
        self.out.append("M" + numbers(list(self.at)))
        self._lean = None

    def _step(self, cmd: str, pts: list[Point]) -> None:
        self.out.append(cmd + numbers([round(v, 1) - o for p in pts for v, o in zip(p, self.at, strict=True)]))
        self.at = (round(pts[-1][0], 1), round(pts[-1][1], 1))

    def to(self, seg: Segment) -> None:
        """One segment further. Where a curve leans on the one before, `s` says enough."""
        if len(seg) == 2:
            self._step("l", [seg[1]])
            self._lean = None
            return
        if self._lean and math.dist(self._lean, seg[1]) < _LEAN:
            self._step("s", seg[2:])
        else:
            self._step("c", seg[1:])
        c = seg[2]
        self._lean = (2 * self.at[0] - c[0], 2 * self.at[1] - c[1])


def redraw(path: str, seed: str, amp: float = 0.7, step: float = 16.0, dx: float = 0.0, dy: float = 0.0) -> str:
    """Path data, redrawn by hand: every point nudged by `amp`, long bits cut into shorter ones, all moved by dx, dy."""
    noise, pen = Noise(seed), _Writer()

    def nudged(p: Point) -> Point:
        nx, ny = noise.at(*p)
        return p[0] + amp * nx + dx, p[1] + amp * ny + dy

    for sub in parse(path):
        pen.start(nudged(sub.start))
        for seg in sub.segments:
            far = length(seg)
            straight = len(seg) == 2 and far < step * 0.7
            for bit in [seg] if straight else split(as_curve(seg), max(1, round(far / step))):
                pen.to([nudged(p) for p in bit])
        if sub.closed:
            pen.out.append("z")
    return "".join(pen.out)


def dot(x: float, y: float) -> str:
    """A point that a round pen turns into a dot."""
    return f"M{number(x)} {number(y)}h.1"
