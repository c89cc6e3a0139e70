"""Every drawing by name, and the writing of their files."""

from __future__ import annotations

from pathlib import Path

from . import bands_early, bands_late, moments, themes_child, themes_grown
from .app_icon import icon
from .drawing import Drawing
from .family import family
from .houses import houses
from .icons import icons
from .scenes import scenes


def drawings() -> list[Drawing]:
    """All drawings that get a file of their own."""
    themes = (*themes_child.THEMES, *themes_grown.THEMES)
    bands = (*bands_early.BANDS, *bands_late.BANDS)
    single = [make() for make in (*themes, *bands, *moments.MOMENTS, icon)]
    return [*single, *family(), *scenes(), *houses(), *icons()]


def write_all(target: Path) -> list[str]:
    """Write one SVG a drawing; return the names."""
    target.mkdir(parents=True, exist_ok=True)
    out = drawings()
    for d in out:
        (target / f"{d.name}.svg").write_text(d.svg(), encoding="utf-8")
    return [d.name for d in out]
