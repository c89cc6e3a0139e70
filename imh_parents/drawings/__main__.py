"""`python -m imh_parents.drawings` writes every drawing to assets/drawings."""

from __future__ import annotations

from pathlib import Path

from .catalogue import write_all

if __name__ == "__main__":
    target = Path(__file__).parents[2] / "assets" / "drawings"
    names = write_all(target)
    print(f"{len(names)} drawings, {sum((target / f'{n}.svg').stat().st_size for n in names)} bytes")
