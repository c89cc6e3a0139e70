"""Plain path geometry: read a path, cut it up, move it, write numbers. Knows nothing of colour or of the hand's wobble."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, field
from itertools import pairwise

Point = tuple[float, float]
Segment = list[Point]  # two points: a straight bit; four: a cubic curve

_TOKEN = re.compile(r"([MLCQZ])|(-?\d*\.?\d+)")
_ARGS = {"M": 1, "L": 1, "C": 3, "Q": 2, "Z": 0}


@dataclass
class Subpath:
    """One stroke of the pen: where it starts, its segments, and whether it comes back."""

    start: Point
    closed: bool = False
    segments: list[Segment] = field(default_factory=list)


def between(a: Point, b: Point, t: float) -> Point:
    """The point a part `t` of the way from a to b."""
    return a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])


def _segment(cmd: str, at: Point, args: list[Point]) -> Segment:
    if cmd == "Q":
        q, end = args
        return [at, between(at, q, 2 / 3), between(end, q, 2 / 3), end]
    return [at, *args]


def parse(path: str) -> list[Subpath]:
    """Read absolute M L C Q Z path data."""
    toks = [a or b for a, b in _TOKEN.findall(path)]
    subs: list[Subpath] = []
    at = (0.0, 0.0)
    cmd, i = "M", 0
    while i < len(toks):
        if toks[i] in _ARGS:
            cmd = toks[i]
            i += 1
        if cmd == "Z":
            subs[-1].closed = True
            at = subs[-1].start
            continue
        n = _ARGS[cmd]
        args = [(float(toks[i + 2 * k]), float(toks[i + 2 * k + 1])) for k in range(n)]
        i += 2 * n
        if cmd == "M":
            subs.append(Subpath(args[0]))
            cmd = "L"
        else:
            subs[-1].segments.append(_segment(cmd, at, args))
        at = args[-1]
    return subs


def length(seg: Segment) -> float:
    """About how long a segment is: between its chord and its control lines."""
    hull = sum(math.dist(a, b) for a, b in pairwise(seg))
    return (hull + math.dist(seg[0], seg[-1])) / 2


def as_curve(seg: Segment) -> Segment:
    """A straight bit as a cubic, so that it can bend."""
    return seg if len(seg) == 4 else [seg[0], between(seg[0], seg[1], 1 / 3), between(seg[0], seg[1], 2 / 3), seg[1]]


def split(curve: Segment, n: int) -> list[Segment]:
    """A cubic cut into n cubics (de Casteljau)."""
    out: list[Segment] = []
    a, b, c, d = curve
    for k in range(n, 1, -1):
        t = 1 / k
        ab, bc, cd = between(a, b, t), between(b, c, t), between(c, d, t)
        abc, bcd = between(ab, bc, t), between(bc, cd, t)
        mid = between(abc, bcd, t)
        out.append([a, ab, abc, mid])
        a, b, c = mid, bcd, cd
    return [*out, [a, b, c, d]]


def number(v: float) -> str:
    """One decimal, no zero that can be missed."""
    s = f"{v:.1f}".removesuffix(".0")
    if s in ("-0", "0"):
        return "0"
    return s.replace("0.", ".", 1) if s.lstrip("-").startswith("0.") else s


def numbers(values: list[float]) -> str:
    """Numbers in a row with as few separators as path data allows."""
    out = ""
    for v in values:
        s = number(v)
        last = re.split(r"[ -]", out)[-1] if out else ""
        glued = s.startswith("-") or (s.startswith(".") and "." in last)
        out += s if not out or glued else " " + s
    return out


def oval(cx: float, cy: float, rx: float, ry: float | None = None, rot: float = 0) -> str:
    """An oval as path data, turned by `rot` degrees."""
    ry = rx if ry is None else ry
    k = 0.5523
    a = math.radians(rot)

    def r(x: float, y: float) -> str:
        return f"{cx + x * math.cos(a) - y * math.sin(a):.2f} {cy + x * math.sin(a) + y * math.cos(a):.2f}"

    return (f"M{r(0, -ry)}C{r(rx * k, -ry)} {r(rx, -ry * k)} {r(rx, 0)}C{r(rx, ry * k)} {r(rx * k, ry)} {r(0, ry)}"
            f"C{r(-rx * k, ry)} {r(-rx, ry * k)} {r(-rx, 0)}C{r(-rx, -ry * k)} {r(-rx * k, -ry)} {r(0, -ry)}Z")


def move(path: str, tx: float = 0, ty: float = 0, s: float = 1.0, rot: float = 0, flip: bool = False) -> str:
    """Place path data somewhere else: scaled, turned by `rot` degrees, mirrored when `flip`."""
    ca, sa = math.cos(math.radians(rot)), math.sin(math.radians(rot))
    out: list[str] = []
    pending: list[float] = []
    for cmd, num in _TOKEN.findall(path):
        if cmd:
            out.append(cmd)
            continue
        pending.append(float(num))
        if len(pending) == 2:
            x, y = pending[0] * (-s if flip else s), pending[1] * s
            out.append(f"{x * ca - y * sa + tx:.2f} {x * sa + y * ca + ty:.2f}")
            pending.clear()
    return " ".join(out)


def bounds(path: str) -> tuple[float, float, float, float]:
    """Left, top, right, bottom of path data, control points included."""
    pts = [p for sub in parse(path) for seg in sub.segments for p in seg]
    xs, ys = [p[0] for p in pts], [p[1] for p in pts]
    return min(xs), min(ys), max(xs), max(ys)
