"""Hands do the talking. Four fingers and a thumb, always; each is bones that a tube of skin is drawn round.

Local grid: wrist at 0 0, fingers to the right, thumb up; about 26 long at scale 1. A sleeve is the drawing's own.
"""

from __future__ import annotations

import math

from .drawing import Drawing
from .geometry import move, oval, parse

FINGER = 4.0  # how thick a finger is, line to line, at scale 1

_PALM = "M0 -2.6 C4 -4.4 8 -5.2 11 -5 L12 4.8 C8 5.4 3 4.4 0 2.6 Z "
POSES: dict[str, str] = {
    # laid on something, or waving: the back of the hand, fingers nearly together
    "flat": _PALM + "M11 -5 L19.6 -6.6 M12 -1.8 L22.4 -2.4 M12 1.5 L22 2 M11 4.8 L18.6 6.2 M4 -3.6 C6.4 -7 9 -10 12.4 -11.6",
    # fingers wide: hello, let go, peekaboo
    "wide": _PALM + "M11 -5 L18.4 -10.4 M12 -1.8 L22.2 -4.2 M12 1.5 L22 3 M10.6 4.8 L18 9.6 M3.6 -3.4 C4.6 -7 6.4 -10.6 9.4 -13.4",
    # offers: palm up, seen from the side, fingers a little bent
    "open": "M0 -2 C5 -1.6 9 -1.4 12 -1 L12 6 C8 6.4 3 4.6 0 2.8 Z "
            "M12 -1 C16 -.8 19.4 -2.4 22.4 -5 M12.4 2 C17 2.6 21 1.4 24.8 -1.6 M12 5 C17 6 20.4 5 24 2.4 M10.4 6 C14 8.8 18 8.8 21.6 6.8 "
            "M4 -1.8 C6 -5.6 7.4 -8.6 9.6 -11.4",
    # holds something thin at 19 2: first finger and thumb meet, the other three stay out of the way
    "pinch": "M0 -2.6 C4 -4.6 8 -5.4 10.4 -4.4 L10 3.4 C7 4.8 3 4.4 0 2.6 Z "
             "M10.6 -1 C14 -3 17.6 -1.8 19 1.4 M5 2.6 C9 6.4 14.6 6 18.6 3.2 M10.6 -4 C15 -7 19 -6.4 22.4 -4 "
             "M8.6 -5 C12.6 -10.4 17 -11.4 21.6 -9.4 M6 -4.6 C9 -11.6 13 -14.6 17.4 -14.4",
    # points
    "point": "M0 -2.6 C4 -4.4 8 -5.2 10.6 -5 L11 4.8 C8 5.4 3 4.4 0 2.6 Z "
             "M10.6 -4.4 L23.6 -6 M11.4 -1 L15.4 -.6 M11.4 2.4 L14.8 2.8 M10.4 5.4 L13.6 6 M4.4 -3.4 C7.4 -5.8 9.8 -8.2 13 -9.4",
    # folded round something: four short fingers come back over it, the thumb lies along
    "hold": "M0 -2.6 C4 -4.6 7 -5.4 9.4 -5.2 L10 5 C7 5.4 3 4.4 0 2.6 Z "
            "M9 -5 L14 -5.2 M10 -1.8 L15.2 -1.8 M10 1.6 L15 1.8 M9.4 5 L13.8 5.2 M3.6 -3.8 C6 -7.4 8.6 -8.6 12 -9",
}
_FIST = "M0 4 C3 0 9 -1 12 3 C14 7 12 12 7 12 C2 12 -1 8 0 4 Z"


def hand(d: Drawing, pose: str, x: float, y: float, s: float = 1.0, rot: float = 0, flip: bool = False, skin: int = 1) -> None:
    """A grown-up's hand with its wrist at x, y."""
    d.tube(f"skin-{skin}", move(POSES[pose], x, y, s, rot, flip), FINGER * s, pen=1.9, amp=0.2, solid=True)


def fist(d: Drawing, x: float, y: float, s: float = 1.0, skin: int = 1) -> None:
    """A baby's fist, its left top at x, y."""
    d.both(f"skin-{skin}", move(_FIST, x, y, s), dx=0.5, dy=0.5, amp=0.3)


def arm(d: Drawing, sleeve: str, path: str, pose: str = "flat", s: float = 0.85, *, rot: float | None = None,
        flip: bool = False, skin: int = 1, width: float = 9.5, joined: bool = True) -> None:
    """A sleeve along `path` with a hand at its end. Without `rot` the hand goes on where the arm was going.

    `joined` opens the shoulder into the body it comes from.
    """
    end = parse(path)[-1].segments[-1]
    (x0, y0), (x, y) = end[-2], end[-1]
    if rot is None:
        rot = math.degrees(math.atan2(y - y0, x - x0))
        rot = rot - 180 if flip else rot
    hand(d, pose, x, y, s, rot, flip, skin)
    d.tube(sleeve, path, width)
    x, y = parse(path)[0].start
    if joined and 0 < x < d.w and 0 < y < d.h:
        d.line(f"M{x} {y} L{x} {y}", pen=round(width + d.pen + 1, 1), colour=sleeve)


def little_arm(d: Drawing, sleeve: str, path: str, skin: int = 1, width: float = 6.0) -> None:
    """A child's arm with a round hand at its end."""
    x, y = parse(path)[-1].segments[-1][-1]
    d.tube(sleeve, path, width, pen=2.2)
    d.both(f"skin-{skin}", oval(x, y, width * 0.58, width * 0.58), dx=0.4, dy=0.4, amp=0.2)
