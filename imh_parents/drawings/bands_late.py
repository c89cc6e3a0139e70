"""The road, second half: from peekaboo to stories. One small scene a stretch."""

from __future__ import annotations

from .drawing import Drawing
from .figures import beard, bust, glasses, profile, smock
from .geometry import oval
from .hands import arm, little_arm
from .people import back_head, head


def kiekeboe() -> Drawing:
    """7 to 9 months: gone, and there again."""
    d = Drawing("band-08")
    bust(d, "sage-patch", 48, 56, 32)
    head(d, 48, 36, 17, 2, "hijab", mood="", scarf="plum-patch")
    d.both("clay-patch", oval(50.4, 45.4, 3.8, 3.4), dx=0, dy=0)
    d.dots(1.8, 54.6, 35)
    arm(d, "sage-patch", "M18 102 C12 76 20 62 29 53", "flat", 0.95, rot=-48, skin=2, width=10, joined=False)
    arm(d, "sage-patch", "M80 102 C85 82 82 72 79 63", "wide", 0.95, rot=-78, skin=2, width=10, joined=False)
    back_head(d, 48, 83, 14, "short", "hair-1", 2)
    return d


def wijzen() -> Drawing:
    """10 to 12 months: look, there."""
    d = Drawing("band-09")
    bust(d, "sky-patch", 28, 56, 25, right=False)
    arm(d, "sky-patch", "M46 66 C56 66 64 60 69 52", "point", 0.95, rot=-44, skin=4, width=10)
    head(d, 24, 37, 15, 4, "short", mood="calm", look=3, lookdown=-1)
    d.both("honey-patch", "M40 62 C35 70 35 84 42 90 C52 95 62 90 62 80 C62 70 60 64 55 62 Z")
    little_arm(d, "honey-patch", "M54 70 C62 72 68 70 73 65", 4, 6.6)
    head(d, 48, 52, 12, 4, "curl", mood="open", look=3, lookdown=-1)
    arm(d, "sky-patch", "M13 72 C9 88 22 96 38 88", "flat", 0.95, rot=-14, skin=4, width=10.5)
    d.both("lamp", "M82 4 C72 7 68 18 73 26 C78 33 89 33 94 26 C84 26 77 15 82 4 Z", dx=0.8, dy=0.8)
    return d


def eerste_stappen() -> Drawing:
    """13 to 18 months: away, and a look back."""
    d = Drawing("band-10")
    d.patch("honey-tint", "M0 84 C30 78 66 92 96 84 L96 96 L0 96 Z", dx=0, dy=0).line("M0 86 C30 80 66 92 96 86")
    d.tube("skin-1", "M58 70 L54 84 M66 70 L73 82", 6.4)
    d.line("M53 86 L58 86 M73 84 L78 83", pen=5)
    d.both("clay-patch", "M56 48 C50 58 50 68 50 74 C56 77 68 77 75 74 C74 64 72 56 67 48 Z")
    little_arm(d, "clay-patch", "M57 54 C51 55 47 52 44 47", 1, 6.6)
    little_arm(d, "clay-patch", "M67 54 C74 55 79 51 82 46", 1, 6.6)
    head(d, 60, 35, 15, 1, "bun", "hair-2", mood="calm", look=-4)
    arm(d, "sage-patch", "M-8 42 L5 46", "open", 1.0, rot=6, skin=3, width=11.5)
    arm(d, "sage-patch", "M-8 82 L3 77", "open", 1.0, rot=-14, skin=3, width=11.5)
    return d


def eigen_wil() -> Drawing:
    """19 to 24 months: no, and someone who comes down to the same height."""
    d = Drawing("band-11")
    smock(d, "sage-patch", 26, 50, 92, 24, "skin-2")
    head(d, 26, 34, 15, 2, "curl", "hair-1", mood="")
    d.line("M18 30 L24 32.4 M35 30 L29 32.4 M22 42.6 C24.6 40.4 28 40.4 30.6 42.6", pen=2.2).dots(1.6, 21.4, 35, 31.4, 35)
    d.tube("sage-patch", "M18 56 C14 64 20 68 31 65 M34 56 C38 62 36 67 24 68", 6.6, pen=2.2)
    d.both("plum-patch", "M62 56 C54 66 52 82 56 92 L96 92 C99 78 96 64 84 56 Z")
    d.line("M58 92 C60 82 70 78 78 82 C82 86 80 92 76 92")
    head(d, 72, 40, 14.5, 1, "short", "hair-2", mood="calm", look=-2.5)
    beard(d, 72, 40, 14.5 / 12, "hair-2", 0, "skin-1")
    arm(d, "plum-patch", "M90 70 C84 80 72 80 64 75", "open", 0.9, rot=10, flip=True, skin=1, width=10)
    d.line("M2 92.6 C30 91.6 66 93.4 94 92.4")
    return d


def zelf_doen() -> Drawing:
    """25 to 36 months: one boot on, one boot in the hand, the bag already on."""
    d = Drawing("band-12")
    d.both("sage-patch", "M32 52 C28 58 28 70 31 74 L38 72 L38 54 Z", dx=0, dy=0)
    d.tube("skin-3", "M42 74 L42 88 M54 74 L54 88", 7)
    d.both("sky-patch", "M49 78 L60 78 L60 86 C64 86 67 88 67 92 L49 92 Z", dx=0.8, dy=0.6)
    d.line("M41 91 L36 91", pen=4.4)
    d.both("honey-patch", "M40 48 C33 58 32 70 32 77 C40 80 56 80 64 77 C64 68 62 56 55 48 Z")
    d.line("M48 52 L48 78", pen=2)
    little_arm(d, "honey-patch", "M57 54 C64 56 70 54 74 50", 3, 7)
    d.both("sky-patch", "M70 28 L81 28 L81 39 C86 39 89 41 89 46 L70 46 Z", dx=0.8, dy=0.6)
    little_arm(d, "honey-patch", "M39 54 C32 58 28 64 30 70", 3, 7)
    d.both("honey-patch", "M47 10 C34 10 29 22 30 34 C32 46 62 46 65 34 C66 22 61 10 47 10 Z")
    head(d, 47.5, 32, 12.6, 3, "", mood="calm", look=1)
    d.line("M6 93 C30 92 66 94 92 93")
    return d


def samen_spelen() -> Drawing:
    """37 to 48 months: a tower for two."""
    d = Drawing("band-13")
    d.line("M2 92 C30 91 66 93 94 92")
    d.both("plum-patch", "M10 92 C8 76 12 62 19 60 C28 62 34 72 34 92 Z")
    d.both("sage-patch", "M62 92 C62 74 68 62 77 60 C86 62 90 76 88 92 Z")
    d.both("clay-patch", "M40 78 L56 78 L56 92 L40 92 Z", dx=0.8, dy=0.6)
    d.both("sky-patch", "M41 64 L55 64 L55 78 L41 78 Z", dx=0.8, dy=0.6)
    d.both("honey-patch", "M40 51 L54 50 L55 64 L41 64 Z", dx=0.8, dy=0.6)
    d.both("clay-patch", "M42 45 L51 34 L61 44 Z", dx=0.8, dy=0.6)
    head(d, 20, 46, 14, 1, "long", "hair-2", mood="calm", look=2.5)
    head(d, 78, 46, 14, 4, "curl", mood="open", look=-2.5)
    little_arm(d, "plum-patch", "M24 70 C29 68 33 64 36 59", 1, 6.8)
    little_arm(d, "sage-patch", "M72 70 C67 66 64 56 62 43", 4, 6.8)
    return d


def vertellen() -> Drawing:
    """49 to 60 months: a grandfather tells, two children are all ears."""
    d = Drawing("band-14")
    d.both("clay-patch", "M-6 99 L-6 30 C-2 14 10 6 24 7 C40 8 48 20 48 40 L47 99 Z")
    bust(d, "sage-patch", 22, 54, 23, left=False, right=False)
    head(d, 22, 36, 15, 3, "tuft", "hair-3", mood="")
    beard(d, 22, 36, 15 / 12, "hair-3", 0, "line")
    glasses(d, 23, 35, 1.15)
    d.dots(1.4, 18.4, 35, 29.6, 35)
    arm(d, "sage-patch", "M32 66 C36 82 49 80 49 66", "wide", 0.95, rot=-84, skin=3, width=10.5)
    bust(d, "plum-patch", 90, 66, 16, right=False)
    profile(d, 84, 47, 1.08, 1, "bob", "hair-2", flip=True, baby=True, rot=6)
    profile(d, 77, 80, 1.08, 3, "curl", flip=True, mood="open", baby=True, rot=10)
    return d


BANDS = (kiekeboe, wijzen, eerste_stappen, eigen_wil, zelf_doen, samen_spelen, vertellen)
