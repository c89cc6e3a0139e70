from pathlib import Path

import pytest

from imh_parents.children.bands import BAND_IDS
from imh_parents.children.read import read_bands
from imh_parents.content.markdown import Section
from imh_parents.faults import Fault
from tests.samples import write_content


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write_content(tmp_path / "content")


def test_bands_come_in_the_order_of_the_road(root: Path) -> None:
    pages, faults = read_bands(root)
    assert (tuple(pages), faults) == (BAND_IDS, [])


def test_band_is_cut_into_its_four_parts(root: Path) -> None:
    text = read_bands(root)[0]["0-6-weken"].text("nl")
    assert [text.about.text, text.usual.heading, text.variety.heading, text.call.heading] == [
        "Er is iemand bij gekomen.",
        "Is dit gewoon?",
        "De ene zo, de andere zo",
        "Wanneer bel je iemand?",
    ]
    assert text.call == Section("Wanneer bel je iemand?", "<p>Bel je huisarts.</p>", "Bel je huisarts.", 17)


def test_folder_that_is_no_band_is_a_fault(root: Path) -> None:
    (root / "bands" / "0-7-weken").mkdir()
    assert read_bands(root)[1] == [Fault("content/bands/0-7-weken", 0, "", "is not an age band", f"Use one of: {', '.join(BAND_IDS)}")]


def test_band_without_dutch_is_a_fault_and_not_a_page(root: Path) -> None:
    (root / "bands" / "0-6-weken" / "nl.md").unlink()
    pages, faults = read_bands(root)
    assert faults == [Fault("content/bands/0-6-weken", 0, "", "has no Dutch text", "Write nl.md")]
    assert tuple(pages) == tuple(band for band in BAND_IDS if band != "0-6-weken")


def test_band_with_a_part_too_few_is_a_fault_where_its_body_begins(root: Path) -> None:
    path = root / "bands" / "0-6-weken" / "en.md"
    path.write_text(path.read_text().split("## When")[0])
    remedy = "Write the opening without heading, then three headings: is this usual, one this way another that way, when do you call"
    assert read_bands(root)[1] == [Fault("content/bands/0-6-weken/en.md", 9, "body", "has 2 headings", remedy)]


def test_band_with_another_id_than_its_folder_is_a_fault(root: Path) -> None:
    path = root / "bands" / "0-6-weken" / "band.yaml"
    path.write_text(path.read_text().replace("0-6-weken", "3-4-maanden"))
    assert read_bands(root)[1] == [Fault("content/bands/0-6-weken/band.yaml", 1, "id", "'3-4-maanden' is not the name of its folder", "Write 0-6-weken")]
