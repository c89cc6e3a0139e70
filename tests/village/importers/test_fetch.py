"""Servers nobody here controls: each way to hurt has its clear refusal."""

import gzip
from collections.abc import Callable, Iterator
from typing import Any

import httpx
import pytest
import stamina

from imh_parents.errors import ImportRefused
from imh_parents.village.importers.fetch import Fetcher

PUBLIC = "93.184.215.14"
Handler = Callable[[httpx.Request], httpx.Response]


@pytest.fixture(autouse=True)
def _no_waiting() -> Iterator[None]:
    stamina.set_testing(True, attempts=4)
    yield
    stamina.set_testing(False)


def fetcher(handler: Handler, addresses: tuple[str, ...] = (PUBLIC,), **limits: Any) -> Fetcher:
    return Fetcher(httpx.MockTransport(handler), resolve=lambda host: addresses, **limits)


def refusal(handler: Handler, url: str = "https://bron.test/data", addresses: tuple[str, ...] = (PUBLIC,), **limits: Any) -> str:
    with fetcher(handler, addresses, **limits) as one, pytest.raises(ImportRefused) as caught:
        one.get(url)
    return str(caught.value)


def test_a_good_answer_is_kept_with_its_version() -> None:
    def handler(request: httpx.Request) -> httpx.Response:
        assert request.headers["user-agent"].startswith("imh-parents")
        return httpx.Response(200, content=b"x" * 200_000, headers={"etag": '"7"', "last-modified": "Sun, 22 Nov 2026 00:00:00 GMT"})

    with fetcher(handler) as one:
        answer = one.get("https://bron.test/data")
        assert answer and answer.path.read_bytes() == b"x" * 200_000
        assert (answer.etag, answer.last_modified) == ('"7"', "Sun, 22 Nov 2026 00:00:00 GMT")
    assert not answer.path.exists()


def test_an_unchanged_source_is_not_read_again() -> None:
    def handler(request: httpx.Request) -> httpx.Response:
        same = request.headers.get("if-none-match") == '"7"' and request.headers.get("if-modified-since") == "then"
        return httpx.Response(304 if same else 200)

    with fetcher(handler) as one:
        assert one.get("https://bron.test/data", '"7"', "then") is None


@pytest.mark.parametrize(
    "address", ["127.0.0.1", "::1", "10.0.0.4", "192.168.1.1", "169.254.169.254", "172.16.0.1", "fe80::1", "0.0.0.0", "::ffff:127.0.0.1", "100.64.0.1"]
)
def test_an_address_inside_is_refused(address: str) -> None:
    assert f"leads inside ({address})" in refusal(lambda request: httpx.Response(200), addresses=(PUBLIC, address))


@pytest.mark.parametrize("url", ["file:///etc/passwd", "ftp://bron.test/x", "https://", "bron.test/x"])
def test_what_is_no_web_address_is_refused(url: str) -> None:
    assert "is not a web address" in refusal(lambda request: httpx.Response(200), url)


def test_a_redirect_stays_on_its_host() -> None:
    def moved(request: httpx.Request) -> httpx.Response:
        return httpx.Response(200, content=b"ok") if request.url.path == "/new" else httpx.Response(302, headers={"location": "/new"})

    with fetcher(moved) as one:
        answer = one.get("https://bron.test/old")
        assert answer and answer.path.read_bytes() == b"ok"
    assert "redirects to another host (evil.test)" in refusal(lambda request: httpx.Response(302, headers={"location": "https://evil.test/"}))
    assert "redirects to another host (127.0.0.1)" in refusal(lambda request: httpx.Response(302, headers={"location": "http://127.0.0.1/"}))
    assert "not encrypted" in refusal(lambda request: httpx.Response(302, headers={"location": "http://bron.test/"}))
    assert "again and again" in refusal(lambda request: httpx.Response(302, headers={"location": "/data"}))


class Endless(httpx.SyncByteStream):
    def __iter__(self) -> Iterator[bytes]:
        while True:
            yield b"x" * 65536


def test_an_answer_that_is_too_large_or_never_ends_is_refused() -> None:
    assert "gives more than 1024 KiB" in refusal(lambda request: httpx.Response(200, stream=Endless()), max_bytes=1024 * 1024)
    assert "still not done after 0 seconds" in refusal(lambda request: httpx.Response(200, stream=Endless()), max_seconds=0.0)


def test_an_answer_of_two_gigabytes_is_refused_before_it_is_read() -> None:
    class Unread(httpx.SyncByteStream):
        def __iter__(self) -> Iterator[bytes]:
            raise AssertionError("nothing of it should be read")

    huge = httpx.Response(200, stream=Unread(), headers={"content-length": str(2 * 1024**3)})
    assert "gives more than 524288 KiB" in refusal(lambda request: huge)


def test_a_compressed_bomb_counts_unpacked() -> None:
    bomb = gzip.compress(b"\0" * 20_000_000)
    assert "gives more than 1024 KiB" in refusal(lambda request: httpx.Response(200, content=bomb, headers={"content-encoding": "gzip"}), max_bytes=1024 * 1024)


@pytest.mark.parametrize("encoding", ["br", "zstd", "gzip, gzip", "deflate", "x"])
def test_an_encoding_nobody_asked_for_is_refused_unread(encoding: str) -> None:
    """A kilobyte of brotli, or of gzip within gzip, may unpack to gigabytes at once."""

    def handler(request: httpx.Request) -> httpx.Response:
        assert request.headers["accept-encoding"] == "gzip"
        return httpx.Response(200, headers={"content-encoding": encoding}, stream=Unread())

    assert refusal(handler) == f"https://bron.test/data answers in {encoding!r}, though only gzip was asked for"


class Unread(httpx.SyncByteStream):
    def __iter__(self) -> Iterator[bytes]:
        raise AssertionError("the body was read")


def test_a_busy_server_is_asked_again_and_then_given_up() -> None:
    asked: list[int] = []

    def recovers(request: httpx.Request) -> httpx.Response:
        asked.append(1)
        return httpx.Response(503, headers={"retry-after": "0"}) if len(asked) < 3 else httpx.Response(200, content=b"ok")

    with fetcher(recovers) as one:
        assert one.get("https://bron.test/data")
    assert len(asked) == 3
    assert "answered 429, also after several tries" in refusal(lambda request: httpx.Response(429))

    def dead(request: httpx.Request) -> httpx.Response:
        raise httpx.ReadTimeout("too slow", request=request)

    assert "cannot be read (ReadTimeout: too slow)" in refusal(dead)
    assert "answered 404" in refusal(lambda request: httpx.Response(404))
