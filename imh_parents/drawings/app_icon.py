"""The app icon: a house, its window lit, two people in it. Its colours do not change at night."""

from __future__ import annotations

from .drawing import Drawing
from .geometry import move, oval
from .palette import LIGHT, paint

_PEN = 15.0
SIZE = 512


def _house(d: Drawing, s: float, x: float, y: float) -> None:
    """The house, scaled round the middle of the sheet."""
    def at(path: str) -> str:
        return move(move(path, -256, -256), 256 + x, 256 + y, s)

    d.patch("app-wall", at("M142 404 L150 214 L262 108 L374 210 L372 404 Z"), dx=10 * s, dy=4 * s)
    d.patch("app-lamp", at("M192 236 L324 232 L326 338 L192 340 Z"), dx=6 * s, dy=5 * s)
    d.patch("app-ink", at("M204 338 C204 306 218 298 238 298 C258 298 270 308 272 338 Z"), dx=0, dy=0, amp=1)
    d.patch("app-ink", at(oval(238, 274, 21, 23)), dx=0, dy=0, amp=1)
    d.patch("app-ink", at("M268 338 C268 320 278 314 290 314 C302 314 312 320 313 338 Z"), dx=0, dy=0, amp=1)
    d.patch("app-ink", at(oval(287, 300, 14, 15)), dx=0, dy=0, amp=1)
    d.line(at("M146 404 L152 218 M372 216 L372 404 M116 242 L264 106 L402 236 M340 176 L340 118 L368 118 L368 202"))
    d.line(at("M192 236 L324 232 L326 338 L192 340 Z"))


def _icon(name: str, scale: float, ground: float) -> Drawing:
    d = Drawing(name, SIZE, SIZE, pen=round(_PEN * scale, 1), amp=3, step=90, ink="app-ink")
    d.patch("app-bg", "M-20 -20 L532 -20 L532 532 L-20 532 Z", dx=0, dy=0)
    d.patch("app-path", f"M-20 {ground + 8} C90 {ground - 26} 150 {ground - 10} 240 {ground} C330 {ground + 6} 420 {ground - 20} "
            f"532 {ground - 6} L532 540 L-20 540 Z", dx=0, dy=0)
    _house(d, scale, 0, ground - 256 - 148 * scale)
    d.line(f"M-10 {ground + 6} C90 {ground - 20} 150 {ground - 6} 240 {ground} C330 {ground + 4} 420 {ground - 16} 522 {ground - 8}")
    return d


def icon() -> Drawing:
    """For anywhere: the house fills the sheet."""
    return _icon("app-icon", 1.2, 434)


def maskable() -> Drawing:
    """For masks: all that matters lies inside the middle 80 %."""
    return _icon("app-icon-maskable", 0.92, 384)


def favicon() -> Drawing:
    """For a tab of 16 px: the house and its light, nothing else."""
    d = Drawing("favicon", 64, 64, pen=5, amp=0.5, step=40, ink="app-ink")
    tile = "M14 0 L50 0 C60 0 64 4 64 14 L64 50 C64 60 60 64 50 64 L14 64 C4 64 0 60 0 50 L0 14 C0 4 4 0 14 0 Z"
    d.patch("app-bg", tile, dx=0, dy=0, amp=0)
    d.patch("app-wall", "M14 56 L14 29 L32 12 L50 29 L50 56 Z", dx=0, dy=0)
    d.patch("app-lamp", "M23 34 L41 34 L41 50 L23 50 Z", dx=0, dy=0)
    return d.line("M15 56 L15 30 M49 30 L49 56 M8 34 L32 11 L56 34 M8 57 L56 57")


def badge() -> Drawing:
    """For the status bar: one shape, only its edge counts."""
    d = Drawing("badge", 96, 96, pen=9, amp=0.4, step=40, ink="app-wall")
    return d.line("M22 84 L22 46 M74 46 L74 84 M10 52 L48 14 L86 52 M14 84 L82 84").patch(
        "app-wall", "M37 50 L59 50 L59 70 L37 70 Z", dx=0, dy=0, amp=0)


def flat_svg(d: Drawing) -> str:
    """A stand-alone SVG with plain colours instead of tokens."""
    body = d.inner()
    for token, value in LIGHT.items():
        body = body.replace(paint(token), value)
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {d.w:g} {d.h:g}">{body}</svg>\n'
