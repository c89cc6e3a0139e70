"""Printed matter as the site offers it: where it lies, what sets it, and what it says. Made at build (site/printed.py)."""

from dataclasses import dataclass
from typing import Any

from imh_parents.press.typeset import Press

FOLDER = "druk"
SIZE = "[[{path}]]"  # stands for the size of a file on a page, since pages are made before files


@dataclass(frozen=True)
class Sheet:
    """One file. `path` begins with / and ends with .pdf or .png."""

    path: str
    template: str
    data: dict[str, Any]

    def made(self, press: Press) -> bytes:
        return (press.png if self.path.endswith(".png") else press.pdf)(self.template, self.data)


def file_path(name: str, language: str, kind: str = "pdf") -> str:
    """`/druk/affiche-a4-nl.pdf`."""
    return f"/{FOLDER}/{name}-{language}.{kind}"
