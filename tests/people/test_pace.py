"""How long a guesser waits, and which codes of the second step are good."""

from datetime import UTC, datetime, timedelta

import pyotp
from hypothesis import given
from hypothesis import strategies as st

from imh_parents.people.pace import LONGEST, wait
from imh_parents.people.second import STEP, new_secret, step_of

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)


@given(st.integers(0, 10**6), st.integers(1, 50))
def test_wait_never_gets_shorter_and_ends_somewhere(count, free):
    assert timedelta() <= wait(count, free) <= wait(count + 1, free) <= LONGEST
    assert (wait(count, free) == timedelta()) is (count < free)


def test_wait_doubles():
    assert [wait(count, 5).total_seconds() for count in range(4, 9)] == [0, 1, 2, 4, 8]


@given(st.integers(-5, 5))
def test_a_code_is_good_for_its_own_half_minute_and_the_ones_beside_it(steps):
    secret = new_secret()
    code = pyotp.TOTP(secret).at(NOW + timedelta(seconds=STEP * steps))
    assert (step_of(secret, f"{code[:3]} {code[3:]}", NOW, None) is not None) is (abs(steps) <= 1)


def test_a_code_is_not_good_again():
    secret = new_secret()
    code = pyotp.TOTP(secret).at(NOW)
    step = step_of(secret, code, NOW, None)
    assert step == int(NOW.timestamp()) // STEP
    assert step_of(secret, code, NOW, step) is None
    assert step_of(secret, "", NOW, None) is None
    assert step_of(secret, "abcdef", NOW, None) is None
