import pytest
from hypothesis import given
from hypothesis import strategies as st

from imh_parents.children.ages import PREGNANCY_DAYS, ROAD_DAYS, Span, road_day, span, unit_span

TOKENS = st.one_of(
    st.integers(0, 41).map("zw{}".format),
    st.integers(0, 99).map("{}d".format),
    st.integers(0, 99).map("{}w".format),
    st.integers(0, 60).map("{}m".format),
)


@pytest.mark.parametrize(
    ("token", "days"),
    [
        ("zw0", Span(-280, -273)),
        ("zw12", Span(-196, -189)),
        ("zw39", Span(-7, 0)),
        ("0d", Span(0, 1)),
        ("20d", Span(20, 21)),
        ("6w", Span(42, 49)),
        ("1m", Span(30, 61)),
        ("12m", Span(365, 396)),
        ("24m", Span(730, 761)),
        ("60m", Span(1826, 1857)),
    ],
)
def test_token_covers_its_days(token: str, days: Span) -> None:
    assert unit_span(token) == days


@pytest.mark.parametrize("token", ["zw40", "zw41"])
def test_pregnancy_past_the_due_date_never_reaches_birth(token: str) -> None:
    assert unit_span(token) == Span(-7, 0)


@pytest.mark.parametrize(
    ("token", "problem"),
    [
        ("3x", "'3x' is not an age | Write zw12 (week of pregnancy), 20d, 6w or 12m"),
        ("", "'' is not an age | Write zw12 (week of pregnancy), 20d, 6w or 12m"),
        ("12", "'12' is not an age | Write zw12 (week of pregnancy), 20d, 6w or 12m"),
        ("zw12w", "'zw12w' is not an age | Write zw12 (week of pregnancy), 20d, 6w or 12m"),
        ("-1d", "'-1d' is not an age | Write zw12 (week of pregnancy), 20d, 6w or 12m"),
        ("100d", "'100d' is not an age | Write zw12 (week of pregnancy), 20d, 6w or 12m"),
        ("zw42", "'zw42' is past the end of pregnancy | Use zw0 to zw41"),
        ("61m", "'61m' is past the fifth birthday | Use at most 60m"),
    ],
)
def test_token_that_is_no_age_says_what_to_write(token: str, problem: str) -> None:
    with pytest.raises(ValueError) as caught:
        unit_span(token)
    assert str(caught.value) == problem


@given(TOKENS)
def test_every_token_lies_on_one_side_of_birth_and_is_not_empty(token: str) -> None:
    days = unit_span(token)
    assert -PREGNANCY_DAYS <= days.start < days.end
    assert (days.end <= 0) == token.startswith("zw")


@given(st.sampled_from("wm"), st.integers(0, 59))
def test_units_follow_each_other_without_gap(unit: str, number: int) -> None:
    assert unit_span(f"{number}{unit}").end == unit_span(f"{number + 1}{unit}").start


def test_span_runs_from_the_start_of_the_first_to_the_end_of_the_last() -> None:
    assert span("zw29", "5w") == Span(-77, 42)


def test_span_that_runs_backwards_is_refused() -> None:
    with pytest.raises(ValueError, match=r"^from 6w to 1w runs backwards \| Put the younger age in from$"):
        span("6w", "1w")


@pytest.mark.parametrize(("a", "b", "meet"), [((0, 7), (6, 9), True), ((0, 7), (7, 9), False), ((0, 7), (2, 3), True), ((5, 6), (0, 5), False)])
def test_spans_overlap_when_they_share_a_day(a: tuple[int, int], b: tuple[int, int], meet: bool) -> None:
    assert (Span(*a).overlaps(Span(*b)), Span(*b).overlaps(Span(*a))) == (meet, meet)


@pytest.mark.parametrize(("age", "day"), [(-280, 1), (-270, 1), (-269, 2), (0, 271), (730, ROAD_DAYS), (731, 1002)])
def test_road_begins_at_one_and_the_second_birthday_is_day_1001(age: int, day: int) -> None:
    assert road_day(age) == day
