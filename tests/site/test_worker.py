"""The packs a phone keeps. `expanded` does what `keep` in web/sw.js does with one."""

import hashlib
import json
import re
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from imh_parents.site.worker import _assets, _folded, _part
from tests.samples import ROOT

STYLE = "a{color:red}" * 3
SHARED = {"": STYLE, "i-bel": '<symbol id="i-bel"/>', "sc-bend-gone": '<symbol id="sc-bend-gone"/>', "i-bel-2": '<symbol id="i-bel-2"/>'}
MARKS = r"\u0001([\w-]*)\u0002"
PAGES = st.dictionaries(st.sampled_from(["/nl/", "/nl/a/", "/nl/b/"]), st.lists(st.sampled_from([*SHARED.values(), "woord", "<p>", "ع"])).map("".join))


def expanded(pack: dict[str, dict[str, str]]) -> dict[str, str]:
    return {url: re.sub("\x01([\\w-]*)\x02", lambda match: pack["parts"][match[1]], text) for url, text in pack["texts"].items()}


def test_worker_looks_for_the_marks_the_build_leaves() -> None:
    assert f"/{MARKS}/g" in (ROOT / "imh_parents" / "web" / "sw.js").read_text()


@given(PAGES)
def test_expanding_a_pack_gives_the_pages_back(pages: dict[str, str]) -> None:
    assert expanded(_folded(dict(pages), SHARED)) == pages


def test_what_pages_share_is_in_a_pack_once() -> None:
    pages = {"/nl/": f"<style>{STYLE}</style>{SHARED['i-bel']}", "/nl/a/": f"<style>{STYLE}</style>"}
    assert _folded(dict(pages), SHARED) == {
        "parts": {"": STYLE, "i-bel": SHARED["i-bel"]},
        "texts": {"/nl/": "<style>\x01\x02</style>\x01i-bel\x02", "/nl/a/": "<style>\x01\x02</style>"},
    }


def test_files_that_are_no_page_stay_as_they_are() -> None:
    assert _folded({"/nl/kaarten.json": STYLE}, SHARED) == {"parts": {}, "texts": {"/nl/kaarten.json": STYLE}}


def test_part_writes_its_pack_and_lists_every_file_with_its_revision(tmp_path: Path) -> None:
    (tmp_path / "nl").mkdir()
    (tmp_path / "nl" / "index.html").write_text(f"<style>{STYLE}</style>")
    (tmp_path / "nl" / "foto.png").write_bytes(b"\x89PNG")
    part = _part(tmp_path, "nl", {"/nl/": tmp_path / "nl" / "index.html", "/nl/foto.png": tmp_path / "nl" / "foto.png"}, SHARED)
    pack = tmp_path / str(part["pack"]).lstrip("/")
    assert expanded(json.loads(pack.read_text())) == {"/nl/": f"<style>{STYLE}</style>"}
    assert part == {
        "pack": f"/pak/nl-{hashlib.sha256(pack.read_bytes()).hexdigest()[:10]}.json",
        "files": {
            "/nl/": hashlib.sha256(f"<style>{STYLE}</style>".encode()).hexdigest()[:8],
            "/nl/foto.png": hashlib.sha256(b"\x89PNG").hexdigest()[:8],
        },
    }


def test_assets_are_what_a_page_may_ask_for(tmp_path: Path) -> None:
    for name in ("js/a.js", "fonts/f.woff2", "pak/nl.json", "screenshots/s.png", "sw.js", "nl/index.html", "nl/kaarten.json", "nl/index.html.br", "robots.txt"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.touch()
    assert sorted(_assets(tmp_path)) == ["/fonts/f.woff2", "/js/a.js", "/nl/kaarten.json"]
