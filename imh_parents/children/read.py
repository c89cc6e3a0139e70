"""Reads content/bands: the words of the fourteen stretches."""

from pathlib import Path

from imh_parents.children.bands import BANDS, Band
from imh_parents.children.models import BandFront, BandMeta, BandPage, BandText
from imh_parents.content import markdown, source, validate
from imh_parents.faults import Fault
from imh_parents.i18n.languages import CODES


def read_bands(root: Path) -> tuple[dict[str, BandPage], list[Fault]]:
    """All bands in the order of the road; a band that is missing or broken is a fault."""
    pages: dict[str, BandPage] = {}
    faults: list[Fault] = []
    for folder in sorted(path for path in (root / "bands").glob("*") if path.is_dir()):
        if folder.name not in {band.id for band in BANDS}:
            name = folder.relative_to(root.parent).as_posix()
            faults.append(Fault(name, 0, "", "is not an age band", f"Use one of: {', '.join(band.id for band in BANDS)}"))
    for band in BANDS:
        page, found = _read_band(band, root / "bands" / band.id, root)
        faults += found
        if page:
            pages[band.id] = page
    return pages, faults


def _read_band(band: Band, folder: Path, root: Path) -> tuple[BandPage | None, list[Fault]]:
    name = folder.relative_to(root.parent).as_posix()
    if not (folder / "band.yaml").exists():
        return None, [Fault(name, 0, "", "has no band.yaml", "Every band of the road needs one")]
    file, faults = source.read(folder / "band.yaml", root)
    meta, found = validate.model(BandMeta, file) if file else (None, [])
    faults += found
    if file and meta and meta.id != band.id:
        faults.append(file.fault(("id",), f"{meta.id!r} is not the name of its folder", f"Write {band.id}"))
    texts: dict[str, BandText] = {}
    for code in CODES:
        if (path := folder / f"{code}.md").exists():
            text, found = _read_text(path, root)
            faults += found
            if text:
                texts[code] = text
        elif code == "nl":
            faults.append(Fault(name, 0, "", "has no Dutch text", "Write nl.md"))
        else:
            faults.append(Fault(name, 0, code, f"misses the translation {code}.md", "Translate the band; the road is complete in each language"))
    return (BandPage(band, meta, texts) if meta and "nl" in texts else None), faults


def _read_text(path: Path, root: Path) -> tuple[BandText | None, list[Fault]]:
    file, faults = source.read(path, root)
    if not file:
        return None, faults
    front, found = validate.model(BandFront, file)
    faults += found
    parts = markdown.sections(file.body, file.body_line)
    if len(parts) != 4 or parts[0].heading or not parts[0].text:
        remedy = "Write the opening without heading, then three headings: is this usual, one this way another that way, when do you call"
        return None, [*faults, Fault(file.path, file.body_line, "body", f"has {len(parts) - 1} headings", remedy)]
    return (BandText(path.stem, file.path, front, *parts) if front else None), faults
