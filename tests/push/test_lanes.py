from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from imh_parents.push.lanes import TRIES, Answer, Outcome, Pace, allowed, back_off, judge, rests_until, spend, ttl
from imh_parents.push.services import SERVICES

NOW = datetime(2026, 6, 15, 10, tzinfo=UTC)
UNTIL = NOW + timedelta(hours=8)
PACE = Pace()
MINUTE = timedelta(minutes=1)


def judged(status: int | None, after: str | None = None, tries: int = 0, until: datetime = UNTIL) -> Outcome:
    return judge(Answer(status, after), tries, until, NOW, 0.5, PACE)


@pytest.mark.parametrize("status", [200, 201, 202, 204])
def test_taken_is_sent(status: int) -> None:
    assert judged(status) == Outcome("sent", status)


@pytest.mark.parametrize("status", [404, 410])
def test_gone_is_gone(status: int) -> None:
    assert judged(status) == Outcome("gone", status)


@pytest.mark.parametrize("status", [300, 302, 307, 400, 401, 403, 405, 413, 418])
def test_what_would_be_the_same_next_time_fails_the_delivery(status: int) -> None:
    assert judged(status) == Outcome("failed", status)


@pytest.mark.parametrize("status", [429, 503])
def test_a_service_that_asks_for_rest_gets_it_and_no_try_is_lost(status: int) -> None:
    until = NOW + timedelta(seconds=90)
    assert judged(status, "90", tries=5) == Outcome("open", status, until, tried=False, pause=until)


@pytest.mark.parametrize("after", ["0", " 0 ", format_datetime(NOW, usegmt=True), format_datetime(NOW - MINUTE, usegmt=True)])
def test_a_rest_that_is_over_is_none_and_the_try_counts(after: str) -> None:
    assert judged(429, after) == Outcome("open", 429, NOW + MINUTE, pause=NOW + MINUTE)
    assert judged(503, after, tries=2) == Outcome("open", 503, NOW + 2 * MINUTE)
    assert judged(503, after, tries=TRIES - 1) == Outcome("failed", 503)


def test_too_many_without_a_time_rests_the_lane_a_minute() -> None:
    assert judged(429) == Outcome("open", 429, NOW + MINUTE, pause=NOW + MINUTE)


@pytest.mark.parametrize("status", [None, 408, 500, 502, 503])
def test_trouble_waits_longer_each_time_and_ends(status: int | None) -> None:
    waits = [judged(status, tries=tries).due for tries in range(TRIES - 1)]
    assert waits == [NOW + timedelta(seconds=30 * 2**tries) for tries in range(TRIES - 1)]
    assert judged(status, tries=TRIES - 1) == Outcome("failed", status)


def test_nothing_is_tried_again_after_its_time() -> None:
    assert judged(500, until=NOW + timedelta(seconds=30)) == Outcome("expired", 500)
    assert judged(429, "3600", until=NOW + MINUTE) == Outcome("expired", 429, pause=NOW + timedelta(hours=1))


@given(st.integers(0, 5), st.floats(0, 1, exclude_max=True))
def test_waits_differ_by_chance_around_their_length(tries: int, chance: float) -> None:
    plain = 30 * 2**tries
    assert plain / 2 <= back_off(tries, chance, PACE).total_seconds() <= plain * 1.5


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("0", timedelta(0)),
        (" 120 ", 2 * MINUTE),
        (format_datetime(NOW + 5 * MINUTE, usegmt=True), 5 * MINUTE),
        ("Monday, 15-Jun-26 10:05:00 GMT", 5 * MINUTE),
        (format_datetime(NOW - MINUTE, usegmt=True), timedelta(0)),
        ("99999999999999999999", timedelta(days=1)),
        (format_datetime(NOW.replace(year=2999), usegmt=True), timedelta(days=1)),
    ],
)
def test_retry_after_is_seconds_or_a_date_and_never_longer_than_a_day(text: str, rest: timedelta) -> None:
    assert rests_until(text, NOW) == NOW + rest


@pytest.mark.parametrize("text", [None, "", "soon", "-5", "1.5", "٣", "Mon, 99 Jun 2026 10:00:00 GMT"])
def test_retry_after_that_cannot_be_read_is_none(text: str | None) -> None:
    assert rests_until(text, NOW) is None


@given(st.lists(st.tuples(st.floats(0, 30), st.integers(1, 100)), max_size=200))
def test_a_lane_never_goes_faster_than_its_rate(claims: list[tuple[float, int]]) -> None:
    """Google's: at most 1,000 in any minute, whatever comes when."""
    rate, burst = SERVICES[0].rate, int(SERVICES[0].rate * 2)
    now, free, went = NOW, None, list[tuple[datetime, int]]()
    for wait, wanted in claims:
        now += timedelta(seconds=wait)
        count = min(wanted, allowed(free, now, rate, burst)[0])
        free = spend(free, now, rate, burst, count)
        went.append((now, count))
    for end, _ in went:
        assert sum(count for moment, count in went if end - MINUTE < moment <= end) <= 1000


def test_a_lane_at_rest_has_a_burst_ready_and_then_waits_for_half_of_one() -> None:
    count, ready = allowed(None, NOW, 16, 32)
    assert (count, ready <= NOW) == (32, True)
    free = spend(None, NOW, 16, 32, 32)
    assert allowed(free, NOW, 16, 32) == (0, NOW + timedelta(seconds=1))


def test_time_to_live_counts_down_and_ends_with_the_evening() -> None:
    evening = NOW.replace(hour=19)  # nine o'clock in Brussels
    assert [ttl(UNTIL, NOW), ttl(NOW, UNTIL), ttl(NOW + timedelta(days=90), NOW)] == [8 * 3600, 0, 9 * 3600]
    assert [ttl(evening + timedelta(days=2), evening - 10 * MINUTE), ttl(evening + timedelta(days=2), evening)] == [600, 86400]
