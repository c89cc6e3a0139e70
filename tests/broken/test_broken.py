"""One folder a fault: `files/` is laid over a content folder without faults, the paths in `removed.txt` are taken away,
and `check` must then print the lines of `expected.txt`, and nothing else."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from imh_parents.errors import ContentError
from imh_parents.faults import Fault, Level
from imh_parents.library import inspect, load
from tests.samples import HELD, write_content

TODAY = date(2026, 11, 22)
FAULTS = sorted(path.parent for path in Path(__file__).parent.glob("*/expected.txt"))


@pytest.fixture(scope="session")
def valid(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_content(tmp_path_factory.mktemp("valid") / "content")


def printed(root: Path) -> list[str]:
    """What `check` prints about the files the valid content holds."""
    faults = [fault for fault in inspect(root, TODAY)[1] if fault.path.startswith(HELD)]
    return [_line(fault) for fault in faults]


def _line(fault: Fault) -> str:
    return f"remark: {fault}" if fault.level is Level.REMARK else str(fault)


def test_content_without_faults_prints_nothing(valid: Path) -> None:
    library, _ = inspect(valid, TODAY)
    assert printed(valid) == []
    assert (len(library.cards), len(library.bands), len(library.themes)) == (20, 14, 10)


@pytest.mark.parametrize("fault", FAULTS, ids=lambda folder: folder.name)
def test_planted_fault_prints_exactly_its_lines(valid: Path, tmp_path: Path, fault: Path) -> None:
    root = shutil.copytree(valid, tmp_path / "content")
    if (fault / "files").exists():
        shutil.copytree(fault / "files", root, dirs_exist_ok=True)
    if (fault / "removed.txt").exists():
        for name in (fault / "removed.txt").read_text().split():
            (root / name).unlink()
    assert printed(root) == (fault / "expected.txt").read_text(encoding="utf-8").splitlines()


def test_faults_stop_the_build_all_at_once_and_remarks_do_not(valid: Path, tmp_path: Path) -> None:
    root = shutil.copytree(valid, tmp_path / "content")
    (root / "cards" / "even-samen" / "ar.md").unlink()
    (root / "cards" / "even-samen-03" / "nl.md").unlink()
    (root / "bands" / "0-6-weken" / "ar.md").unlink()
    with pytest.raises(ContentError) as caught:
        load(root, TODAY)
    lines = str(caught.value).splitlines()
    assert [line for line in lines if line.startswith(HELD)] == [
        "content/bands/0-6-weken  ar: misses the translation ar.md. Translate the band; the road is complete in each language",
        "content/cards/even-samen-03  has no Dutch text. Write nl.md; Dutch comes first and the other languages follow",
    ]
    assert lines[-1] == f"{len(lines) - 1} faults in content"
