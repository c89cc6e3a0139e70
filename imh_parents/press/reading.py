"""Gives paragraphs that run from right to left their text, in the order it is read.

A PDF holds glyphs in the order they are drawn, from the left. Programs that show a page put Arabic right again by where it stands;
one that reads a page aloud follows the structure, and the structure may say what it reads (ActualText, ISO 32000-1, 14.9.4).
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from io import BytesIO
from typing import Any

import pikepdf

PAIR = re.compile(rb"<([0-9A-Fa-f]{4})>\s*<([0-9A-Fa-f]+)>")
HIDDEN = re.compile(r"[\s\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def runs_left(text: str) -> bool:
    return any(unicodedata.bidirectional(sign) in ("R", "AL") for sign in text)


def with_texts(pdf: bytes, texts: Iterable[str]) -> bytes:
    """`pdf` in which every paragraph that holds the letters of one of `texts` says that text. Which one, its letters tell in any order."""
    known = {_letters(text): text for text in texts if runs_left(text)}
    if not known:
        return pdf
    with pikepdf.open(BytesIO(pdf)) as opened:
        signs = drawn(opened.pages[0])
        for element, marks in elements(opened.Root.StructTreeRoot):
            if text := known.get(_letters("".join(signs.get(mark, "") for mark in marks))):
                element.ActualText = pikepdf.String(text)
        out = BytesIO()
        opened.save(out, deterministic_id=True)
    return out.getvalue()


def elements(root: Any) -> Iterator[tuple[Any, list[int]]]:
    """Every element that holds words itself, in the order of the structure, with the numbers of its marks."""
    kids = root.get("/K", [])
    marks = []
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, int):
            marks.append(kid)
        elif kid.get("/Type") == "/MCR":
            marks.append(int(kid.MCID))
        elif "/S" in kid:
            yield from elements(kid)
    if marks:
        yield root, marks


def _letters(text: str) -> str:
    return "".join(sorted(HIDDEN.sub("", text)))


def drawn(page: Any) -> dict[int, str]:
    """The signs behind each mark, as they are drawn."""
    fonts = {name: _signs(font) for name, font in page.Resources.get("/Font", {}).items()}
    found: dict[int, str] = {}
    signs: dict[bytes, str] = {}
    stack: list[int | None] = []
    for step in pikepdf.parse_content_stream(page):
        operands = step.operands
        match str(step.operator):
            case "BDC":
                mark = operands[1].get("/MCID") if isinstance(operands[1], pikepdf.Dictionary) else None
                stack.append(int(mark) if mark is not None else None)
            case "BMC":
                stack.append(None)
            case "EMC":
                stack.pop()
            case "Tf":
                signs = fonts[str(operands[0])]
            case "Tj" | "TJ":
                shown = operands[0] if isinstance(operands[0], pikepdf.Array) else [operands[0]]
                data = b"".join(bytes(part) for part in shown if isinstance(part, pikepdf.String))
                inside = next((mark for mark in reversed(stack) if mark is not None), -1)
                found[inside] = found.get(inside, "") + "".join(signs.get(data[at : at + 2], "") for at in range(0, len(data), 2))
    return found


def _signs(font: Any) -> dict[bytes, str]:
    """What each glyph of a font stands for."""
    table = font.ToUnicode.read_bytes() if "/ToUnicode" in font else b""
    return {bytes.fromhex(code.decode()): bytes.fromhex(text.decode()).decode("utf-16-be") for code, text in PAIR.findall(table)}
