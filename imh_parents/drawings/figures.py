"""Bodies and people seen from the side. Kept plain: a bell for a body, one line open where it runs off the sheet."""

from __future__ import annotations

from .drawing import Drawing
from .geometry import move, oval

_PROFILE = ("M-13 1 C-13 -9 -7 -14 1 -14 C8 -14 12.6 -9 13 -4 C14 -1 17.4 1.6 17 3.6 C16 5 13.6 4.6 13 6 "
            "C12.6 7.4 14 8 12.6 9.4 C11.6 10.6 12.6 11.4 11.4 12.8 C9 16 2 15.4 -2 14.4 C-9 13 -13 8 -13 1 Z")
_PROFILE_BABY = ("M-13 1 C-13 -10 -7 -14 1 -14 C8 -14 12.4 -9 12.8 -3.4 C13 -1 16 .4 15.8 2.4 C15.4 4 13.4 3.8 13 5.2 "
                 "C13.8 6.4 13 7.6 12.2 8.4 C12.6 10.6 11.4 12.4 9 13.6 C4 15.6 1 15.4 -2 14.4 C-9 13 -13 8 -13 1 Z")
_PROFILE_HAIR = {
    "short": "M10.6 -9.4 C8 -15 1 -16.6 -5 -14.6 C-14 -12 -16 -2 -12.6 7 C-10 9 -8.4 8 -8 5 C-8.6 2 -7.6 -.6 -5.4 -1.4 "
             "C-3.6 -6 4 -7.4 10.6 -9.4 Z",
    "bun": "M10.6 -9.4 C8 -15 1 -16.6 -5 -14.6 C-7 -21 -16 -22 -18.4 -16.6 C-20.6 -11.4 -17 -8 -13.6 -8 C-14.6 "
           "-2 -13 4 -10.6 8 "
           "C-8.4 6 -9 2 -7 -1 C-4 -6 4 -7 10.6 -9.4 Z",
    "curl": "M12 -9 C13 -13 8 -17 4 -15.6 C1 -19 -6 -18 -7.4 -14.6 C-13 -15 -16 -10 -14.4 -6 C-18 -3 -17 4 -14 6 "
            "C-14 9 -10 11 -8 8 "
            "C-6.6 5 -8 1 -5.4 -1.4 C-3.6 -6 4 -7.4 12 -9 Z",
    "long": "M10.6 -9.4 C8 -15 1 -16.6 -5 -14.6 C-14 -12 -17 0 -16 16 C-12 18 -7 17 -4 15 C-7 8 -7 2 -5.4 -1.4 "
            "C-3.6 -6 4 -7.4 10.6 -9.4 Z",
    "bob": "M10.6 -9.4 C8 -15 1 -16.6 -5 -14.6 C-14 -12 -17 -2 -15.4 9 C-12 11 -8 10 -5 8 C-7.4 4 -7 1 -5.4 -1.4 "
           "C-3.6 -6 4 -7.4 10.6 -9.4 Z",
    "baby": "M3 -13.4 C2 -17 8 -19 9 -15.6 C11 -17.4 13 -14 10 -11.6 C7 -13.6 5 -13.6 3 -13.4 Z",
}


def profile(d: Drawing, x: float, y: float, s: float = 1.0, skin: int = 1, hair: str = "short", tone: str = "hair-1", *,
            flip: bool = False, rot: float = 0, mood: str = "smile", baby: bool = False) -> None:
    """A head from the side, looking right (left when `flip`). Moods: smile, open, shut, flat."""
    def at(p: str) -> str:
        return move(p, x, y, s, rot, flip)

    d.both(f"skin-{skin}", at(_PROFILE_BABY if baby else _PROFILE), dx=-0.8 if flip else 0.8, dy=0.8, amp=0.4)
    if hair:
        d.patch(tone, at(_PROFILE_HAIR[hair]), dx=0, dy=0, amp=0.3)
    if mood == "shut":
        d.line(at("M5 -1 C6.4 1 8.6 1 9.6 -.6"), pen=2)
    else:
        d.line(at("M7.4 -1.4 L7.5 -1.3"), pen=round(max(2.6, 2.6 * s), 1))
    ear = "M-4.4 2.6 C-2.6 0 .4 1.4 -1.2 4.6" if hair not in ("long", "bob") else ""
    if mood == "open":
        d.patch("line", at("M13.4 7 L8 7.6 C8 10.6 10.6 12.4 13 11 Z"), dx=0, dy=0, amp=0)
    mouths = {"smile": " M12 8.6 C10.6 9.6 8.8 9.4 7.8 8", "shut": " M12 8.6 L8.6 8.4", "flat": " M12.4 9 L8.8 9.6"}
    d.line(at(ear + mouths.get(mood, "")), pen=2)


def bust(d: Drawing, colour: str, x: float, top: float, half: float, bottom: float = 99, *, lean: float = 0,
         left: bool = True, right: bool = True) -> None:
    """Shoulders down to the edge of the sheet. `left` and `right` say which contour is drawn."""
    h = bottom - top
    a = f"M{x - half} {bottom} C{x - half} {top + h * .45} {x - half * .9 + lean} {top + h * .1} {x - half * .36 + lean} {top}"
    b = f"M{x + half} {bottom} C{x + half} {top + h * .45} {x + half * .9 + lean} {top + h * .1} {x + half * .36 + lean} {top}"
    back = f"C{x + half * .9 + lean} {top + h * .1} {x + half} {top + h * .45} {x + half} {bottom} Z"
    d.patch(colour, f"{a} L{x + half * .36 + lean} {top} {back}")
    if left or right:
        d.line((a if left else "") + " " + (b if right else ""))


def smock(d: Drawing, colour: str, x: float, top: float, foot: float, w: float = 15, skin: str = "skin-1", *,
          shoe: str = "line", lean: float = 0) -> None:
    """A small child's body, standing: legs, shoes, and a smock over them."""
    hem = foot - (foot - top) * 0.24
    a, b, sole = x - w * 0.26, x + w * 0.26, foot - 0.5
    d.tube(skin, f"M{a} {hem - 2} L{a} {foot - 2} M{b} {hem - 2} L{b} {foot - 2}", 5, pen=2)
    d.line(f"M{a} {sole} L{a - 3} {sole} M{b} {sole} L{b + 3} {sole}", pen=4.4, colour=shoe)
    q = (f"M{x - w * .26 + lean} {top} C{x - w * .5} {top + 6} {x - w * .52} {hem - 5} {x - w * .58} {hem} "
         f"C{x - w * .2} {hem + 1.6} {x + w * .2} {hem + 1.6} {x + w * .58} {hem} "
         f"C{x + w * .52} {hem - 5} {x + w * .5} {top + 6} {x + w * .26 + lean} {top} Z")
    d.both(colour, q, dx=1.2, dy=1)


def glasses(d: Drawing, x: float, y: float, k: float = 1.0) -> None:
    """Two rounds and a bridge, over the eyes of a head at x, y."""
    d.line(oval(x - 4.8 * k, y, 3.9 * k, 3.7 * k) + oval(x + 5 * k, y, 3.9 * k, 3.7 * k) + f" M{x - 1 * k} {y} L{x + 1.2 * k} {y}",
           pen=1.7, amp=0.3)


def beard(d: Drawing, x: float, y: float, k: float = 1.0, tone: str = "hair-1", rot: float = 0, mouth: str = "skin-1") -> None:
    """A beard, with the mouth in it."""
    d.patch(tone, move("M-11.4 0 C-11.4 9 -7 14.6 0 14.8 C7 14.6 11.4 9 11.4 0 C9 4.6 6 4.4 3 3.6 C1 3 -1 3 -3 3.6 "
                       "C-6 4.4 -9 4.6 -11.4 0 Z", x, y, k, rot), dx=0, dy=0, amp=0.3)
    d.line(move("M-2.6 7 C-1.4 8.4 1.6 8.4 2.8 6.8", x, y, k, rot), pen=2, colour=mouth)
