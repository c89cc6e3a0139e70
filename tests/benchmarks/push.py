"""What a push costs, from the rows of the database over TLS to push services on this machine: `make bench-push`, `--help` for more.

The sender has one core, the push services another. With the folder of another yardstick its `pywebpush` and `web-push` cases run in between.
"""

import argparse
import json
import os
import re
import resource
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import uvloop
from cryptography.hazmat.primitives.asymmetric import ec
from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncEngine

from imh_parents.db.engine import open_engine, open_sync_engine, writing
from imh_parents.db.migrate import migrate
from imh_parents.push import outbox
from imh_parents.push.keys import Keys
from imh_parents.push.lanes import Pace
from imh_parents.push.post import open_post
from imh_parents.push.sender import Sender
from imh_parents.push.services import Service
from imh_parents.push.tables import DELIVERIES
from imh_parents.push.tending import tend
from imh_parents.push.vapid import Key
from imh_parents.settings import Settings
from tests.benchmarks.sink import PORTS, seen, sink
from tests.push.people import NOON, Person, add, message

KEY = Key.of(ec.derive_private_key(7, ec.SECP256R1()))
SHARE = (68, 18, 11, 3)  # of a hundred subscribers: Google, Apple, Mozilla, Microsoft
FAST = (Service("here", tuple(f"127.0.0.1:{port}" for port in PORTS), rate=1_000_000, together=100),)


def cpu() -> float:
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


def high_water() -> float:
    """Most memory this process had so far, in MB."""
    found = re.search(r"VmHWM:\s+(\d+)", Path("/proc/self/status").read_text())
    return int(found[1]) / 1024 if found else 0.0


async def subscribe(engine: AsyncEngine, count: int) -> None:
    """A thousand real keys, used again and again: making half a million would take longer than all the rest."""
    known = [Person(number).row("https://127.0.0.1", KEY.id) for number in range(1000)]
    ports = [port for port, share in zip(PORTS, SHARE, strict=True) for _ in range(share)]
    for start in range(0, count, 5000):
        rows = []
        for number in range(start, min(start + 5000, count)):
            origin = f"https://127.0.0.1:{ports[number % 100]}"
            rows.append(known[number % 1000] | {"id": Person(number).id, "origin": origin, "endpoint": f"{origin}/push/{number:06d}{'x' * 160}"})
        async with writing(engine).begin() as conn:
            await add(conn, rows)


async def prepare(folder: Path, count: int) -> None:
    settings = Settings(data_dir=folder, database_url=None)
    engine = open_engine(settings)
    await migrate(engine)
    await subscribe(engine, count)
    async with writing(engine).begin() as conn:
        await add(conn, [], message(until=datetime.now(UTC) + timedelta(days=1)))
    await engine.dispose()
    tend(open_sync_engine(settings), NOON)


async def send(folder: Path) -> dict[str, float]:
    """Everything that is due; only this is measured."""
    engine = open_sync_engine(Settings(data_dir=folder, database_url=None))
    start, began, wall = NOON + timedelta(seconds=1), cpu(), time.perf_counter()

    def clock() -> datetime:
        return start + timedelta(seconds=time.perf_counter() - wall)

    pace = Pace()
    async with open_post(pace, (folder / "ca.pem").read_bytes()) as post:
        sender = Sender(engine, post, Keys((KEY,)), "mailto:push@voorbeeld.test", "https://voorbeeld.test", "bench", pace, FAST, clock)
        for shard in range(outbox.SHARDS):
            await sender.turn(shard, timedelta(hours=1))
    took = {"us": (cpu() - began) / sender.count * 1e6, "rate": sender.count / (time.perf_counter() - wall), "count": sender.count, "memory": high_water()}
    with engine.connect() as conn:
        states = dict(conn.execute(select(DELIVERIES.c.state, func.count()).group_by(DELIVERIES.c.state)).all())
    assert states == {"sent": sender.count}, states
    return took


def ours(folder: Path, count: int) -> dict[str, float]:
    """One run in a process of its own, on one core, checked against what the push services saw."""
    data = Path(tempfile.mkdtemp(dir=folder))
    (data / "ca.pem").write_bytes((folder / "sink" / "ca.pem").read_bytes())
    uvloop.run(prepare(data, count))
    os.truncate(folder / "sink" / "access.log", 0)
    command = ["taskset", "-c", "0", sys.executable, "-m", "tests.benchmarks.push", "--send", str(data)]
    result: dict[str, float] = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    time.sleep(0.5)  # the log is written five times a second
    requests = seen(folder / "sink")
    assert len(requests) == count == requests.total(), (len(requests), requests.total())
    assert Counter(status for status, *_ in requests) == {"201": count}
    shutil.rmtree(data)
    return result


@contextmanager
def beside(yardstick: Path, python: str, folder: Path, count: int) -> Iterator[Callable[[str, int], float | None]]:
    """The other yardstick with its own push services: a function that runs one of its cases and gives its CPU time a message."""
    environment = os.environ | {"PUSH_RUN": str(folder), "SSL_CERT_FILE": str(folder / "ca.pem"), "PATH": os.environ["PATH"] + ":/usr/sbin"}
    quiet = {"check": True, "capture_output": True, "cwd": yardstick, "env": environment}
    subprocess.run([python, "common.py", str(count)], **quiet)
    subprocess.run([python, "prepare_node.py"], **quiet)
    subprocess.run(["bash", "sink.sh", "start"], **quiet | {"capture_output": False, "stdout": subprocess.DEVNULL})

    def run(name: str, count: int) -> float | None:
        program = ["node", "node_one.mjs", "e2e", str(count)] if name.startswith("node") else [python, "one.py", "e2e", name, "tls", str(count)]
        done = subprocess.run(["taskset", "-c", "0", *program], **quiet | {"check": False}, text=True)
        if done.returncode:
            print(f"{name} does not run: {done.stderr.strip().splitlines()[-1]}")
            return None
        return float(json.loads(done.stdout.strip().splitlines()[-1])["us"])

    try:
        yield run
    finally:
        subprocess.run(["bash", "sink.sh", "stop"], **quiet)


def compare(folder: Path, asked: argparse.Namespace) -> None:
    """Rounds of ours and theirs in turn, so that a busy moment of the machine meets all of them."""
    cases = {"pywebpush:session": 600, "pywebpush:async": 1500, "node web-push": 400}
    times: dict[str, list[float]] = defaultdict(list)
    with ExitStack() as stack:
        run = stack.enter_context(beside(asked.yardstick.resolve(), asked.python, folder, max(cases.values()))) if asked.yardstick else None
        for number in range(asked.rounds):
            took = ours(folder, asked.count)
            times["ours, from row to row"].append(took["us"])
            print(f"round {number + 1}: {took['us']:.0f} us CPU a message, {took['rate']:.0f} messages a second, load {os.getloadavg()[0]:.1f}", flush=True)
            for name, count in cases.items() if run else ():
                if us := run(name, count):
                    times[name].append(us)
    mine = statistics.median(times["ours, from row to row"])
    for name, found in times.items():
        middle = statistics.median(found)
        print(f"{name:24} {middle:7.0f} us a message ({min(found):.0f}-{max(found):.0f}), ours is {mine / middle:.2f} of it")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=20_000, help="messages a round")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--memory", default="10000,100000", help="numbers of subscribers to compare memory at")
    parser.add_argument("--yardstick", type=Path, help="folder of another yardstick, whose cases run in between")
    parser.add_argument("--python", default=sys.executable, help="the Python for that one")
    parser.add_argument("--send", type=Path, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.send:
        print(json.dumps(uvloop.run(send(asked.send))))
        return
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # so that the push services end too
    with tempfile.TemporaryDirectory() as name, sink(Path(name) / "sink", core=1) as authority:
        folder = Path(name)
        (folder / "sink" / "ca.pem").write_bytes(authority)
        if asked.rounds:
            compare(folder, asked)
        for count in map(int, filter(None, asked.memory.split(","))):
            took = ours(folder, count)
            print(f"{count:7} subscribers: {took['memory']:.0f} MB at most, {took['us']:.0f} us CPU a message, {took['rate']:.0f} a second", flush=True)


if __name__ == "__main__":
    main()
