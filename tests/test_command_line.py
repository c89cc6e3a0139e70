"""`python -m imh_parents check` on a copy of the real content, as an editor runs it."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.samples import HELD, ROOT, write_content


def check(content: Path, *options: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "imh_parents", "check", "--content", str(content), *options]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, env=os.environ | {"PYTHONUTF8": "1"})


def change(path: Path, old: str, new: str) -> int:
    """Replace what matches `old` once, and give its line."""
    text = path.read_text(encoding="utf-8")
    match = re.search(old, text, re.M)
    assert match, (path, old)
    path.write_text(text[: match.start()] + new + text[match.end() :], encoding="utf-8")
    return text[: match.start()].count("\n") + 1


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return shutil.copytree(ROOT / "content", tmp_path / "content")


def test_five_planted_faults_are_reported_in_one_run(content: Path) -> None:
    one, two, three = sorted(path.parent for path in (content / "cards").glob("*/card.yaml"))[:3]
    intensity = change(one / "card.yaml", r"^intensity: .*$", "intensity: zwaar")
    due = change(two / "nl.md", r"^review_due: .*$", "review_due: ooit")
    change(three / "nl.md", r"\A---\n", "")
    (content / "bands" / "0-6-weken" / "nl.md").unlink()
    first = (content / "helplines.yaml").read_text(encoding="utf-8")
    (content / "helplines.yaml").write_text(first + '\n- id: "112"\n' + first.split('- id: "112"\n', 1)[1].split("\n- id:", 1)[0], encoding="utf-8")
    twice = first.count("\n") + 2
    done = check(content)
    lines = done.stdout.splitlines()
    assert [line for line in lines if line.startswith(f"content/cards/{one.name}/card.yaml")] == [
        f"content/cards/{one.name}/card.yaml:{intensity}  intensity: 'zwaar' is not known. Use one of: alledaags, wringt or zorg"
    ]
    assert [line for line in lines if line.startswith(f"content/cards/{two.name}/nl.md")] == [
        f"content/cards/{two.name}/nl.md:{due}  review_due: 'ooit' is not a date. Write year-month-day, for example 2026-11-22"
    ]
    assert [line for line in lines if line.startswith(f"content/cards/{three.name}/nl.md")] == [
        f"content/cards/{three.name}/nl.md:1  has no front matter. Begin the file with a line ---, then the fields, then a line ---"
    ]
    assert "content/bands/0-6-weken  has no Dutch text. Write nl.md" in lines
    assert any(re.fullmatch(rf"content/helplines\.yaml:{twice}  \[\d+\]\.id: '112' stands here twice\. Give each entry its own id", line) for line in lines)
    assert (done.returncode, done.stderr) == (1, "")


def test_check_sums_up_and_counts_what_stops_the_build(tmp_path: Path) -> None:
    done = check(write_content(tmp_path / "content"))
    *lines, last = done.stdout.splitlines()
    assert [line for line in lines if line.startswith(HELD)] == []
    assert last.startswith("20 cards, 14 bands, 2 help lines")
    assert last.endswith(f": {len(lines) or 'no'} faults")
    assert (done.returncode, done.stderr) == (1 if lines else 0, "")


@pytest.mark.parametrize(("options", "counted"), [((), 0), (("--strict",), 1)])
def test_remarks_only_count_when_asked_to_be_strict(tmp_path: Path, options: tuple[str, ...], counted: int) -> None:
    content = write_content(tmp_path / "content")
    (content / "cards" / "even-samen" / "ar.md").unlink()
    *lines, last = check(content, *options).stdout.splitlines()
    remarks = [line for line in lines if line.startswith("remark: ")]
    assert remarks == ["remark: content/cards  ar: 1 of 20 cards have no ar.md: even-samen. Until then the app shows them in Dutch and says so"]
    assert last.endswith(f": {len(lines) - 1 + counted or 'no'} faults")


def test_setting_that_cannot_be_used_is_one_line_without_traceback(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "imh_parents", "headers"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, env=os.environ | {"IMH_PUBLIC_URL": "goed.example"})
    assert (done.returncode, done.stdout) == (1, "")
    assert re.fullmatch(r"IMH_PUBLIC_URL: String should match pattern .*\n", done.stderr)


def test_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    done = check(tmp_path / "weg")
    assert done.returncode == 2
    assert "does not exist" in done.stderr
