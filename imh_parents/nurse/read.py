"""Reads content/nurse. What it points to is held against the rest of the content in nurse/checks.py."""

from pathlib import Path

from imh_parents.content import source, validate
from imh_parents.content.lists import read_list
from imh_parents.faults import Fault
from imh_parents.nurse.models import Note, Numbers, Nursing, ReadySet

FOLDER = "nurse"


def read_nursing(root: Path) -> tuple[Nursing, list[Fault]]:
    """Everything under `root`/nurse that can be read, and every fault. Without numbers nothing else is looked at."""
    numbers, faults = _numbers(root / FOLDER / "numbers.yaml", root)
    notes, found = read_list(Note, root / FOLDER / "notes.yaml", root)
    faults += found
    ready, found = read_list(ReadySet, root / FOLDER / "ready.yaml", root)
    faults += found
    kept = {note.id: note for note in notes}
    sets = {row.moment: row for row in ready}
    return (Nursing(numbers, kept, sets) if numbers else Nursing(notes=kept, ready=sets)), faults


def _numbers(path: Path, root: Path) -> tuple[Numbers | None, list[Fault]]:
    if not path.exists():
        return None, [
            Fault(path.relative_to(root.parent).as_posix(), 0, "", "does not exist", "Bring the file back: every printed set is written in its numbers")
        ]
    file, faults = source.read(path, root)
    if not file:
        return None, faults
    numbers, found = validate.model(Numbers, file)
    if numbers:
        for part in Numbers.model_fields:
            faults += _reused(file, part, getattr(numbers, part))
    return numbers, faults + found


def _reused(file: source.Source, part: str, rows: dict[str, int]) -> list[Fault]:
    """Numbers climb by one, so a line that was taken out, moved or numbered anew is seen."""
    for expected, (name, number) in enumerate(rows.items(), start=1):
        if number != expected:
            remedy = f"Write {expected}; bring back a line that was taken out above it, since numbers are never given again"
            return [file.fault((part, name), f"has number {number} where {expected} comes next", remedy)]
    return []
