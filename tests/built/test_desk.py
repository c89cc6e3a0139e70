"""The desk in the built site: alive, shut, and without a trace in what parents get."""

import json
import re
from pathlib import Path

import httpx
import pytest

from imh_parents.desk.entry import entry_pages
from imh_parents.desk.pages import desk_pages
from imh_parents.site.desk import INLINE
from imh_parents.site.headers import csp_hash

pytestmark = pytest.mark.built
LIVE = [page.path for page in desk_pages()]
PLAIN = [page.path for page in entry_pages()]


@pytest.fixture(scope="module")
def policies(site: Path) -> dict[str, str]:
    return json.loads((site / "_site.json").read_text())["desk"]


def text(site: Path, path: str) -> str:
    return (site / path.strip("/") / "index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("path", LIVE)
def test_every_inline_script_of_a_live_page_is_in_its_policy_and_nothing_looser(site, policies, path):
    scripts = INLINE.findall(text(site, path))
    allowed = dict(part.split(" ", 1) for part in policies[path].split("; "))
    assert scripts
    assert {"'self'", *map(csp_hash, scripts)} == set(allowed["script-src"].split())
    assert allowed["style-src"] == "'self'"
    assert "unsafe" not in policies[path]
    assert " style=" not in text(site, path) and "<style" not in text(site, path)


@pytest.mark.parametrize("path", LIVE + PLAIN)
def test_no_page_of_the_desk_is_for_search_engines(site, path):
    assert re.search(r'<meta (name="robots" content="noindex"|content="noindex" name="robots")', text(site, path))
    assert path not in (site / "sitemap.xml").read_text()


@pytest.mark.parametrize("path", PLAIN)
def test_the_pages_before_the_door_are_plain(site, path):
    page = text(site, path)
    assert "/assets/" not in page
    assert 'method="post"' in page


def test_the_phone_keeps_nothing_of_the_desk(worker):
    parts = [worker["shell"], *worker["languages"].values()]
    assert [url for part in parts for url in part["files"] if url.startswith(("/desk", "/assets"))] == []


def test_parents_get_nothing_of_the_framework_and_no_way_to_a_socket(site):
    pages = [file for file in site.rglob("index.html") if file.relative_to(site).parts[0] != "desk"]
    assert [file for file in pages if "/assets/" in file.read_text(encoding="utf-8")] == []
    assert [file.name for file in (site / "js").glob("*.js") if re.search(r"_event|WebSocket|socket\.io", file.read_text(encoding="utf-8"))] == []


def test_live_pages_have_every_script_they_name_and_no_other_is_there(site):
    there = {file.name for file in (site / "assets").iterdir() if file.suffix in (".js", ".css")}
    texts = [text(site, path) for path in LIVE] + [file.read_text(encoding="utf-8") for file in (site / "assets").glob("*.js")]
    named = {name for one in texts for name in re.findall(r"/assets/([\w.-]+\.(?:js|css))", one)}
    assert {name for name in named if any(f"/assets/{name}" in text(site, path) for path in LIVE)} <= there
    assert [name for name in there if not any(name in one for one in texts)] == []


def test_the_socket_is_where_the_page_came_from(site):
    baked = [file.name for file in (site / "assets").glob("*.js") if re.search(r"wss?://[^\"'`]*/_event", file.read_text(encoding="utf-8"))]
    assert baked == []


def test_the_server_lets_nobody_in_without_a_session(server):
    with httpx.Client(base_url=server) as client:
        for path in LIVE:
            answer = client.get(path)
            assert (answer.status_code, answer.headers["location"]) == (303, "/desk/in/")
        login = client.get("/desk/in/")
        assert (login.status_code, login.headers["x-robots-tag"], "set-cookie" in login.headers) == (200, "noindex", False)
        assert client.get("/_event/?EIO=4&transport=polling").status_code == 403
        assert client.post("/_upload").status_code == 403
