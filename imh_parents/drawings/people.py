"""Heads and faces. Eggs for heads, dots for eyes; the mood lives in lids and mouth. No blush, no lashes."""

from __future__ import annotations

from .drawing import Drawing
from .geometry import move, oval

HAIR = {
    "short": "M-12.5 1 C-14.5 -10 -7 -15.8 1 -15.4 C9 -15 14.5 -9 12.5 0 C11 -4 9 -7 5 -8.4 C0 -5.5 -6 -5.5 -9 -6 C-11 -4 "
             "-11.5 -2 -12.5 1 Z",
    "long": "M-12 14 C-17 4 -16 -9 -9 -13.5 C-3 -17 7 -16.4 11 -11.6 C17 -5 15 6 13 15 C10 13 10 8 11 2 C11 -3 9 -6 6 -8 "
            "C0 -4 -6 -4 -10 -2 C-11 3 -9 10 -12 14 Z",
    "bun": "M-12.5 1 C-14.5 -10 -8 -15.2 0 -15.4 C9 -15.4 14.5 -9 12.5 1 C11 -4 8 -7.6 3 -8 C-4 -7.8 -9 -6 -12.5 1 Z "
           "M-5 -15 C-9 -19 -4 -25 1 -24 C7 -24 9 -18 5 -15 Z",
    "curl": "M-13 4 C-18 2 -17 -4 -14 -5 C-17 -10 -12 -14 -9 -13 C-8 -18 -1 -18 1 -15.6 C4 -18.6 11 -16 11 -12 C16 -11 16.5 -5 "
            "14 -3.4 C17 0 16 4 13 5 C12 0 11 -4 8 -7 C3 -9 -6 -8 -9 -6 C-12 -3 -12 0 -13 4 Z",
    "bob": "M-12.6 9 C-16 -2 -14 -11 -7 -14.4 C0 -17 9 -15 12 -9 C15 -3 14.6 4 12.8 9.4 C10.6 6 11 0 9.4 -4.6 C4 -4.4 -1 -6.4 "
           "-3.6 -9 C-5 -6 -8 -4 -10 -3.4 C-11.4 1 -11 5 -12.6 9 Z",
    "tuft": "M-12 -1 C-16 2 -14 8 -11 9 C-12 5 -11.6 2 -12 -1 Z M12 -1 C16 2 14 8 11 9 C12 5 11.6 2 12 -1 Z",
    "baby": "M-4 -12.4 C-3 -16 3 -18 4 -14.6 C6 -17 9 -14 6.4 -12 C3 -13.4 -1 -13 -4 -12.4 Z",
}
_SHUT = "M-7 0 C-6 2 -3.4 2 -2.4 0 M2.4 0 C3.4 2 6 2 7 0 M-2.6 5.4 C-1 6.8 1.6 6.8 3 5.2"
_TIRED = ("M-7.6 -.2 C-6 -2.2 -3.6 -2.4 -2 -1.6 M2.4 -1.6 C4 -2.4 6.4 -2.2 8 -.2 M-6.6 3 C-5.6 4.2 -3.8 4.2 -2.8 3.2 "
          "M3.2 3.2 C4.2 4.2 6 4.2 7 3 M-2.4 7.6 C-1 8.6 1.6 8.6 3.2 7.2")
_HIJAB = "M0 -16 C-10 -16 -16 -8 -15 2 C-15 9 -18 14 -18 21 C-8 26 8 26 18 20 C16 14 15 9 15 2 C16 -9 9 -16 0 -16 Z"
_HIJAB_BACK = "M0 -14 C-9 -14 -14 -7 -13 2 C-13 9 -15 14 -15 20 C-6 23 6 23 15 20 C14 14 13 9 13 2 C14 -8 8 -14 0 -14 Z"


def face(d: Drawing, x: float, y: float, r: float, mood: str = "calm", look: float = 0, lookdown: float = 0) -> None:
    """Eyes and mouth in one of five moods: calm, shut, tired, cry, open."""
    k = r / 12
    x, y = x + look * k, y + lookdown * k
    e = 1.25 * max(k, 0.8)
    pen = round(min(2.0, 0.8 + 1.2 * k), 1)
    if mood == "shut":
        d.line(move(_SHUT, x, y, k), pen=pen)
    elif mood == "tired":
        d.line(move(_TIRED, x, y, k), pen=pen)
        d.dots(e, x - 4.4 * k, y + 0.4 * k, x + 4.8 * k, y + 0.4 * k)
    elif mood == "cry":
        d.line(move("M-8 -2 L-3.6 0 L-7.6 1.4 M8 -2 L3.6 0 L7.6 1.4", x, y, k), pen=pen)
        d.both("clay-patch", oval(x, y + 6 * k, 4 * k, 3.6 * k), dx=0, dy=0)
    elif mood == "open":
        d.dots(e, x - 4.6 * k, y - 0.6 * k, x + 4.8 * k, y - 0.6 * k)
        d.both("clay-patch", oval(x, y + 5.4 * k, 2.6 * k, 2.8 * k), dx=0, dy=0)
    else:
        d.dots(e, x - 4.6 * k, y, x + 4.8 * k, y)
        d.line(move("M-3 4.8 C-1.6 6.8 1.8 6.8 3.4 4.6", x, y, k), pen=pen)


def head(d: Drawing, x: float, y: float, r: float = 12, skin: int = 1, hair: str = "short", tone: str = "hair-1", *,
         mood: str = "calm", look: float = 0, lookdown: float = 0, rot: float = 0, scarf: str = "sage-patch") -> None:
    """A head seen from the front. `hair` may be a key of HAIR, "hijab" or "" for none; `mood` "" leaves the face empty."""
    k = r / 12
    if hair == "hijab":
        d.both(scarf, move(_HIJAB, x, y, k, rot), dx=1, dy=1)
        d.both(f"skin-{skin}", oval(x, y + 0.4 * k, 9.6 * k, 11 * k, rot), dx=0, dy=0, amp=0.2)
    else:
        d.patch(f"skin-{skin}", oval(x, y, 11.6 * k, 12.4 * k, rot), dx=1, dy=0.8)
        d.line(oval(x, y, 11.6 * k, 12.4 * k, rot))
        if hair:
            d.patch(tone, move(HAIR[hair], x, y, k, rot), dx=0, dy=0, amp=0.4)
    if mood:
        face(d, x, y, r, mood, look, lookdown)


def back_head(d: Drawing, x: float, y: float, r: float, hair: str, tone: str, skin: int = 1) -> None:
    """A head seen from behind: a scarf, or hair with two ears."""
    k = r / 12
    if hair == "hijab":
        d.both(tone, move(_HIJAB_BACK, x, y, k), dx=1, dy=1)
        return
    d.patch(f"skin-{skin}", oval(x, y, 11 * k, 12 * k), dx=1, dy=1)
    d.patch(tone, move("M-11 4 C-13 -8 -8 -14 0 -14 C9 -14 13 -7 11 4 C6 9 -5 9 -11 4 Z", x, y, k), dx=0.5, dy=0)
    ears = move("M-11 1 C-14.4 0 -14.4 6.4 -10.6 6 M11 1 C14.4 0 14.4 6.4 10.6 6", x, y, k)
    d.line(oval(x, y, 11 * k, 12 * k) + ears)
