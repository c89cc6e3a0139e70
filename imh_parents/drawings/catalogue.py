"""Every drawing by name, and the writing of their files."""

from __future__ import annotations

from pathlib import Path

from ._port import ALL
from .drawing import Drawing
from .icons import icons


def drawings() -> list[Drawing]:
    """All drawings that get a file of their own."""
    return [*ALL, *icons()]


def write_all(target: Path) -> list[str]:
    """Write one SVG a drawing; return the names."""
    target.mkdir(parents=True, exist_ok=True)
    out = drawings()
    for d in out:
        (target / f"{d.name}.svg").write_text(d.svg(), encoding="utf-8")
    return [d.name for d in out]
