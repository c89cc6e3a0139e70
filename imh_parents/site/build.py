"""Runs Reflex: builds the site, and serves it. A build that fails leaves the one before it in place."""

import errno
import os
import shutil
import socket
import subprocess
import sys
import time
from datetime import date
from pathlib import Path

from imh_parents.errors import BuildError, SettingsError
from imh_parents.library import load
from imh_parents.settings import BUILT, ROOT, Settings

REFLEX = (sys.executable, "-m", "reflex")
GRANIAN = (sys.executable, "-m", "granian")
SERVING = "GOED_GENOEG_SERVING"  # between `serve` and the app it starts, not a setting
SERVED = {SERVING: "1", "__REFLEX_SKIP_COMPILE": "true", "REFLEX_ENV_MODE": "prod"}


def build(settings: Settings) -> None:
    """Build into settings.site_dir. ContentError before anything is touched, BuildError when Reflex or a step after it fails."""
    load(settings.content_dir.resolve(), date.today())
    site, kept = settings.site_dir, _kept(settings.site_dir)
    if _finished(site):
        shutil.rmtree(kept, ignore_errors=True)
        site.rename(kept)
    shutil.rmtree(site, ignore_errors=True)  # what a build that was killed left; `kept` is still the one before it
    # Reflex finds bun on PATH; ours comes from PyPI and lies beside this Python.
    environment = os.environ | {"PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ.get('PATH', '')}"}
    done = subprocess.run([*REFLEX, "export", "--frontend-only", "--no-zip"], cwd=ROOT, env=environment, check=False)
    if done.returncode or not _finished(site):
        shutil.rmtree(site, ignore_errors=True)
        restore(site)
        raise BuildError("The site could not be built; see above. The site built before is still there.")
    shutil.rmtree(kept, ignore_errors=True)


def restore(site: Path) -> None:
    """Put the site that was built before in the place of one that is not finished, where there is one."""
    if not _finished(site) and _kept(site).exists():
        shutil.rmtree(site, ignore_errors=True)
        _kept(site).rename(site)


def _kept(site: Path) -> Path:
    return site.with_name("before")


def _finished(site: Path) -> bool:
    return (site / BUILT).exists()


def free(host: str, port: int, seconds: float = 3) -> None:
    """SettingsError when something else listens there. Waits a moment for a server that is just being stopped.

    The server would not notice: it shares its port with whoever has it (SO_REUSEPORT), and half of the requests would go astray.
    """
    until = time.monotonic() + seconds
    family, *_, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
    while True:
        with socket.socket(family) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind(address)
                return
            except OSError as error:
                if error.errno != errno.EADDRINUSE:
                    raise SettingsError(f"PORT: {host}:{port} cannot be listened on ({error.strerror})") from error
        if time.monotonic() > until:
            raise SettingsError(f"PORT: something listens on {host}:{port} already. Stop it, or take another port: PORT={port + 1} make run")
        time.sleep(0.2)


def serve(settings: Settings, host: str, port: int) -> None:
    """Replace this process by the server. It needs the built site, Python and nothing else."""
    if settings.processes > 1 and not settings.redis_url:
        raise SettingsError("IMH_PROCESSES: several processes only serve one desk together with a Redis between them; set IMH_REDIS_URL too")
    restore(settings.site_dir)
    if not _finished(settings.site_dir):
        raise BuildError(f"There is no built site in {settings.site_dir}. Run make build first")
    os.environ |= SERVED
    os.chdir(ROOT)
    # `reflex run` starts the same server, but lets all of it stop when one process dies.
    options = ("--interface", "asgi", "--factory", "--log-level", "warning", "--workers", str(settings.processes), "--respawn-failed-workers")
    os.execv(sys.executable, [*GRANIAN, *options, "--host", host, "--port", str(port), "imh_parents.app:app"])


def serving() -> bool:
    """Is this process the server, which gives the built site and builds nothing?"""
    return SERVING in os.environ
