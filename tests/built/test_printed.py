"""The files in /druk: valid, tagged, with their fonts inside, one page each, and a code that leads where it says."""

import re
import struct
from io import BytesIO
from pathlib import Path

import httpx
import pikepdf
import pytest

from imh_parents.i18n.languages import CODES
from imh_parents.press.reading import runs_left
from tests.press.paper import printed, read_aloud, scanned, width_mm

pytestmark = pytest.mark.built

MOMENTS = ["zwanger", "2w", "3w", "4w", "6w", "8w", "12w", "16w", "6m", "9m", "12m", "15m", "18m", "24m", "30m"]
SIZES = {"a4": (595, 842), "a3": (842, 1191)}


@pytest.fixture(scope="module")
def papers(site) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted((site / "druk").glob("*.pdf"))}


def fonts_of(page) -> list:
    """The descriptors of all fonts of a page."""
    return [font.DescendantFonts[0].FontDescriptor for font in page.Resources.get("/Font", {}).values()]


def test_there_is_a_leaflet_for_every_moment_and_language_and_the_rest(papers):
    rest = {f"{name}-{code}.pdf" for code in CODES for name in ("stickers", *(f"{kind}-{paper}" for kind in ("affiche", "wachtzaal") for paper in SIZES))}
    weeks = {name for name in papers if name.startswith("week-")}
    assert papers.keys() - weeks == {f"blad-{moment}-{code}.pdf" for moment in MOMENTS for code in CODES} | rest
    assert {re.sub(r"^week-\d+-", "", name) for name in weeks} == {f"{paper}-{code}.pdf" for paper in SIZES for code in CODES}


def test_every_pdf_is_sound_tagged_and_carries_its_fonts(papers):
    for name, data in papers.items():
        with pikepdf.open(BytesIO(data)) as pdf:
            assert pdf.check_pdf_syntax() == [], name
            assert len(pdf.pages) == 1, name
            assert pdf.Root.MarkInfo.Marked and "/K" in pdf.Root.StructTreeRoot, name
            assert pdf.Root.ViewerPreferences.DisplayDocTitle, name
            assert str(pdf.Root.Lang) == name[-6:-4]
            with pdf.open_metadata() as xmp:
                assert xmp["pdfuaid:part"] == "1", name
                assert xmp["dc:title"], name
            fonts = fonts_of(pdf.pages[0])
            assert fonts, name
            assert all("/FontFile2" in font or "/FontFile3" in font for font in fonts), name


def test_every_paper_has_its_size(papers):
    for name, data in papers.items():
        with pikepdf.open(BytesIO(data)) as pdf:
            box = [round(float(side)) for side in pdf.pages[0].MediaBox[2:]]
        wide, high = SIZES["a3" if "-a3-" in name else "a4"]
        assert box == ([high, wide] if name.startswith("blad-") else [wide, high]), name


def test_arabic_is_said_as_it_is_written(papers):
    """Each paragraph from right to left names its text; without, a screen reader would get it in the order it is drawn."""
    for name, data in papers.items():
        with pikepdf.open(BytesIO(data)) as pdf:
            named = {str(one.ActualText) for one in pdf.objects if isinstance(one, pikepdf.Dictionary) and "/ActualText" in one}
        assert {text for text in read_aloud(data) if runs_left(text)} == named, name
        assert bool(named) == name.endswith("-ar.pdf"), name


@pytest.mark.timeout(240)
def test_every_code_is_scanned_from_paper(papers, origin, pages):
    for name, data in papers.items():
        codes, code = scanned(printed(data)), name[-6:-4]
        targets = {found.text for found in codes}
        assert len(targets) == 1, name
        target = targets.pop().removeprefix(origin)
        assert target.partition("#")[0] in pages, name
        match name.split("-")[0]:
            case "blad":
                assert target.startswith(f"/{code}/set/#1"), name
            case "wachtzaal":
                assert target == f"/{code}/set/#nu"
            case "stickers":
                assert target == f"/{code}/set/#nu"
                assert len(codes) == 16
                assert all(24.5 <= width_mm(one) <= 25.5 for one in codes)
            case "week":
                assert target == f"/{code}/week/"
            case "affiche":
                assert target == f"/{code}/"


def test_what_is_not_announced_is_not_on_the_poster(papers):
    assert any("2027" in text and "nog niet aangekondigd" in text for text in read_aloud(papers["week-2027-a4-nl.pdf"]))


def test_pictures_have_their_shape(site):
    found = {path.name: struct.unpack(">II", path.read_bytes()[16:24]) for path in (site / "druk").glob("*.png")}
    assert len(found) == 3 * len(CODES)
    assert {name: f"{wide}x{high}" in name for name, (wide, high) in found.items()} == dict.fromkeys(found, True)


def test_pages_lead_to_every_file_and_tell_its_size(site: Path, pages):
    named = {one.attrs["href"] for page in pages.values() for one in page.all("a") if one.attrs.get("href", "").startswith("/druk/")}
    assert named == {f"/druk/{path.name}" for path in (site / "druk").iterdir()}
    assert [path for path, page in pages.items() if "[[" in page.text] == []
    largest = max(-(-path.stat().st_size // 1000) for path in (site / "druk").glob("blad-*.pdf"))
    assert f"hoogstens {largest} kB" in pages["/nl/professionals/papier/"].text


def test_paper_is_no_page_and_no_phone_keeps_it(site, worker):
    assert "/druk/" not in (site / "sitemap.xml").read_text()
    assert [url for part in (worker["shell"], *worker["languages"].values()) for url in part["files"] if "druk" in url] == []


def test_paper_is_served_as_what_it_is_and_its_fonts_are_not(server):
    assert httpx.get(f"{server}/druk/blad-8w-ar.pdf").headers["content-type"] == "application/pdf"
    assert httpx.get(f"{server}/druk/week-2027-1080x1080-nl.png").headers["content-type"] == "image/png"
    assert httpx.get(f"{server}/_druk/print-latin.ttf").status_code == 403
