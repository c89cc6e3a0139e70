from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from imh_parents.content.source import Source, dotted, read
from imh_parents.faults import Fault

YAML_REMEDY = "Put texts with : or ? between double quotes, and use spaces, not tabs"
CARD = """\
slug: rustig
themes: [a, b]

age:
  from: 6w
  to: 12m
sources:
  - title: een
    url: twee
  - title: drie
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "content").mkdir()
    return tmp_path / "content"


def write(root: Path, name: str, text: str | bytes) -> Path:
    path = root / name
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


def whole(root: Path, name: str, text: str | bytes) -> Source:
    """The source of a file that has no faults."""
    source, faults = read(write(root, name, text), root)
    assert faults == []
    assert source
    return source


def test_lines_of_every_value(root: Path) -> None:
    assert whole(root, "card.yaml", CARD).lines == {
        (): 1,
        ("slug",): 1,
        ("themes",): 2,
        ("themes", 0): 2,
        ("themes", 1): 2,
        ("age",): 4,
        ("age", "from"): 5,
        ("age", "to"): 6,
        ("sources",): 7,
        ("sources", 0): 8,
        ("sources", 0, "title"): 8,
        ("sources", 0, "url"): 9,
        ("sources", 1): 10,
        ("sources", 1, "title"): 10,
    }


def test_line_of_something_missing_is_that_of_what_surrounds_it(root: Path) -> None:
    source = whole(root, "card.yaml", CARD)
    assert [source.line(key) for key in (("sources", 1, "url"), ("age", "until"), ("intensity",))] == [10, 4, 1]


def test_front_matter_lines_count_from_the_top_of_the_file(root: Path) -> None:
    source = whole(root, "nl.md", "---\ntitle: Dag\nwritten: 2026-11-22\n---\nEerste regel\n\n## Kop\n")
    assert source.data == {"title": "Dag", "written": date(2026, 11, 22)}
    assert (source.line(("title",)), source.line(("written",))) == (2, 3)
    assert (source.body, source.body_line) == ("Eerste regel\n\n## Kop\n", 5)


@pytest.mark.parametrize("text", ["\ufeff---\ntitle: Dag\n---\nwoord\n", "---\r\ntitle: Dag\r\n---\r\nwoord\r\n", "---\ntitle: Dag\n---  \nwoord\n"])
def test_marks_of_other_editors_do_not_matter(root: Path, text: str) -> None:
    source = whole(root, "nl.md", text)
    assert (source.data, source.body) == ({"title": "Dag"}, "woord\n")


def test_front_matter_may_be_all_there_is(root: Path) -> None:
    source = whole(root, "nl.md", "---\ntitle: Dag\n---")
    assert (source.data, source.body) == ({"title": "Dag"}, "")


def test_line_that_only_begins_with_hyphens_does_not_end_front_matter(root: Path) -> None:
    source = whole(root, "nl.md", "---\ntitle: a\n---b: c\n---\nwoord\n")
    assert (source.data, source.body) == ({"title": "a", "---b": "c"}, "woord\n")


def test_key_written_twice_is_a_fault_at_the_second(root: Path) -> None:
    source, faults = read(write(root, "card.yaml", "slug: a\nage:\n  to: 1w\n  to: 2w\nslug: b\n"), root)
    assert source
    assert faults == [
        Fault("content/card.yaml", 4, "age.to", "stands here twice", "Keep one of the two"),
        Fault("content/card.yaml", 5, "slug", "stands here twice", "Keep one of the two"),
    ]


@pytest.mark.parametrize(
    ("name", "text", "line", "problem"),
    [
        ("card.yaml", "slug: a\ntitle: dit: kan niet\n", 2, "mapping values are not allowed here"),
        ("nl.md", "---\nslug: a\ntitle: dit: kan niet\n---\n", 3, "mapping values are not allowed here"),
        ("card.yaml", "slug: a\n\tage: 6w\n", 2, "found character '\\t' that cannot start any token"),
        ("card.yaml", "slug: [a\n", 2, "expected ',' or ']', but got '<stream end>'"),
        ("card.yaml", "a: 1\n---\nb: 2\n", 2, "but found another document"),
        ("card.yaml", "title: *mooi*\n", 1, "expected alphabetic or numeric character, but found '*'"),
    ],
)
def test_bad_yaml_is_a_fault_on_its_line(root: Path, name: str, text: str, line: int, problem: str) -> None:
    assert read(write(root, name, text), root) == (None, [Fault(f"content/{name}", line, "", f"cannot be read as YAML ({problem})", YAML_REMEDY)])


def test_text_without_front_matter_is_a_fault(root: Path) -> None:
    remedy = "Begin the file with a line ---, then the fields, then a line ---"
    assert read(write(root, "nl.md", "# Dag\n"), root) == (None, [Fault("content/nl.md", 1, "", "has no front matter", remedy)])


def test_bytes_that_are_not_utf8_are_a_fault(root: Path) -> None:
    fault = Fault("content/nl.md", 0, "", "cannot be read (UnicodeDecodeError)", "Save the file as UTF-8 text")
    assert read(write(root, "nl.md", "---\ntitle: één\n---\n".encode("latin-1")), root) == (None, [fault])


def test_file_that_is_not_there_is_a_fault(root: Path) -> None:
    assert read(root / "weg.yaml", root) == (None, [Fault("content/weg.yaml", 0, "", "cannot be read (FileNotFoundError)", "Save the file as UTF-8 text")])


def test_words_yaml_takes_for_booleans_stay_words(root: Path) -> None:
    source = whole(root, "card.yaml", "on: 2027-02-01\ntitle: no\nheavy: true\n")
    assert source.data == {"on": date(2027, 2, 1), "title": "no", "heavy": True}
    assert source.line(("on",)) == 1


def test_date_that_does_not_exist_stays_text(root: Path) -> None:
    assert whole(root, "card.yaml", "checked: 2026-13-45\nother: 2026-02-30\n").data == {"checked": "2026-13-45", "other": "2026-02-30"}


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])  # each example writes its files anew
@given(text=st.text())
def test_reading_any_text_never_raises(root: Path, text: str) -> None:
    for name in ("a.yaml", "a.md"):
        source, faults = read(write(root, name, f"---\n{text}\n---\n".encode(errors="replace")), root)
        assert source or faults


@pytest.mark.parametrize(("key", "text"), [((), ""), (("age", "from"), "age.from"), (("sources", 0, "url"), "sources[1].url"), ((2, "name"), "[3].name")])
def test_dotted_counts_as_an_editor_does(key: tuple[str | int, ...], text: str) -> None:
    assert dotted(key) == text
