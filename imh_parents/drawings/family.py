"""Who cares: a row of people, wide. A grandfather, a woman with a headscarf, two mothers, a father in a wheelchair."""

from __future__ import annotations

from .drawing import Drawing
from .figures import beard, bust, glasses
from .geometry import oval
from .hands import arm, little_arm
from .people import head

_GROUND = 105.0


def _grandfather(d: Drawing) -> None:
    bust(d, "sage-patch", 32, 58, 24, _GROUND, right=False)
    head(d, 32, 40, 14, 1, "tuft", "hair-3", mood="calm")
    glasses(d, 32, 40)
    d.both("honey-patch", "M38 74 C46 68 58 70 61 78 C62 88 52 93 44 90 Z", dx=0.8)
    head(d, 56, 68, 9, 1, "baby", "hair-2", mood="shut", rot=20)
    arm(d, "sage-patch", "M18 74 C15 88 24 95 38 90", "flat", 0.8, rot=-8, skin=1, width=9)


def _expecting(d: Drawing) -> None:
    d.patch("plum-patch", f"M82 {_GROUND} C80 84 84 68 98 64 C114 66 122 80 121 92 C121 98 119 102 118 {_GROUND} Z")
    d.line(f"M82 {_GROUND} C80 84 84 70 92 66 M106 67 C116 72 122 82 121 92 C121 98 119 102 118 {_GROUND}")
    head(d, 98, 42, 14, 2, "hijab", scarf="clay-patch")
    arm(d, "plum-patch", "M94 76 C86 86 86 94 93 93", "flat", 0.8, rot=-10, skin=2, width=9)


def _mothers(d: Drawing) -> None:
    bust(d, "honey-patch", 190, 62, 21, _GROUND, left=False)
    bust(d, "sky-patch", 154, 60, 21, _GROUND, right=False)
    head(d, 185, 44, 14, 1, "bob", "hair-2", mood="tired", look=-1, rot=-6)
    head(d, 157, 41, 14, 4, "curl", mood="calm", look=1, rot=5)
    arm(d, "sky-patch", "M144 72 C140 88 156 94 172 88", "flat", 0.85, rot=-10, skin=4, width=9)
    arm(d, "honey-patch", "M202 73 C207 84 202 92 195 91", "flat", 0.85, rot=4, flip=True, skin=1, width=9)


def _father(d: Drawing) -> None:
    d.tube("sky-patch", "M252 82 L278 82 L284 97", 8.4)
    d.line("M285 101 L292 101", pen=5).line("M222 52 L230 54 L234 84 M231 70 L234 86 L276 92 L280 104 L296 104")
    bust(d, "clay-patch", 249, 55, 19, 88)
    head(d, 249, 37, 14, 3, "short", mood="calm")
    beard(d, 249, 37, 14 / 12, "hair-1", 0, "skin-3")
    d.both("honey-patch", "M266 82 C265 72 269 66 276 66 C283 66 287 72 286 82 Z", dx=0.8)
    head(d, 277, 56, 9.4, 3, "curl", mood="open")
    little_arm(d, "honey-patch", "M284 72 C288 70 291 66 292 62", 3, 5.4)
    d.patch("pane", oval(247, 85, 20), dx=0, dy=0)
    d.line(oval(247, 85, 20) + oval(247, 85, 3.4))
    d.line("M247 69 L247 81 M247 89 L247 101 M231 85 L243 85 M251 85 L263 85 M236 74 L244.4 82.4 M258 96 L249.6 87.6 "
           "M258 74 L249.6 82.4 M236 96 L244.4 87.6", pen=1.3)
    d.line(oval(247, 85, 15.4), pen=1.6)
    arm(d, "clay-patch", "M238 64 C240 74 248 78 260 77", "flat", 0.78, rot=-2, skin=3, width=8.6)


def family() -> list[Drawing]:
    """The wide row `fam`."""
    d = Drawing("fam", 300, 110)
    for who in (_grandfather, _expecting, _mothers, _father):
        who(d)
    d.line("M2 106 C60 107 140 105 232 106 M268 106 L298 106")
    return [d]
