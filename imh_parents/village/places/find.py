"""Which place somebody means: by postcode, municipality or village, typing errors forgiven. Pure.

The phone has its own search over the same table; this one serves the command line, importers and tests.
"""

from rapidfuzz import process
from rapidfuzz.distance import OSA

from imh_parents.village.places.table import Place, by_name, by_postcode, fold, kilometres, places

ERRORS = ((5, 1), (10, 2), (99, 3))  # up to so many letters: so many slips of the finger (a swapped pair is one)


def find(text: str, limit: int = 8) -> list[Place]:
    """The places somebody may mean, best first: exact names, then names that begin so, then names that look alike."""
    wanted = fold(text)[:60]
    if not wanted:
        return []
    if digits := "".join(c for c in wanted if c.isdigit())[:4]:
        return _by_digits(digits, limit)
    names = by_name()
    found: dict[Place, None] = dict.fromkeys(sorted(names.get(wanted, ()), key=lambda place: fold(place.name) != wanted))
    for name in sorted(name for name in names if name.startswith(wanted) and len(wanted) > 1):
        found.update(dict.fromkeys(names[name]))
    if not found:
        slips = next(most for letters, most in ERRORS if len(wanted) <= letters)
        for name, _, _ in process.extract(wanted, names.keys(), scorer=OSA.distance, score_cutoff=slips, limit=limit):
            found.update(dict.fromkeys(names[name]))
    return list(found)[:limit]


def _by_digits(digits: str, limit: int) -> list[Place]:
    codes = by_postcode()
    if digits in codes:
        return list(codes[digits])[:limit]
    begins = [group[0] for code, group in codes.items() if code.startswith(digits)]
    if begins or len(digits) < 4:
        return begins[:limit]
    near = sorted(codes, key=lambda code: (abs(int(code) - int(digits)), code))
    return [codes[code][0] for code in near[:3] if abs(int(code) - int(digits)) < 10]


def nearest(latitude: float, longitude: float, limit: int = 1) -> list[Place]:
    """The villages nearest to a point."""
    return sorted(places(), key=lambda place: kilometres((latitude, longitude), (place.latitude, place.longitude)))[:limit]
