"""A desk of a test's own: the built site served over an empty database, to stop and start again on the same port."""

import os
import signal
import socket
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

import httpx

from imh_parents.settings import ROOT


@dataclass
class DeskServer:
    """`origin` answers between start and stop. What is kept in `data` outlives both."""

    site: Path
    data: Path
    port: int = field(default_factory=lambda: _free())
    process: subprocess.Popen[bytes] | None = None
    more: dict[str, str] = field(default_factory=dict)  # settings of this server only

    @property
    def origin(self) -> str:
        return f"http://localhost:{self.port}"

    @property
    def environment(self) -> dict[str, str]:
        return os.environ | {"IMH_SITE_DIR": str(self.site), "IMH_DATA_DIR": str(self.data), "IMH_PUBLIC_URL": self.origin, "IMH_WORKER": "no", **self.more}

    def start(self) -> None:
        command = [sys.executable, "-m", "imh_parents", "serve", "--port", str(self.port)]
        with (self.data / "log.txt").open("a") as log:
            self.process = subprocess.Popen(command, cwd=ROOT, env=self.environment, stdout=log, stderr=log, start_new_session=True)
        until = time.monotonic() + 50
        while time.monotonic() < until:
            try:
                if httpx.get(f"{self.origin}/api/health").status_code == 200:
                    return
            except httpx.TransportError:
                time.sleep(0.2)
        raise AssertionError((self.data / "log.txt").read_text())

    def stop(self) -> None:
        if self.process:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()
            self.process = None

    def processes(self) -> list[int]:
        """The processes that serve; `process` only watches over them."""
        assert self.process
        return [int(pid) for pid in Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text().split()]

    def user(self, *arguments: str) -> str:
        """What `python -m imh_parents user` prints."""
        command = [sys.executable, "-m", "imh_parents", "user", *arguments]
        return subprocess.run(command, cwd=ROOT, env=self.environment, capture_output=True, text=True, check=True).stdout.strip()


def _free() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
