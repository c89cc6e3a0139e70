"""Reads content/cards into cards. Every fault is collected; a broken card never hides another."""

from pathlib import Path

from imh_parents.cards.models import Card, CardText, Front, Meta
from imh_parents.content import markdown, source, validate
from imh_parents.faults import Fault
from imh_parents.i18n.languages import CODES


def read_cards(root: Path) -> tuple[dict[str, Card], list[Fault]]:
    """All cards under `root`/cards by slug, in alphabetical order, and all faults met on the way."""
    cards: dict[str, Card] = {}
    faults: list[Fault] = []
    seen: dict[str, str] = {}
    for folder in sorted(path for path in (root / "cards").glob("*") if path.is_dir()):
        card, found, meta_source = _read_card(folder, root)
        faults += found
        if not card or not meta_source:
            continue
        if card.slug in seen:
            problem = f"{card.slug!r} is already the slug of {seen[card.slug]}"
            faults.append(meta_source.fault(("slug",), problem, f"Write {folder.name}, the name of this folder"))
        elif card.slug != folder.name:
            faults.append(meta_source.fault(("slug",), f"{card.slug!r} is not the name of its folder", f"Write {folder.name}"))
        seen.setdefault(card.slug, folder.relative_to(root.parent).as_posix())
        cards.setdefault(card.slug, card)
    return cards, faults


def _read_card(folder: Path, root: Path) -> tuple[Card | None, list[Fault], source.Source | None]:
    name = folder.relative_to(root.parent).as_posix()
    if not (folder / "card.yaml").exists():
        return None, [Fault(name, 0, "", "has no card.yaml", "Copy one from another card")], None
    file, faults = source.read(folder / "card.yaml", root)
    meta = None
    if file:
        meta, found = validate.model(Meta, file)
        faults += found
    texts: dict[str, CardText] = {}
    for path in sorted(folder.glob("*.md")):
        if path.stem not in CODES:
            remedy = f"Name it after a published language: {', '.join(f'{code}.md' for code in CODES)}"
            faults.append(Fault(f"{name}/{path.name}", 0, "", "is not in a language of this app", remedy))
            continue
        text, found = _read_text(path, root)
        faults += found
        if text:
            texts[path.stem] = text
    if not (folder / "nl.md").exists():
        faults.append(Fault(name, 0, "", "has no Dutch text", "Write nl.md; Dutch comes first and the other languages follow"))
    card = Card(meta, texts) if meta and "nl" in texts else None
    return card, faults, file


def _read_text(path: Path, root: Path) -> tuple[CardText | None, list[Fault]]:
    file, faults = source.read(path, root)
    if not file:
        return None, faults
    front, found = validate.model(Front, file)
    faults += found
    parts = markdown.sections(file.body, file.body_line)
    opening, *rest = parts
    if len(rest) not in (2, 3) or opening.heading or not opening.text:
        problem = f"has {len(rest)} headings" if opening.text else "has no words above the first heading"
        remedy = "Write an opening without heading, then ## one thing to try, ## finding each other again (may be left out), ## who can help"
        faults.append(Fault(file.path, file.body_line, "body", problem, remedy))
        return None, faults
    last = rest[-1]
    if len(last.items) != 3:
        problem = f"{last.heading!r} holds {len(last.items)} lines with a bold label"
        remedy = "Write three, in this order: - **Je dorp:** …, - **Dichtbij:** …, - **Verder:** …"
        faults.append(Fault(file.path, last.line, "body", problem, remedy))
        return None, faults
    if not front:
        return None, faults
    repair = rest[1] if len(rest) == 3 else None
    return CardText(path.stem, file.path, front, opening, rest[0], repair, last), faults
