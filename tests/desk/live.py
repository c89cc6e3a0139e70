"""The app as it is served, in this process: its lifespan, requests, and websockets that speak Socket.IO by hand. No network."""

import asyncio
import json
from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import Any

HOST = "localhost:8000"
PATIENCE = 20  # seconds until a test gives up; nothing waits for it in earnest


class Lifespan:
    """The app between start and stop."""

    def __init__(self, app: Any) -> None:
        self.app, self.asked, self.told = app, asyncio.Queue(), asyncio.Queue()

    async def __aenter__(self) -> None:
        self.task = asyncio.create_task(self.app({"type": "lifespan", "asgi": {"version": "3.0"}, "state": {}}, self.asked.get, self.told.put))
        await self.asked.put({"type": "lifespan.startup"})
        assert (await asyncio.wait_for(self.told.get(), PATIENCE))["type"] == "lifespan.startup.complete"

    async def __aexit__(self, *_: object) -> None:
        await self.asked.put({"type": "lifespan.shutdown"})
        await asyncio.wait_for(self.told.get(), PATIENCE)
        await self.task


class Socket:
    """A tab of a browser: one websocket to /_event. `refused` when the handshake was."""

    def __init__(self, app: Callable[..., Awaitable[None]], tab: str, cookie: str = "", headers: tuple[tuple[str, str], ...] = ()) -> None:
        sent = [
            ("host", HOST),
            ("origin", f"http://{HOST}"),
            ("upgrade", "websocket"),
            ("connection", "Upgrade"),
            *([("cookie", f"desk={cookie}")] if cookie else []),
            *headers,
        ]
        self.scope = {
            "type": "websocket",
            "asgi": {"version": "3.0"},
            "scheme": "ws",
            "http_version": "1.1",
            "path": "/_event/",
            "raw_path": b"/_event/",
            "root_path": "",
            "query_string": f"EIO=4&transport=websocket&token={tab}".encode(),
            "headers": [(name.encode(), value.encode()) for name, value in sent],
            "client": ("127.0.0.1", 1),
            "server": ("localhost", 8000),
            "subprotocols": [],
            "state": {},
        }
        self.app, self.inbox, self.outbox = app, asyncio.Queue(), asyncio.Queue()
        self.refused = False

    async def __aenter__(self) -> "Socket":
        await self.inbox.put({"type": "websocket.connect"})
        self.task = asyncio.create_task(self.app(self.scope, self.inbox.get, self.outbox.put))
        answer = await asyncio.wait_for(self.outbox.get(), PATIENCE)
        self.refused = answer["type"] != "websocket.accept"
        if not self.refused:
            await self._hear("0{")
            await self._say("40/_event,")
            await self._hear("40/_event,")
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.inbox.put({"type": "websocket.disconnect", "code": 1000})
        with suppress(asyncio.CancelledError):
            self.task.cancel()
            await self.task

    async def event(self, name: str, payload: dict[str, Any] | None = None, path: str = "/desk/") -> None:
        body = {"name": name, "payload": payload or {}, "router_data": {"pathname": path, "query": {}, "asPath": path}}
        await self._say(f"42/_event,{json.dumps(['event', body])}")

    async def heard(self, until: str) -> dict[str, Any]:
        """Every change of state that comes, by `state.var`, until this one came and is true."""
        found: dict[str, Any] = {}
        while not found.get(until):
            message = await asyncio.wait_for(self.outbox.get(), PATIENCE)
            text = message.get("text", "")
            if text.startswith("42/_event,"):
                for state, changes in json.loads(text.removeprefix("42/_event,"))[1]["delta"].items():
                    found |= {f"{state.split('.')[-1].rpartition('____')[2]}.{name.removesuffix('_rx_state_')}": value for name, value in changes.items()}
            elif text == "2":
                await self._say("3")
        return found

    async def opened(self, path: str = "/nergens/") -> dict[str, Any]:
        """What the browser gets when it opens a page, until its handlers for opening are done."""
        await self.event("reflex___state____state.hydrate_and_load", path=path)
        return await self.heard("state.is_hydrated")

    async def _say(self, text: str) -> None:
        await self.inbox.put({"type": "websocket.receive", "text": text})

    async def _hear(self, start: str) -> None:
        message = await asyncio.wait_for(self.outbox.get(), PATIENCE)
        assert message.get("text", "").startswith(start), message
