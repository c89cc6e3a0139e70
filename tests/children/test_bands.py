import json
import re

from hypothesis import given
from hypothesis import strategies as st

from imh_parents.children.ages import PREGNANCY_DAYS, Span, unit_span
from imh_parents.children.bands import BAND_IDS, BANDS, bands_of
from tests.samples import ROOT

FIRST, LAST = -PREGNANCY_DAYS, unit_span("60m").end
SPANS = st.tuples(st.integers(FIRST, LAST - 1), st.integers(1, LAST - FIRST)).map(lambda pair: Span(pair[0], min(pair[0] + pair[1], LAST)))


def test_there_are_fourteen_bands_with_their_own_ids() -> None:
    assert len(BANDS) == len(set(BAND_IDS)) == 14


def test_bands_follow_each_other_from_conception_to_five_years_without_gap_or_overlap() -> None:
    assert [BANDS[0].span.start, *(band.span.end for band in BANDS)] == [*(band.span.start for band in BANDS), LAST]
    assert BANDS[0].span.start == FIRST


def test_birth_is_where_the_third_band_ends() -> None:
    assert [band.id for band in BANDS if band.span.end <= 0] == ["zwanger-0-12-weken", "zwanger-13-28-weken", "zwanger-29-40-weken"]


def test_browser_tests_use_the_same_bands() -> None:
    rows = re.findall(r"\[\"[^\]]+\]", (ROOT / "tests" / "web" / "bands.js").read_text())
    assert [json.loads(row) for row in rows] == [[band.id, band.span.start, band.span.end] for band in BANDS]


@given(SPANS)
def test_every_age_range_is_in_at_least_one_band(ages: Span) -> None:
    assert bands_of(ages)


@given(SPANS)
def test_bands_of_a_range_are_neighbours_it_overlaps(ages: Span) -> None:
    found = [BAND_IDS.index(band) for band in bands_of(ages)]
    assert found == list(range(found[0], found[-1] + 1))
    assert all(BANDS[index].span.overlaps(ages) for index in found)


@given(st.sampled_from(BANDS))
def test_range_of_a_band_is_in_that_band_only(band: object) -> None:
    assert bands_of(band.span) == (band.id,)


def test_pregnancy_cards_stay_out_of_the_first_weeks_and_the_other_way_round() -> None:
    assert bands_of(Span(FIRST, unit_span("zw41").end)) == BAND_IDS[:3]
    assert bands_of(Span(0, 42)) == ("0-6-weken",)


def test_less_than_a_week_in_a_band_does_not_count() -> None:
    assert bands_of(Span(0, 48)) == ("0-6-weken",)
    assert bands_of(Span(0, 49)) == ("0-6-weken", "6-weken-2-maanden")
    assert bands_of(Span(40, 44)) == ("0-6-weken", "6-weken-2-maanden")
