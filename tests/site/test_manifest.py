import json
from pathlib import Path
from xml.etree import ElementTree

import pytest

from imh_parents.i18n.languages import CODES, LANGUAGES
from imh_parents.site.manifest import manifest, robots, sitemap, write_beside
from tests.samples import ROOT, page

ORIGIN = "https://goed.example"
NAMES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}


@pytest.mark.parametrize("row", LANGUAGES, ids=lambda row: row.code)
def test_manifest_opens_the_app_in_its_language(tmp_path: Path, row: object) -> None:
    data = json.loads(manifest(row.code, tmp_path))
    assert {key: data[key] for key in ("id", "lang", "dir", "start_url", "scope", "display", "screenshots")} == {
        "id": f"/{row.code}/",
        "lang": row.code,
        "dir": row.dir,
        "start_url": f"/{row.code}/",
        "scope": "/",
        "display": "standalone",
        "screenshots": [],
    }
    assert [shortcut["url"] for shortcut in data["shortcuts"]] == [f"/{row.code}/{name}/" for name in ("hulp", "zoek", "bewaard")]


def test_manifest_names_icons_that_exist(tmp_path: Path) -> None:
    icons = json.loads(manifest("nl", tmp_path))["icons"]
    assert [icon["sizes"] for icon in icons if icon.get("purpose") == "maskable"] == ["192x192", "512x512"]
    assert [icon["src"] for icon in icons if not (ROOT / "assets" / icon["src"][1:]).exists()] == []


def test_manifest_lists_screenshots_that_are_there(tmp_path: Path) -> None:
    (tmp_path / "nl-smal.png").touch()
    assert json.loads(manifest("nl", tmp_path))["screenshots"] == [
        {"src": "/screenshots/nl-smal.png", "sizes": "540x1110", "type": "image/png", "form_factor": "narrow"}
    ]


def test_sitemap_lists_pages_a_search_engine_may_show() -> None:
    pages = [
        page(path="/nl/x/", alternates={"nl": "/nl/x/", "ar": "/ar/x/"}),
        page(path="/nl/bewaard/", indexed=False),
        page(path="/ar/kaart/y/", source="/nl/kaart/y/"),
        page(path="/nl/a&b/"),
    ]
    tree = ElementTree.fromstring(sitemap(pages, ORIGIN))
    assert [url.findtext("s:loc", namespaces=NAMES) for url in tree] == [f"{ORIGIN}/nl/x/", f"{ORIGIN}/nl/a&b/"]
    assert [(link.get("hreflang"), link.get("href")) for link in tree[0].findall("x:link", NAMES)] == [("nl", f"{ORIGIN}/nl/x/"), ("ar", f"{ORIGIN}/ar/x/")]


def test_robots_keep_out_of_desk_and_api() -> None:
    assert robots(ORIGIN) == "User-agent: *\nDisallow: /api/\nDisallow: /desk/\nAllow: /\n\nSitemap: https://goed.example/sitemap.xml\n"


def test_files_are_written_beside_the_pages(tmp_path: Path) -> None:
    for code in CODES:
        (tmp_path / code).mkdir()
    write_beside([page()], tmp_path, ORIGIN)
    written = {path.relative_to(tmp_path).as_posix(): path.read_text(encoding="utf-8") for path in tmp_path.rglob("*.*")}
    assert written == {
        **{f"{code}/manifest.webmanifest": manifest(code, tmp_path / "screenshots") for code in CODES},
        "sitemap.xml": sitemap([page()], ORIGIN),
        "robots.txt": robots(ORIGIN),
    }
