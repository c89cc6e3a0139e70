"""How much goes over the wire, compressed as it is served."""

import re
from pathlib import Path

import pytest

from tests.built.html import Element

pytestmark = pytest.mark.built

KB = 1024
STARTED = re.compile(r'import\("/js/([\w.-]+[.]js)"\)')  # web/start.js, inline
IMPORT = re.compile(r'(?:from|import)"\./([\w.-]+\.js)"')


def weight(file: Path) -> int:
    packed = file.with_name(file.name + ".br")
    return (packed if packed.exists() else file).stat().st_size


def modules(site: Path, page: Element) -> set[Path]:
    """The scripts of a page and everything they import before they run."""
    found: set[Path] = set()
    inline = [site / "js" / name for one in page.all("script") for name in STARTED.findall(one.text)]
    todo = inline + [site / one.attrs["src"][1:] for one in page.all("script") if "src" in one.attrs]
    while todo:
        file = todo.pop()
        if file not in found:
            found.add(file)
            todo += [file.with_name(name) for name in IMPORT.findall(file.read_text(encoding="utf-8"))]
    return found


def script(site: Path, page: Element) -> int:
    return sum(map(weight, modules(site, page)))


def test_a_card_runs_at_most_12_kb_of_script(site, pages):
    assert {path: script(site, page) for path, page in pages.items() if "/kaart/" in path and script(site, page) > 12 * KB} == {}


def test_no_page_runs_more_than_40_kb_of_script(site, pages):
    assert {path: script(site, page) for path, page in pages.items() if script(site, page) > 40 * KB} == {}


def test_the_scripts_of_a_card_are_found(site, pages):
    """Guards the two tests above: a bundler that writes imports otherwise would make them blind."""
    assert script(site, pages["/nl/zoek/"]) > script(site, pages["/nl/"]) > 5 * KB


def test_a_first_card_is_read_within_90_kb(site, pages):
    """Page, script, fonts, icon and manifest; an Arabic page with both fonts."""
    heavy = {}
    for path, page in pages.items():
        if "/kaart/" not in path:
            continue
        files = {site / one.attrs["href"][1:] for one in page.all("link") if one.attrs["rel"] in ("preload", "manifest", "icon")}
        files |= {*modules(site, page), site / path.strip("/") / "index.html", *((site / "fonts").glob("*") if path.startswith("/ar/") else ())}
        if (total := sum(map(weight, files))) > 90 * KB:
            heavy[path] = total
    assert heavy == {}


def test_a_language_to_keep_is_at_most_300_kb(site, worker):
    """What a phone fetches quietly after the first visit, beside the shell."""
    assert {code: size for code, part in worker["languages"].items() if (size := weight(site / part["pack"][1:])) > 300 * KB} == {}


def test_every_text_is_compressed(site):
    plain = [
        file
        for suffix in ("html", "js", "json")
        for file in site.rglob(f"*.{suffix}")
        if file.stat().st_size > 2 * KB and file.name not in ("404.html", "_site.json", "_shelf.json")
    ]
    assert [file for file in plain if not file.with_name(f"{file.name}.br").exists()] == []
