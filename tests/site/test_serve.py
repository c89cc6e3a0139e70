import asyncio
import gzip
import hashlib
import json
from pathlib import Path

import brotli
import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.responses import PlainTextResponse

from imh_parents.i18n.languages import CODES
from imh_parents.site.headers import headers_for
from imh_parents.site.serve import StaticSite, load_site, preferred, weighted

PAGE = "<!doctype html><title>Vandaag</title>" + "<p>woord</p>" * 50
LOST = "<!doctype html><title>Niet gevonden</title>"
POLICY = "default-src 'none'"
FILES = {
    "index.html": "<!doctype html><title>Deur</title>",
    "nl/index.html": PAGE,
    "niet-gevonden/index.html": LOST,
    "404.html": LOST,
    "__spa-fallback.html": LOST,
    "js/main-1.js": "export {}",
    "nl/manifest.webmanifest": "{}",
    "_site.json": json.dumps({"policy": POLICY}),
}


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("site")
    for name, text in FILES.items():
        (root / name).parent.mkdir(exist_ok=True)
        (root / name).write_text(text)
    (root / "nl" / "index.html.br").write_bytes(brotli.compress(PAGE.encode()))
    (root / "nl" / "index.html.gz").write_bytes(gzip.compress(PAGE.encode()))
    return root


@pytest.fixture(scope="module")
def site(root: Path) -> StaticSite:
    return StaticSite(PlainTextResponse("binnen"), root)


class Client:
    """A browser in front of the layer, without a socket in between."""

    def __init__(self, app: StaticSite) -> None:
        self.app = app

    def request(self, method: str, path: str, **headers: str) -> httpx.Response:
        async def ask() -> httpx.Response:
            async with httpx.AsyncClient(transport=httpx.ASGITransport(self.app), base_url="http://site") as client:
                sent = {"accept-encoding": "identity"} | {name.replace("_", "-"): value for name, value in headers.items()}
                return await client.request(method, path, headers=sent)

        return asyncio.run(ask())

    def get(self, path: str, **headers: str) -> httpx.Response:
        return self.request("GET", path, **headers)


@pytest.fixture(scope="module")
def client(site: StaticSite) -> Client:
    return Client(site)


def etag(text: str) -> str:
    return f'W/"{hashlib.sha256(text.encode()).hexdigest()[:20]}"'


def raw(site: StaticSite, path: str) -> tuple[int, bytes]:
    """Ask for a path exactly as written: HTTP clients tidy it first."""
    sent: list[dict[str, object]] = []

    async def send(message: dict[str, object]) -> None:
        sent.append(message)

    async def receive() -> dict[str, object]:
        return {"type": "http.request"}

    scope = {"type": "http", "method": "GET", "path": path, "query_string": b"", "headers": []}
    asyncio.run(site(scope, receive, send))
    return sent[0]["status"], sent[1]["body"]


def test_page_comes_with_all_its_headers(client: Client) -> None:
    answer = client.get("/nl/")
    assert (answer.status_code, answer.text) == (200, PAGE)
    assert dict(answer.headers) == headers_for("/nl/", POLICY) | {
        "etag": etag(PAGE),
        "content-length": str(len(PAGE)),
        "content-type": "text/html; charset=utf-8",
    }


@pytest.mark.parametrize(
    ("path", "kind", "cache"),
    [
        ("/js/main-1.js", "text/javascript; charset=utf-8", "public, max-age=31536000, immutable"),
        ("/nl/manifest.webmanifest", "application/manifest+json", "no-cache"),
    ],
)
def test_other_files_have_their_type_and_no_policy(client: Client, path: str, kind: str, cache: str) -> None:
    answer = client.get(path)
    assert (answer.status_code, answer.headers["content-type"], answer.headers["cache-control"]) == (200, kind, cache)
    assert "content-security-policy" not in answer.headers


@pytest.mark.parametrize(
    ("accepted", "encoding"),
    [
        ("gzip, deflate, br", "br"),
        ("gzip, deflate", "gzip"),
        ("br;q=0.1, gzip;q=1.0", "br"),
        ("br;q=0, gzip", "gzip"),
        ("GZIP", "gzip"),
        ("identity", None),
        ("sabr", None),
        ("br;q=0, gzip;q=0.000", None),
    ],
)
def test_encoding_is_the_best_the_browser_takes(client: Client, accepted: str, encoding: str | None) -> None:
    answer = client.get("/nl/", accept_encoding=accepted)
    assert (answer.status_code, answer.headers.get("content-encoding"), answer.text) == (200, encoding, PAGE)
    assert answer.headers["vary"] == "accept-encoding"


def test_file_without_compressed_form_goes_as_it_is(client: Client) -> None:
    answer = client.get("/js/main-1.js", accept_encoding="br")
    assert (answer.text, answer.headers.get("content-encoding")) == ("export {}", None)


@pytest.mark.parametrize("asked", [etag(PAGE), f'"x", {etag(PAGE)}'])
def test_page_the_browser_has_is_not_sent_again(client: Client, asked: str) -> None:
    answer = client.get("/nl/", if_none_match=asked)
    assert (answer.status_code, answer.content) == (304, b"")
    assert dict(answer.headers) == headers_for("/nl/", POLICY) | {"etag": etag(PAGE)}


def test_page_that_changed_is_sent_again(client: Client) -> None:
    assert client.get("/nl/", if_none_match=etag("vroeger")).status_code == 200


def test_head_gives_the_headers_of_get(client: Client) -> None:
    assert (client.request("HEAD", "/nl/").status_code, client.request("HEAD", "/nl/").headers) == (200, client.get("/nl/").headers)


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS"])
def test_other_methods_are_refused(client: Client, method: str) -> None:
    answer = client.request(method, "/nl/")
    assert (answer.status_code, answer.headers["allow"]) == (405, "GET, HEAD")


@pytest.mark.parametrize(("asked", "to"), [("/nl", "/nl/"), ("/nl?q=huilen&a=%2F", "/nl/?q=huilen&a=%2F")])
def test_address_without_slash_leads_to_the_page(client: Client, asked: str, to: str) -> None:
    answer = client.get(asked)
    assert (answer.status_code, answer.headers["location"]) == (308, to)


@pytest.mark.parametrize("path", ["/nl/weg/", "/weg", "/niet-gevonden/", "/404.html", "/nl/index.html", "/nl/index.html.br", "//nl", "/nl//"])
def test_lost_address_gives_the_lost_page(client: Client, path: str) -> None:
    answer = client.get(f"http://site{path}")
    assert (answer.status_code, answer.text) == (404, LOST)
    assert "content-security-policy" in answer.headers


def test_lost_page_is_never_answered_with_not_modified(client: Client) -> None:
    assert client.get("/weg/", if_none_match=etag(LOST)).status_code == 404


@pytest.mark.parametrize("path", ["/../", "/../_site.json", "/nl/../../etc/passwd", "/nl/..", "/%2e%2e/", "/nl/\x00", "/..\\..\\"])
def test_path_out_of_the_site_leads_nowhere(site: StaticSite, path: str) -> None:
    assert raw(site, path) == (404, LOST.encode())


@given(st.text())
def test_only_files_of_the_site_are_ever_served(site: StaticSite, path: str) -> None:
    status, text = raw(site, f"/{path}")
    assert (status, text) in [(404, LOST.encode()), (308, b""), (302, b""), (200, b"binnen")] or f"/{path}" in site.files


@pytest.mark.parametrize(
    ("accepted", "language"),
    [("", "nl"), ("en-GB,en;q=0.9", "en"), ("fr, ar;q=0.5, en;q=0.4", "ar"), ("fr-BE", "nl"), ("en;q=0.3, nl;q=0.8", "nl"), ("ar; q=0.9, nl; q=0.2", "ar")],
)
def test_root_leads_to_the_language_of_the_reader(client: Client, accepted: str, language: str) -> None:
    answer = client.get("/", accept_language=accepted)
    assert (answer.status_code, answer.headers["location"]) == (302, f"/{language}/")
    assert (answer.headers["vary"], answer.headers["cache-control"]) == ("accept-language", "no-cache")


@pytest.mark.parametrize("accepted", ["en;q=0", "en;q=nan", "en;q=-1", "en;q=x", "*", ";q=1", ",,,"])
def test_language_nobody_asks_for_is_dutch(accepted: str) -> None:
    assert preferred(accepted) == "nl"


@given(st.text())
def test_preferred_is_always_a_published_language(header: str) -> None:
    assert preferred(header) in CODES


def test_weighted_reads_names_and_weights_in_order() -> None:
    assert weighted("nl-BE, EN;q=0.8 , x ; q=1.5") == [("nl-be", 1.0), ("en", 0.8), ("x", 0.0)]


@pytest.mark.parametrize("path", ["/api/health", "/_event", "/ping"])
def test_what_is_not_of_the_site_goes_inside(client: Client, path: str) -> None:
    assert client.get(path).text == "binnen"


def test_without_a_finished_build_everything_goes_inside(tmp_path: Path) -> None:
    (tmp_path / "nl").mkdir()
    (tmp_path / "nl" / "index.html").write_text(PAGE)
    assert load_site(tmp_path) == {}
    assert Client(StaticSite(PlainTextResponse("binnen"), tmp_path)).get("/nl/").text == "binnen"


def test_files_of_the_build_itself_are_not_loaded(root: Path) -> None:
    assert sorted(load_site(root)) == ["/", "/js/main-1.js", "/niet-gevonden/", "/nl/", "/nl/manifest.webmanifest"]


def test_a_published_province_stands_in_for_that_of_the_build_at_once(root: Path, tmp_path: Path) -> None:
    (root / "dorp").mkdir(exist_ok=True)
    (root / "dorp" / "limburg.json").write_text('{"from":"build"}')
    client = Client(StaticSite(PlainTextResponse("binnen"), root, tmp_path / "village"))
    assert client.get("/dorp/limburg.json").json() == {"from": "build"}
    (tmp_path / "village").mkdir()
    (tmp_path / "village" / "limburg.json").write_text('{"from":"desk"}')
    answer = client.get("/dorp/limburg.json", accept_encoding="br")
    assert (answer.json(), answer.headers["content-encoding"], answer.headers["etag"]) == ({"from": "desk"}, "br", etag('{"from":"desk"}'))
    assert client.get("/dorp/limburg.json", if_none_match=answer.headers["etag"]).status_code == 304
    (tmp_path / "village" / "antwerpen.json").write_text("{}")
    assert client.get("/dorp/antwerpen.json").status_code == 404  # nothing the build does not know
