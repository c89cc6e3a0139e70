"""Small valid things to test with: a card, the words of a language, a page, the frame around pages."""

import re
import shutil
from pathlib import Path
from typing import Any

from imh_parents.cards.models import Card, CardText, Front, Meta, Theme, ThemeId
from imh_parents.children.bands import BAND_IDS
from imh_parents.content.markdown import sections
from imh_parents.i18n.catalogue import Words
from imh_parents.i18n.languages import language
from imh_parents.site.document import Frame
from imh_parents.ui.page import Page

ROOT = Path(__file__).parent.parent
NL = Words(language("nl"), None)
BODY = """\
Stil zitten mag.

## Probeer nu
Kijk even.

## Wie kan helpen
- **Je dorp:** bel een buur.
- **Dichtbij:** vraag je huisarts.
- **Verder:** er is meer.
"""


def card(
    slug: str = "even-samen", *, ages: tuple[str, str] = ("6w", "12m"), title: str = "Even samen", languages: tuple[str, ...] = ("nl",), **meta: Any
) -> Card:
    """A card; `meta` replaces fields of card.yaml."""
    data = {
        "slug": slug,
        "themes": ["samen-troosten"],
        "age": {"from": ages[0], "to": ages[1]},
        "audience": ["iedereen"],
        "intensity": "alledaags",
        "sources": [{"title": "Kind en Gezin", "url": "https://www.kindengezin.be", "checked": "2026-11-22"}],
    }
    return Card(Meta.model_validate(data | meta), {code: text(code, slug, title) for code in languages})


def text(code: str, slug: str, title: str) -> CardText:
    front = {
        "title": title,
        "baby": "Ik voel je arm.",
        "reassure": "Er zijn is genoeg.",
        "written": "2026-11-22",
        "review": "nog-niet-nagelezen",
        "review_due": "2027-11-22",
    }
    opening, attempt, help_ = sections(BODY)
    return CardText(code, f"content/cards/{slug}/{code}.md", Front.model_validate(front), opening, attempt, None, help_)


def theme(id_: str = "samen-troosten", drawing: str = "th-troosten") -> Theme:
    words = {"nl": "Samen", "en": "Together", "ar": "معًا"}
    return Theme.model_validate({"id": id_, "drawing": drawing, "meaning": "honey", "name": words, "line": words})


def page(**changes: Any) -> Page:
    return Page(**({"path": "/nl/x/", "language": "nl", "title": "Een blad", "description": "Waarover", "body": lambda: None} | changes))


def frame(**changes: Any) -> Frame:
    values = {
        "styles": {(): "a{color:red}", ("week",): "b{color:blue}"},
        "start": "import('/js/main.js')",
        "scripts": {"main": "/js/main.js", "today": "/js/today.js"},
        "symbols": {"i-bel": '<symbol id="i-bel"><path d="M0 0"/></symbol>', "h1": '<symbol id="h1"/>'},
        "origin": "https://goed.example",
        "name": "Goed Genoeg",
        "fonts": {"ltr": "/fonts/latin.woff2", "rtl": "/fonts/arabic.woff2"},
    }
    return Frame(**(values | changes))


BASE = ROOT / "tests" / "broken" / "base"
# What a tree made of it holds; what else the app reads has tests of its own, and is left out here.
HELD = tuple(f"content/{path.name.replace('band', 'bands')}" for path in sorted(BASE.iterdir()))
LETTERS = str.maketrans("0123456789", "abcdefghij")
COPIES = 20  # with three themes each: six cards a theme, so that one broken card leaves no other fault


def write_content(root: Path, cards: int = COPIES) -> Path:
    """A content folder without faults, from the few files of tests/broken/base: its two cards, copies of the first
    until there are `cards` (with COPIES every theme has enough), and its one band for all fourteen."""
    shutil.copytree(BASE / "cards", root / "cards")
    themes = ThemeId.__args__
    for number in range(3, cards + 1):
        folder = shutil.copytree(BASE / "cards" / "even-samen", root / "cards" / f"even-samen-{number:02}")
        own = ", ".join(themes[(3 * (number - 1) + step) % len(themes)] for step in range(3))
        card_yaml = re.sub(r"themes: .*", f"themes: [{own}]", (folder / "card.yaml").read_text(encoding="utf-8"))
        (folder / "card.yaml").write_text(card_yaml.replace("slug: even-samen", f"slug: {folder.name}"), encoding="utf-8")
        words = (folder / "nl.md").read_text(encoding="utf-8")
        letters = str(number).translate(LETTERS)  # a number would look like one to call
        (folder / "nl.md").write_text(words.replace("op de bank", f"op bank {letters}", 1), encoding="utf-8")
    for band in BAND_IDS:
        folder = shutil.copytree(BASE / "band", root / "bands" / band)
        (folder / "band.yaml").write_text((BASE / "band" / "band.yaml").read_text(encoding="utf-8").replace("0-6-weken", band), encoding="utf-8")
    for name in ("themes", "helplines", "contact_moments", "asks"):
        shutil.copy(BASE / f"{name}.yaml", root)
    return root
