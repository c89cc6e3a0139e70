"""Asks every address the content leads to whether it is still there, as a visitor who is in no hurry.

One request at a time for a host, with a rest between; HEAD first, which costs a server little, and GET only where HEAD says no,
for many servers answer it wrongly. Nothing of a page is read. What an answer means:

    ok      it is there, if need be at another address
    gone    the server says so (404, 410), or there is no such server any more: somebody has to look
    unsure  anything else: refused, too slow, out of order. Many papers refuse whoever is no browser, so this says little
"""

import asyncio
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass
from urllib.parse import urlsplit

import httpx

OK, GONE, UNSURE = "ok", "gone", "unsure"
REST = 1.0  # seconds between two requests to one host
HOSTS = 8  # at the same time
TIMEOUT = httpx.Timeout(20.0, connect=10.0)
NO_SUCH_PAGE = (404, 410)
NO_SUCH_HOST = ("Name or service not known", "No address associated", "nodename nor servname", "getaddrinfo failed")
Sleep = Callable[[float], Awaitable[None]]
Step = Callable[[int, int], None]


@dataclass(frozen=True)
class Found:
    """What became of one address."""

    url: str
    outcome: str
    status: int | None = None
    why: str = ""


def agent(public_url: str) -> str:
    """Says who asks and where to reach them."""
    return f"goed-genoeg link check (+{public_url})"


async def check(
    urls: Iterable[str],
    public_url: str,
    *,
    transport: httpx.AsyncBaseTransport | None = None,
    sleep: Sleep = asyncio.sleep,
    step: Step = lambda done, total: None,
) -> list[Found]:
    """Every address once, in the order given. Never raises for an address."""
    order = list(dict.fromkeys(urls))
    hosts: dict[str, list[str]] = {}
    for url in order:
        hosts.setdefault(urlsplit(url).netloc.lower(), []).append(url)
    found: dict[str, Found] = {}
    room = asyncio.Semaphore(HOSTS)

    async def one_host(client: httpx.AsyncClient, group: list[str]) -> None:
        async with room:
            for index, url in enumerate(group):
                if index:
                    await sleep(REST)
                found[url] = await _look(client, url, sleep)
                step(len(found), len(order))

    headers = {"user-agent": agent(public_url), "accept": "*/*", "accept-language": "nl-BE,nl;q=0.9,en;q=0.5"}
    async with httpx.AsyncClient(transport=transport, timeout=TIMEOUT, follow_redirects=True, max_redirects=5, headers=headers, trust_env=False) as client:
        await asyncio.gather(*(one_host(client, group) for group in hosts.values()))
    return [found[url] for url in order]


async def _look(client: httpx.AsyncClient, url: str, sleep: Sleep) -> Found:
    first = await _ask(client, "HEAD", url)
    if first.outcome == OK:
        return first
    await sleep(REST)
    return await _ask(client, "GET", url)


async def _ask(client: httpx.AsyncClient, method: str, url: str) -> Found:
    try:
        async with client.stream(method, url) as answer:  # the body is never read
            return Found(url, outcome_of(answer.status_code), answer.status_code)
    except (httpx.HTTPError, httpx.InvalidURL, ValueError) as error:
        why = str(error) or type(error).__name__
        lost = isinstance(error, httpx.ConnectError) and any(words in why for words in NO_SUCH_HOST)
        return Found(url, GONE if lost else UNSURE, None, why[:200])


def outcome_of(status: int) -> str:
    if status < 400:
        return OK
    return GONE if status in NO_SUCH_PAGE else UNSURE
