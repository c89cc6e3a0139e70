"""One chromium for all tests, and a phone a test: a fresh context whose every page is watched."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Playwright, sync_playwright

from tests.browser.family import NOON, storage
from tests.own_server import OwnServer, own_server

CHROMIUM = "/usr/bin/chromium"
NO_WORKER = "if (navigator.serviceWorker) navigator.serviceWorker.register = () => Promise.reject(new DOMException('not in this test', 'SecurityError'))"
QUIET = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-features=AutofillServerCommunication"]

MakePhone = Callable[..., BrowserContext]


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    with sync_playwright() as started:
        yield started


@pytest.fixture(scope="session")
def browser(playwright: Playwright) -> Iterator[Browser]:
    browser = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
    yield browser
    browser.close()


@pytest.fixture
def phone(browser: Browser, server: str, request: pytest.FixtureRequest) -> Iterator[MakePhone]:
    """Makes phones at noon in Brussels. The test fails when a page logs an error, throws, opens a socket or asks another site for anything.

    `kept` is what stands in its storage; `worker` lets the service worker in; `expected` are pieces of errors that belong to the test.
    """
    for name in {"own", "changing"} & set(request.fixturenames):
        request.getfixturevalue(name)  # made before the phones, it goes after them: no page is left asking a server that is gone
    wrong: list[str] = []
    made: list[BrowserContext] = []

    def make(
        kept: dict | None = None, *, worker: bool = False, origin: str = server, expected: tuple[str, ...] = (), browser: Browser = browser, **options
    ) -> BrowserContext:
        usual = {"viewport": {"width": 360, "height": 740}, "locale": "nl-BE", "timezone_id": "Europe/Brussels"}
        context = browser.new_context(base_url=origin, storage_state=storage(origin, kept), **(usual | options))
        context.set_default_timeout(20_000)
        if not worker:
            context.add_init_script(NO_WORKER)
        context.clock.set_fixed_time(NOON)
        _watch(context, origin, wrong, expected)
        made.append(context)
        return context

    yield make
    for context in made:
        context.close()
    assert wrong == []


def _watch(context: BrowserContext, origin: str, wrong: list[str], expected: tuple[str, ...]) -> None:
    def note(words: str) -> None:
        if not any(piece in words for piece in expected):
            wrong.append(words)

    context.on("console", lambda message: note(message.text) if message.type == "error" else None)
    context.on("weberror", lambda error: note(str(error.error)))
    context.on("request", lambda request: None if request.url.startswith((f"{origin}/", "data:", "blob:")) else note(f"asks {request.url}"))
    context.on("page", lambda page: page.on("websocket", lambda socket: note(f"opens {socket.url}")))


@pytest.fixture
def page(phone: MakePhone) -> Page:
    """A page on a phone that was never here before."""
    return phone().new_page()


@pytest.fixture
def own(site: Path) -> Iterator[OwnServer]:
    """A server of this test's own."""
    with own_server(site) as own:
        yield own
