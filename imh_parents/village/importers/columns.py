"""Any CSV with a column map: a YAML file that says which column holds what. For exports of De Sociale Kaart or Opgroeien.

    name: Naam                                   # a column
    phone: [Telefoon, GSM]                       # the first column that holds something
    ring: {constant: eerste-lijn}                # the same for every row
    needs: {column: Thema, separator: ";", values: {Opvoeding: praten, Kinderopvang: opvang}}

Encoding and separator are detected. A row with a formula in a cell is refused, whether the map uses that cell or not.
"""

import csv
import itertools
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import charset_normalizer
import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from imh_parents.errors import ImportRefused
from imh_parents.village.importers import formulas
from imh_parents.village.importers.facts import Facts, make
from imh_parents.village.places.table import by_name, fold
from imh_parents.village.records import Record, Refusal, reasons

SAMPLE = 64 * 1024
MAX_BYTES = 512 * 1024 * 1024
SEPARATORS = ";,\t|"
MANY = {"needs", "serves", "languages"}
WHOLE = {"minimum_age", "maximum_age"}
YES = {"ja", "yes", "true", "1", "waar", "x"}
NO = {"nee", "neen", "no", "false", "0", "onwaar"}
FIELDS = {name for name in Facts.__dataclass_fields__ if name != "pages"}


class Column(BaseModel):
    """Where one fact is found."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    column: str | None = None
    constant: str | None = None
    separator: str | None = None
    values: dict[str, str] | None = Field(default=None, description="what each value of the source means; others are left out")


Map = dict[str, tuple[Column, ...]]


def read_map(path: Path) -> Map:
    """The column map, or ImportRefused with what to mend."""
    try:
        given = yaml.safe_load(path.read_text(encoding="utf-8"))
        if not isinstance(given, dict):
            raise ImportRefused(f"{path.name} is not a column map: write one line a fact, such as name: Naam")
        made = {str(name): _columns(value) for name, value in given.items()}
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise ImportRefused(f"{path.name} cannot be read ({error})") from error
    except ValidationError as error:
        raise ImportRefused(f"{path.name}: {reasons(error)}") from error
    if unknown := sorted(made.keys() - FIELDS):
        raise ImportRefused(f"{path.name} names {', '.join(unknown)}; use {', '.join(sorted(FIELDS))}")
    if missing := [name for name in ("id", "name") if name not in made]:
        raise ImportRefused(f"{path.name} does not say which column holds {' and '.join(missing)}")
    return made


def _columns(value: Any) -> tuple[Column, ...]:
    values = value if isinstance(value, list) else [value]
    return tuple(Column(column=item) if isinstance(item, str) else Column.model_validate(item) for item in values)


def read(path: Path, columns: Map, source: str) -> Iterator[Record | Refusal]:
    """Every row of the file as a record or a refusal."""
    if path.stat().st_size > MAX_BYTES:
        raise ImportRefused(f"{path.name} is larger than {MAX_BYTES // 2**20} MiB")
    encoding = _encoding(path)
    try:
        with path.open(encoding=encoding, newline="") as file:
            sample = file.read(SAMPLE)
            file.seek(0)
            rows = csv.DictReader(file, delimiter=separator(sample), restkey="…")
            _check(columns, rows.fieldnames or [], path)
            for number in itertools.count(2):
                row = next(rows, None)
                if row is None:
                    return
                yield _row(row, columns, source, f"{path.name} row {number}")
    except (UnicodeDecodeError, csv.Error) as error:
        raise ImportRefused(f"{path.name} cannot be read as CSV ({error})") from error


def _encoding(path: Path) -> str:
    with path.open("rb") as file:
        head = file.read(SAMPLE)
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    try:
        with path.open(encoding="utf-8-sig") as text:
            while text.read(1 << 20):
                pass
        return "utf-8-sig"
    except UnicodeDecodeError:
        best = charset_normalizer.from_bytes(head, cp_isolation=["cp1252", "cp850", "mac_roman", "latin_1"]).best()
        return best.encoding if best else "cp1252"


def separator(sample: str) -> str:
    """The separator that parts the heading most often, and every line alike."""
    lines = [line for line in sample.splitlines()[:20] if line.strip()]
    return max(SEPARATORS, key=lambda mark: (lines[0].count(mark) if lines else 0, -SEPARATORS.index(mark)))


def _check(columns: Map, names: Any, path: Path) -> None:
    wanted = {one.column for group in columns.values() for one in group if one.column}
    if missing := sorted(wanted - set(names)):
        raise ImportRefused(f"{path.name} has no column {', '.join(missing)}; it has {', '.join(map(str, names))}")


def _row(row: dict[str, Any], columns: Map, source: str, where: str) -> Record | Refusal:
    if "…" in row:
        return Refusal(where, "has more cells than the heading", row)
    made: dict[str, Any] = {}
    key = next(iter(_values(row, columns["id"])), "")
    if reason := formulas.why_refused(row):
        return Refusal(where, reason, row, key or None)
    try:
        for name, group in columns.items():
            found = _values(row, group)
            if name in MANY:
                made[name] = tuple(dict.fromkeys(found))
            elif found:
                made[name] = _one(name, found[0])
        if unknown := [name for name in made.get("serves", ()) if name != "provincie" and fold(name) not in by_name()]:
            raise ValueError(f"serves {unknown[0]!r} is not a municipality of Flanders or Brussels")
        return make(Facts(**{"id": "", "name": ""} | made), source, where, row)
    except ValueError as error:
        return Refusal(where, str(error), row, key or None)


def _values(row: dict[str, Any], group: tuple[Column, ...]) -> list[str]:
    for one in group:
        text = (one.constant if one.constant is not None else row.get(one.column or "") or "").strip()
        parts = [part.strip() for part in text.split(one.separator)] if one.separator else [text]
        if one.values is not None:
            parts = [one.values[part] for part in parts if part in one.values]
        if parts := [part for part in parts if part]:
            return parts
    return []


def _one(name: str, text: str) -> Any:
    """A cell as the kind of value its fact is."""
    if name in ("referral", "at_home"):
        if fold(text) in YES | NO:
            return fold(text) in YES
        raise ValueError(f"{name} {text!r} is neither ja nor nee")
    if name in WHOLE:
        if not re.fullmatch(r"-?\d+", text):
            raise ValueError(f"{name} {text!r} is not a number of months")
        return int(text)
    if name in ("latitude", "longitude"):
        return float(text.replace(",", "."))
    return text
