"""Real servers for tests, from Debian's packages, in a folder of their own that goes when they go: PostgreSQL and Redis, on sockets, without a port."""

import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
import pytest
import redis


def absent(name: str) -> None:
    """Skip, unless nothing may be skipped here."""
    reason = f"{name} is not on this machine (apt-get install postgresql redis-server)"
    if os.environ.get("IMH_TESTS_MUST_NOT_SKIP"):
        pytest.fail(reason)
    pytest.skip(reason)


@contextmanager
def _folder() -> Iterator[Path]:
    """Short, for the path of a socket has at most 107 characters."""
    folder = Path(tempfile.mkdtemp(prefix="imh-", dir="/tmp"))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def postgres() -> Iterator[str]:
    """The address of a new PostgreSQL, with `{}` for the name of a database. It refuses to run as root, so then it runs as postgres."""
    programs = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    if not programs:
        absent("PostgreSQL")
    with _folder() as folder:
        bin_, data = programs[-1].parent, folder / "data"
        user: dict[str, str] = {}
        if os.getuid() == 0:
            shutil.chown(folder, "postgres")
            user = {"user": "postgres"}
        made = subprocess.run([bin_ / "initdb", "-D", data, "-A", "trust", "-U", "imh", "-N", "-E", "UTF8"], cwd=folder, capture_output=True, text=True, **user)
        assert made.returncode == 0, made.stderr
        options = ("listen_addresses=", f"unix_socket_directories={folder}", "fsync=off", "max_connections=200")
        command = [bin_ / "postgres", "-D", data, *(part for option in options for part in ("-c", option))]
        with (folder / "log").open("w") as log, subprocess.Popen(command, cwd=folder, stdout=log, stderr=log, **user) as process:
            address = f"postgresql://imh@/{{}}?host={folder}"
            try:
                _wait(lambda: psycopg.connect(address.format("postgres")).close(), psycopg.OperationalError)
                yield address
            finally:
                process.terminate()
                process.wait()


@contextmanager
def redis_server() -> Iterator[str]:
    """The address of a new Redis."""
    program = shutil.which("redis-server")
    if not program:
        absent("Redis")
    with _folder() as folder:
        command = [program, "--port", "0", "--unixsocket", folder / "redis", "--save", "", "--dir", folder]
        with subprocess.Popen(command, stdout=subprocess.DEVNULL) as process:
            try:
                client = redis.Redis(unix_socket_path=str(folder / "redis"))
                _wait(client.ping, redis.ConnectionError)
                client.close()
                yield f"unix://{folder}/redis"
            finally:
                process.terminate()


def _wait(answers: object, error: type[Exception]) -> None:
    for _ in range(300):
        try:
            answers()
            return
        except error:
            time.sleep(0.1)
    pytest.fail("the server did not start")
