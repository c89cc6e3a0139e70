from pathlib import Path

import pytest
from pydantic import BaseModel

from imh_parents.content.lists import prose_faults, read_list, read_prose
from imh_parents.faults import Fault


class Row(BaseModel):
    id: str
    count: int = 0


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "content" / "pages" / "over").mkdir(parents=True)
    return tmp_path / "content"


def test_broken_entry_becomes_a_fault_and_the_others_stay(root: Path) -> None:
    (root / "rows.yaml").write_text("- id: a\n- id: b\n  count: veel\n- id: c\n  count: 3\n")
    rows, faults = read_list(Row, root / "rows.yaml", root)
    assert rows == [Row(id="a"), Row(id="c", count=3)]
    assert [(fault.line, fault.field) for fault in faults] == [(3, "[2].count")]


def test_entries_may_stand_under_a_name(root: Path) -> None:
    (root / "rows.yaml").write_text("source: x\nrows:\n  - id: a\n  - count: 1\n")
    assert read_list(Row, root / "rows.yaml", root, at="rows") == (
        [Row(id="a")],
        [Fault("content/rows.yaml", 4, "rows[2].id", "is missing", "Add the field")],
    )


def test_id_used_twice_is_a_fault(root: Path) -> None:
    (root / "rows.yaml").write_text("- id: a\n- id: a\n")
    assert read_list(Row, root / "rows.yaml", root)[1] == [Fault("content/rows.yaml", 2, "[2].id", "'a' stands here twice", "Give each entry its own id")]


@pytest.mark.parametrize("text", ["a: 1\n", "", "woord\n"])
def test_file_without_a_list_is_a_fault(root: Path, text: str) -> None:
    (root / "rows.yaml").write_text(text)
    assert read_list(Row, root / "rows.yaml", root) == ([], [Fault("content/rows.yaml", 1, "", "is not a list", "Write entries that begin with a hyphen")])


def test_list_that_is_not_there_is_a_fault(root: Path) -> None:
    assert read_list(Row, root / "rows.yaml", root) == ([], [Fault("content/rows.yaml", 0, "", "does not exist", "Bring the file back")])


PROSE = """\
---
title: Over
line: Wie dit maakt
sources: [{title: a, url: "https://a.be", checked: 2026-11-22}]
written: 2026-11-22
review: nog-niet-nagelezen
review_due: 2027-11-22
---
Begin.

## Kop
Meer.
"""


def test_prose_gives_dutch_where_a_language_is_missing(root: Path) -> None:
    (root / "pages" / "over" / "nl.md").write_text(PROSE)
    pages, faults = read_prose(root)
    assert faults == []
    assert pages["over"].text("ar") is pages["over"].text("nl")
    assert [(part.heading, part.html, part.line) for part in pages["over"].text("nl").sections] == [("", "<p>Begin.</p>", 9), ("Kop", "<p>Meer.</p>", 11)]


def test_prose_without_dutch_is_a_fault(root: Path) -> None:
    (root / "pages" / "over" / "en.md").write_text(PROSE)
    assert read_prose(root) == ({}, [Fault("content/pages/over", 0, "", "has no Dutch text that can be read", "Write nl.md")])


def test_a_translated_page_has_the_parts_links_and_sources_of_the_dutch(root: Path) -> None:
    folder = root / "pages" / "over"
    (folder / "nl.md").write_text(PROSE + "[Lees](https://a.be)\n")
    (folder / "ar.md").write_text(PROSE + "[Lees](https://a.be)\n")
    (folder / "en.md").write_text(PROSE.replace("## Kop\n", "").replace("a.be", "b.be"))
    pages, faults = read_prose(root)
    assert faults == []
    assert [str(fault) for fault in prose_faults(pages, root)] == [
        "content/pages/over/en.md  parts: are not those of nl.md (1, not 2). Bring them in line",
        "content/pages/over/en.md  links: are not those of nl.md (0, not 1). Bring them in line",
        "content/pages/over/en.md  sources: are not those of nl.md (1, not 1). Bring them in line",
    ]
