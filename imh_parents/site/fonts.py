"""Fonts from their npm packages, cut to what the app writes. Both are under the SIL Open Font License."""

import hashlib
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

PACKAGES = "node_modules/@fontsource-variable"
LATIN = f"{PACKAGES}/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2"
ARABIC = f"{PACKAGES}/noto-sans-arabic/files/noto-sans-arabic-arabic-wght-normal.woff2"
# Dutch, English, French, Turkish and the marks the app uses; Arabic with its own punctuation and digits.
LATIN_RANGE = [*range(0x20, 0x7F), *range(0xA0, 0x180), 0x2010, 0x2013, 0x2014, *range(0x2018, 0x201F), 0x2022, 0x2026, 0x20AC, 0x2212]
ARABIC_RANGE = [0x060C, 0x061B, 0x061F, *range(0x0621, 0x063B), *range(0x0640, 0x0653), *range(0x0660, 0x066D), 0x0670, 0x200C, 0x200D, 0x200E, 0x200F]
FONTS = {"latin.woff2": (LATIN, LATIN_RANGE), "arabic.woff2": (ARABIC, ARABIC_RANGE)}
WEIGHTS = (400, 730)


def build_fonts(web: Path, out: Path) -> dict[str, str]:
    """Write the fonts into `out`/fonts and give their addresses by short name. Cut fonts are kept in `web`/.fonts."""
    addresses = {}
    for name, (source, characters) in FONTS.items():
        data = _cut(web / source, characters, web / ".fonts")
        file = f"fonts/{name.split('.')[0]}-{hashlib.sha256(data).hexdigest()[:10]}.woff2"
        (out / "fonts").mkdir(exist_ok=True)
        (out / file).write_bytes(data)
        addresses[name] = f"/{file}"
    return addresses


def _cut(source: Path, characters: list[int], cache: Path) -> bytes:
    """The font at `source` with only `characters` and our weights; cut once per version of the source."""
    key = hashlib.sha256(source.read_bytes() + repr((characters, WEIGHTS)).encode()).hexdigest()[:16]
    kept = cache / f"{key}.woff2"
    if not kept.exists():
        cache.mkdir(exist_ok=True)
        font = TTFont(source, recalcTimestamp=False)
        options = subset.Options(flavor="woff2", hinting=False, notdef_outline=True)
        cutter = subset.Subsetter(options)
        cutter.populate(unicodes=characters)
        cutter.subset(font)
        font = instantiateVariableFont(font, {"wght": WEIGHTS})
        font.flavor = "woff2"
        font.save(kept)
    return kept.read_bytes()
