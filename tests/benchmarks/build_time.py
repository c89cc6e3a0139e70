"""How long a build takes at 150, 300 and 600 pages, and whether it grows faster than their number.

    make bench

Times depend on the machine; the last column, seconds for a page compared with the first row, does not. Builds into a
folder of its own, so the site that is served stays as it is.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from imh_parents.cards.models import ThemeId
from imh_parents.i18n.languages import CODES
from imh_parents.settings import ROOT

SIZES = (150, 300, 600)
THEMES: tuple[str, ...] = ThemeId.__args__  # type: ignore[attr-defined]


def content_for(pages: int, folder: Path) -> None:
    """Copy content/ with as many cards as give about `pages` pages: real cards over and over, for every age and theme."""
    shutil.copytree(ROOT / "content", folder)
    originals = sorted((ROOT / "content" / "cards").iterdir())
    shutil.rmtree(folder / "cards")
    fixed = len(CODES) * (1 + 15 + 2 + 10 + 2 + 3) + 2
    for number in range(max(20, (pages - fixed) // len(CODES))):
        source, slug = originals[number % len(originals)], f"kaart-{number}"
        target = folder / "cards" / slug
        shutil.copytree(source, target)
        meta = (target / "card.yaml").read_text(encoding="utf-8")
        for pattern, line in (
            (r"^slug:.*$", f"slug: {slug}"),
            (r"^themes:.*$", f"themes: [{THEMES[number % 10]}, {THEMES[(number + 1) % 10]}, {THEMES[(number + 2) % 10]}]"),
            (r"^age:.*$", "age: {from: zw0, to: 59m}"),
            (r"^related:.*$", "related: []"),
        ):
            meta = re.sub(pattern, line, meta, count=1, flags=re.M)
        (target / "card.yaml").write_text(meta, encoding="utf-8")
        dutch = target / "nl.md"
        dutch.write_text(dutch.read_text(encoding="utf-8").replace('title: "', f'title: "{number} ', 1), encoding="utf-8")


def seconds(pages: int, scratch: Path) -> tuple[int, float]:
    """Build once; how many pages it really was, and how long it took."""
    content, web = scratch / f"content-{pages}", scratch / f"web-{pages}"
    content_for(pages, content)
    environment = os.environ | {
        "IMH_CONTENT_DIR": str(content),
        "IMH_SITE_DIR": str(web / "build" / "client"),
        "REFLEX_WEB_WORKDIR": str(web),
    }
    start = time.monotonic()
    subprocess.run([sys.executable, "-m", "imh_parents", "build"], cwd=ROOT, env=environment, check=True, stdout=subprocess.DEVNULL)
    took = time.monotonic() - start
    return len(list((web / "build" / "client").rglob("index.html"))), took


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        first = None
        for size in SIZES:
            pages, took = seconds(size, Path(folder))
            each = took / pages
            first = first or each
            print(f"{pages:5} pages  {took:7.1f} s  {1000 * each:6.0f} ms a page  x {each / first:.2f}", flush=True)


if __name__ == "__main__":
    main()
