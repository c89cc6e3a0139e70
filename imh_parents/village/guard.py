"""Who may send something: only our own pages, little at a time, and not too often. Nothing about the sender is kept.

A browser says in Sec-Fetch-Site where a request comes from and a page cannot change it; older ones send Origin. No tokens are needed.
"""

import json
import time
from collections import deque
from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

from starlette.requests import Request

from imh_parents.village.problem import Problem

MAX_BODY = 1024


def same_origin(request: Request) -> None:
    site, origin = request.headers.get("sec-fetch-site"), request.headers.get("origin")
    if site is not None:
        if site != "same-origin":
            raise Problem(403, "Only pages of this app may send this.")
    elif not origin or urlsplit(origin).netloc != request.headers.get("host"):
        raise Problem(403, "Only pages of this app may send this.")


async def small_json(request: Request) -> Any:
    """The JSON body, read no further than MAX_BODY."""
    if request.headers.get("content-type", "").split(";")[0].strip() != "application/json":
        raise Problem(415, "Send application/json.")
    body = b""
    async for part in request.stream():
        body += part
        if len(body) > MAX_BODY:
            raise Problem(413, f"Send at most {MAX_BODY} bytes.")
    try:
        return json.loads(body)
    except (ValueError, RecursionError):
        raise Problem(400, "The body is not JSON.") from None


class Rate:
    """At most `count` calls in `seconds` in this process, whoever calls: to keep the desk's list readable, not to tell people apart."""

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
