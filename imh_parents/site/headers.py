"""Response headers of the site: one comment for each exception. Also printable for another web server."""

import json
from pathlib import Path

from imh_parents.errors import BuildError

POLICY = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self' {style}",  # the one inlined sheet, by its hash; nothing else inline
    "img-src": "'self' data: blob:",  # data: for the pen line in the sheet, blob: for files made on the phone
    "font-src": "'self'",
    "connect-src": "'self'",
    "manifest-src": "'self'",
    "worker-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
    "frame-ancestors": "'none'",
}
SECURITY = {
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",  # a source's site does not learn which card sent you
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), microphone=(), geolocation=(self), browsing-topics=(), interest-cohort=()",
}
IMMUTABLE = ("/js/", "/fonts/", "/pak/")


def content_security_policy(style_hash: str) -> str:
    return "; ".join(f"{name} {value}" for name, value in POLICY.items()).format(style=style_hash)


def headers_for(path: str, style_hash: str) -> dict[str, str]:
    """Headers of the file served at `path`."""
    forever = path.startswith(IMMUTABLE)
    cache = "public, max-age=31536000, immutable" if forever else "no-cache"
    found = {"cache-control": cache, "vary": "accept-encoding", **SECURITY}
    if path.endswith("/") and not forever:
        found["content-security-policy"] = content_security_policy(style_hash)
    return found


def printed(site: Path) -> str:
    """The headers of a built site as lines for another web server, by kind of address."""
    mark = site / "_site.json"
    if not mark.exists():
        raise BuildError(f"There is no built site in {site}. Run make build first")
    style = json.loads(mark.read_text())["style"]
    kinds = (("pages (addresses that end with /)", "/nl/"), ("/js/, /fonts/ and /pak/", "/js/"), ("everything else", "/sw.js"))
    return "\n\n".join("\n".join([f"# {name}", *(f"{key}: {value}" for key, value in headers_for(path, style).items())]) for name, path in kinds)
