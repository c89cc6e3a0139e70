"""What the build keeps of Reflex for the desk."""

from pathlib import Path

import pytest

from imh_parents.desk.pages import STYLE, desk_pages
from imh_parents.desk.parts import SPRITE
from imh_parents.errors import BuildError
from imh_parents.site.desk import keep
from imh_parents.site.headers import csp_hash, desk_policy, headers_for
from tests.samples import ROOT, frame

SOCKET = 'const env={PING:"http://localhost:8000/ping",EVENT:"ws://localhost:8000/_event"};'
PAGE = f'<link rel="modulepreload" href="/assets/page-1.js"/><script>start()</script><use href="{SPRITE}#merk"/>'
SCRIPTS = {
    "page-1.js": f'import"./state-2.js";const d="{SPRITE}#leeg"',
    "state-2.js": SOCKET,
    "other-3.js": "a parents' page",
    "manifest-4.js": '{"nl":"/assets/other-3.js"}',
}


@pytest.fixture
def built(tmp_path: Path) -> Path:
    (tmp_path / "assets").mkdir()
    for name, text in SCRIPTS.items():
        (tmp_path / "assets" / name).write_text(text)
    for page in desk_pages():
        folder = tmp_path / page.path.strip("/")
        folder.mkdir(exist_ok=True)
        (folder / "index.html").write_text(PAGE)
    return tmp_path


def test_keep_takes_the_pages_and_what_they_can_reach(built: Path) -> None:
    assert sorted(keep(built).files) == sorted([*(page.path for page in desk_pages()), "/assets/page-1.js", "/assets/state-2.js"])


def test_keep_lets_the_socket_follow_the_page(built: Path) -> None:
    script = keep(built).files["/assets/state-2.js"].decode()
    assert script == 'const env={PING:"http://localhost:8000/ping",EVENT:(location.origin.replace(/^http/,"ws")+"/_event")};'


@pytest.mark.parametrize("text", ["export{}", SOCKET * 2])
def test_keep_stops_the_build_when_the_socket_is_not_where_it_was(built: Path, text: str) -> None:
    (built / "assets" / "state-2.js").write_text(text)
    with pytest.raises(BuildError, match="address of the websocket"):
        keep(built)


def test_keep_stops_the_build_when_a_page_is_missing(built: Path) -> None:
    (built / "desk" / "ik" / "index.html").unlink()
    with pytest.raises(BuildError, match="no page for /desk/ik/"):
        keep(built)


def test_write_adds_style_and_the_drawings_that_are_used(built: Path, tmp_path: Path) -> None:
    symbols = {"merk": '<symbol id="merk"/>', "leeg": '<symbol id="leeg"/>', "i-bel": '<symbol id="i-bel"/>', "fam": '<symbol id="fam"/>'}
    out = tmp_path / "out"
    policies = keep(built).write(out, frame(symbols=symbols, origin="https://app.example"), ROOT / "assets" / "styles")
    assert (out / SPRITE[1:]).read_text() == '<svg xmlns="http://www.w3.org/2000/svg"><symbol id="i-bel"/><symbol id="leeg"/><symbol id="merk"/></svg>'
    assert ".desk-top{" in (out / STYLE[1:]).read_text()
    assert policies == dict.fromkeys((page.path for page in desk_pages()), desk_policy(["start()"], "https://app.example"))


def test_write_stops_the_build_for_a_drawing_that_is_not_there(built: Path, tmp_path: Path) -> None:
    with pytest.raises(BuildError, match="leeg, merk"):
        keep(built).write(tmp_path / "out", frame(symbols={}), ROOT / "assets" / "styles")


def test_the_policy_of_the_desk_allows_its_own_inline_scripts_and_its_socket() -> None:
    policy = dict(part.split(" ", 1) for part in desk_policy(["start()"], "https://app.example").split("; "))
    assert policy["script-src"] == f"'self' {csp_hash('start()')}"
    assert (policy["style-src"], policy["connect-src"], policy["default-src"]) == ("'self'", "'self' wss://app.example", "'none'")


def test_the_desk_is_not_for_search_engines() -> None:
    assert headers_for("/desk/mensen/", "x")["x-robots-tag"] == "noindex"
    assert "x-robots-tag" not in headers_for("/nl/", "x")
