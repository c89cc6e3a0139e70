"""Writes assets/icons: the app icon as SVG and as the PNG sizes that phones ask for. Needs `resvg-py`, only here.

Run `python -m imh_parents.drawings.icons_png` where resvg-py is installed; the SVG files are written without it too.
"""

from __future__ import annotations

import sys
from pathlib import Path

from .app_icon import badge, favicon, flat_svg, icon, maskable
from .drawing import Drawing

SVGS = {"icon": icon, "icon-maskable": maskable, "favicon": favicon}
PNGS = {
    "icon-192": (icon, 192), "icon-512": (icon, 512),
    "icon-maskable-192": (maskable, 192), "icon-maskable-512": (maskable, 512),
    "apple-touch-icon": (icon, 180), "badge-96": (badge, 96),
}


def write_svgs(target: Path) -> None:
    """The icon files that are SVG."""
    target.mkdir(parents=True, exist_ok=True)
    for name, make in SVGS.items():
        (target / f"{name}.svg").write_text(flat_svg(make()), encoding="utf-8")


def render(d: Drawing, size: int) -> bytes:
    """A drawing as PNG, `size` pixels wide."""
    import resvg_py  # noqa: PLC0415 - only whoever redraws the icons needs it; the app does not

    return bytes(resvg_py.svg_to_bytes(svg_string=flat_svg(d), width=size, height=size))


def write_pngs(target: Path) -> None:
    """The icon files that are PNG."""
    for name, (make, size) in PNGS.items():
        (target / f"{name}.png").write_bytes(render(make(), size))


if __name__ == "__main__":
    where = Path(__file__).parents[2] / "assets" / "icons"
    write_svgs(where)
    write_pngs(where)
    sys.stdout.write("".join(f"{p.name} {p.stat().st_size}\n" for p in sorted(where.iterdir())))
