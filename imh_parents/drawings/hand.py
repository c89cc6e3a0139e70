"""The hand: redraws plain geometry the way a relaxed hand would. Slow noise, corners stay corners, short curves.

Same seed, same line. What colour it gets is up to `drawing.py`.
"""

from __future__ import annotations

import math
import random

from .geometry import Point, Run, number, numbers, parse, resample, runs_between_corners


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

    def start(self, p: Point) -> None:
        self.at = (round(p[0], 1), round(p[1], 1))
        self.out.append("M" + numbers(list(self.at)))

    def _rel(self, pts: list[Point]) -> str:
        return numbers([round(v, 1) - o for p in pts for v, o in zip(p, self.at, strict=True)])

    def step(self, cmd: str, pts: list[Point]) -> None:
        self.out.append(cmd + self._rel(pts))
        self.at = (round(pts[-1][0], 1), round(pts[-1][1], 1))

    def run(self, pts: Run, loop: bool) -> None:
        """A smooth run: Catmull-Rom as cubics; each next one leans on the last, so `s` is enough."""
        if len(pts) == 2:
            self.step("l", [pts[1]])
            return
        for k in range(len(pts) - 1):
            p0 = pts[k - 1] if k else (pts[-2] if loop else pts[0])
            p1, p2 = pts[k], pts[k + 1]
            p3 = pts[k + 2] if k + 2 < len(pts) else (pts[1] if loop else pts[-1])
            c1 = (p1[0] + (p2[0] - p0[0]) / 6, p1[1] + (p2[1] - p0[1]) / 6)
            c2 = (p2[0] - (p3[0] - p1[0]) / 6, p2[1] - (p3[1] - p1[1]) / 6)
            if k:
                self.step("s", [c2, p2])
            else:
                self.step("c", [c1, c2, p2])


def redraw(path: str, seed: str, amp: float = 0.7, step: float = 9.0, dx: float = 0.0, dy: float = 0.0) -> str:
    """Path data, redrawn by hand: nudged by `amp`, moved by dx, dy."""
    noise, pen = Noise(seed), _Writer()
    for sub in parse(path):
        runs = runs_between_corners(sub.segments)
        for k, run in enumerate(runs):
            pts: Run = []
            for x, y in resample(run, step):
                nx, ny = noise.at(x, y)
                pts.append((x + amp * nx + dx, y + amp * ny + dy))
            if k == 0:
                pen.start(pts[0])
            pen.run(pts, sub.closed and len(runs) == 1)
        if sub.closed:
            pen.out.append("z")
    return "".join(pen.out)


def dot(x: float, y: float) -> str:
    """A point that a round pen turns into a dot."""
    return f"M{number(x)} {number(y)}h.1"
