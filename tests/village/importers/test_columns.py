"""Any CSV with a column map."""

from pathlib import Path
from typing import Any

import pytest

from imh_parents.errors import ImportRefused
from imh_parents.village.importers.columns import read, read_map
from imh_parents.village.records import Record, Refusal
from imh_parents.village.terms import codes

MAP = """
id: Nr
name: Naam
phone: [Telefoon, GSM]
postal_code: Postcode
city: Gemeente
ring: {constant: eerste-lijn}
needs: {column: Thema, separator: ",", values: {Opvoeding: praten, Kinderopvang: opvang}}
minimum_age: Vanaf
referral: Verwijzing
at_home: Aan huis
"""
HEAD = ["Nr", "Naam", "Telefoon", "GSM", "Postcode", "Gemeente", "Thema", "Vanaf", "Verwijzing", "Aan huis"]
ROW = ["1", "Café Bébé", "", "0470 11 22 33", "9000", "Gent", "Opvoeding, Sport, Kinderopvang", "-9", "nee", "ja"]


def rows(tmp_path: Path, *lines: list[str], mark: str = ";", encoding: str = "utf-8", map_text: str = MAP) -> list[Any]:
    path, columns = tmp_path / "export.csv", tmp_path / "map.yaml"
    path.write_bytes("\r\n".join(mark.join(f'"{cell}"' for cell in line) for line in (HEAD, *lines)).encode(encoding))
    columns.write_text(map_text, encoding="utf-8")
    return list(read(path, read_map(columns), "export"))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("mark", [";", ",", "\t", "|"])
def test_encoding_and_separator_are_detected(tmp_path: Path, encoding: str, mark: str) -> None:
    (made,) = rows(tmp_path, ROW, mark=mark, encoding=encoding)
    assert isinstance(made, Record)
    service = made.service
    assert (service.name, service.phones[0].number, service.minimum_age) == ("Café Bébé", "0470 11 22 33", -0.75)
    assert (codes(service, "ring"), codes(service, "need"), codes(service, "referral")) == (("eerste-lijn",), ("praten", "opvang"), ("niet-nodig",))
    assert codes(service, "way") == ("aan-huis",)


@pytest.mark.parametrize(
    ("cell", "value", "reason"),
    [
        ("Nr", "", "has no id"),
        ("Naam", " ", "has no name"),
        ("Postcode", "B9000", "postcode 'B9000' is not four digits"),
        ("Vanaf", "vanaf 3 jaar", "minimum_age 'vanaf 3 jaar' is not a number of months"),
        ("Verwijzing", "misschien", "referral 'misschien' is neither ja nor nee"),
        ("Aan huis", "soms", "at_home 'soms' is neither ja nor nee"),
    ],
)
def test_a_broken_row_is_refused_alone(tmp_path: Path, cell: str, value: str, reason: str) -> None:
    broken = list(ROW)
    broken[HEAD.index(cell)] = value
    other = ["2", *ROW[1:]]
    first, second = rows(tmp_path, broken, other)
    assert isinstance(first, Refusal) and (first.where, first.reason) == ("export.csv row 2", reason)
    assert isinstance(second, Record)


def test_a_row_with_too_many_cells_is_refused(tmp_path: Path) -> None:
    (found,) = rows(tmp_path, [*ROW, "over"])
    assert isinstance(found, Refusal) and found.reason == "has more cells than the heading"


@pytest.mark.parametrize("column", ["Naam", "Telefoon", "Thema"])
@pytest.mark.parametrize("cell", ["=cmd|'/c calc'!A1", " =1+1", "\t=A1", "@SUM(A1:A9)", "+cmd|' /C calc'!A0", "-2+3+cmd|' /C calc'!A0", "\uff1dHYPERLINK(1)"])
def test_a_formula_refuses_its_row_and_no_other(tmp_path: Path, column: str, cell: str) -> None:
    row = list(ROW)
    row[HEAD.index(column)] = cell
    first, second = rows(tmp_path, row, ["2", *ROW[1:]])
    assert isinstance(first, Refusal) and isinstance(second, Record)
    assert first.reason == f"{column} holds a formula, {cell!r}; write the value itself, as plain text"
    assert (first.source_id, first.row[column]) == ("1", cell), "the row is kept whole, and what was known of it stays"


@pytest.mark.parametrize(
    "cell", ["+32 (0)9 123 45 67", "-9", "- gratis voor wie dat nodig heeft", "@huisvanhetkind", "a=b", "- gratis (soms)", "- Welkom! Tot 18 u"]
)
def test_what_only_begins_like_a_formula_is_text(tmp_path: Path, cell: str) -> None:
    row = list(ROW)
    row[HEAD.index("Naam")] = cell
    (found,) = rows(tmp_path, row)
    assert isinstance(found, Record) and found.service.name == cell


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("id: Nr", "does not say which column holds name"),
        ("id: Nr\nname: Naam\ncolour: Kleur", "names colour; use"),
        ("id: Nr\nname: Titel", "has no column Titel; it has Nr, Naam"),
        ("- id", "is not a column map"),
        ("id: [", "cannot be read"),
        ("id: Nr\nname: {kolom: Naam}", "Extra inputs are not permitted"),
    ],
)
def test_a_map_that_does_not_fit_says_what_to_mend(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(ImportRefused, match=message):
        rows(tmp_path, ROW, map_text=text)
