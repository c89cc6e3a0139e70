"""Colours and drawings for paper, taken from the site: the light tokens of assets/styles, the SVG files of assets/drawings. Pure."""

import re
from functools import cache

from imh_parents.settings import ROOT

TOKEN = re.compile(r"--([\w-]+):\s*(#[0-9a-fA-F]{6})\b")
PAINT = re.compile(r"var\(--([\w-]+)(?:,[^)]*)?\)")
LIGHT = re.compile(r"^:root \{(.*?)^\}", re.S | re.M)


@cache
def colours() -> dict[str, str]:
    """Every colour of the light page by its token."""
    sheet = (ROOT / "assets" / "styles" / "tokens.css").read_text(encoding="utf-8")
    light = LIGHT.search(sheet)
    assert light, "tokens.css has no :root"
    return dict(TOKEN.findall(light[1]))


@cache
def drawing(name: str) -> str:
    """A drawing with plain colours, since a typesetter knows no tokens."""
    text = (ROOT / "assets" / "drawings" / f"{name}.svg").read_text(encoding="utf-8")
    found = colours()
    return PAINT.sub(lambda match: found[match[1]], text).replace("currentColor", found["ink"])
