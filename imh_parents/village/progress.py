"""How far an import is, as bars on a terminal; silent anywhere else."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from rich.console import Console
from rich.progress import BarColumn, DownloadColumn, MofNCompleteColumn, Progress, ProgressColumn, TaskID, TextColumn, TimeElapsedColumn
from rich.table import Column

WORTH_SHOWING = 1_000_000  # bytes: less is there before anybody looks


@dataclass(frozen=True)
class Meter:
    """What is told to the bars."""

    down: Progress
    through: Progress
    download: TaskID
    rows: TaskID

    def bytes(self, done: int, total: int | None) -> None:
        """So much of an answer is here."""
        self.down.update(self.download, completed=done, total=total, visible=done > WORTH_SHOWING)

    def expect(self, rows: int | None) -> None:
        """How many rows there will be, as far as anybody knows."""
        self.through.update(self.rows, total=rows)

    def step(self, count: int) -> None:
        """So many rows more. There may be more than was expected."""
        self.through.advance(self.rows, count)
        task = self.through.tasks[0]
        if task.total is not None and task.completed > task.total:
            self.through.update(self.rows, total=task.completed)


@contextmanager
def meter(expected: int | None, console: Console | None = None) -> Iterator[Meter]:
    """A bar for the download and one for the rows; without an expected number the second only shows that it is alive."""
    console = console or Console(stderr=True)
    with _bars(console, DownloadColumn()) as down, _bars(console, MofNCompleteColumn()) as through:
        yield Meter(down, through, down.add_task("downloading", visible=False), through.add_task("services", total=expected))


def _bars(console: Console, count: ProgressColumn) -> Progress:
    name = TextColumn("{task.description}", table_column=Column(width=12))
    return Progress(name, BarColumn(), count, TimeElapsedColumn(), console=console, transient=True, disable=not console.is_terminal)
