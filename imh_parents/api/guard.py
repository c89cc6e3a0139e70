"""Who may send something: only our own pages, little at a time, and not too often. Nothing about the sender is kept.

A browser says in Origin and in Sec-Fetch-Site where a request comes from, and a page cannot change it. No tokens are needed.
"""

import ipaddress
import json
import time
from collections import OrderedDict, deque
from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

from starlette.requests import HTTPConnection, Request

from imh_parents.api.problem import Problem

MAX_BODY = 1024
MOST_ADDRESSES = 10_000
OURSELVES = ("127.0.0.1", "::1")


def same_origin(request: Request) -> None:
    site, origin = request.headers.get("sec-fetch-site"), request.headers.get("origin")
    if site is not None:
        if site != "same-origin":
            raise Problem(403, "Only pages of this app may send this.")
    elif not origin or urlsplit(origin).netloc != request.headers.get("host"):
        raise Problem(403, "Only pages of this app may send this.")


def own_origin(request: Request, public_url: str) -> None:
    """Stricter, for what is kept: the page must be at the app's own address, whatever Host a request names."""
    if request.headers.get("origin") != public_url or request.headers.get("sec-fetch-site", "same-origin") != "same-origin":
        raise Problem(403, f"Only pages of {public_url} may send this.")


async def small_body(request: Request, most: int) -> bytes:
    """The body, read no further than `most` bytes."""
    body = b""
    async for part in request.stream():
        body += part
        if len(body) > most:
            raise Problem(413, f"Send at most {most} bytes.")
    return body


async def small_json(request: Request, most: int = MAX_BODY) -> Any:
    """The JSON body, read no further than `most` bytes."""
    if request.headers.get("content-type", "").split(";")[0].strip() != "application/json":
        raise Problem(415, "Send application/json.")
    body = await small_body(request, most)
    try:
        sent = json.loads(body)
        storable(sent)
    except (ValueError, RecursionError):
        raise Problem(400, "The body is not JSON.") from None
    return sent


def storable(value: Any) -> None:
    """ValueError for what no database keeps as text: NUL (PostgreSQL refuses it), and half of a pair of surrogates (JSON lets it through)."""
    if isinstance(value, str):
        if "\0" in value:
            raise ValueError("NUL")
        value.encode()
    elif isinstance(value, dict | list):
        for part in [*value, *value.values()] if isinstance(value, dict) else value:
            storable(part)


class Rate:
    """At most `count` calls in `seconds` in this process, whoever calls."""

    def __init__(self, count: int, seconds: float, clock: Callable[[], float] = time.monotonic) -> None:
        self.count, self.seconds, self.clock = count, seconds, clock
        self.calls: deque[float] = deque()

    def take(self) -> None:
        now = self.clock()
        while self.calls and self.calls[0] <= now - self.seconds:
            self.calls.popleft()
        if len(self.calls) >= self.count:
            raise Problem(429, "Try again in a minute.", {"retry-after": str(int(self.calls[0] + self.seconds - now) + 1)})
        self.calls.append(now)


class Rates:
    """A Rate for everybody together and one for each address. Addresses are in memory only, and forgotten when they are quiet.

    This machine itself is not counted apart: when it asks, a web server in front does, for everybody.
    """

    def __init__(self, everybody: Rate, each: Callable[[], Rate], proxies: int = 0) -> None:
        self.everybody, self.each, self.proxies = everybody, each, proxies
        self.addresses: OrderedDict[str, Rate] = OrderedDict()

    def take(self, request: Request) -> None:
        """First the one address, so that who is too quick uses up nobody else's room."""
        who = address(request, self.proxies)
        if who not in OURSELVES:
            rate = self.addresses.setdefault(who, self.each())
            self.addresses.move_to_end(who)
            self._forget(rate.clock())
            rate.take()
        self.everybody.take()

    def _forget(self, now: float) -> None:
        """The longest quiet stand first."""
        while len(self.addresses) > 1:
            who, oldest = next(iter(self.addresses.items()))
            if len(self.addresses) <= MOST_ADDRESSES and oldest.calls and oldest.calls[-1] > now - oldest.seconds:
                return
            del self.addresses[who]


def address(asked: HTTPConnection, proxies: int) -> str:
    """Who asks. Of our own servers in front (`proxies` of them) each adds whom it had it from; what stands before that may be made up.

    Of IPv6 the network, in which a household has all addresses; an IPv4 address that a listener for both writes as IPv6 is IPv4.
    """
    found = asked.client.host if asked.client else ""
    if proxies:
        passed = [part.strip() for part in asked.headers.get("x-forwarded-for", "").split(",")]
        found = passed[-proxies] if len(passed) >= proxies and passed[-proxies] else found
    try:
        ip = ipaddress.ip_address(found)
    except ValueError:
        return found
    ip = getattr(ip, "ipv4_mapped", None) or ip
    return str(ipaddress.ip_network((ip, 64), strict=False)) if ip.version == 6 and not ip.is_loopback else str(ip)
