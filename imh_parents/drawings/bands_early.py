"""The road, first half: from a secret to sitting on the floor together. One small scene a stretch."""

from __future__ import annotations

from .drawing import Drawing
from .figures import bust, profile
from .geometry import oval
from .hands import arm, fist, little_arm
from .people import back_head, head


def geheim() -> Drawing:
    """Early pregnancy: two hands round a small light."""
    d = Drawing("band-01")
    d.patch("honey-tint", oval(48, 40, 34, 33), dx=0, dy=0)
    d.both("lamp", oval(48, 40, 9), dx=1, dy=1)
    d.line("M48 24 L48 17 M34 28.6 L29.4 23.6 M62 28.6 L66.6 23.6 M30 42 L23 42 M66 42 L73 42", pen=2.3)
    arm(d, "plum-patch", "M0 106 C4 94 11 84 19 77", "open", 1.25, rot=-14, skin=2, width=13)
    arm(d, "plum-patch", "M96 106 C92 94 85 84 77 77", "open", 1.25, rot=14, flip=True, skin=2, width=13)
    return d


def buik() -> Drawing:
    """Halfway: an own hand on the belly, another's hand coming in."""
    d = Drawing("band-02")
    d.patch("honey-patch", "M22 99 C20 76 22 56 36 48 L50 48 C58 52 58 58 62 64 C76 72 78 90 68 99 Z")
    d.line("M22 99 C20 76 22 58 34 49 M51 48 C58 52 58 58 62 64 C76 72 78 90 68 99")
    head(d, 42, 29, 14.5, 4, "bun", mood="calm", lookdown=1.5, rot=6)
    arm(d, "honey-patch", "M33 60 C27 72 28 82 37 80", "flat", 0.95, rot=-8, skin=4, width=10.5)
    arm(d, "sky-patch", "M106 62 L90 68", "flat", 0.95, rot=-22, flip=True, skin=1, width=11)
    return d


def klaar() -> Drawing:
    """Late pregnancy: a cradle ready, a window lit."""
    d = Drawing("band-03")
    d.both("lamp", "M54 8 L88 7 L88 42 L54 42 Z", dx=1.2, dy=1)
    d.line("M71 8 L71 42 M54 24 L88 24", pen=2).line("M50 44 L92 43")
    d.line("M26 4 L26 22 M14 22 L38 22 M16 22 L16 30 M36 22 L36 32", pen=2)
    d.both("clay-patch", oval(16, 33, 3.4), dx=0.4, dy=0.4).both("sage-patch", "M26 24 L30 33 L22 33 Z", dx=0.4, dy=0.4)
    d.both("sky-patch", oval(36, 35, 3.4), dx=0.4, dy=0.4)
    d.patch("white-patch", "M18 66 L78 66 L77 77 L19 77 Z", dx=0, dy=0)
    d.line("M16 66 L80 66 M28 56 L28 77 M38 56 L38 77 M48 56 L48 77 M58 56 L58 77 M68 56 L68 77", pen=2.1)
    d.tube("honey-patch", "M17 55 C34 57.6 62 57.6 79 55 M18 79 L78 79 M15 49 L19 84 M81 49 L77 84", 5.4, pen=2.2)
    d.line("M6 83 C26 95 70 95 90 83")
    return d


def eerste_weken() -> Drawing:
    """0 to 6 weeks: someone new, lying on a chest."""
    d = Drawing("band-04")
    d.both("sky-patch", "M6 60 C0 42 2 18 12 11 C30 6 50 7 62 12 C70 24 69 46 62 60 Z", dx=1.4, dy=1.2)
    d.patch("sage-patch", "M0 99 C4 78 14 62 32 56 L50 54 C72 58 86 74 92 99 Z")
    d.line("M0 92 C6 76 14 64 26 58 M58 57 C76 64 86 78 91 98")
    d.patch("skin-3", "M34 56 L50 54 C54 64 52 76 46 84 C38 76 34 66 34 56 Z", dx=0, dy=0)
    head(d, 36, 36, 15, 3, "long", mood="tired", lookdown=1, rot=10)
    d.both("honey-patch", "M46 66 C54 56 74 60 80 72 C84 82 78 92 68 92 C56 92 46 84 44 76 Z")
    head(d, 48, 68, 10.5, 3, "baby", mood="", rot=-40)
    d.line("M41 71.6 C42.6 72.6 44.4 71.8 44.8 70 M47.6 66 C49.2 67 51 66.2 51.4 64.4 M49 73 C50.6 73.4 52 72.4 52.4 71", pen=2)
    arm(d, "sage-patch", "M90 100 C90 92 88 88 84 84", "flat", 0.95, rot=14, flip=True, skin=3, width=10.5)
    return d


def huiluren() -> Drawing:
    """6 weeks to 2 months: carried up and down at dusk, and still crying."""
    d = Drawing("band-05")
    d.patch("honey-tint", "M0 70 C0 30 20 10 48 10 C76 10 96 30 96 70 Z", dx=0, dy=0)
    d.patch("clay-patch", oval(18, 58, 10), dx=0, dy=0)
    d.line("M0 70.6 L24 69.6 M82 69.8 L96 70.4")
    d.line("M84 34 C86 38 86 40 84 42 M88 30 C92 36 92 42 88 48", pen=2.2)
    d.both("honey-patch", "M52 52 C58 44 72 44 75 54 L70 68 L54 68 Z")
    head(d, 64, 38, 13, 1, "baby", "hair-2", mood="cry", rot=8)
    bust(d, "sky-patch", 44, 58, 30)
    back_head(d, 38, 36, 15, "short", "hair-1", 2)
    fist(d, 66, 52, 0.85, 1)
    fist(d, 53, 54, 0.8, 1)
    return d


def gezicht() -> Drawing:
    """3 to 4 months: face to face."""
    d = Drawing("band-06")
    bust(d, "plum-patch", 16, 58, 24, left=False)
    profile(d, 24, 36, 1.4, 4, "curl", mood="smile")
    d.both("honey-patch", "M66 48 C60 56 58 70 62 80 C68 86 82 86 88 80 C90 68 88 56 82 48 Z")
    d.tube("honey-patch", "M68 82 C66 86 66 88 68 91 M82 82 C84 86 84 88 82 91", 7)
    profile(d, 73, 34, 1.16, 2, "baby", "hair-1", flip=True, baby=True, mood="open")
    arm(d, "plum-patch", "M14 76 C26 86 40 84 51 74", "flat", 0.95, rot=-20, skin=4, width=10.5)
    return d


def op_de_vloer() -> Drawing:
    """5 to 6 months: belly on the floor, and someone on the floor too."""
    d = Drawing("band-07")
    d.patch("sage-tint", "M0 84 L96 84 L96 96 L0 96 Z", dx=0, dy=0).line("M0 84 C30 83 66 85 96 84")
    d.both("plum-patch", "M98 50 C84 52 74 60 70 70 C68 78 70 82 74 83.6 L98 83.6", dx=1.2, dy=0)
    profile(d, 64, 46, 1.3, 1, "short", "hair-3", flip=True, mood="smile", rot=-4)
    d.line(oval(54.6, 44.4, 4.2, 4) + " M58.6 44 L66.4 46", pen=1.8, amp=0.3)
    arm(d, "plum-patch", "M80 79.4 L66 79.4", "flat", 0.85, rot=0, flip=True, skin=1, width=9.5, joined=False)
    d.both("honey-patch", "M2 74 C6 66 20 64 30 70 C33 76 31 82 26 83.4 L6 83.4 C1 82 0 78 2 74 Z", dx=1.2, dy=0)
    profile(d, 25, 57, 1.1, 2, "baby", baby=True, mood="open", rot=-8)
    little_arm(d, "honey-patch", "M25 74 C27 78 30 80 34 81", 2, 6.6)
    return d


BANDS = (geheim, buik, klaar, eerste_weken, huiluren, gezicht, op_de_vloer)
