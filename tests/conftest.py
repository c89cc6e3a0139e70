"""What holds for every test: no network, and Hypothesis finds the same examples each time. What tests of the built site share: its folder, a server."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import hypothesis
import pytest

from imh_parents.settings import ROOT, settings
from imh_parents.site.build import build
from tests import databases, servers

# A loaded machine makes examples slowly; that says nothing about the code.
hypothesis.settings.register_profile("same", derandomize=True, deadline=None, database=None, suppress_health_check=[hypothesis.HealthCheck.too_slow])
hypothesis.settings.load_profile("same")


LOCAL = ("browser", "built", "local", "postgres")


@pytest.fixture(autouse=True)
def _no_network(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Only tests that drive a browser or start a server may open a connection."""
    if any(request.node.get_closest_marker(name) for name in LOCAL):
        return

    def refuse(*_: object) -> None:
        raise AssertionError(f"a test without one of the markers {', '.join(LOCAL)} opened a connection")

    monkeypatch.setattr(socket.socket, "connect", refuse)


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    with servers.postgres() as address:
        yield address


@pytest.fixture(params=databases.KINDS)
def database_kind(request: pytest.FixtureRequest) -> Iterator[str]:
    """The test runs on both databases: what tests/databases.py gives is the one or the other."""
    if request.param == "postgresql":
        databases.SERVER.append(request.getfixturevalue("postgres_server"))
    yield request.param
    if databases.SERVER:
        databases.drop_databases()
        databases.SERVER.clear()


@pytest.fixture(scope="session")
def site() -> Path:
    """The built site; `make test` built it before, and otherwise it is built now."""
    folder = settings().site_dir
    if not (folder / "_site.json").exists():
        build(settings())
    return folder


@pytest.fixture(scope="session")
def server(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of `python -m imh_parents serve`, on a free port and in a process group of its own."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    address = f"http://localhost:{port}"
    log = tmp_path_factory.mktemp("server") / "log.txt"
    command = [sys.executable, "-m", "imh_parents", "serve", "--port", str(port)]
    environment = os.environ | {"IMH_SITE_DIR": str(site)}
    with log.open("w") as output, subprocess.Popen(command, cwd=ROOT, env=environment, stdout=output, stderr=output, start_new_session=True) as process:
        try:
            _wait_for(f"{address}/nl/", process, log)
            yield address
        finally:
            os.killpg(process.pid, signal.SIGTERM)


def _wait_for(url: str, process: subprocess.Popen[bytes], log: Path) -> None:
    until = time.monotonic() + 50
    while process.poll() is None and time.monotonic() < until:
        try:
            if httpx.get(url).status_code == 200:
                return
        except httpx.TransportError:
            time.sleep(0.2)
    pytest.fail(f"{url} does not answer:\n{log.read_text()}")
