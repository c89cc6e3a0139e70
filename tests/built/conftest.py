"""The built site, read once."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from tests.built.html import Element, parse


@pytest.fixture(scope="session")
def pages(site: Path) -> dict[str, Element]:
    """Every page of the parents by its address; those of the desk have tests of their own."""
    files = sorted(file for file in site.rglob("index.html") if file.relative_to(site).parts[0] != "desk")
    return {"/" + "".join(f"{part}/" for part in file.relative_to(site).parent.parts): parse(file.read_text(encoding="utf-8")) for file in files}


@pytest.fixture(scope="session")
def origin(site: Path) -> str:
    """The public address this site was built for."""
    match = re.search(r"^Sitemap: (\S+)/sitemap.xml$", (site / "robots.txt").read_text(), re.M)
    assert match
    return match[1]


@pytest.fixture(scope="session")
def worker(site: Path) -> dict[str, Any]:
    """What the service worker knows of this build."""
    first = (site / "sw.js").read_text(encoding="utf-8").partition("\n")[0]
    return json.loads(first.removeprefix("const SITE=").removesuffix(";"))
