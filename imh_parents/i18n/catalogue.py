"""The words of the interface. Dutch stands in the code as the key; the others come from content/i18n/<code>.po."""

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Literal

from babel.dates import format_date, get_day_names
from babel.lists import format_list
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po
from babel.numbers import format_decimal
from babel.units import format_unit

from imh_parents.faults import Fault
from imh_parents.i18n.languages import CODES, DEFAULT, Language, language

PACKAGE = Path(__file__).parents[1]
FOLDER = PACKAGE.parent / "content" / "i18n"
FIELD = re.compile(r"\{(\w+)\}")
# The extractor's own default escapes nothing and finds `t("…")` in Python; nothing else holds words.
METHODS = [("**.py", "python")]
# Header lines that would change at every update.
CHANGING = re.compile(rb'"(?:POT-Creation-Date|PO-Revision-Date|Generated-By|Report-Msgid-Bugs-To|Last-Translator|Language-Team): [^\n]*\n')
DUAL, DUAL_AFTER = "ان", "ين"


class Words:
    """Everything that depends on a language: `t("Bewaar")`, dates, numbers, lists."""

    def __init__(self, row: Language, catalogue: Catalog | None) -> None:
        self.language = row
        self.code = row.code
        self._catalogue = catalogue

    def __call__(self, text: str, **values: object) -> str:
        """`text` in this language with {fields} filled in; Dutch where the translation is missing."""
        message = self._catalogue.get(text) if self._catalogue else None
        words = str(message.string) if message and message.string else text
        return words.format(**values) if values else words

    def date(self, day: date) -> str:
        """`22 november 2026`, by CLDR."""
        return str(format_date(day, "long", locale=self.language.cldr))

    def weekday(self, index: int) -> str:
        """`ma` for 0, by CLDR."""
        return str(get_day_names("abbreviated", locale=self.language.cldr)[index])

    def number(self, value: int) -> str:
        """Without separators: our largest number is a day count, and 1001 is a name more than a sum."""
        return str(format_decimal(value, locale=self.language.cldr, group_separator=False))

    def duration(self, count: int, unit: str, *, after: bool = False) -> str:
        """`6 weken`, by CLDR; `unit` is day, week, month or year. `after` a word like from or until, where Arabic bends its word for two."""
        # Babel 2.18 lacks the long forms of Arabic durations and of days; their "short" forms are the whole words.
        length: Literal["short", "long"] = "short" if self.code == "ar" or unit == "day" else "long"
        words = str(format_unit(count, f"duration-{unit}", length, locale=self.language.cldr))
        if after and self.code == "ar" and count == 2:
            return words.removesuffix(DUAL) + DUAL_AFTER  # CLDR has the nominative only
        return words

    def list(self, items: list[str]) -> str:
        """`a, b en c`, by CLDR."""
        return str(format_list(items, locale=self.language.cldr))


@cache
def words(code: str) -> Words:
    """The words of a published language; KeyError when it is not."""
    return Words(language(code), _read(FOLDER, code))


def _read(folder: Path, code: str) -> Catalog | None:
    path = folder / f"{code}.po"
    return read_po(BytesIO(path.read_bytes()), locale=code) if path.exists() else None


def extract() -> Catalog:
    """Every text the code shows, with the places where it stands."""
    catalogue = Catalog(project="Goed Genoeg", charset="utf-8")
    for name, line, text, _, _ in extract_from_dir(str(PACKAGE), METHODS, keywords={"t": None}):
        catalogue.add(text, locations=[(f"imh_parents/{name}", line)])
    return catalogue


def update(folder: Path = FOLDER) -> None:
    """Bring the .po files up to date with the code; translations that still fit stay."""
    fresh = extract()
    folder.mkdir(exist_ok=True)
    for code in CODES[1:]:
        path = folder / f"{code}.po"
        catalogue = _read(folder, code) or Catalog(locale=code, charset="utf-8")
        catalogue.update(fresh, no_fuzzy_matching=True)
        catalogue.obsolete.clear()
        out = BytesIO()
        write_po(out, catalogue, width=0, sort_output=True, omit_header=False, include_lineno=False)
        path.write_bytes(CHANGING.sub(b"", out.getvalue()))


def faults(folder: Path = FOLDER) -> Iterator[Fault]:
    """Texts a catalogue lacks, and translations that lost or invented a {field}."""
    known = {str(message.id) for message in extract() if message.id}
    for code in CODES[1:]:
        name = f"content/i18n/{code}.po"
        catalogue = _read(folder, code)
        if catalogue is None:
            yield Fault(name, 0, "", "does not exist", "Run python -m imh_parents words")
            continue
        for text in sorted(known):
            message = catalogue.get(text)
            translated = str(message.string) if message and message.string else ""
            if not translated:
                yield Fault(name, 0, text, "is not translated", "Run python -m imh_parents words, then fill in its msgstr")
            elif set(FIELD.findall(text)) != set(FIELD.findall(translated)):
                yield Fault(name, 0, text, f"has other fields in {translated!r}", "Keep every {field} of the Dutch, and no others")


__all__ = ["DEFAULT", "Words", "extract", "faults", "update", "words"]
