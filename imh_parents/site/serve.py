"""Serves the built site from memory, in front of Reflex: compressed, validated by ETag, with all headers.

Only files and redirects; what begins with /api/ or belongs to Reflex goes on to the app inside.
"""

import gzip
import hashlib
import json
import mimetypes
import re
from dataclasses import dataclass
from pathlib import Path

import brotli
from starlette.datastructures import Headers
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from imh_parents.i18n.languages import CODES, DEFAULT
from imh_parents.settings import BUILT
from imh_parents.site.headers import headers_for

INSIDE = ("/api/", "/_", "/ping")
LOST = "/niet-gevonden/"
VILLAGE = "/dorp/"
TYPES = {".js": "text/javascript", ".webmanifest": "application/manifest+json", ".woff2": "font/woff2", ".ico": "image/x-icon"}
SIDES = {"br": ".br", "gzip": ".gz"}
QUALITY = re.compile(r"0(\.\d{0,3})?|1(\.0{0,3})?")


@dataclass(frozen=True)
class File:
    """One file as it goes over the wire: by encoding, with its headers."""

    bodies: dict[str, bytes]
    media_type: str
    headers: dict[str, str]


def load_site(root: Path) -> dict[str, File]:
    """All files of a built site by address; empty when there is no finished build."""
    mark = root / BUILT
    if not mark.exists():
        return {}
    site = json.loads(mark.read_text())
    policy, desk = site["policy"], site.get("desk", {})
    files = {}
    for path in root.rglob("*"):
        if not path.is_file() or path.suffix in SIDES.values() or path == mark or path.name in ("404.html", "__spa-fallback.html"):
            continue
        name = "/" + path.relative_to(root).as_posix()
        if name.startswith("/_"):  # for the build and the desk
            continue
        address = name.removesuffix("index.html") if path.name == "index.html" else name
        bodies = {"": path.read_bytes()}
        for encoding, suffix in SIDES.items():
            side = path.with_name(path.name + suffix)
            if side.exists():
                bodies[encoding] = side.read_bytes()
        kind = TYPES.get(path.suffix) or mimetypes.guess_type(path.name)[0] or "application/octet-stream"
        files[address] = File(bodies, kind, headers_for(address, desk.get(address, policy)) | {"etag": _tag(bodies[""])})
    return files


class Published:
    """The province files of `village publish`, which stand in for those of the build from the moment they are written."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._read: dict[str, tuple[int, File]] = {}  # by address, with the moment the file was written

    def instead_of(self, address: str, built: File) -> File:
        path = self.folder / address.removeprefix(VILLAGE)
        try:
            written = path.stat().st_mtime_ns
            if address not in self._read or self._read[address][0] != written:
                self._read[address] = written, _packed(path.read_bytes(), built)
        except OSError:
            return built
        return self._read[address][1]


def _packed(body: bytes, like: File) -> File:
    bodies = {"": body, "br": brotli.compress(body, quality=9), "gzip": gzip.compress(body, 6, mtime=0)}
    return File(bodies, like.media_type, like.headers | {"etag": _tag(body)})


def _tag(body: bytes) -> str:
    return f'W/"{hashlib.sha256(body).hexdigest()[:20]}"'


class StaticSite:
    """ASGI layer around `inner`. Without a finished build everything goes to `inner`. `published` is the folder of `village publish`."""

    def __init__(self, inner: ASGIApp, root: Path, published: Path | None = None) -> None:
        self.inner = inner
        self.files = load_site(root)
        self.published = Published(published) if published else None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or not self.files or scope["path"].startswith(INSIDE):
            await self.inner(scope, receive, send)
            return
        await self._answer(scope)(scope, receive, send)

    def _answer(self, scope: Scope) -> Response:
        path, headers = scope["path"], Headers(scope=scope)
        if scope["method"] not in ("GET", "HEAD"):
            return Response("This address only gives pages.\n", 405, {"allow": "GET, HEAD"})
        if path == "/":
            return RedirectResponse(f"/{preferred(headers.get('accept-language', ''))}/", 302, {"vary": "accept-language", "cache-control": "no-cache"})
        if path not in self.files and f"{path}/" in self.files:
            query = f"?{scope['query_string'].decode('latin-1')}" if scope["query_string"] else ""
            return RedirectResponse(f"{path}/{query}", 308)
        status = 200 if path in self.files and path != LOST else 404
        file = self.files[path if path in self.files else LOST]
        if self.published and path.startswith(VILLAGE) and status == 200:
            file = self.published.instead_of(path, file)
        return respond(file, headers, status)


def respond(file: File, asked: Headers, status: int = 200) -> Response:
    """The file in the best encoding the browser takes, or 304 when it has it already."""
    if status == 200 and file.headers["etag"] in (tag.strip() for tag in asked.get("if-none-match", "").split(",")):
        return Response(status_code=304, headers=file.headers)
    accepted = dict(weighted(asked.get("accept-encoding", "")))
    encoding = next((name for name in SIDES if name in file.bodies and accepted.get(name, 0) > 0), "")
    headers = file.headers | ({"content-encoding": encoding} if encoding else {})
    return Response(file.bodies[encoding], status, headers, media_type=file.media_type)


def preferred(accept_language: str) -> str:
    """The published language a reader asks for first (RFC 9110, 12.5.4); Dutch when none fits."""
    ranked = sorted(weighted(accept_language), key=lambda row: -row[1])
    return next((code for tag, weight in ranked if weight > 0 and (code := tag.split("-")[0]) in CODES), DEFAULT.code)


def weighted(header: str) -> list[tuple[str, float]]:
    """`nl-BE, en;q=0.8` as pairs in the order given; what cannot be read weighs nothing (RFC 9110, 12.4.2)."""
    pairs = []
    for part in header.lower().replace(" ", "").split(","):
        name, _, quality = part.partition(";q=")
        pairs.append((name, float(quality) if QUALITY.fullmatch(quality) else 0.0 if quality else 1.0))
    return pairs
