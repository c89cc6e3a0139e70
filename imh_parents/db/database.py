"""The database as a running server has it: opened once, when it is first needed."""

import asyncio
from collections.abc import Callable

from sqlalchemy.ext.asyncio import AsyncEngine

from imh_parents.db.migrate import migrate


class Database:
    """Opened at the first request, so that a process that only serves files needs none."""

    def __init__(self, opener: Callable[[], AsyncEngine]) -> None:
        self.opener = opener
        self.engine: AsyncEngine | None = None
        self.lock: asyncio.Lock | None = None

    async def ready(self) -> AsyncEngine:
        if self.engine is None:
            self.lock = self.lock or asyncio.Lock()
            async with self.lock:
                if self.engine is None:
                    engine = self.opener()
                    await migrate(engine)
                    self.engine = engine
        return self.engine
