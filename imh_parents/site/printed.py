"""Everything printed, made at build: the files in `out`/druk, and the sizes that pages name."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from imh_parents.campaign.printed import campaign_sheets
from imh_parents.errors import BuildError
from imh_parents.i18n.catalogue import words
from imh_parents.i18n.languages import CODES, DEFAULT
from imh_parents.library import Library
from imh_parents.nurse.printed import nurse_sheets
from imh_parents.press.sheet import Sheet
from imh_parents.press.typeset import FONTS, Press
from imh_parents.site.print_fonts import build_print_fonts

SIZE = re.compile(r"\[\[/([^]]+)]]")


def sheets(library: Library, origin: str, name: str) -> Iterator[Sheet]:
    for code in CODES:
        t = words(code)
        yield from nurse_sheets(library, t, words(DEFAULT.code), origin, name)
        yield from campaign_sheets(library.campaign, t, origin, name)


def write_printed(web: Path, out: Path, library: Library, origin: str, name: str, today: date) -> None:
    build_print_fonts(web, out / FONTS)
    press = Press(out / FONTS, today)
    for sheet in sheets(library, origin, name):
        file = out / sheet.path.strip("/")
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(sheet.made(press))


def sized(markup: str, out: Path) -> str:
    """Fills in the size of each file that a page names, in kB; of many files the largest."""
    return SIZE.sub(lambda match: str(_size(match[1], out)), markup)


def _size(pattern: str, out: Path) -> int:
    found = [path.stat().st_size for path in out.glob(pattern)]
    if not found:
        raise BuildError(f"A page names the size of /{pattern}, and there is no such file")
    return -(-max(found) // 1000)
