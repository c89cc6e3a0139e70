"""Bars on a terminal, and nothing at all where there is none."""

import io
import re

from rich.console import Console

from imh_parents.village.progress import meter


def shown(expected: int | None, *, terminal: bool = True) -> str:
    out = io.StringIO()
    console = Console(file=out, force_terminal=terminal, width=80, color_system=None)
    with meter(expected, console) as bars:
        bars.bytes(10, 20)
        bars.step(5)
        bars.step(7)
        bars.bytes(2_000_000, 4_000_000)
        bars.down.refresh()
        bars.through.refresh()
    return re.sub(r"\x1b\[[\d?]*[a-zA-Z]", "", out.getvalue())


def test_rows_and_a_large_download_are_shown() -> None:
    said = shown(20)
    assert re.search(r"services +\S+ +12/20", said)
    assert "2.0/4.0 MB" in said and "10/20 bytes" not in said


def test_more_rows_than_expected_are_no_more_than_all() -> None:
    assert "12/12" in shown(10)


def test_an_unknown_number_is_not_made_up() -> None:
    assert "12/?" in shown(None)


def test_without_a_terminal_nothing_is_written() -> None:
    assert shown(20, terminal=False) == ""
