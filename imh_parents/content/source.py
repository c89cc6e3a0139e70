"""Reads YAML and front matter and remembers on which line each value stands. Knows no feature."""

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from imh_parents.faults import Fault

FRONT = re.compile(r"\A---\n(.*?)^---[ \t]*(?:\n|\Z)", re.S | re.M)
Key = tuple[str | int, ...]


class Loader(yaml.SafeLoader):
    """YAML without its two surprises: `on`, `no` and `yes` are words, and 2026-13-45 is a text, so that the check can
    name its field. Only true and false are booleans."""


def _or_text(kind: str) -> None:
    tag = f"tag:yaml.org,2002:{kind}"
    construct = yaml.SafeLoader.yaml_constructors[tag]

    def read(loader: yaml.SafeLoader, node: yaml.ScalarNode) -> Any:
        try:
            return construct(loader, node)
        except ValueError:
            return node.value

    Loader.add_constructor(tag, read)


BOOL = "tag:yaml.org,2002:bool"
Loader.yaml_implicit_resolvers = {first: [row for row in rows if row[0] != BOOL] for first, rows in yaml.SafeLoader.yaml_implicit_resolvers.items()}
Loader.add_implicit_resolver(BOOL, re.compile(r"^(?:true|false)$"), list("tf"))
for scalar in ("timestamp", "int", "float"):
    _or_text(scalar)


@dataclass(frozen=True)
class Source:
    """A content file: its parsed data, its body, and where things stand in it."""

    path: str  # relative to the content folder's parent, as shown to editors
    data: Any
    body: str = ""
    body_line: int = 1
    lines: dict[Key, int] = field(default_factory=dict)

    def line(self, key: Key) -> int:
        """The line of a value, or of the nearest thing around it; 1 when unknown."""
        while key and key not in self.lines:
            key = key[:-1]
        return self.lines.get(key, 1)

    def fault(self, key: Key, problem: str, remedy: str) -> Fault:
        return Fault(self.path, self.line(key), dotted(key), problem, remedy)


def dotted(key: Key) -> str:
    """`("sources", 0, "url")` as an editor counts: `sources[1].url`."""
    text = ""
    for part in key:
        text += f"[{part + 1}]" if isinstance(part, int) else f".{part}" if text else str(part)
    return text


def read(path: Path, root: Path) -> tuple[Source | None, list[Fault]]:
    """Read a .yaml file, or a .md file with front matter. A file that cannot be read gives a fault, never an exception."""
    name = path.relative_to(root.parent).as_posix()
    try:
        text = path.read_text(encoding="utf-8-sig")  # some editors put a mark in front
    except (OSError, UnicodeDecodeError) as error:
        return None, [Fault(name, 0, "", f"cannot be read ({error.__class__.__name__})", "Save the file as UTF-8 text")]
    if path.suffix != ".md":
        return _parse(name, text, 0, "", 1)
    match = FRONT.match(text)
    if not match:
        return None, [Fault(name, 1, "", "has no front matter", "Begin the file with a line ---, then the fields, then a line ---")]
    return _parse(name, match[1], 1, text[match.end() :], text[: match.end()].count("\n") + 1)


def _parse(name: str, text: str, above: int, body: str, body_line: int) -> tuple[Source | None, list[Fault]]:
    try:
        node = yaml.compose(text, Loader=Loader)
        data = yaml.load(text, Loader=Loader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = (mark.line + 1 + above) if mark else 1
        problem = getattr(error, "problem", None) or "is not valid YAML"
        return None, [Fault(name, line, "", f"cannot be read as YAML ({problem})", "Put texts with : or ? between double quotes, and use spaces, not tabs")]
    lines: dict[Key, int] = {}
    faults: list[Fault] = []
    if node is not None:
        _walk(node, (), above, lines, name, faults)
    return Source(name, data, body, body_line, lines), faults


def _walk(node: yaml.Node, key: Key, above: int, lines: dict[Key, int], name: str, faults: list[Fault]) -> None:
    lines[key] = node.start_mark.line + 1 + above
    if isinstance(node, yaml.MappingNode):
        for name_node, value in node.value:
            inner = (*key, str(name_node.value))
            if inner in lines:  # YAML would silently keep the last one
                faults.append(Fault(name, name_node.start_mark.line + 1 + above, dotted(inner), "stands here twice", "Keep one of the two"))
            _walk(value, inner, above, lines, name, faults)
            lines[inner] = name_node.start_mark.line + 1 + above
    elif isinstance(node, yaml.SequenceNode):
        for index, value in enumerate(node.value):
            _walk(value, (*key, index), above, lines, name, faults)
