"""Bundles imh_parents/web with bun: one small module an entry, shared parts split off, names with content hashes."""

import json
import shutil
import subprocess
from pathlib import Path

from imh_parents.errors import BuildError

WEB = Path(__file__).parents[1] / "web"
ENTRIES = ("main", "today", "search", "settings", "village", "finder", "set", "maker", "week", "bedankt", "berichten")


def build_start(web: Path, main: str) -> str:
    """The text of web/start.js, which stands inline in pages; `main` is the address of the module it starts. After build_scripts."""
    command = ["bun", "build", "phone/start.js", "--minify", "--target", "browser", "--external", "*", "--define", f"MAIN={json.dumps(main)}"]
    done = subprocess.run(command, cwd=web, capture_output=True, text=True, check=False)
    if done.returncode or main not in done.stdout:
        raise BuildError(f"bun could not minify start.js:\n{done.stderr}")
    return done.stdout.strip()


def build_scripts(web: Path, out: Path) -> dict[str, str]:
    """Bundle every entry into `out`/js and give its address by name. `web` is Reflex's folder with node_modules."""
    # Module resolution walks up from the file, so the sources have to lie beside node_modules.
    sources = web / "phone"
    shutil.rmtree(sources, ignore_errors=True)
    shutil.copytree(WEB, sources, ignore=shutil.ignore_patterns("*.py", "__pycache__"))
    meta = web / "phone-meta.json"
    meta.unlink(missing_ok=True)
    command = ["bun", "build", *(f"phone/{name}.js" for name in ENTRIES)]
    command += ["--outdir", str(out / "js"), "--splitting", "--minify", "--target", "browser", "--format", "esm"]
    command += ["--entry-naming", "[name]-[hash].[ext]", "--chunk-naming", "part-[hash].[ext]", f"--metafile={meta}"]
    done = subprocess.run(command, cwd=web, capture_output=True, text=True, check=False)
    if done.returncode:
        raise BuildError(f"bun could not bundle the browser's modules:\n{done.stdout}{done.stderr}")
    addresses = {}
    for path, output in json.loads(meta.read_text())["outputs"].items():
        if entry := output.get("entryPoint"):
            addresses[Path(entry).stem] = f"/js/{Path(path).name}"
    if missing := set(ENTRIES) - addresses.keys():
        raise BuildError(f"bun wrote no bundle for {', '.join(sorted(missing))}")
    return addresses
