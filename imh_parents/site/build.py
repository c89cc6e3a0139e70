"""Runs Reflex: builds the site, and serves it. A build that fails leaves the one before it in place."""

import os
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

from imh_parents.errors import BuildError, SettingsError
from imh_parents.library import load
from imh_parents.settings import ROOT, Settings

REFLEX = (sys.executable, "-m", "reflex")
GRANIAN = (sys.executable, "-m", "granian")
SERVING = "GOED_GENOEG_SERVING"  # between `serve` and the app it starts, not a setting
SERVED = {SERVING: "1", "__REFLEX_SKIP_COMPILE": "true", "REFLEX_ENV_MODE": "prod"}


def build(settings: Settings) -> None:
    """Build into settings.site_dir. ContentError before anything is touched, BuildError when Reflex or a step after it fails."""
    load(settings.content_dir.resolve(), date.today())
    site, kept = settings.site_dir, settings.site_dir.with_name("before")
    shutil.rmtree(kept, ignore_errors=True)
    if site.exists():
        site.rename(kept)
    # Reflex finds bun on PATH; ours comes from PyPI and lies beside this Python.
    environment = os.environ | {"PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ.get('PATH', '')}"}
    done = subprocess.run([*REFLEX, "export", "--frontend-only", "--no-zip"], cwd=ROOT, env=environment, check=False)
    if done.returncode or not (site / "_site.json").exists():
        shutil.rmtree(site, ignore_errors=True)
        if kept.exists():
            kept.rename(site)
        raise BuildError("The site could not be built; see above. The site built before is still there.")
    shutil.rmtree(kept, ignore_errors=True)


def serve(settings: Settings, host: str, port: int) -> None:
    """Replace this process by the server. It needs the built site, Python and nothing else."""
    if settings.processes > 1 and not settings.redis_url:
        raise SettingsError("IMH_PROCESSES: several processes only serve one desk together with a Redis between them; set IMH_REDIS_URL too")
    os.environ |= SERVED
    os.chdir(ROOT)
    # `reflex run` starts the same server, but lets all of it stop when one process dies.
    options = ("--interface", "asgi", "--factory", "--log-level", "warning", "--workers", str(settings.processes), "--respawn-failed-workers")
    os.execv(sys.executable, [*GRANIAN, *options, "--host", host, "--port", str(port), "imh_parents.app:app"])


def serving() -> bool:
    """Is this process the server, which gives the built site and builds nothing?"""
    return SERVING in os.environ
