"""Cells of a CSV file that a spreadsheet would run instead of show (CWE-1236). Pure.

We evaluate nothing and write no CSV, but the data goes on to people who do, through the API and the list of refused rows. No name, number or
address begins like this, so such a row was damaged in a spreadsheet or was made to hurt: it is refused by itself, with what to write instead.
A phone number (+32 2 ...), an age (-9), a line of a list (- gratis) and the name of an account (@huis) are no formulas.
"""

import re
import unicodedata
from collections.abc import Iterator
from typing import Any

CALL = r"[A-Za-z][\w.]*\("  # SUM(
REACH = r"\S*(\|\s*'|!\$?[A-Za-z]{1,3}\$?\d)"  # cmd|'/c calc'!A0, Sheet2!A1
FORMULA = re.compile(rf"\s*(=|[@+-]\s*({CALL}|{REACH}))")


def is_formula(cell: str) -> bool:
    """Whether a spreadsheet would run this cell. Full-width signs count: spreadsheets take them as the plain ones."""
    return bool(FORMULA.match(unicodedata.normalize("NFKC", cell)))


def why_refused(row: dict[str, Any]) -> str | None:
    """The reason to refuse a row, or rows joined into one; None when no cell is a formula."""
    found = next(_formulas(row, ""), None)
    return f"{found[0]} holds a formula, {found[1][:60]!r}; write the value itself, as plain text" if found else None


def _formulas(value: Any, path: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, str) and is_formula(value):
        yield path, value
    elif isinstance(value, dict | list):
        for name, part in value.items() if isinstance(value, dict) else enumerate(value):
            yield from _formulas(part, f"{path}.{name}" if path else str(name))
