"""The files beside the pages: what the phone keeps, manifests, sitemap, robots."""

import hashlib
import json
import re
import struct
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from imh_parents.site.worker import TEXT
from tests.built.test_pages import NOT_FETCHED, hreflang, meta, rel

pytestmark = pytest.mark.built

NAMES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}


def file_of(site: Path, url: str) -> Path:
    return site / url.strip("/") / "index.html" if url.endswith("/") else site / url[1:]


def parts(worker) -> dict[str, dict]:
    return {"shell": worker["shell"], **worker["languages"]}


def test_the_phone_keeps_every_page_and_what_pages_ask_for(site, pages, worker):
    listed = {url for part in parts(worker).values() for url in part["files"]}
    loaders = [one for page in pages.values() for tag in ("script", "link") for one in page.all(tag) if one.attrs.get("rel") not in NOT_FETCHED]
    asked = {one.attrs[name] for one in loaders for name in ("src", "href") if name in one.attrs}
    beside = {f"/{code}/{name}.json" for code in worker["languages"] for name in ("kaarten", "zoek")}
    drawings = {f"/drawings/{path.name}" for path in (site / "drawings").glob("*.svg")}
    modules = {f"/js/{path.name}" for path in (site / "js").glob("*.js")}
    towns = {path for path in pages if re.fullmatch(r"/\w+/dorp/[^/]+/", path) and not path.endswith("/zoek/")}  # hundreds: only the one you look at
    assert {*pages, *(url for url in asked if url.startswith("/")), *beside, *drawings, *modules} - listed == towns


def test_everything_the_phone_keeps_is_there_with_that_content(site, worker):
    listed = {url: revision for part in parts(worker).values() for url, revision in part["files"].items()}
    assert {url: hashlib.sha256(file_of(site, url).read_bytes()).hexdigest()[:8] for url in listed} == listed


def test_a_language_keeps_only_its_own_files(worker):
    strays = [url for code, part in worker["languages"].items() for url in part["files"] if not url.startswith(f"/{code}/")]
    assert strays == []


@pytest.mark.parametrize("name", ["shell", "nl", "en", "ar"])
def test_a_pack_unfolds_to_exactly_the_files(site, worker, name):
    part = parts(worker)[name]
    pack = json.loads(file_of(site, part["pack"]).read_text(encoding="utf-8"))
    # as keep() in sw.js does
    unfolded = {url: re.sub("\x01([\\w-]*)\x02", lambda match: pack["parts"][match[1]], text) for url, text in pack["texts"].items()}
    texts = [url for url in part["files"] if url.endswith(("/", *TEXT))]
    assert unfolded == {url: file_of(site, url).read_text(encoding="utf-8") for url in texts}


def test_a_pack_is_named_after_its_content(site, worker):
    for part in parts(worker).values():
        assert hashlib.sha256(file_of(site, part["pack"]).read_bytes()).hexdigest()[:10] in part["pack"]


def png_size(file: Path) -> str:
    data = file.read_bytes()
    assert data.startswith(b"\x89PNG\r\n\x1a\n"), file
    return "{}x{}".format(*struct.unpack(">II", data[16:24]))


@pytest.mark.parametrize("code", ["nl", "en", "ar"])
def test_the_manifest_of_a_language_is_whole(site, pages, code):
    manifest = json.loads((site / code / "manifest.webmanifest").read_text(encoding="utf-8"))
    images = manifest["icons"] + manifest["screenshots"] + [icon for shortcut in manifest["shortcuts"] for icon in shortcut["icons"]]
    assert {image["src"]: image["sizes"] for image in images} == {image["src"]: png_size(site / image["src"][1:]) for image in images}
    assert {(icon["sizes"], icon.get("purpose", "any")) for icon in manifest["icons"]} >= {("192x192", "any"), ("512x512", "any"), ("512x512", "maskable")}
    own = {key: manifest[key] for key in ("lang", "dir", "start_url", "scope", "display")}
    assert own == {"lang": code, "dir": "rtl" if code == "ar" else "ltr", "start_url": f"/{code}/", "scope": "/", "display": "standalone"}
    assert {shortcut["url"] for shortcut in manifest["shortcuts"]} <= pages.keys()
    assert manifest["name"] and manifest["description"]


def test_the_sitemap_has_every_page_for_search_engines_and_no_other(site, pages, origin):
    listed = {}
    for row in ET.parse(site / "sitemap.xml").getroot().findall("s:url", NAMES):
        listed[row.findtext("s:loc", "", NAMES)] = {link.attrib["hreflang"]: link.attrib["href"] for link in row.findall("x:link", NAMES)}
    own = {origin + path: page for path, page in pages.items() if meta(page, "robots") != "noindex" and rel(page, "canonical") == origin + path}
    assert listed == {url: {code: href for code, href in hreflang(page).items() if code != "x-default"} for url, page in own.items()}


def test_robots_lets_search_engines_read_all_but_desk_and_api(site, origin):
    text = (site / "robots.txt").read_text()
    assert text == f"User-agent: *\nDisallow: /api/\nDisallow: /desk/\nAllow: /\n\nSitemap: {origin}/sitemap.xml\n"
