"""Plain path geometry: read a path, sample it, move it, write numbers. Knows nothing of colour or of the hand's wobble."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, field

Point = tuple[float, float]
Run = list[Point]

_TOKEN = re.compile(r"([MLCQZ])|(-?\d*\.?\d+)")
_ARGS = {"M": 1, "L": 1, "C": 3, "Q": 2, "Z": 0}
_CURVE_SAMPLES = 24
_CORNER = 0.5  # radians: a sharper turn than this stays a corner


@dataclass
class Subpath:
    """One stroke of the pen: its segments, and whether it comes back to its start."""

    closed: bool = False
    segments: list[Run] = field(default_factory=list)


def _cubic(a: Point, b: Point, c: Point, d: Point) -> Run:
    out: Run = []
    for k in range(_CURVE_SAMPLES + 1):
        t = k / _CURVE_SAMPLES
        u = 1 - t
        w = (u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t)
        out.append((w[0] * a[0] + w[1] * b[0] + w[2] * c[0] + w[3] * d[0],
                    w[0] * a[1] + w[1] * b[1] + w[2] * c[1] + w[3] * d[1]))
    return out


def _segment(cmd: str, at: Point, args: list[Point]) -> Run:
    if cmd == "C":
        return _cubic(at, args[0], args[1], args[2])
    if cmd == "Q":
        q, e = args
        c1 = (at[0] + 2 / 3 * (q[0] - at[0]), at[1] + 2 / 3 * (q[1] - at[1]))
        c2 = (e[0] + 2 / 3 * (q[0] - e[0]), e[1] + 2 / 3 * (q[1] - e[1]))
        return _cubic(at, c1, c2, e)
    return [at, args[-1]]


def parse(path: str) -> list[Subpath]:
    """Read absolute M L C Q Z path data into sampled subpaths."""
    toks = [a or b for a, b in _TOKEN.findall(path)]
    subs: list[Subpath] = []
    at = start = (0.0, 0.0)
    cmd, i = "M", 0
    while i < len(toks):
        if toks[i] in _ARGS:
            cmd = toks[i]
            i += 1
        if cmd == "Z":
            if math.dist(at, start) > 0.01:
                subs[-1].segments.append([at, start])
            subs[-1].closed = True
            at = start
            continue
        n = _ARGS[cmd]
        args = [(float(toks[i + 2 * k]), float(toks[i + 2 * k + 1])) for k in range(n)]
        i += 2 * n
        if cmd == "M":
            at = start = args[0]
            subs.append(Subpath())
            cmd = "L"
            continue
        subs[-1].segments.append(_segment(cmd, at, args))
        at = args[-1]
    return subs


def runs_between_corners(segments: list[Run]) -> list[Run]:
    """Join segments whose directions agree, so that only real corners stay corners."""
    runs: list[Run] = []
    for seg in segments:
        if runs:
            a, b = runs[-1][-2], runs[-1][-1]
            k = next((p for p in seg[1:] if math.dist(p, seg[0]) > 0.05), seg[-1])
            turn = math.atan2(k[1] - b[1], k[0] - b[0]) - math.atan2(b[1] - a[1], b[0] - a[0])
            if abs((turn + math.pi) % (2 * math.pi) - math.pi) < _CORNER:
                runs[-1] += seg[1:]
                continue
        runs.append(list(seg))
    return runs


def resample(pts: Run, step: float) -> Run:
    """The same run, with points about `step` apart."""
    along = [0.0]
    for a, b in zip(pts, pts[1:], strict=False):
        along.append(along[-1] + math.dist(a, b))
    least = 1 if len(pts) == 2 else 5 if pts[0] == pts[-1] else 3
    n = max(least, round(along[-1] / step))
    out: Run = []
    j = 0
    for k in range(n + 1):
        t = along[-1] * k / n
        while j < len(along) - 2 and along[j + 1] < t:
            j += 1
        f = (t - along[j]) / ((along[j + 1] - along[j]) or 1)
        out.append((pts[j][0] + f * (pts[j + 1][0] - pts[j][0]), pts[j][1] + f * (pts[j + 1][1] - pts[j][1])))
    return out


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
    """Left, top, right, bottom of sampled path data."""
    pts = [p for sub in parse(path) for seg in sub.segments for p in seg]
    xs, ys = [p[0] for p in pts], [p[1] for p in pts]
    return min(xs), min(ys), max(xs), max(ys)
