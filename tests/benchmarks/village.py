"""How importing and publishing grow: python -m tests.benchmarks.village [how many thousands]

Each step runs in a process of its own and prints seconds, seconds of processor time and peak memory. Not part of the test run.
Promised: 100,000 services within 300 MB, time that grows with the number; a province of 5,000 within 150 KB of brotli.
"""

import asyncio
import json
import subprocess
import sys
import tempfile
import time
from datetime import UTC, date, datetime
from pathlib import Path

import brotli

from imh_parents.db.engine import open_engine
from imh_parents.db.migrate import migrate
from imh_parents.settings import Settings
from imh_parents.village.compact import Shown, province
from imh_parents.village.importers.facts import make
from imh_parents.village.importers.hsds import read_file
from imh_parents.village.importing import Source, take_in
from imh_parents.village.publish import encode, publish
from imh_parents.village.records import Record
from tests.village.generated import facts


def write(folder: Path, count: int) -> None:
    with (folder / "services.json").open("w", encoding="utf-8") as file:
        file.write("[")
        for index, one in enumerate(facts(count)):
            made = make(one, "generated", "", None)
            assert isinstance(made, Record), made
            file.write(("," if index else "") + json.dumps(made.service.plain(), ensure_ascii=False))
        file.write("]")


async def take(folder: Path, source: str) -> dict[str, int]:
    engine = open_engine(Settings(data_dir=folder, database_url=None))
    await migrate(engine)
    report = await take_in(engine, Source(source, "hsds"), read_file(folder / "services.json", source), datetime.now(UTC), refused=folder / "refused.jsonl")
    await engine.dispose()
    return dict(report.counts)


async def give(folder: Path) -> list[tuple[str, int]]:
    engine = open_engine(Settings(data_dir=folder, database_url=None))
    sizes = await publish(engine, folder / "village", date(2026, 11, 22))
    await engine.dispose()
    return sizes


def step(name: str, folder: Path, count: int) -> None:
    begin = time.perf_counter()
    done: object = None
    if name == "write":
        write(folder, count)
    elif name == "publish":
        done = asyncio.run(give(folder))
    else:
        done = asyncio.run(take(folder, "generated"))
    print(f"{count:7} {name:8} {time.perf_counter() - begin:7.1f} s, {time.process_time():7.1f} s of processor, {peak():4} MB  {done or ''}", flush=True)


def peak() -> int:
    """The most memory this process held, in MB. Not ru_maxrss: that counts the process that started this one."""
    return next(int(line.split()[1]) // 1024 for line in Path("/proc/self/status").read_text().splitlines() if line.startswith("VmHWM"))


def size() -> None:
    shown = [Shown(made.service) for one in facts(5000, province="oost-vlaanderen") if isinstance(made := make(one, "g", "g", None), Record)]
    body = encode(province(shown, "oost-vlaanderen", "2026-11-22"))
    print(f"a province of {len(shown)}: {len(body) / 1000:.0f} KB, {len(brotli.compress(body)) / 1000:.1f} KB in brotli", flush=True)


def main() -> None:
    if len(sys.argv) == 4:
        step(sys.argv[1], Path(sys.argv[2]), int(sys.argv[3]))
        return
    size()
    most = int(sys.argv[1]) if len(sys.argv) > 1 else 100
    for thousands in (most // 4, most // 2, most):
        with tempfile.TemporaryDirectory() as folder:
            for name in ("write", "import", "again", "publish"):
                subprocess.run([sys.executable, "-m", "tests.benchmarks.village", name, folder, str(thousands * 1000)], check=True)


if __name__ == "__main__":
    main()
