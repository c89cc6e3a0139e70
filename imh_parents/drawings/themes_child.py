"""The themes about the child: comfort, sleep, food, talk, safety, big feelings."""

from __future__ import annotations

from .drawing import Drawing
from .figures import beard, bust, profile, smock
from .geometry import oval
from .hands import arm, little_arm
from .people import head


def troosten() -> Drawing:
    """A father, eyes shut, a baby against his shoulder."""
    d = Drawing("th-troosten")
    bust(d, "plum-patch", 36, 47, 31, right=False)
    d.both("honey-patch", "M51 49 C45 60 45 74 53 81 C62 88 77 82 78 68 C78.6 58 74 51 67 47 Z")
    head(d, 36, 28, 14, 2, "short", mood="", rot=14)
    beard(d, 36, 28, 14 / 12, "hair-1", 14, "skin-2")
    d.line("M37 29.4 C38.6 31.2 41.4 30.8 42.6 29 M28.6 28.2 C29.8 30 32.4 30.4 33.8 29.2", pen=2)
    head(d, 61, 37, 11, 1, "baby", "hair-2", mood="", rot=-18)
    d.line("M55.4 37.6 C56.4 39.2 58.8 39.2 59.8 37.6 M63.4 35.8 C64.4 37.4 66.4 37 67.2 35.4 M59.6 42.2 C61 43.4 63.2 42.8 64 41.4",
           pen=2)
    arm(d, "plum-patch", "M15 66 C17 78 27 85 46 80", "flat", 0.95, rot=-22, skin=2, width=11)
    return d


def slapen() -> Drawing:
    """A baby on its back in a sleeping bag, and a hand that stays a while."""
    d = Drawing("th-slapen")
    d.patch("sky-patch", "M18 6 L80 5 L82 92 L15 92 Z")
    d.patch("white-patch", "M25 13 L73 12 L75 86 L23 86 Z", dx=0, dy=0)
    d.line("M19 7 C40 5.6 60 5.6 79 6 C81 36 81 64 81 91 C60 93 38 93 17 91 C18 62 17.6 36 19 7 Z")
    d.both("honey-patch", "M37 46 C42 41 55 41 60 46 C66 58 68 72 62 80 C56 86 42 86 36 80 C30 72 32 58 37 46 Z")
    little_arm(d, "honey-patch", "M41 50 C33 50 29 43 30 32", 1, 7)
    little_arm(d, "honey-patch", "M56 50 C64 50 68 43 67 32", 1, 7)
    head(d, 48.5, 30, 12, 1, "baby", "hair-1", mood="shut")
    arm(d, "sage-patch", "M102 62 L79 65", "flat", 0.95, rot=-6, flip=True, skin=4, width=11)
    return d


def eten() -> Drawing:
    """A child at the table, mouth open, hand out; the spoon waits."""
    d = Drawing("th-eten")
    bust(d, "sage-patch", 62, 54, 23, 77)
    head(d, 62, 34, 20, 3, "curl", mood="")
    d.dots(1.9, 53.6, 32, 68.6, 32)
    d.both("clay-patch", oval(60, 43.6, 4.4, 4.6), dx=0, dy=0)
    d.patch("white-patch", "M51 55 C55 62 69 62 73 55 C76 64 70 71 62 71 C54 71 48 64 51 55 Z", dx=0.6, dy=0.6)
    d.line("M51 55.6 C48 64 54 71 62 71 C70 71 76 64 73 55.6")
    d.line("M0 79 C30 77.6 66 79.6 96 78.4")
    d.both("clay-patch", "M60 66 L88 66 C87 74 83 78 78 78 L69 78 C64 78 61 73 60 66 Z", dx=1, dy=0.6)
    d.both("honey-patch", "M63 66 C66 61 71 63 74 61.6 C78 60 84 62 85 66 Z", dx=0, dy=0)
    little_arm(d, "sage-patch", "M45 70 C40 73 35 71 33 65", 3, 7)
    d.patch("honey-patch", oval(41, 49, 5.6, 3.4, -18), dx=0.6, dy=0.2)
    d.line("M19 57.4 L36 51.4 " + oval(41, 49.4, 6, 3.8, -18))
    arm(d, "plum-patch", "M-8 70 L3 65", "pinch", 0.9, rot=-22, skin=2, width=10)
    return d


def praten() -> Drawing:
    """Grandmother and child; something goes over, something comes back."""
    d = Drawing("th-praten")
    bust(d, "plum-patch", 73, 68, 23, left=True, right=False)
    profile(d, 67, 44, 1.46, 3, "bun", "hair-3", flip=True, mood="smile")
    d.line(oval(56.4, 42.4, 4.6, 4.4) + " M61 41.6 L70 43.4", pen=1.8, amp=0.3)
    bust(d, "honey-patch", 18, 76, 18, left=False)
    profile(d, 18, 62, 1.1, 3, "curl", baby=True, mood="open")
    d.line("M27 39 C29 30 32 24 36 19.6 M46 17.6 C48.6 18.6 50 20.4 51.6 23", pen=2.3, dash=".1 6")
    d.line("M37 76 C41 82 46 81 50 71", pen=2.3, dash=".1 6")
    d.both("honey-patch", oval(41, 14.6, 6), dx=1, dy=1)
    return d


def veilig() -> Drawing:
    """Two arms make a roof; under it someone small sits at ease."""
    d = Drawing("th-veilig")
    d.both("honey-patch", "M38 66 C42 62 54 62 58 66 C63 73 67 86 66 91 C56 95 40 95 30 91 C29 86 33 73 38 66 Z")
    d.line("M40 91 C41 84 36 82 32 84 M56 91 C55 84 60 82 64 84")
    head(d, 48, 53, 13, 2, "baby", mood="calm")
    little_arm(d, "honey-patch", "M38 69 C33 73 33 78 38 81", 2)
    little_arm(d, "honey-patch", "M58 69 C63 73 63 78 58 81", 2)
    arm(d, "plum-patch", "M4 102 C5 78 13 50 30 29", "flat", 1.0, rot=132, flip=True, skin=1, width=12)
    arm(d, "sky-patch", "M92 102 C91 78 83 50 66 29", "flat", 1.0, rot=-132, skin=4, width=12)
    return d


def gevoelens() -> Drawing:
    """A storm over a small head, and a hand that stays open."""
    d = Drawing("th-gevoelens")
    d.line("M12 24 C14 8 32 4 34 16 C35 26 20 30 18 20 C16 8 38 0 46 10 C52 20 38 30 32 22 C26 12 48 4 58 12 C64 20 52 30 46 24 "
           "C40 16 56 8 62 18 C65 24 60 29 55 28")
    smock(d, "clay-patch", 38, 62, 95, 23, "skin-1")
    little_arm(d, "clay-patch", "M31 67 C23 66 17 60 16 51", 1, 6.6)
    little_arm(d, "clay-patch", "M45 67 C53 66 59 60 60 51", 1, 6.6)
    head(d, 38, 48, 14, 1, "curl", "hair-2", mood="cry")
    arm(d, "sage-patch", "M104 82 L92 81", "open", 1.05, rot=6, flip=True, skin=3, width=10.5)
    return d


THEMES = (troosten, slapen, eten, praten, veilig, gevoelens)
