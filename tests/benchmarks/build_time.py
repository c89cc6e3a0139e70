"""How long a build takes at 150, 300 and 600 pages, and whether it grows faster than their number.

    make bench

Times depend on the machine; the last column, seconds for a page compared with the first row, does not. The pages of the
municipalities are built each time and not counted. Builds into a folder of its own: the site that is served stays as it is.
"""

import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import yaml

from imh_parents.i18n.languages import CODES
from imh_parents.settings import ROOT
from tests.samples import COPIES, write_content

SIZES = (150, 300, 600)
FIXED = 128  # pages that are there whatever the number of cards


def content_for(pages: int, folder: Path) -> None:
    """A content folder with as many cards as make Reflex render about `pages` pages: one card over and over."""
    write_content(folder, max(COPIES, (pages - FIXED) // len(CODES)))
    shutil.copytree(ROOT / "content" / "pages", folder / "pages")
    shutil.copy(ROOT / "content" / "helplines.yaml", folder)
    slugs = sorted(path.name for path in (folder / "cards").iterdir())
    nurse = folder / "nurse"
    nurse.mkdir()
    shutil.copy(ROOT / "content" / "nurse" / "notes.yaml", nurse)
    numbers = yaml.safe_load((ROOT / "content" / "nurse" / "numbers.yaml").read_text(encoding="utf-8"))
    numbers["cards"] = {slug: number for number, slug in enumerate(slugs, 1)}
    (nurse / "numbers.yaml").write_text(yaml.safe_dump(numbers, sort_keys=False), encoding="utf-8")
    ready = [{"moment": "2w", "cards": slugs[-3:], "say": "Neem dit maar mee."}]
    (nurse / "ready.yaml").write_text(yaml.safe_dump(ready), encoding="utf-8")


def seconds(pages: int, scratch: Path) -> tuple[int, float, float]:
    """Build once; how many pages it really was, those of the municipalities left out, how long it took, and the processor's seconds."""
    content, web = scratch / f"content-{pages}", scratch / f"web-{pages}"
    content_for(pages, content)
    environment = os.environ | {
        "IMH_CONTENT_DIR": str(content),
        "IMH_SITE_DIR": str(web / "build" / "client"),
        "REFLEX_WEB_WORKDIR": str(web),
    }
    start, before = time.monotonic(), _processor()
    subprocess.run([sys.executable, "-m", "imh_parents", "build"], cwd=ROOT, env=environment, check=True, stdout=subprocess.DEVNULL)
    took, worked = time.monotonic() - start, _processor() - before
    return sum("/dorp/" not in path.as_posix() for path in (web / "build" / "client").rglob("index.html")), took, worked


def _processor() -> float:
    """Seconds all child processes so far worked: on a shared machine that says more than the clock."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        first = None
        for size in SIZES:
            pages, took, worked = seconds(size, Path(folder))
            each = worked / pages
            first = first or each
            print(f"{pages:5} pages  {took:7.1f} s  {worked:7.1f} s of processor  {1000 * each:6.0f} ms of it a page  x {each / first:.2f}", flush=True)


if __name__ == "__main__":
    main()
