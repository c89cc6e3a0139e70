"""The site's typefaces as TrueType, for the typesetter, which reads no woff2. Made at build; all are under the SIL Open Font License.

Noto Sans Arabic builds its letters from a bare shape and loose dots and marks. On paper that looks the same, but whoever reads or
copies the text of such a PDF finds letters twice. So the Arabic gets one glyph for each letter, marks included: the joined forms that
Unicode numbers (FE80 to FEFC), which the font has, and its marks set on them here.
"""

import hashlib
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from fontTools.otlLib import builder
from fontTools.pens.filterPen import DecomposingFilterPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont, newTable
from fontTools.ttLib.tables import _g_l_y_f as glyf
from fontTools.ttLib.tables import otTables as ot
from fontTools.varLib.instancer import instantiateVariableFont

PACKAGES = "node_modules/@fontsource-variable"
NEXT, ARABIC, NOTO = "atkinson-hyperlegible-next", "noto-sans-arabic", "noto-sans"
PLAIN = {  # as they are, with all their weights; a family name of its own for each part of an alphabet
    "Print Latin": (NEXT, "latin"),
    "Print Latin Extended": (NEXT, "latin-ext"),
    "Print Cyrillic": (NOTO, "cyrillic"),  # Atkinson Hyperlegible Next has none
}
WEIGHTS = (400, 730)
LAM, ALEFS = 0x0644, (0x0622, 0x0623, 0x0625, 0x0627)
SHADDA, ABOVE, BELOW = 0x0651, (0x064B, 0x064C, 0x064E, 0x064F, 0x0652, 0x0670), (0x064D, 0x0650)
STOPS = " .,:;!?()-–‘’“”…\u00a0"
LOWEST, AIR = 470, 70  # where a mark sits over a low letter, and its distance, in units of 1000
TAGS = {"<initial>": "init", "<medial>": "medi", "<final>": "fina"}
FORMAT = "4"  # raise it when this module makes other fonts of the same source


def build_print_fonts(web: Path, folder: Path) -> None:
    """Write the fonts of printed matter into `folder`. What takes long is kept in `web`/.fonts."""
    folder.mkdir(parents=True, exist_ok=True)
    for family, (package, part) in PLAIN.items():
        font = TTFont(_source(web, package, part), recalcTimestamp=False)
        _save(font, family, 400, folder / f"{family.replace(' ', '-').lower()}.ttf")
    source = _source(web, ARABIC, "arabic")
    key = hashlib.sha256(source.read_bytes() + FORMAT.encode()).hexdigest()[:16]
    for weight in WEIGHTS:
        kept = web / ".fonts" / f"{key}-{weight}.ttf"
        if not kept.exists():
            kept.parent.mkdir(exist_ok=True)
            font = instantiateVariableFont(TTFont(source, recalcTimestamp=False), {"wght": weight})
            _take_in(font, instantiateVariableFont(TTFont(_source(web, ARABIC, "latin"), recalcTimestamp=False), {"wght": weight}))
            _one_glyph_a_letter(font)
            _save(font, "Print Arabic", weight, kept)
        (folder / f"print-arabic-{weight}.ttf").write_bytes(kept.read_bytes())


def _source(web: Path, package: str, part: str) -> Path:
    return web / PACKAGES / package / "files" / f"{package}-{part}-wght-normal.woff2"


def _save(font: TTFont, family: str, weight: int, path: Path) -> None:
    for number, text in ((1, family), (4, f"{family} {weight}"), (6, f"{family}-{weight}".replace(" ", "")), (16, family)):
        font["name"].setName(text, number, 3, 1, 0x409)
    for number in (2, 17, 25):  # the names of its styles; the weight below says all
        font["name"].removeNames(nameID=number)
    font["OS/2"].usWeightClass = weight
    font.flavor = None
    font.save(path)


def _take_in(font: TTFont, latin: TTFont) -> None:
    """Spaces and stops beside the letters: a line of one font stays one piece, and is read as one."""
    names, glyphs = latin.getBestCmap(), latin.getGlyphSet()
    for sign in STOPS:
        name, pen = f"stop{ord(sign):04X}", TTGlyphPen(None)
        glyphs[names[ord(sign)]].draw(DecomposingFilterPen(pen, glyphs))
        _add(font, name, pen.glyph(), latin["hmtx"][names[ord(sign)]][0])
        for table in font["cmap"].tables:
            table.cmap[ord(sign)] = name
    font.setGlyphOrder(font["glyf"].glyphOrder)


def _one_glyph_a_letter(font: TTFont) -> None:
    """New joining rules in place of the font's own, and no placing of loose parts at all."""
    names = font.getBestCmap()
    lookups: list[ot.Lookup] = []
    joined: dict[str, dict[str, str]] = {tag: {} for tag in TAGS.values()}
    forms = {names[code] for code in (*range(0x0621, 0x063B), *range(0x0641, 0x064B))}
    for code in range(0xFE80, 0xFEF5):
        tag, _, letter = unicodedata.decomposition(chr(code)).partition(" ")
        if tag in TAGS:
            joined[TAGS[tag]][names[int(letter, 16)]] = names[code]
            forms.add(names[code])
    pairs = {(names[first], names[0xFEF5 + 2 * at + number]): f"alef{at}.part" for at in range(4) for number, first in enumerate((0xFEDF, 0xFEE0))}
    for part in sorted(set(pairs.values())):
        _add(font, part, glyf.Glyph(), 0)
    forms |= {ligature for _, ligature in pairs}
    features = {}
    for tag, mapping in joined.items():
        features[tag] = [len(lookups)]
        lookups.append(builder.buildLookup([builder.buildSingleSubstSubtable(mapping)]))
    features["rlig"] = list(_lam_alef(font, names, pairs, lookups))
    features["rlig"].append(len(lookups))
    lookups.append(builder.buildLookup([builder.buildLigatureSubstSubtable(_marked(font, names, sorted(forms)))]))
    font.setGlyphOrder(font["glyf"].glyphOrder)
    font["GSUB"] = _gsub(features, lookups)
    del font["GPOS"]


def _lam_alef(font: TTFont, names: dict[int, str], pairs: dict[tuple[str, str], str], lookups: list[ot.Lookup]) -> Iterator[int]:
    """Lam and alef are one shape: the lam becomes the shape, the alef after it an empty glyph. Two letters stay two to a reader."""
    for at, alef in enumerate((0xFE82, 0xFE84, 0xFE88, 0xFE8E)):
        shapes = {lam: shape for (lam, shape), part in pairs.items() if part == f"alef{at}.part"}
        first, second = len(lookups), len(lookups) + 1
        lookups.append(builder.buildLookup([builder.buildSingleSubstSubtable(shapes)]))
        lookups.append(builder.buildLookup([builder.buildSingleSubstSubtable({names[alef]: f"alef{at}.part"})]))
        chain = ot.ChainContextSubst()
        chain.Format = 3
        chain.BacktrackCoverage, chain.LookAheadCoverage = [], []
        chain.InputCoverage = [builder.buildCoverage(sorted(glyphs), font.getReverseGlyphMap()) for glyphs in (shapes, [names[alef]])]
        chain.BacktrackGlyphCount, chain.InputGlyphCount, chain.LookAheadGlyphCount = 0, 2, 0
        chain.SubstLookupRecord = [_record(0, first), _record(1, second)]
        chain.SubstCount = 2
        yield len(lookups)
        lookups.append(builder.buildLookup([chain], flags=builder.LOOKUP_FLAG_IGNORE_MARKS))


def _record(sequence: int, lookup: int) -> ot.SubstLookupRecord:
    record = ot.SubstLookupRecord()
    record.SequenceIndex, record.LookupListIndex = sequence, lookup
    return record


def _marked(font: TTFont, names: dict[int, str], forms: list[str]) -> dict[tuple[str, ...], str]:
    """A glyph for every form with each mark, and with a shadda and each other mark."""
    found: dict[tuple[str, ...], str] = {}
    sets = [(mark,) for mark in (SHADDA, *ABOVE, *BELOW)] + [(SHADDA, mark) for mark in (*ABOVE, *BELOW)]
    for form in forms:
        for marks in sets:
            parts = tuple(names[mark] for mark in marks)
            name = ".".join((form, *(f"{mark:04X}" for mark in marks)))
            _add(font, name, _stacked(font, form, list(zip(marks, parts, strict=True))), font["hmtx"][form][0])
            found[(form, *parts)] = name
            if len(parts) == 2:  # either order is written
                found[(form, *reversed(parts))] = name
    return found


def _stacked(font: TTFont, form: str, marks: list[tuple[int, str]]) -> glyf.Glyph:
    table = font["glyf"]
    base, glyph = table[form], glyf.Glyph()
    glyph.numberOfContours = -1
    glyph.components = [_component(form, 0, 0)]
    top, bottom = max(base.yMax, LOWEST), min(base.yMin, 0)
    for code, name in marks:
        mark = table[name]
        across = round((base.xMin + base.xMax - mark.xMin - mark.xMax) / 2)
        if code in BELOW:
            up = bottom - AIR - mark.yMax
            bottom = mark.yMin + up
        else:
            up = top + AIR - mark.yMin
            top = mark.yMax + up
        glyph.components.append(_component(name, across, up))
    return glyph


def _component(name: str, x: int, y: int) -> glyf.GlyphComponent:
    part = glyf.GlyphComponent()
    part.glyphName, part.x, part.y, part.flags = name, x, y, glyf.ROUND_XY_TO_GRID
    return part


def _add(font: TTFont, name: str, glyph: glyf.Glyph, advance: int) -> None:
    font["glyf"][name] = glyph
    glyph.recalcBounds(font["glyf"])
    font["hmtx"][name] = (advance, getattr(glyph, "xMin", 0))


def _gsub(features: dict[str, list[int]], lookups: list[ot.Lookup]) -> TTFont:
    table = ot.GSUB()
    table.Version = 0x00010000
    table.LookupList, table.FeatureList, table.ScriptList = ot.LookupList(), ot.FeatureList(), ot.ScriptList()
    table.LookupList.Lookup, table.LookupList.LookupCount = lookups, len(lookups)
    table.FeatureList.FeatureRecord = []
    for tag in sorted(features):
        record, record.FeatureTag = (feature := ot.FeatureRecord()), tag
        feature.Feature = ot.Feature()
        feature.Feature.FeatureParams, feature.Feature.LookupListIndex = None, features[tag]
        feature.Feature.LookupCount = len(features[tag])
        table.FeatureList.FeatureRecord.append(record)
    table.FeatureList.FeatureCount = len(features)
    system = ot.DefaultLangSys()
    system.LookupOrder, system.ReqFeatureIndex = None, 0xFFFF
    system.FeatureIndex, system.FeatureCount = list(range(len(features))), len(features)
    table.ScriptList.ScriptRecord = []
    for tag in ("DFLT", "arab"):
        script = ot.ScriptRecord()
        script.ScriptTag, script.Script = tag, ot.Script()
        script.Script.DefaultLangSys, script.Script.LangSysRecord, script.Script.LangSysCount = system, [], 0
        table.ScriptList.ScriptRecord.append(script)
    table.ScriptList.ScriptCount = 2
    whole = newTable("GSUB")
    whole.table = table
    return whole
