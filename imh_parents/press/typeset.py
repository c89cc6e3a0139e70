"""Sheets of paper and pictures, set by Typst from the templates beside this file. Words and drawings come in as data; nothing here knows them."""

import json
from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any

import typst

from imh_parents.i18n.catalogue import Words
from imh_parents.press.ink import colours, drawing
from imh_parents.press.reading import with_texts

TEMPLATES = Path(__file__).parent / "templates"
FONTS = "_druk"  # in the built site, so that whoever serves it can print too: Press(settings().site_dir / FONTS, today)
STANDARD = "ua-1"  # PDF/UA-1: tagged, titled, every font inside; Typst refuses to write one that is not


class Press:
    """One typesetter for many sheets. `fonts` is the folder that site.print_fonts wrote; fonts of the machine are never used."""

    def __init__(self, fonts: Path, today: date) -> None:
        found = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(fonts)])
        if not found.families():
            raise FileNotFoundError(f"There are no fonts to print with in {fonts}. Run make build first")
        self._made = datetime.combine(today, time(), UTC)
        self._compiler = typst.Compiler(root=str(TEMPLATES), font_paths=found)

    def pdf(self, template: str, data: dict[str, Any]) -> bytes:
        """`data` set by `template` as tagged PDF."""
        made = self._set(template, data, format="pdf", pdf_standards=[STANDARD], timestamp=self._made)
        return with_texts(made, _texts(data))

    def png(self, template: str, data: dict[str, Any]) -> bytes:
        """The same as a picture; one point of the template is one pixel."""
        return self._set(template, data, format="png", ppi=72)

    def _set(self, template: str, data: dict[str, Any], **options: Any) -> bytes:
        whole = {"colours": colours()} | data | {"drawings": {name: drawing(name) for name in data.get("drawings", ())}}
        inputs = {"data": json.dumps(whole, ensure_ascii=False)}
        made = self._compiler.compile(input=str(TEMPLATES / f"{template}.typ"), sys_inputs=inputs, **options)
        if not isinstance(made, bytes):
            raise ValueError(f"{template} takes {len(made or ())} pages, and has to be one")
        return made


def _texts(data: Any) -> Iterator[str]:
    """Every text in the data, and what templates join to one paragraph."""
    if isinstance(data, str):
        yield data
    elif isinstance(data, dict):
        if data.get("attempt"):
            yield f"{data['heading']}: {data['attempt']}"
        for value in data.values():
            yield from _texts(value)
    elif isinstance(data, list | tuple):
        for value in data:
            yield from _texts(value)


def said(t: Words, text: str) -> dict[str, str]:
    """A text in the language of `t`."""
    return spoken(t.code, t.language.dir, text)


def spoken(language: str, direction: str, words: str) -> dict[str, str]:
    """A text for a template, with its language and the way it runs."""
    return {"lang": language, "dir": direction, "text": words}
