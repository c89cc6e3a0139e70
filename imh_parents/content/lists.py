"""Reads content that is a plain list in one YAML file, and the running text under content/pages."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, Field

from imh_parents.content import markdown, source, validate
from imh_parents.content.fields import Origin, Text, Written
from imh_parents.content.markdown import Section
from imh_parents.faults import Fault
from imh_parents.i18n.languages import CODES

M = TypeVar("M", bound=BaseModel)


class ProseFront(Written):
    """Front matter of a page of running text."""

    title: Text
    line: Text
    sources: tuple[Origin, ...] = Field(min_length=1)


@dataclass(frozen=True)
class ProseText:
    front: ProseFront
    sections: tuple[Section, ...]


@dataclass(frozen=True)
class Prose:
    """A page of running text in its languages; Dutch is always there."""

    texts: dict[str, ProseText]

    def text(self, language: str) -> ProseText:
        return self.texts.get(language) or self.texts["nl"]


def read_list(kind: type[M], path: Path, root: Path, at: str = "") -> tuple[list[M], list[Fault]]:
    """Every entry of a YAML list as `kind`; broken entries become faults and the others stay. Ids must differ."""
    if not path.exists():
        return [], [Fault(path.relative_to(root.parent).as_posix(), 0, "", "does not exist", "Bring the file back")]
    file, faults = source.read(path, root)
    if not file:
        return [], faults
    entries = file.data.get(at) if at and isinstance(file.data, dict) else file.data
    if not isinstance(entries, list):
        return [], [*faults, file.fault((), "is not a list", "Write entries that begin with a hyphen")]
    found: list[M] = []
    seen: set[str] = set()
    for index in range(len(entries)):
        key = (at, index) if at else (index,)
        item, wrong = validate.model(kind, file, key)
        faults += wrong
        if item is None:
            continue
        name = getattr(item, "id", "")
        if name in seen:
            faults.append(file.fault((*key, "id"), f"{name!r} stands here twice", "Give each entry its own id"))
        seen.add(name)
        found.append(item)
    return found, faults


def read_prose(root: Path) -> tuple[dict[str, Prose], list[Fault]]:
    """The pages under content/pages by folder name."""
    pages: dict[str, Prose] = {}
    faults: list[Fault] = []
    for folder in sorted(path for path in (root / "pages").glob("*") if path.is_dir()):
        page, found = read_folder(folder, root)
        faults += found
        if page:
            pages[folder.name] = page
    return pages, faults


def prose_faults(pages: Mapping[str, Prose], root: Path) -> Iterator[Fault]:
    """Translations that have other parts, links or sources than the Dutch."""
    for name, page in pages.items():
        dutch = page.texts["nl"]
        for code, text in page.texts.items():
            for what, own, wanted in (
                ("parts", [bool(part.heading) for part in text.sections], [bool(part.heading) for part in dutch.sections]),
                ("links", _links(text), _links(dutch)),
                ("sources", [one.url for one in text.front.sources], [one.url for one in dutch.front.sources]),
            ):
                if own != wanted:
                    yield Fault(f"{root.name}/pages/{name}/{code}.md", 0, what, f"are not those of nl.md ({len(own)}, not {len(wanted)})", "Bring them in line")


def _links(text: ProseText) -> list[str]:
    return sorted(re.findall(r'href="([^"]+)"', "".join(part.html for part in text.sections)))


def read_folder(folder: Path, root: Path) -> tuple[Prose | None, list[Fault]]:
    """One page of running text in its languages."""
    texts: dict[str, ProseText] = {}
    faults: list[Fault] = []
    for path in sorted(folder.glob("*.md")):
        file, found = source.read(path, root)
        faults += found
        front, found = validate.model(ProseFront, file) if file else (None, [])
        faults += found
        if file and front and path.stem in CODES:
            texts[path.stem] = ProseText(front, markdown.sections(file.body, file.body_line))
    if "nl" in texts:
        return Prose(texts), faults
    return None, [*faults, Fault(folder.relative_to(root.parent).as_posix(), 0, "", "has no Dutch text that can be read", "Write nl.md")]
