"""What a poster says, for the template poster.typ. Pure."""

from typing import Any
from urllib.parse import urlsplit

from imh_parents.i18n.catalogue import Words
from imh_parents.press.qr import code_drawing
from imh_parents.press.typeset import said

PAPERS = {"a4": 210, "a3": 297}  # width in mm
Line = str | list[str] | dict[str, str]


def poster_data(t: Words, link: str, name: str, scene: str, houses: tuple[str, ...] = (), **words: Line) -> dict[str, Any]:
    """A scene, or a street of houses. Each of `words` is said in the language of `t`, unless it says its own."""
    parts = urlsplit(link)
    return {
        "lang": t.code,
        "dir": t.language.dir,
        "name": name,
        "site": f"{parts.netloc}{parts.path}".rstrip("/"),
        "qr": {"svg": code_drawing(link), "alt": t("QR-code naar {link}", link=link)},
        "scene": scene,
        "houses": houses,
        "drawings": ["merk", *(houses or [scene])],
        "scan": said(t, t("Richt je camera hierop.")),
    } | {key: _in(t, line) for key, line in words.items()}


def _in(t: Words, line: Line) -> Any:
    if isinstance(line, list):
        return [said(t, one) for one in line]
    return said(t, line) if isinstance(line, str) else line
