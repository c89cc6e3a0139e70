"""Floods: one address is stopped before it takes the room of others, and addresses are forgotten."""

from typing import Any

import pytest
from starlette.requests import Request

from imh_parents.api import guard
from imh_parents.api.guard import Rate, Rates, address
from imh_parents.api.problem import Problem


def request(host: str, forwarded: str = "") -> Request:
    return Request({"type": "http", "headers": [(b"x-forwarded-for", forwarded.encode())] if forwarded else [], "client": (host, 1)})


def rates(clock: Any, everybody: int = 100, each: int = 2) -> Rates:
    return Rates(Rate(everybody, 60, clock), lambda: Rate(each, 60, clock))


def refused(taken: Rates, host: str) -> bool:
    try:
        taken.take(request(host))
    except Problem as problem:
        assert problem.status_code == 429 and problem.headers
        return True
    return False


def test_one_address_does_not_take_the_room_of_another() -> None:
    taken = rates(lambda: 0.0, everybody=3)
    assert [refused(taken, "192.0.2.1") for _ in range(9)] == [False, False, *[True] * 7]
    assert [refused(taken, "192.0.2.2") for _ in range(2)] == [False, True]  # three in all


def test_an_address_is_forgotten_when_it_is_quiet() -> None:
    now = 0.0
    taken = rates(lambda: now)
    for last in range(5):
        taken.take(request(f"192.0.2.{last}"))
    assert len(taken.addresses) == 5
    now = 61.0
    taken.take(request("192.0.2.9"))
    assert list(taken.addresses) == ["192.0.2.9"]


def test_addresses_in_memory_are_few(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guard, "MOST_ADDRESSES", 10)
    taken = rates(lambda: 0.0)
    for last in range(50):
        taken.take(request(f"192.0.2.{last}"))
    assert list(taken.addresses) == [f"192.0.2.{last}" for last in range(40, 50)]


@pytest.mark.parametrize(
    ("peer", "forwarded", "proxies", "found"),
    [
        ("192.0.2.1", "", 0, "192.0.2.1"),
        ("192.0.2.1", "192.0.2.7", 0, "192.0.2.1"),  # nobody of ours stands in front
        ("127.0.0.1", "192.0.2.7", 1, "192.0.2.7"),
        ("127.0.0.1", "10.0.0.1, 192.0.2.7", 1, "192.0.2.7"),  # the first was made up by who asks
        ("127.0.0.1", "192.0.2.7, 10.0.0.1", 2, "192.0.2.7"),
        ("127.0.0.1", "192.0.2.7", 2, "127.0.0.1"),  # it came past one of ours only
        ("127.0.0.1", "", 1, "127.0.0.1"),
        ("2001:db8:1:2:3:4:5:6", "", 0, "2001:db8:1:2::/64"),
        ("::1", "", 0, "::1"),
        ("::ffff:203.0.113.5", "", 0, "203.0.113.5"),  # a listener for both
        ("::ffff:127.0.0.1", "", 0, "127.0.0.1"),
        ("testclient", "", 0, "testclient"),
    ],
)
def test_who_asks_is_the_one_before_our_own_servers(peer: str, forwarded: str, proxies: int, found: str) -> None:
    assert address(request(peer, forwarded), proxies) == found


def test_a_server_in_front_that_says_nothing_is_not_stopped_for_everybody() -> None:
    taken = rates(lambda: 0.0, everybody=5)
    assert [refused(taken, "127.0.0.1") for _ in range(6)] == [*[False] * 5, True]
