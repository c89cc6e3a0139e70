"""Imports that this process runs, each in a thread with a loop of its own: reading a source blocks, and the desk has to go on.

An import goes on when the page is closed. It is one transaction, so a server that stops leaves nothing half done.
"""

import asyncio
import logging
import threading
from dataclasses import dataclass, field

from imh_parents.db.engine import open_engine
from imh_parents.errors import ImportRefused
from imh_parents.settings import Settings
from imh_parents.village.importing import Report, Shrunk
from imh_parents.village.sources import Wanted, import_source


@dataclass
class Run:
    """One import: how many services it read, and how it ended."""

    wanted: Wanted
    down: int = 0  # bytes of an answer
    done: int = 0
    expected: int = 0  # about so many services; 0: nobody knows
    running: bool = True
    report: Report | None = None  # None at the end: the source said that nothing changed
    shrunk: Shrunk | None = None
    refused: str = ""
    failed: bool = False

    def bytes(self, done: int, total: int | None) -> None:
        self.down = done

    def expect(self, rows: int | None) -> None:
        self.expected = rows or 0

    def step(self, count: int) -> None:
        self.done += count


@dataclass
class Runs:
    """The last import of every source, by its name."""

    by_name: dict[str, Run] = field(default_factory=dict)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def start(self, settings: Settings, wanted: Wanted) -> bool:
        """False when this source is being read already."""
        with self.lock:
            before = self.by_name.get(wanted.name)
            if before and before.running:
                return False
            run = self.by_name[wanted.name] = Run(wanted)
        threading.Thread(target=_work, args=(settings, run), name=f"import {wanted.name}", daemon=True).start()
        return True


RUNS = Runs()


def _work(settings: Settings, run: Run) -> None:
    try:
        run.report = asyncio.run(_import(settings, run))
    except Shrunk as error:
        run.shrunk = error
    except ImportRefused as error:
        run.refused = str(error)
    except Exception:
        logging.getLogger(__name__).exception("The import of %s failed", run.wanted.name)
        run.failed = True
    finally:
        run.running = False


async def _import(settings: Settings, run: Run) -> Report | None:
    engine = open_engine(settings)
    try:
        return await import_source(engine, settings, run.wanted, run)
    finally:
        await engine.dispose()
