"""Small drawings for moments: empty places, errors, the night, a phone put down, and the mark."""

from __future__ import annotations

from .drawing import Drawing
from .geometry import move, oval
from .hands import arm
from .people import face, head
from .village import tree


def leeg() -> Drawing:
    """A house not yet there, and a hand that brings a small one: an invitation."""
    d = Drawing("leeg")
    d.line("M20 86 L20 46 M70 46 L70 86 M15 48 L45 22 L75 48", dash="5 7")
    d.line("M6 86 C30 85 60 87 90 86")
    arm(d, "sage-patch", "M106 70 L90 69", "open", 1.0, rot=2, flip=True, skin=2, width=10.5)
    d.both("honey-patch", "M44 60 L53.6 50 L63 60 L62 72 L45.6 72 Z", dx=1, dy=0.8)
    d.line("M51 72 L51 65 L56 65 L56 72", pen=2)
    return d


def walker(d: Drawing, x: float, y: float, s: float = 1.0) -> None:
    """Someone with a child on the arm; x, y = between the feet, about 45 high at scale 1."""
    def at(path: str) -> str:
        return move(path, x, y, s)

    d.line(at("M-4.6 -6 L-4.6 -1 L-1.6 -.8 M4.6 -6 L4.6 -1 L7.6 -.8"))
    d.both("plum-patch", at("M-4 -27 C-8 -21 -9.6 -12 -10.6 -5 C-4 -4 4 -4 10.6 -5 C9.6 -12 8 -21 4 -27 "
                            "Z"), dx=0.8, dy=0.6)
    head(d, x, y - 35 * s, 7.6 * s, 3, "bun", "hair-1", mood="")
    face(d, x + 0.6 * s, y - 34.4 * s, 7.6 * s)
    d.both("honey-patch", at(oval(5, -17.6, 6.6, 4.8, -28)), dx=0.4, dy=0.4)
    d.both("skin-3", at(oval(10, -22.4, 4.4, 4.6)), dx=0.2, dy=0.2)
    d.tube("plum-patch", at("M-6.4 -20 C-5 -13 0 -11.6 6 -13"), 4.8 * s, pen=d.pen * 0.9)


def stapper() -> Drawing:
    """The walker on the path."""
    d = Drawing("stapper", 40, 56, pen=2.2)
    walker(d, 18, 55)
    return d


def leg_neer() -> Drawing:
    """Put the phone down: a hand, a table, a dark screen."""
    d = Drawing("leg-neer")
    d.both("honey-patch", "M8 60 L88 60 L97 86 L-1 86 Z", dx=1, dy=0.8).line("M10 87 L10 97 M86 87 L86 97")
    d.both("hair-1", "M52 64.4 C60 64 66 64 70 64.4 C72 65 73 66 73.6 67.4 C75 71 76 74 76.6 77.4 C77 79.4 76 81 "
                     "74 81 C66 81.6 58 81.6 51 81 "
           "C49 81 47.6 79.6 47.6 77.6 C47.4 74 47.6 70 48 67.4 C48.2 65.4 49.6 64.4 52 64.4 Z", dx=0.2, dy=0.2)
    d.line("M58 77.6 L65 77.6 M53 67.4 L56 67.2", pen=1.8, colour="pane")
    arm(d, "sage-patch", "M-8 24 L14 38", "flat", 1.25, rot=30, skin=2, width=13)
    return d


def knoop() -> Drawing:
    """An error: a knot in the path."""
    d = Drawing("knoop")
    d.line("M2 62 C20 54 34 60 44 54 C60 44 64 24 50 22 C38 22 38 42 54 50 C70 58 80 48 94 52")
    d.line("M2 72 C20 64 40 72 52 60 C70 44 72 14 50 13 C30 13 30 44 50 57 C68 68 80 58 94 62")
    return d


def merk() -> Drawing:
    """The mark: the path makes a loop and goes on."""
    d = Drawing("merk", 120, 44, pen=6.5, ink="currentColor")
    d.line("M5 31 C24 21 38 36 54 28 C68 20 72 5 60 5 C48 5 52 20 66 28 C80 36 96 22 115 28")
    return d


def nacht() -> Drawing:
    """A lamp by a bed, at night."""
    d = Drawing("nacht")
    d.patch("lamp", "M8 44 L32 44 L46 84 L-4 84 Z", dx=0, dy=0)
    d.both("honey-patch", "M9 44 L14 27 L27 27 L32 44 Z", dx=0.8, dy=0.8).line("M20.5 44 L20.5 58 M14 58.6 L27 58.6")
    d.both("clay-patch", "M6 59 L35 59 L34 90 L7 90 Z", dx=1, dy=0.8).line("M7 70 L34 70 M19 65 L22 65")
    d.both("sky-patch", "M54 8 L86 8 L86 38 L54 38 Z", dx=1, dy=1)
    d.patch("lamp", "M75 14 C67 15 63 22 66 28 C69 33 76 34 80 30 C73 29 71 20 75 14 Z", dx=0, dy=0)
    d.line("M50 39.6 L90 39")
    d.both("white-patch", "M44 62 C46 56 60 55 64 60 C65 66 64 68 62 70 L45 70 Z", dx=0.6, dy=0.6)
    d.both("plum-patch", "M42 70 L97 68 L97 84 L42 84 Z", dx=0, dy=1)
    d.line("M42 48 L42 92 M42 84 L97 84 M64 70 C62 76 64 80 62 84")
    return d


def niet_gevonden() -> Drawing:
    """A path that stops, and a walker who looks round."""
    d = Drawing("niet-gevonden")
    d.patch("honey-tint", "M-2 74 C16 68 30 84 56 78 L60 88 C34 96 18 84 -2 90 Z", dx=0, dy=0)
    d.line("M-2 74 C16 68 30 84 54 78 M-2 90 C18 84 34 96 58 88")
    d.line("M64 76 C72 74 80 76 92 72 M68 86 C76 84 84 86 94 82", dash=".1 7")
    tree(d, 82, 64, 0.9, "poplar")
    d.tube("skin-3", "M40 72 L39 84 M48 72 L49 84", 5.6, pen=2)
    d.line("M38 86 L34 86.4 M50 86 L54 86.4", pen=4.6)
    d.both("plum-patch", "M39 44 C33 52 31 66 30 74 C38 77 50 77 58 74 C57 64 55 52 49 44 Z")
    head(d, 44, 30, 14, 2, "bob", "hair-1", mood="calm", look=-3.4)
    arm(d, "plum-patch", "M51 51 C61 53 68 40 62.4 24", "flat", 0.74, rot=10, flip=True, skin=2, width=8)
    return d


def offline() -> Drawing:
    """No network: the house has candle light."""
    d = Drawing("offline")
    d.both("white-patch", "M18 86 L20 44 L74 44 L76 86 Z", dx=1.4, dy=0)
    d.patch("plum-patch", "M13 44 L47 14 L81 44 Z")
    d.line("M11 47 L47 14 L83 47 M62 26 L62 15 L69 15 L69 33").line("M4 86.4 C30 85.4 66 87.4 92 86.2")
    d.patch("lamp", "M32 52 L62 52 L62 78 L32 78 Z", dx=0, dy=0)
    d.line("M32 52 L62 52 L62 78 L32 78 Z M28 79 L66 79")
    d.both("white-patch", "M44 66 L50 66 L50 78 L44 78 Z", dx=0.4, dy=0)
    d.both("clay-patch", "M47 55 C50 58.6 50 63 47 64 C44 63 44 58.6 47 55 Z", dx=0, dy=0)
    d.line("M2 20 C10 26 18 28 24 25 M88 24 C92 24 95 22 97 20 M26 21 L28 27 M86 20 L85 27", pen=2)
    return d


def leeg_bewaard() -> Drawing:
    """Nothing kept yet: an empty basket, a ribbon waiting."""
    d = Drawing("leeg-bewaard")
    d.line("M24 52 C24 20 72 20 72 52", pen=2.5)
    d.patch("honey-patch", "M14 52 L82 52 C80 68 76 82 72 89 L24 89 C20 82 16 68 14 52 Z")
    d.line("M11 52 C34 50.6 62 53.4 85 52 M14 53 C16 68 20 82 24 89 C40 91 56 91 72 89 C76 82 80 68 82 53")
    d.line("M18 64 C38 67 58 67 79 64 M21 77 C38 80 58 80 75 77 M34 53 L38 89 M48 53 L48 90 M62 53 L58 89", pen=2)
    d.both("clay-patch", "M63 42 L77 42 L77 72 L70 65.6 L63 72 Z", dx=1, dy=0.8)
    return d


MOMENTS = (leeg, stapper, leg_neer, knoop, merk, nacht, niet_gevonden, offline, leeg_bewaard)
