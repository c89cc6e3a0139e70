"""The themes about you and those around you: yourself, the two of you, mending, the village, loss, safety at home."""

from __future__ import annotations

from .drawing import Drawing
from .figures import beard, bust, smock
from .geometry import oval
from .hands import arm, little_arm
from .people import head
from .village import House, house


def ouder() -> Drawing:
    """One lamp, one cup, a tired head in a hand."""
    d = Drawing("th-ouder")
    d.patch("lamp", "M65 22 L89 22 L100 80 L46 80 Z", dx=0, dy=0)
    bust(d, "plum-patch", 40, 57, 24, 79, right=False)
    head(d, 41, 38, 16, 3, "bun", mood="tired", look=-1, rot=8)
    arm(d, "plum-patch", "M75 73 C72 71 68 68 65 63", "flat", 0.86, rot=-108, skin=3, width=10, joined=False)
    d.both("clay-patch", "M8 62 L26 62 L24.4 78 L10 78 Z").line("M26 66 C32.4 65 32.4 74 25.4 74")
    d.line("M13 56 C10 52 16 49 13 44 M20 56 C17 52 23 49 20 44", pen=2)
    d.line("M2 79.4 C30 80.6 64 79.4 94 80 M10 81 L8 96 M86 81 L88 96")
    d.both("honey-patch", "M63 21 C65 11 71 8 77 8 C83 8 89 12 91 21 Z", dx=0.8, dy=0.6).line("M77 8 L77 -2")
    return d


def samen() -> Drawing:
    """Two grown-ups, heads together; an arm round a shoulder, a hand in a hand."""
    d = Drawing("th-samen")
    bust(d, "sky-patch", 66, 54, 26, left=False)
    bust(d, "sage-patch", 28, 56, 25, right=False)
    head(d, 63, 34, 15, 3, "short", mood="", rot=-10)
    beard(d, 63, 34, 15 / 12, "hair-1", -10, "skin-3")
    d.line("M54.6 35 C56 37 59 36.6 60 34.4 M66.4 33.2 C67.8 35 70.4 34.6 71.4 32.4", pen=2)
    head(d, 33, 36, 14, 1, "bob", "hair-2", mood="calm", look=1, rot=12)
    arm(d, "sage-patch", "M15 70 C12 84 22 91 35 86", "flat", 0.95, rot=-4, skin=1, width=10.5)
    arm(d, "sky-patch", "M80 69 C86 80 80 86 70 83", "flat", 0.95, rot=2, flip=True, skin=3, width=10.5)
    return d


def herstellen() -> Drawing:
    """A bear with a patch on its belly, and the hand that sews it."""
    d = Drawing("th-herstellen")
    d.both("clay-patch", oval(22, 17, 7) + oval(50, 16, 7))
    d.tube("clay-patch", "M26 57 C18 58 12 64 10 71 M47 57 C54 60 60 67 62 75", 12)
    d.both("clay-patch", "M27 48 C15 58 13 76 20 86 C30 93 46 93 54 86 C60 76 58 58 45 48 Z")
    d.both("clay-patch", oval(18, 89, 9, 6, 12) + oval(56, 89, 9, 6, -12))
    d.both("clay-patch", oval(36, 32, 18, 16.6))
    d.patch("honey-patch", oval(36, 38, 7.4, 5.4), dx=0, dy=0).dots(1.9, 29, 29, 44, 29, 36, 35.4)
    d.line("M36 37 C36 40 34 41 32 40.6 M36 37 C36 40 38.6 41 40.6 40", pen=2)
    d.both("sky-patch", "M27 57 L46 55 L47 73 L28 75 Z", dx=0.8, dy=0.8)
    d.line("M25 61 L30 60.6 M25.4 67 L30.4 66.6 M33 53 L33.4 58.6 M40 52.4 L40.4 58 M34 72 L34.4 77.6 M41 71.6 L41.4 77", pen=2)
    d.line("M46 72 C58 82 76 70 69.6 46.4 M47 61 L74 43.6", pen=2)
    arm(d, "plum-patch", "M106 28 L92 32", "pinch", 1.05, rot=-30, flip=True, skin=3, width=11)
    return d


def dorp() -> Drawing:
    """Between one hand that lets go and one that takes over: a child with a bag, and a street with light."""
    d = Drawing("th-dorp")
    house(d, "step", House(4, 44, 26, 19, -1, (1,), "white-patch", "clay-patch", "sage-patch"))
    house(d, "gable", House(67, 44, 25, 18, 1, (1,), "honey-patch", "clay-patch", "clay-patch"))
    d.line("M0 44.6 L32 44 M64 44.4 L96 44.2")
    d.both("clay-patch", "M34 64 C31 74 31 82 33 86 L63 86 C65 82 65 74 62 64 Z", dx=0, dy=0)
    smock(d, "sky-patch", 48, 63, 99, 25, "skin-2")
    d.line("M41.6 65 L40.6 83 M54.4 65 L55.4 83", pen=2.2)
    little_arm(d, "sky-patch", "M41 69 C35 72 31 73 26 72", 2, 7.4)
    little_arm(d, "sky-patch", "M55 69 C61 71 66 69 70 66", 2, 7.4)
    head(d, 48, 48, 14.5, 2, "short", "hair-1", mood="calm", look=1)
    arm(d, "plum-patch", "M-10 62 L4 69", "open", 0.95, rot=10, skin=1, width=10.5)
    arm(d, "sage-patch", "M106 57 L93 64", "open", 0.95, rot=-14, flip=True, skin=4, width=10.5)
    return d


def verlies() -> Drawing:
    """A candle in the window, and a hand that holds a hand."""
    d = Drawing("th-verlies")
    d.patch("sky-patch", "M20 4 L76 4 L76 52 L20 52 Z", dx=0, dy=0)
    d.line("M20 4 L76 3.6 L76.4 52 L19.6 52 Z M48 4 L48 52 M20 25 L76 25")
    d.patch("lamp", oval(48, 28, 17, 18), dx=0, dy=0)
    d.line("M12 53 C36 52 60 54 85 53 M15 58 C40 57 60 59 82 58")
    d.both("white-patch", "M43.6 34 L52.4 34 L52.6 52 L43.4 52 Z", dx=0.8, dy=0)
    d.both("clay-patch", "M48 16 C52 22 53 26 51 29 C49 31 46.6 31 45 29 C43 26 44 21 48 16 Z", dx=0, dy=0).line("M48 30 L48 34", pen=2)
    arm(d, "plum-patch", "M106 80 L70 82", "flat", 1.15, rot=-2, flip=True, skin=2, width=12)
    arm(d, "sage-patch", "M-10 76 L27 74", "flat", 1.15, rot=8, skin=3, width=12)
    return d


def veilig_thuis() -> Drawing:
    """A house with its door open and light on the step; a hand reaches out. Nobody is shown who does harm."""
    d = Drawing("th-veilig-thuis")
    d.patch("white-patch", "M8 84 L10 40 L56 40 L57 84 Z")
    d.patch("clay-patch", "M5 41 L33 12 L61 41 Z")
    d.line("M8 85 L10 42 M56 42 L57 85 M4 43 L33 12 L62 43 M10 41 L56 41 M43 21 L43 12 L49 12 L49 28")
    d.patch("lamp", "M25 84 L25 52 L43 52 L43 84 L62 98 L12 98 Z", dx=0, dy=0)
    d.line("M25 84 L25 52 L43 52 L43 84")
    d.both("sage-patch", "M25 52 L14 57 L14 90 L25 84 Z", dx=0.6, dy=0).dots(1.4, 17, 73)
    d.line("M0 85 L13 85 M44 84.6 C56 84 66 85 74 84.6")
    arm(d, "plum-patch", "M106 70 L90 69", "open", 1.15, rot=4, flip=True, skin=2, width=12)
    return d


THEMES = (ouder, samen, herstellen, dorp, verlies, veilig_thuis)
