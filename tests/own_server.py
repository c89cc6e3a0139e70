"""A built folder on a port of its own, through the layer that serves it in earnest: to stop it, to change it, to see all that is asked.

It also answers as a proxy, so a browser that sends everything through it can hide nothing.
"""

import asyncio
import contextlib
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

from imh_parents.site.serve import StaticSite


@dataclass(frozen=True)
class Asked:
    """One request as it came in."""

    method: str
    url: str
    headers: dict[str, str]
    body: bytes


@dataclass
class OwnServer:
    """`folder` at `origin`. What was asked is in `asked`, oldest first."""

    folder: Path
    origin: str = ""
    asked: list[Asked] = field(default_factory=list)

    def start(self, port: int = 0) -> None:
        self.changed()
        server = _Server(("127.0.0.1", port), type("Handler", (_Handler,), {"own": self}))
        self._server, self.origin = server, f"http://localhost:{server.server_port}"
        threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()

    def stop(self) -> None:
        self._server.shutdown()
        self._server.server_close()

    def changed(self) -> None:
        """Read the folder again."""
        self.site = StaticSite(_nobody, self.folder)


@contextmanager
def own_server(folder: Path) -> Iterator[OwnServer]:
    own = OwnServer(folder)
    own.start()
    yield own
    own.stop()


class _Server(ThreadingHTTPServer):
    request_queue_size = 128  # a worker that installs asks for everything at once; five is the default, and the sixth is reset


class _Handler(BaseHTTPRequestHandler):
    """HTTP/1.0: a connection a request, so nothing is answered any more after stop()."""

    own: OwnServer

    def _answer(self) -> None:
        body = self.rfile.read(int(self.headers.get("content-length", 0)))
        url = self.path if "://" in self.path else self.own.origin + self.path
        self.own.asked.append(Asked(self.command, url, {name.lower(): value for name, value in self.headers.items()}, body))
        if not url.startswith(f"{self.own.origin}/"):
            self.send_error(502)
            return
        with contextlib.suppress(BrokenPipeError, ConnectionResetError):  # the page went on before it had everything
            for message in asyncio.run(self._through(urlsplit(url))):
                self._pass_on(message)

    def _pass_on(self, message: dict) -> None:
        if message["type"] == "http.response.start":
            self.send_response(message["status"])
            for name, value in message["headers"]:
                self.send_header(name.decode(), value.decode())
            self.end_headers()
        elif self.command != "HEAD":
            self.wfile.write(message["body"])

    do_GET = do_HEAD = do_POST = do_PUT = do_DELETE = do_CONNECT = _answer

    async def _through(self, url) -> list[dict]:
        headers = [(name.lower().encode(), value.encode()) for name, value in self.headers.items()]
        scope = {"type": "http", "method": self.command, "path": unquote(url.path), "query_string": url.query.encode(), "headers": headers}
        sent = []

        async def send(message: dict) -> None:
            sent.append(message)

        await self.own.site(scope, _nothing_more, send)
        return sent

    def log_message(self, *_: object) -> None:
        """Quiet: pytest shows what matters."""


async def _nothing_more() -> dict:
    return {"type": "http.disconnect"}


async def _nobody(scope: dict, receive: object, send: object) -> None:
    """Reflex's part, which a built site does not need."""
    await send({"type": "http.response.start", "status": 404, "headers": []})
    await send({"type": "http.response.body", "body": b""})
