"""Response headers of the site: one comment for each exception. Also printable for another web server."""

import base64
import hashlib
import json
from collections.abc import Iterable
from pathlib import Path

from imh_parents.errors import BuildError
from imh_parents.settings import BUILT

POLICY = {
    "default-src": "'none'",
    "script-src": "'self' {script}",  # web/start.js, by its hash; no other inline script runs
    "style-src": "'self' {styles}",  # the inlined sheets, by their hashes; nothing else inline
    "img-src": "'self' data: blob:",  # data: for the pen line in the sheet, blob: for files made on the phone
    "font-src": "'self'",
    "connect-src": "'self'",
    "manifest-src": "'self'",
    "worker-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
    "frame-ancestors": "'none'",
}
DESK_POLICY = POLICY | {
    "script-src": "'self' {scripts}",  # Reflex starts a page with inline scripts: these, by their hashes, and no others
    "style-src": "'self'",
    "connect-src": "'self' {socket}",  # older Safari does not take 'self' to mean the websocket too
}
SECURITY = {
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",  # a source's site does not learn which card sent you
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), microphone=(), geolocation=(self), browsing-topics=(), interest-cohort=()",
}
IMMUTABLE = ("/js/", "/fonts/", "/pak/", "/assets/")


def content_security_policy(styles: Iterable[str], script: str) -> str:
    """The policy of every page; `styles` and `script` are the texts that stand inline."""
    hashes = " ".join(sorted(map(csp_hash, styles)))
    return "; ".join(f"{name} {value}" for name, value in POLICY.items()).format(styles=hashes, script=csp_hash(script))


def desk_policy(scripts: Iterable[str], origin: str) -> str:
    """The policy of a page of the desk; `scripts` are the texts that stand inline in it."""
    values = {"scripts": " ".join(sorted(map(csp_hash, scripts))), "socket": origin.replace("http", "ws", 1)}
    return "; ".join(f"{name} {value}" for name, value in DESK_POLICY.items()).format(**values)


def csp_hash(source: str) -> str:
    """The CSP source for an inline element with exactly this text."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(source.encode()).digest()).decode()}'"


def headers_for(path: str, policy: str) -> dict[str, str]:
    """Headers of the file served at `path`."""
    forever = path.startswith(IMMUTABLE)
    cache = "public, max-age=31536000, immutable" if forever else "no-cache"
    found = {"cache-control": cache, "vary": "accept-encoding", **SECURITY}
    if path.endswith("/") and not forever:
        found["content-security-policy"] = policy
    if path.startswith("/desk/"):
        found["x-robots-tag"] = "noindex"
    return found


def printed(site: Path) -> str:
    """The headers of a built site as lines for another web server, by kind of address."""
    mark = site / BUILT
    if not mark.exists():
        raise BuildError(f"There is no built site in {site}. Run make build first")
    policy = json.loads(mark.read_text())["policy"]
    kinds = (("pages (addresses that end with /)", "/nl/"), ("/js/, /fonts/ and /pak/", "/js/"), ("everything else", "/sw.js"))
    return "\n\n".join("\n".join([f"# {name}", *(f"{key}: {value}" for key, value in headers_for(path, policy).items())]) for name, path in kinds)
