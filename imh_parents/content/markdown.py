"""Markdown of content files to safe HTML, cut at its headings. Raw HTML is never passed through."""

import re
from dataclasses import dataclass

from markdown_it import MarkdownIt
from markdown_it.token import Token

_MD = MarkdownIt("commonmark", {"html": False, "typographer": False}).disable(["image", "html_block", "html_inline", "code", "fence", "autolink"])
CARD_LINK = re.compile(r"kaart:([a-z0-9-]+)")


@dataclass(frozen=True)
class Item:
    """One line of a list: its bold label, and the rest as HTML and as plain text."""

    label: str
    html: str
    text: str


@dataclass(frozen=True)
class Section:
    """What stands under one heading; the first section of a body has none."""

    heading: str
    html: str
    text: str
    line: int
    items: tuple[Item, ...] = ()


def sections(body: str, first_line: int = 1) -> tuple[Section, ...]:
    """Cut `body` at its level-two headings. `first_line` is the file's line on which the body begins."""
    tokens = _MD.parse(body)
    starts = [0, *(i for i, token in enumerate(tokens) if token.type == "heading_open" and token.tag == "h2")]
    parts = [tokens[a:b] for a, b in zip(starts, [*starts[1:], len(tokens)], strict=True)]
    return tuple(_section(part, first_line) for part in parts if part or part is parts[0])


def links(body: str) -> tuple[str, ...]:
    """Slugs of the cards that a body links to."""
    return tuple(CARD_LINK.findall(body))


def _section(tokens: list[Token], first_line: int) -> Section:
    line = first_line + (tokens[0].map[0] if tokens and tokens[0].map else 0)
    heading = ""
    if tokens and tokens[0].type == "heading_open":
        heading = plain(tokens[1])
        tokens = tokens[3:]
    inline = [token for token in tokens if token.type == "inline"]
    return Section(heading, render(tokens), "\n".join(plain(token) for token in inline), line, tuple(_items(tokens)))


def _items(tokens: list[Token]) -> list[Item]:
    items, inside = [], False
    for token in tokens:
        inside = token.type == "list_item_open" or (inside and token.type != "list_item_close")
        children = token.children or []
        if not (inside and token.type == "inline" and len(children) > 2 and any(c.type == "strong_open" for c in children[:2])):
            continue
        end = next(i for i, child in enumerate(children) if child.type == "strong_close")
        label = _words(children[:end]).rstrip(" :")
        rest = children[end + 1 :]
        if rest:  # the label goes to a line of its own, so what followed it begins a sentence
            first = rest[0].content.lstrip(" :")
            rest[0].content = first[:1].upper() + first[1:]
        items.append(Item(label, render([Token("inline", "", 0, children=rest)]), _words(rest).strip()))
    return items


def render(tokens: list[Token]) -> str:
    return str(_MD.renderer.render(tokens, _MD.options, {})).strip()


def plain(token: Token) -> str:
    """The words of an inline token without marks; a line break counts as a space."""
    return _words(token.children or [])


def _words(children: list[Token]) -> str:
    return "".join(" " if child.type in ("softbreak", "hardbreak") else child.content for child in children)
