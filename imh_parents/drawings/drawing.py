"""One drawing: patches, lines, dots and tubes, collected and written as a <symbol>. The geometry comes from the kit."""

from __future__ import annotations

from dataclasses import dataclass

from .geometry import bounds, number
from .hand import dot, redraw
from .palette import paint


@dataclass
class _Mark:
    attrs: str
    d: str
    box: tuple[float, float, float, float] | None = None

    def takes(self, other: _Mark) -> bool:
        """Neighbours with the same attributes become one path; patches only where they do not touch (no holes)."""
        if self.attrs != other.attrs:
            return False
        if self.box is None or other.box is None:
            return True
        a, b = self.box, other.box
        return a[2] < b[0] or b[2] < a[0] or a[3] < b[1] or b[3] < a[1]


class Drawing:
    """Collects marks in the order they are drawn. Every method returns the drawing, so calls can follow each other."""

    def __init__(self, name: str, w: float = 96, h: float = 96, *, amp: float = 0.7, pen: float = 2.5,
                 ink: str = "line", step: float = 22.0, stretch: bool = False) -> None:
        self.name, self.w, self.h = name, w, h
        self.amp, self.pen, self.ink, self.step, self.stretch = amp, pen, ink, step, stretch
        self._marks: list[_Mark] = []
        self._count = 0

    def _seed(self) -> str:
        self._count += 1
        return f"{self.name}{self._count}"

    def _add(self, mark: _Mark) -> Drawing:
        if self._marks and self._marks[-1].takes(mark):
            last = self._marks[-1]
            last.d += mark.d
            if last.box and mark.box:
                a, b = last.box, mark.box
                last.box = (min(a[0], b[0]), min(a[1], b[1]), max(a[2], b[2]), max(a[3], b[3]))
        else:
            self._marks.append(mark)
        return self

    def patch(self, colour: str, path: str, dx: float = 1.8, dy: float = 1.6, amp: float | None = None) -> Drawing:
        """A flat patch of colour, cut a little off the line on purpose."""
        d = redraw(path, self._seed(), (self.amp if amp is None else amp) * 1.5, self.step, dx, dy)
        return self._add(_Mark(f'stroke="none" fill="{paint(colour)}"', d, bounds(path)))

    def line(self, path: str, pen: float | None = None, colour: str | None = None, dash: str | None = None,
             amp: float | None = None) -> Drawing:
        """One pen line."""
        d = redraw(path, self._seed(), self.amp if amp is None else amp, self.step)
        attrs = [f'stroke-width="{pen}"'] if pen and pen != self.pen else []
        attrs += [f'stroke="{paint(colour)}"'] if colour else []
        attrs += [f'stroke-dasharray="{dash}"'] if dash else []
        return self._add(_Mark(" ".join(attrs), d))

    def both(self, colour: str, path: str, dx: float = 1.8, dy: float = 1.6, amp: float | None = None) -> Drawing:
        """Patch and line over the same path."""
        return self.patch(colour, path, dx, dy, amp).line(path)

    def dots(self, r: float, *xy: float) -> Drawing:
        """Ink dots of one size: eyes, door knobs."""
        d = "".join(dot(xy[k], xy[k + 1]) for k in range(0, len(xy), 2))
        return self._add(_Mark(f'stroke-width="{number(2 * r)}"', d))

    def tube(self, colour: str, path: str, width: float, pen: float | None = None, amp: float | None = None,
             solid: bool = False) -> Drawing:
        """An arm, a leg, a finger: a thick line in ink with a thinner one in colour on top. `solid` fills what it closes."""
        p = pen or self.pen
        d = redraw(path, self._seed(), 0.3 if amp is None else amp, self.step)
        ink, skin = paint(self.ink), paint(colour)
        under = (f'fill="{ink}" ' if solid else "") + f'stroke-width="{number(width + p)}"'
        over = (f'fill="{skin}" ' if solid else "") + f'stroke="{skin}" stroke-width="{number(width - p)}"'
        return self._add(_Mark(under, d)).mark_over(over, d)

    def mark_over(self, attrs: str, d: str) -> Drawing:
        """The colour of a tube, over its ink."""
        self._marks.append(_Mark(attrs, d))
        return self

    def inner(self) -> str:
        """The marks, inside the group that holds the pen."""
        body = "".join(f'<path {m.attrs} d="{m.d}"/>'.replace("<path  ", "<path ") for m in self._marks)
        return (f'<g fill="none" stroke="{paint(self.ink)}" stroke-width="{self.pen}" '
                f'stroke-linecap="round" stroke-linejoin="round">{body}</g>')

    def svg(self) -> str:
        """The drawing as a file of its own, for <use href="…#name"> and for <img>."""
        box = f"0 0 {number(self.w)} {number(self.h)}"
        par = ' preserveAspectRatio="none" overflow="visible"' if self.stretch else ""
        return (f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}">'
                f'<symbol id="{self.name}" viewBox="{box}"{par}>{self.inner()}</symbol>'
                f'<use href="#{self.name}"/></svg>\n')
