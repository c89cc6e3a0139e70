"""A push service on this machine: TLS, HTTP/1.1, and for each address the answers it was told to give, good and bad. Keeps every request."""

import asyncio
import ssl
import threading
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

import trustme


@dataclass(frozen=True)
class Request:
    path: str
    headers: dict[str, str]
    content: bytes
    answer: str


Plan = Callable[[str, str, int], str]  # address, topic, how manieth time -> answer
ODD = {
    "close": b"",
    "cut": b"HTTP/1.1 2",
    "garbage": b"\x00\xff no HTTP at all\r\n\r\n",
    "short": b"HTTP/1.1 201 Created\r\ncontent-length: 5000\r\n\r\nnot five thousand",
    "elsewhere": b"HTTP/1.1 302 Found\r\nlocation: https://127.0.0.1:1/inside\r\ncontent-length: 0\r\n\r\n",
}


@dataclass
class Service:
    """`plan` names the answer: a status, `429 Retry-After`, `stall`, `endless`, or one of ODD."""

    plan: Plan
    delay: float = 0
    port: int = 0
    authority: bytes = b""
    end: Callable[[], object] = lambda: None
    requests: list[Request] = field(default_factory=list)
    times: Counter[tuple[str, str]] = field(default_factory=Counter)

    @property
    def origin(self) -> str:
        return f"https://127.0.0.1:{self.port}"

    async def talk(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            with suppress(asyncio.IncompleteReadError, ConnectionError, ssl.SSLError, TimeoutError):
                while await self._one(reader, writer):
                    pass
            writer.close()
        except asyncio.CancelledError:
            writer.transport.abort()

    async def _one(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bool:
        first, *lines = (await reader.readuntil(b"\r\n\r\n")).decode("latin1").split("\r\n")
        headers = {name.lower(): value for name, _, value in (line.partition(": ") for line in lines) if name}
        content = await reader.readexactly(int(headers.get("content-length", 0)))
        path, topic = first.split(" ")[1], headers.get("topic", "")
        answer = self.plan(path, topic, self.times[path, topic])
        self.times[path, topic] += 1
        self.requests.append(Request(path, headers, content, answer))
        await asyncio.sleep(self.delay)
        if answer == "stall":
            await asyncio.sleep(3600)
        if answer in ODD:
            writer.write(ODD[answer])
            await writer.drain()
            return answer == "elsewhere"
        if answer == "endless":
            writer.write(b"HTTP/1.1 201 Created\r\ntransfer-encoding: chunked\r\n\r\n")
            for _ in range(200):
                writer.write(b"1000\r\n" + b"x" * 4096 + b"\r\n")
                await writer.drain()
                await asyncio.sleep(0.005)
            return False
        status, _, after = answer.partition(" ")
        retry = f"retry-after: {after}\r\n" if after else ""
        writer.write(f"HTTP/1.1 {status} x\r\n{retry}content-length: 0\r\n\r\n".encode())
        await writer.drain()
        return True


@contextmanager
def push_service(plan: Plan, folder: Path, delay: float = 0) -> Iterator[Service]:
    """Runs in a thread of its own while the block does."""
    service = Service(plan, delay)
    authority = trustme.CA()
    service.authority = authority.cert_pem.bytes()
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("127.0.0.1").configure_cert(context)
    started, stop = threading.Event(), asyncio.Event()

    async def serve() -> None:
        loop = asyncio.get_running_loop()
        loop.set_exception_handler(lambda *_: None)  # connections break off on purpose here
        service.end = lambda: loop.call_soon_threadsafe(stop.set)
        server = await asyncio.start_server(service.talk, "127.0.0.1", 0, ssl=context, backlog=500)
        service.port = server.sockets[0].getsockname()[1]
        started.set()
        await stop.wait()
        server.close()

    thread = threading.Thread(target=lambda: asyncio.run(serve()))
    thread.start()
    started.wait(10)
    (folder / "ca.pem").write_bytes(service.authority)
    try:
        yield service
    finally:
        service.end()
        thread.join()
