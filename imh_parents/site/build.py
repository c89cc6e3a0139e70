"""Runs Reflex: builds the site, and serves it. A build that fails leaves the one before it in place."""

import os
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

from imh_parents.errors import BuildError
from imh_parents.library import load
from imh_parents.settings import ROOT, Settings

REFLEX = (sys.executable, "-m", "reflex")
SERVING = "GOED_GENOEG_SERVING"  # between `serve` and the app it starts, not a setting


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


def serve(host: str, port: int) -> None:
    """Replace this process by the server. It needs the built site, Python and nothing else."""
    os.environ[SERVING] = "1"
    command = [*REFLEX, "run", "--env", "prod", "--backend-only", "--backend-host", host, "--backend-port", str(port)]
    os.chdir(ROOT)
    os.execv(sys.executable, command)


def serving() -> bool:
    """Is this process the server, which gives the built site and builds nothing?"""
    return SERVING in os.environ
