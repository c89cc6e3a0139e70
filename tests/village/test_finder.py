"""The finder's files and pages: every postcode gets a useful answer, and nothing from a source becomes markup."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from shapely import unary_union
from shapely.geometry import Point, Polygon

from imh_parents.i18n.catalogue import words
from imh_parents.i18n.languages import LANGUAGES
from imh_parents.library import CONTENT, Library, inspect
from imh_parents.village import compact
from imh_parents.village.curated import CuratedAddress, CuratedService
from imh_parents.village.files import main_place, place_file, towns_of, village_files
from imh_parents.village.finder import finder_pages
from imh_parents.village.needs import LINES, SITUATIONS, THEMES, finder_link, lines_to_show, need_words
from imh_parents.village.places.table import PROVINCES, by_postcode, municipalities, places
from imh_parents.village.publish import encode
from imh_parents.village.terms import CODES
from imh_parents.village.towns import hours_words, known, services_of, town_html, town_pages
from tests.samples import NL

CODES_OF_LANGUAGES = [row.code for row in LANGUAGES]
DAY = date(2026, 11, 22)


@pytest.fixture(scope="module")
def library() -> Library:
    return inspect(CONTENT, DAY)[0]


@pytest.fixture(scope="module")
def files(library: Library) -> dict[str, Any]:
    return village_files(library.services, DAY)


def service(**what: Any) -> CuratedService:
    base = {
        "id": "een-plek",
        "kind": "andere",
        "organization": "Een plek",
        "name": "Een plek",
        "ring": "ontmoeten",
        "what": "Hier is iemand.",
        "needs": ["praten"],
        "serves": ["gent"],
        "sources": [{"title": "Een pagina", "url": "https://www.example.org/een", "checked": DAY}],
        "confidence": "A test.",
    }
    return CuratedService.model_validate(base | what)


def test_every_postcode_has_somebody_near_for_the_province_or_on_the_phone(library: Library) -> None:
    """Never empty: the lines for all of Flanders and Brussels come after what is near and what serves the province."""
    always = [line for line, needs in lines_to_show(library.helplines) if not needs and line.tel]
    rows = known(library.services)
    helped = {slug for slug in municipalities() if any(services_of(rows, slug))}
    nobody = [postcode for postcode, group in by_postcode().items() for place in group if place.slug not in helped]
    assert len(always) >= 3
    assert nobody == []


def test_every_postcode_is_in_the_file_of_places(files: dict[str, Any]) -> None:
    assert {row[0] for row in files["plaatsen"]["places"]} == set(by_postcode())


def test_the_first_of_a_postcode_is_its_main_village() -> None:
    """compact.py leaves out what the phone finds there."""
    first: dict[str, str] = {}
    for row in place_file()["places"]:
        first.setdefault(row[0], row[1])
    assert first == {postcode: group[0].name for postcode, group in by_postcode().items()}


def test_there_is_a_file_for_each_province_and_none_finer(files: dict[str, Any]) -> None:
    assert set(files) == {"plaatsen", "kaart", *PROVINCES}


def test_the_outlines_hold_every_village_and_are_small(files: dict[str, Any]) -> None:
    """Each village lies in the outline of its own province, or a bend that was straightened away from it."""
    outline = files["kaart"]
    shapes = {name: unary_union([Polygon(points).buffer(0) for points in _rings(rings, outline["grain"])]) for name, rings in outline["provinces"].items()}
    assert [one.name for one in places() if shapes[one.province].distance(Point(one.longitude, one.latitude)) > 0.004] == []
    assert list(outline["provinces"]) == list(PROVINCES)
    assert outline["credit"] == "NGI, CC BY 4.0"
    assert len(encode(outline)) < 25_000


def _rings(rings: list[list[int]], grain: int) -> Iterator[list[tuple[float, float]]]:
    """As web/finder/chart.js reads them."""
    for steps in rings:
        lon, lat, points = 0, 0, []
        for x, y in batched(steps):
            lon, lat = lon + x, lat + y
            points.append((lon / grain, lat / grain))
        yield points


def batched(steps: list[int]) -> Iterator[tuple[int, int]]:
    return zip(steps[::2], steps[1::2], strict=True)


def test_every_service_stands_in_a_file(library: Library, files: dict[str, Any]) -> None:
    shown = {row["name"] for name in PROVINCES for row in compact.unpack(files[name])}
    assert {one.name for group in library.services.values() for one in group} - shown == set()


def test_a_service_of_a_whole_province_says_so() -> None:
    file = village_files({"limburg": [service(serves=["provincie"]), service(id="lokaal", serves=["genk"])]}, DAY)["limburg"]
    assert sorted(file["columns"]["wide"], key=str) == [1, None]


def test_a_service_for_a_town_over_the_border_is_in_both_files() -> None:
    files = village_files({"brussel": [service(serves=["halle"], address={"postal_code": "1070", "city": "Anderlecht"})]}, DAY)
    assert [name for name in PROVINCES if files[name]["count"]] == ["brussel", "vlaams-brabant"]


def test_a_village_stands_for_its_municipality() -> None:
    assert towns_of(service(serves=["borgerhout"])) == ["antwerpen"]
    assert main_place("gent").postcode == "9000"


@pytest.mark.parametrize("code", CODES_OF_LANGUAGES)
def test_there_are_304_municipalities_each_with_a_page(library: Library, code: str) -> None:
    pages = town_pages(library, words(code))
    assert all(page.alternates[code] == page.path for page in pages)
    assert (len(pages), len({page.path for page in pages})) == (304, 304)
    assert {page.kept for page in pages} == {False}
    assert "zoek" not in municipalities()


@pytest.mark.parametrize("slug", ["gent", "herstappe", "brussel", "dilsen-stokkem"])
@pytest.mark.parametrize("code", CODES_OF_LANGUAGES)
def test_a_town_reads_by_itself(library: Library, slug: str, code: str) -> None:
    html = town_html(library, known(library.services), slug, words(code))
    assert html.count("<h1>") == 1
    assert "tel:106" in html and "desocialekaart.be" in html
    assert "<script" not in html and " style=" not in html


def test_in_another_language_only_what_a_source_wrote_is_dutch(library: Library) -> None:
    html = town_html(library, known(library.services), "gent", words("ar"))
    shown = re.sub(r"<(\w+)[^>]* lang=\"nl\"[^>]*>.*?</\1>", "", html)
    text = re.sub(r"<[^>]+>", " ", shown)
    assert not re.search(r"\b(bel|niet|voor|naar|zoek|nummer|gratis)\b", text, re.I)
    assert 'href="/ar/dorp/zoek/#plaats=9000"' in html and 'href="/ar/hulp/"' in html


def test_who_comes_to_the_family_says_so() -> None:
    assert "Iemand komt naar je toe" in _page_of(service(at_home=True))
    assert "Iemand komt naar je toe" not in _page_of(service())
    assert compact.unpack(village_files({"oost-vlaanderen": (service(at_home=True),)}, DAY)["oost-vlaanderen"])[0]["home"] == 1


def test_a_municipality_shows_the_people_one_meets_first() -> None:
    rings = ["gespecialiseerd", "eerste-lijn", "ontmoeten"]
    rows = known({"oost-vlaanderen": tuple(service(id=f"plek-{name}", name=f"A {name}", ring=name) for name in rings)})
    assert [one.ring for one in services_of(rows, "gent")[0]] == ["ontmoeten", "eerste-lijn", "gespecialiseerd"]


def test_a_place_without_hours_says_to_ask_and_never_that_it_is_closed(library: Library) -> None:
    html = "".join(town_html(library, known(library.services), slug, NL) for slug in list(municipalities())[:20])
    assert "Uren niet bekend." in html
    assert "gesloten</" not in html.casefold()


def test_every_place_says_that_nobody_confirmed_it_and_where_it_was_found() -> None:
    html = _page_of(service())
    assert "Nog niet bevestigd. Gevonden op een pagina, nagekeken op 22 november 2026:" in html
    assert 'href="https://www.example.org/een"' in html
    dated = _page_of(service(sources=[{"title": "Een krant", "url": "https://www.example.org/krant", "checked": DAY, "published": "2018-11"}]))
    assert "Nog niet bevestigd. Gevonden op een pagina uit 2018:" in dated


def test_what_a_source_says_never_becomes_markup() -> None:
    hostile = "<img src=x onerror=alert(1)>\"'"
    html = _page_of(
        service(
            name=hostile,
            organization=hostile + "2",
            what=hostile,
            first_step=hostile,
            fees=hostile,
            address=CuratedAddress(street=hostile, postal_code="9000", city="Gent"),
        )
    )
    assert "<img" not in html
    assert html.count("&lt;img") == 6  # name, organisation, sentence, step, price and street


def _page_of(one: CuratedService) -> str:
    library = Library(cards={}, themes={}, bands={}, helplines={}, moments=(), prose={}, services={"oost-vlaanderen": (one,)})
    return town_html(library, known(library.services), "gent", NL)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Mo-Fr 09:00-12:00,13:00-17:00; PH off", "ma–vr 09:00–12:00, 13:00–17:00"),
        ("We 13:30-16:00", "wo 13:30–16:00"),
        ("sunrise-sunset", "Uren niet bekend. Vraag het even na."),
    ],
)
def test_hours_are_said_in_words_or_not_at_all(text: str, said: str) -> None:
    assert hours_words(text, NL) == said


def test_hours_are_said_in_the_language_of_the_page() -> None:
    assert hours_words("Mo-Fr 09:00-12:00; PH off", words("en")) == "Mon–Fri 09:00–12:00"
    assert hours_words("Mo,We 09:00-12:00; Sa 10:00-11:00", words("ar")) == "الاثنين، الأربعاء 09:00–12:00؛ السبت 10:00–11:00"


def test_the_words_for_needs_are_those_of_the_data() -> None:
    needs = set(CODES["need"])
    assert set(need_words(NL)) == needs
    assert {*THEMES.values(), *SITUATIONS.values(), *(need for needs_ in LINES.values() for need in needs_)} <= needs


def test_every_line_of_the_finder_is_a_help_line(library: Library) -> None:
    assert set(LINES) <= set(library.helplines)


def test_heavy_lines_wait_until_somebody_asks(library: Library) -> None:
    assert [line.id for line, needs in lines_to_show(library.helplines) if line.heavy and (not needs or "praten" in needs)] == []


def test_a_card_fills_the_finder_in_behind_the_hash(library: Library) -> None:
    assert finder_link(["slapen-nacht"], [], "6w", NL) == "/nl/dorp/zoek/#nodig=slapen&leeftijd=6w"
    assert finder_link(["slapen-nacht"], ["verlies"], "zw12", NL) == "/nl/dorp/zoek/#nodig=verlies&leeftijd=zw12"
    assert set(library.themes) == set(THEMES)


def test_the_finder_is_kept_on_the_phone_in_every_language(library: Library) -> None:
    (page,) = finder_pages(library, NL)
    assert (page.path, page.kept, sorted(page.alternates)) == ("/nl/dorp/zoek/", True, ["ar", "en", "nl"])


def test_no_page_of_the_village_names_a_place_in_its_scripts(library: Library) -> None:
    """The finder's own page is the same for everybody: no postcode, no need in any address but behind a #."""
    links = re.findall(r'href="([^"#]*)', "".join(town_html(library, known(library.services), slug, NL) for slug in ("gent", "genk")))
    assert [link for link in links if re.search(r"[?&]", link) and link.startswith("/")] == []
