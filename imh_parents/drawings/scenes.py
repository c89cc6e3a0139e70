"""Wide scenes: the village at dusk, the 1001 days as one line, my village as two streets, and the bends of the path."""

from __future__ import annotations

from .drawing import Drawing
from .figures import smock
from .geometry import oval
from .hands import arm, little_arm
from .moments import walker
from .people import head
from .village import House, house, tree

Trees = tuple[tuple[float, float, float, str], ...]


def _trees(d: Drawing, trees: Trees) -> None:
    for x, y, s, kind in trees:
        tree(d, x, y, s, kind)


def dusk() -> Drawing:
    """The village at dusk: a house with light, people on the way to it."""
    d = Drawing("sc-dusk", 360, 236, pen=2.4, step=24)
    d.patch("honey-tint", "M-6 150 C10 96 60 84 104 60 C150 30 214 26 250 56 C300 70 352 84 366 120 L366 176 L-6 176 Z", dx=0, dy=0)
    d.patch("clay-patch", oval(292, 58, 17), dx=0, dy=0)
    d.patch("sage-patch", "M-6 152 C40 132 90 140 140 146 C200 128 280 132 366 148 L366 242 L-6 242 Z", dx=0, dy=0)
    d.line("M-4 153 C40 133 90 141 138 147 M232 136 C280 134 320 140 364 149")
    _trees(d, ((22, 152, 0.95, "poplar"), (40, 150, 0.8, "poplar"), (338, 160, 1.1, "knot")))
    house(d, "step", House(60, 168, 46, 48, 1, (1, 3), "white-patch", "clay-patch", "sage-patch"))
    house(d, "gable", House(112, 166, 34, 30, -1.5, (1, 2), "plum-patch", "clay-patch", "honey-patch"))
    house(d, "farm", House(258, 166, 58, 26, 1, (2, 3), "white-patch", "clay-patch", "sky-patch"))
    tree(d, 240, 162, 0.9, "round")
    d.patch("paper", "M-6 226 C50 214 90 222 140 204 C186 188 160 178 184 168 L198 168 C190 180 214 188 190 210 "
            "C170 230 90 238 60 246 L-6 246 Z", dx=0, dy=0)
    d.line("M-4 226 C50 214 90 222 140 204 C184 188 162 178 182 168 M60 240 C100 234 170 230 190 210 C212 188 190 180 198 168")
    house(d, "gable", House(176, 168, 40, 62, 2.5, (1, 2, 3), "white-patch", "clay-patch", "clay-patch"))
    d.patch("lamp", "M184 169 L194 169 L202 186 L178 186 Z", dx=0, dy=0)
    _people_at_dusk(d)
    return d


def _people_at_dusk(d: Drawing) -> None:
    """Someone with a baby, a child in front, and a neighbour who waves from the lit door."""
    walker(d, 106, 226, 1.45)
    smock(d, "clay-patch", 70, 206, 230, 15, "skin-1")
    little_arm(d, "clay-patch", "M74 210 C80 210 85 207 88 203", 1, 5)
    head(d, 70, 196, 9.4, 1, "curl", "hair-2", mood="calm")
    d.line("M231 188 L230.6 199 M241 188 L241.6 199", pen=4.4)
    d.both("sky-patch", "M232 161 C226 168 225 180 224 190 C232 192 242 192 250 190 C249 180 248 168 242 161 Z", dx=1, dy=0.8)
    head(d, 237, 148, 10.4, 1, "tuft", "hair-3", mood="calm", look=-1)
    arm(d, "sky-patch", "M231 168 C224 168 219 162 218 154", "wide", 0.5, rot=-96, skin=1, width=6)


def strip() -> Drawing:
    """The 1001 days as one quiet line: what is behind is a line, what comes is dots; the walker stands at day 322."""
    d = Drawing("sc-strip", 360, 96, pen=2.2, step=24)
    d.patch("sheet", "M-6 78 C40 58 80 84 128 70 C180 58 220 76 270 64 C310 56 330 58 366 60 L366 102 L-6 102 Z", dx=0, dy=0)
    d.line("M12 74 C44 58 66 82 96 73 C104 71 112 70 120 69.6")
    d.line("M144 68 C176 62 204 76 240 70 C284 62 300 54 348 58", dash=".5 7")
    d.patch("sage-patch", "M18 68 C14 60 18 54 24 54 C25 60 23 66 18 68 Z", dx=0, dy=0).line("M18 71 C18 66 20 60 24 54")
    house(d, "gable", House(66, 74, 22, 21, 1, (1,)))
    house(d, "step", House(198, 68, 22, 22, -0.8, door="pane"))
    house(d, "farm", House(268, 60, 30, 13, 0, (), "white-patch", "sage-patch", "pane"))
    house(d, "gable", House(322, 52, 22, 22, 1, (1,), "honey-patch", "clay-patch", "pane"))
    _trees(d, ((46, 70, 0.6, "poplar"), (240, 70, 0.7, "poplar"), (310, 56, 0.6, "knot"), (168, 70, 0.6, "round")))
    walker(d, 131, 76, 1.08)
    return d


def ring() -> Drawing:
    """My village: the ground for two rings, the home with light in the middle, and a house that is still to come.
    The phone sets the other houses on it: own people on the yellow, people who are there for all on the green."""
    d = Drawing("sc-ring", 360, 372, pen=2.4, step=24)
    d.patch("sage-tint", oval(180, 188, 177, 180), dx=0, dy=0)
    d.patch("honey-tint", oval(180, 192, 118, 142), dx=0, dy=0)
    d.line("M180 48 C248 48 300 112 300 190 C300 270 248 336 180 336 C112 336 60 270 60 190 C60 112 112 48 180 48", dash="1 7", pen=2)
    d.line("M181 232 C177 240 185 246 181 254", dash="1 7", pen=2)
    house(d, "gable", House(159, 205, 42, 42, 1.5, (1, 2, 3), door="honey-patch"))
    d.line("M164 297 L164 274 L197 274 L197 297 Z M159 276 L181 259 L202 276", dash="4 5", pen=2)
    _trees(d, ((18, 170, 0.8, "poplar"), (340, 214, 0.9, "knot"), (182, 44, 0.8, "round"), (112, 356, 0.9, "knot"), (252, 356, 0.8, "round"),
               (138, 152, 0.5, "round"), (228, 150, 0.5, "poplar"),
               (96, 304, 0.5, "round"), (262, 300, 0.5, "round")))
    return d


def _bend(name: str, gone: bool) -> Drawing:
    d = Drawing(name, 110, 150, pen=2.4, amp=0.1, stretch=True)
    if gone:
        d.patch("honey-patch", "M40.2 -4 L44 0 C92 50 92 100 44 150 L40.2 154 L62.2 154 L66 150 C114 100 114 50 66 0 L62.2 -4 Z",
                dx=1.2, dy=0, amp=0.3)
    return d.line("M40.2 -4 L44 0 C92 50 92 100 44 150 L40.2 154 M62.2 -4 L66 0 C114 50 114 100 66 150 L62.2 154")


def scenes() -> list[Drawing]:
    """sc-dusk, sc-strip, sc-ring, and the two road pieces that repeat for ever."""
    return [dusk(), strip(), ring(), _bend("sc-bend", False), _bend("sc-bend-gone", True)]
