"""Fetches what a source offers, from a server nobody here controls: with time limits, size limits, retries and no way inside.

Refused: another host after a redirect, an address inside (loopback, private), an answer that is too large or never ends.
What the bytes mean is the importers' business.
"""

import ipaddress
import socket
import tempfile
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import httpx
import stamina

from imh_parents.errors import ImportRefused

AGENT = "imh-parents village importer"
MAX_BYTES = 512 * 1024 * 1024
MAX_SECONDS = 900.0
# One piece of 64 KiB in gzip unpacks to 67 MB at most; in brotli, or in gzip within gzip, to as much as somebody likes.
ENCODINGS = ("identity", "gzip")
TIMEOUT = httpx.Timeout(30.0, connect=10.0)
REDIRECTS = 5
BUSY = {408, 425, 429, 500, 502, 503, 504}
Resolve = Callable[[str], Iterable[str]]
Watch = Callable[[int, int | None], None]  # bytes so far, and of how many when the server says so


@dataclass(frozen=True)
class Answer:
    """A downloaded file and what the server said about its version."""

    path: Path
    url: str
    etag: str | None
    last_modified: str | None


class Busy(Exception):
    """The server asks to come back later; `after` in seconds when it says when."""

    def __init__(self, status: int, after: float | None) -> None:
        super().__init__(f"answered {status}")
        self.after = after


def resolve(host: str) -> set[str]:
    try:
        return {str(info[4][0]) for info in socket.getaddrinfo(host, None)}
    except OSError as error:
        raise ImportRefused(f"{host} cannot be found ({error})") from error


class Fetcher:
    """One import's downloads, into files that go with it. Use as a context manager."""

    def __init__(
        self,
        transport: httpx.BaseTransport | None = None,
        *,
        resolve: Resolve = resolve,
        max_bytes: int = MAX_BYTES,
        max_seconds: float = MAX_SECONDS,
        watch: Watch = lambda done, total: None,
    ) -> None:
        headers = {"user-agent": AGENT, "accept-encoding": "gzip"}
        self.client = httpx.Client(transport=transport, timeout=TIMEOUT, follow_redirects=False, headers=headers, trust_env=False)
        self.resolve, self.max_bytes, self.max_seconds, self.watch = resolve, max_bytes, max_seconds, watch
        self.folder = tempfile.TemporaryDirectory(prefix="imh-village-")
        self.spent = 0
        self.count = 0

    def __enter__(self) -> "Fetcher":
        return self

    def __exit__(self, *_: object) -> None:
        self.client.close()
        self.folder.cleanup()

    def get(self, url: str, etag: str | None = None, last_modified: str | None = None) -> Answer | None:
        """Download `url`; None when the server says it is still the version of `etag` or `last_modified`."""
        asked = {"if-none-match": etag, "if-modified-since": last_modified}
        headers = {name: value for name, value in asked.items() if value}
        try:
            for attempt in stamina.retry_context(on=_again, attempts=5, timeout=120, wait_initial=0.5, wait_max=30):
                with attempt:
                    return self._get(url, headers)
        except Busy as error:
            raise ImportRefused(f"{url} {error}, also after several tries") from error
        except httpx.HTTPError as error:
            raise ImportRefused(f"{url} cannot be read ({error.__class__.__name__}: {error})") from error
        raise AssertionError("a retry loop ends with an answer or an error")

    def _get(self, url: str, headers: dict[str, str]) -> Answer | None:
        host = urlsplit(url).hostname
        for _ in range(REDIRECTS + 1):
            self._guard(url)
            with self.client.stream("GET", url, headers=headers) as response:
                if response.status_code == 304:
                    return None
                if response.status_code in BUSY:
                    raise Busy(response.status_code, _number(response.headers.get("retry-after")))
                if not response.is_redirect:
                    return self._keep(url, response)
                target = urljoin(url, response.headers["location"])
            if urlsplit(target).hostname != host:
                raise ImportRefused(f"{url} redirects to another host ({urlsplit(target).hostname})")
            if urlsplit(url).scheme == "https" and urlsplit(target).scheme != "https":
                raise ImportRefused(f"{url} redirects to an address that is not encrypted")
            url = target
        raise ImportRefused(f"{url} redirects again and again")

    def _guard(self, url: str) -> None:
        parts = urlsplit(url)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise ImportRefused(f"{url} is not a web address")
        for address in self.resolve(parts.hostname):
            if not ipaddress.ip_address(address.split("%")[0]).is_global:
                raise ImportRefused(f"{url} leads inside ({address}); only public addresses are read")

    def _keep(self, url: str, response: httpx.Response) -> Answer:
        if response.status_code != 200:
            raise ImportRefused(f"{url} answered {response.status_code}")
        self._peer(url, response)
        if (encoding := response.headers.get("content-encoding", "identity").lower()) not in ENCODINGS:
            raise ImportRefused(f"{url} answers in {encoding!r}, though only gzip was asked for")
        named = _number(response.headers.get("content-length"))
        if self.spent + (named or 0) > self.max_bytes:
            raise ImportRefused(f"{url} gives more than {self.max_bytes // 1024} KiB")
        path = Path(self.folder.name) / f"{self.count}"
        self.count += 1
        until = time.monotonic() + self.max_seconds
        with path.open("wb") as file:
            for chunk in response.iter_bytes(65536):
                self.spent += len(chunk)
                if self.spent > self.max_bytes:
                    raise ImportRefused(f"{url} gives more than {self.max_bytes // 1024} KiB")
                if time.monotonic() > until:
                    raise ImportRefused(f"{url} is still not done after {self.max_seconds:.0f} seconds")
                file.write(chunk)
                self.watch(file.tell(), int(named) if named else None)
        return Answer(path, url, response.headers.get("etag"), response.headers.get("last-modified"))

    def _peer(self, url: str, response: httpx.Response) -> None:
        """The name may have led elsewhere between our look-up and the connection: what counts is who answers."""
        stream = response.extensions.get("network_stream")
        peer = stream.get_extra_info("server_addr") if stream else None
        if peer and not ipaddress.ip_address(str(peer[0]).split("%")[0]).is_global:
            raise ImportRefused(f"{url} leads inside ({peer[0]}); only public addresses are read")


def _again(error: Exception) -> bool | float | timedelta:
    if isinstance(error, Busy):
        return error.after if error.after is not None and error.after <= 30 else True
    return isinstance(error, httpx.TransportError)


def _number(text: str | None) -> float | None:
    return float(text) if text and text.isdigit() else None
