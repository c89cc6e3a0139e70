"""HSDS's tabular package: CSV files, one a noun, joined into services. From a folder or a zip; the zip is read, never unpacked.

A service is refused when a cell of its row, or of a row that hangs under it, holds a formula.

All tables but services are held in memory, so a package is limited in size.
"""

import csv
import io
import zipfile
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

from imh_parents.errors import ImportRefused
from imh_parents.village.hsds import TABLES
from imh_parents.village.importers import formulas
from imh_parents.village.records import Record, Refusal, read_service

MAX_BYTES = 512 * 1024 * 1024  # unpacked, all files together
MAX_RATIO = 200  # unpacked to packed; text does not shrink more, a zip bomb does
MAX_FILES = 200
csv.field_size_limit(1_000_000)
# Which rows hang under which record, and by which column.
UNDER = {
    "service": {"phones": "phones", "schedules": "schedules", "languages": "languages", "cost_options": "cost_options", "service_areas": "service_areas",
                "contacts": "contacts", "funding": "funding", "required_documents": "required_documents", "service_at_locations": "service_at_location"},
    "location": {"phones": "phones", "schedules": "schedules", "languages": "languages", "addresses": "addresses", "accessibility": "accessibility",
                 "contacts": "contacts"},
    "organization": {"phones": "phones", "contacts": "contacts", "funding": "funding", "organization_identifiers": "organization_identifiers"},
    "service_at_location": {"phones": "phones", "schedules": "schedules", "contacts": "contacts"},
    "contact": {"phones": "phones"},
    "phone": {"languages": "languages"},
}  # fmt: skip
# A row with several foreign keys hangs under the most precise one.
PRECISE = ("phone_id", "contact_id", "service_at_location_id", "service_id", "location_id", "organization_id")
Rows = list[dict[str, Any]]


def read_package(path: Path, source: str) -> Iterator[Record | Refusal]:
    """Every service of a package; a service that cannot be made whole is refused by itself."""
    tables = _folder(path) if path.is_dir() else _zip(path)
    if "services" not in tables:
        raise ImportRefused(f"{path.name} holds no services.csv")
    yield from read_tables(tables, source)


def read_tables(tables: dict[str, Rows], source: str) -> Iterator[Record | Refusal]:
    """Every service of tables that are already read."""
    joined = Joined({name: [row for row in rows if isinstance(row, dict)] for name, rows in tables.items()})
    for index, row in enumerate(tables.get("services", [])):
        made, where = joined.service(row), f"services.csv row {index + 2}"
        reason = formulas.why_refused(made)
        yield Refusal(where, reason, made, str(row.get("id") or "") or None) if reason else read_service(made, source, where)


class Joined:
    """The tables of a package by what they point to."""

    def __init__(self, tables: dict[str, Rows]) -> None:
        self.by_id = {name: {row["id"]: row for row in rows if row.get("id")} for name, rows in tables.items()}
        self.under: dict[tuple[str, str, str], Rows] = defaultdict(list)
        for name, rows in tables.items():
            for row in rows:
                column = next((column for column in PRECISE if row.get(column)), None)
                if name == "service_at_location":
                    column = "service_id"
                if column:
                    self.under[name, column.removesuffix("_id"), row[column]].append(row)
        self.attributes: dict[str, Rows] = defaultdict(list)
        for row in tables.get("attributes", []):
            self.attributes[row.get("link_id", "")].append(row)

    def service(self, row: dict[str, Any]) -> dict[str, Any]:
        made = self._with_children("service", row)
        owner = self.by_id.get("organizations", {}).get(row.get("organization_id", ""))
        if owner:
            made["organization"] = self._with_children("organization", owner)
        program = self.by_id.get("programs", {}).get(row.get("program_id", ""))
        return made | ({"program": program} if program else {})

    def _with_children(self, noun: str, row: dict[str, Any]) -> dict[str, Any]:
        made = dict(row)
        for field, table in UNDER.get(noun, {}).items():
            if rows := self.under.get((table, noun, row.get("id", ""))):
                made[field] = [self._with_children(table.removesuffix("s"), child) for child in rows]
        location = self.by_id.get("locations", {}).get(row.get("location_id", "")) if noun == "service_at_location" else None
        if location:
            made["location"] = self._with_children("location", location)
        if found := self.attributes.get(row.get("id", "")):
            made["attributes"] = [self._attribute(attribute) for attribute in found]
        return made

    def _attribute(self, row: dict[str, Any]) -> dict[str, Any]:
        term = self.by_id.get("taxonomy_terms", {}).get(row.get("taxonomy_term_id", ""))
        if not term:
            return row
        detail = self.by_id.get("taxonomies", {}).get(term.get("taxonomy_id", ""))
        return row | {"taxonomy_term": term | ({"taxonomy_detail": detail} if detail else {})}


def _folder(path: Path) -> dict[str, Rows]:
    files = [file for file in sorted(path.glob("*.csv")) if file.stem in TABLES]
    if sum(file.stat().st_size for file in files) > MAX_BYTES:
        raise ImportRefused(f"{path.name} is larger than {MAX_BYTES // 2**20} MiB")
    return {file.stem: _rows(file.open("rb"), file.name, MAX_BYTES) for file in files}


def _zip(path: Path) -> dict[str, Rows]:
    try:
        with zipfile.ZipFile(path) as archive:
            parts = archive.infolist()
            size = sum(part.file_size for part in parts)
            if len(parts) > MAX_FILES or size > MAX_BYTES or size > MAX_RATIO * max(path.stat().st_size, 1024):
                raise ImportRefused(f"{path.name} would unpack to {size // 1024} KiB in {len(parts)} files; that is refused")
            wanted = {Path(part.filename).stem: part for part in parts if part.filename.endswith(".csv") and Path(part.filename).stem in TABLES}
            return {name: _rows(archive.open(part), part.filename, part.file_size) for name, part in wanted.items()}
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError) as error:
        raise ImportRefused(f"{path.name} is not a zip file that can be read ({error})") from error


def _rows(file: IO[bytes], name: str, limit: int) -> Rows:
    """Rows without empty cells."""
    with file:
        data = file.read(limit + 1)  # a zip may lie about its sizes
    if len(data) > limit:
        raise ImportRefused(f"{name} is larger than it says")
    try:
        text = io.StringIO(data.decode("utf-8-sig"), newline="")
        rows = csv.DictReader(text)
        return [{key: value for key, value in row.items() if isinstance(key, str) and isinstance(value, str) and value != ""} for row in rows]
    except (UnicodeDecodeError, csv.Error) as error:
        raise ImportRefused(f"{name} cannot be read as CSV in UTF-8 ({error})") from error
