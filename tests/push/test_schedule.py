from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from imh_parents.push.schedule import BUDGET, EVENING, WEEK, ZONE, after_budget, after_quiet, first_moment, next_quiet

MOMENTS = st.datetimes(datetime(2025, 1, 1), datetime(2028, 1, 1), timezones=st.just(UTC))
NOON = datetime(2026, 6, 15, 10, tzinfo=UTC)


def brussels(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=ZONE).astimezone(UTC)


@pytest.mark.parametrize(
    ("moment", "allowed"),
    [
        ("2026-06-15 08:00", "2026-06-15 08:00"),
        ("2026-06-15 20:59:59.999999", "2026-06-15 20:59:59.999999"),
        ("2026-06-15 21:00", "2026-06-16 08:00"),
        ("2026-06-15 07:59:59", "2026-06-15 08:00"),
        ("2026-12-31 23:30", "2027-01-01 08:00"),
        ("2026-03-28 22:00", "2026-03-29 08:00"),  # the night is an hour shorter
        ("2026-10-24 22:00", "2026-10-25 08:00"),  # and an hour longer
    ],
)
def test_quiet_hours_last_till_eight_in_brussels(moment: str, allowed: str) -> None:
    assert after_quiet(brussels(moment)) == brussels(allowed)


def test_nights_of_the_clock_change_have_ten_and_twelve_hours() -> None:
    nights = [after_quiet(brussels(f"{day} 21:00")) - brussels(f"{day} 21:00") for day in ("2026-03-28", "2026-10-24", "2026-06-15")]
    assert nights == [timedelta(hours=10), timedelta(hours=12), timedelta(hours=11)]


@given(MOMENTS)
def test_quiet_hours_move_forward_to_a_moment_that_stays(moment: datetime) -> None:
    moved = after_quiet(moment)
    assert moment <= moved <= moment + timedelta(hours=12)
    assert 8 <= moved.astimezone(ZONE).hour < 21
    assert after_quiet(moved) == moved


@pytest.mark.parametrize(
    ("moment", "evening"),
    [
        ("2026-06-15 20:59:59", "2026-06-15 21:00"),
        ("2026-06-15 21:00", "2026-06-16 21:00"),
        ("2026-06-15 00:30", "2026-06-15 21:00"),
        ("2026-12-31 23:30", "2027-01-01 21:00"),
        ("2026-03-29 01:30", "2026-03-29 21:00"),  # the day is an hour shorter
        ("2026-10-24 22:00", "2026-10-25 21:00"),  # the next one an hour longer
    ],
)
def test_quiet_hours_begin_at_nine_in_brussels(moment: str, evening: str) -> None:
    assert next_quiet(brussels(moment)) == brussels(evening)


@given(MOMENTS)
def test_between_now_and_the_next_evening_no_quiet_hours_begin(moment: datetime) -> None:
    evening = next_quiet(moment)
    assert moment < evening <= moment + timedelta(hours=25)
    assert evening.astimezone(ZONE).time() == EVENING
    assert after_quiet(moment) <= evening or after_quiet(moment) == after_quiet(evening)


@given(st.lists(MOMENTS, max_size=8), MOMENTS)
def test_never_more_than_three_in_any_seven_days(sent: list[datetime], now: datetime) -> None:
    sent = [moment for moment in sent if moment <= now]
    moment = after_budget(now, sent)
    assert sum(before > moment - WEEK for before in sent) < BUDGET
    earlier = moment - timedelta(microseconds=1)
    assert moment == now or sum(before > earlier - WEEK for before in sent) >= BUDGET


def test_a_moment_after_it_has_any_use_is_none() -> None:
    evening = brussels("2026-06-15 22:00")
    assert first_moment(evening, brussels("2026-06-16 08:00"), ()) is None
    assert first_moment(evening, brussels("2026-06-16 08:01"), ()) == brussels("2026-06-16 08:00")
    assert first_moment(NOON, NOON, ()) is None


def test_full_week_and_night_count_together() -> None:
    sent = [brussels("2026-06-10 22:30"), brussels("2026-06-11 12:00"), brussels("2026-06-12 12:00")]
    assert first_moment(NOON, NOON + WEEK, sent) == brussels("2026-06-18 08:00")
