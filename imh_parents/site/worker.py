"""Writes sw.js with the list of everything a phone keeps, and the packs it takes it from.

A pack is one JSON file with all text of a language (or of the shell), so a phone fetches one file instead of a hundred.
What pages share (style sheets, drawings, the start of the scripts) is in it once: `parts` by name, and \x01name\x02 where it belongs.
"""

import hashlib
import json
import subprocess
from pathlib import Path

from imh_parents.errors import BuildError
from imh_parents.i18n.catalogue import Words, words
from imh_parents.i18n.languages import CODES, language
from imh_parents.i18n.urls import address
from imh_parents.site.document import Frame
from imh_parents.site.headers import SECURITY

TEXT = (".svg", ".js", ".json", ".webmanifest")
SHELL_BINARY = ("fonts/", "icons/")
SHELL_PAGES = ("/", "/niet-gevonden/")


def write_worker(web: Path, out: Path, frame: Frame, policy: str, kept_pages: set[str]) -> None:
    """Write `out`/sw.js and `out`/pak/*.json. `kept_pages` are the addresses of pages a phone keeps."""
    shared = {f"style-{number}": style for number, style in enumerate(frame.styles.values())} | {"start": frame.start, **frame.symbols}
    shell = {url: file for url, file in _assets(out).items() if url.split("/")[1] not in CODES}
    shell |= {url: out / url.strip("/") / "index.html" for url in SHELL_PAGES}
    parts = {"shell": _part(out, "shell", shell, shared)}
    for code in CODES:
        files = {url: out / url.strip("/") / "index.html" for url in sorted(kept_pages) if url.startswith(f"/{code}/")}
        files |= {url: file for url, file in _assets(out).items() if url.startswith(f"/{code}/")}
        parts[code] = _part(out, code, files, shared)
    site = {
        "headers": SECURITY,
        "pageHeaders": {"content-security-policy": policy},
        "shell": parts.pop("shell"),
        "languages": parts,
        "push": {code: _unreadable(words(code)) for code in CODES},
    }
    (out / "sw.js").write_text(f"const SITE={json.dumps(site, separators=(',', ':'))};\n{_minified(web)}", encoding="utf-8")


def _unreadable(t: Words) -> dict[str, str]:
    """What a notification says where a push cannot be read: a browser wants to see one whatever came."""
    title, line = t("Er is een bericht voor jou"), t("Tik om het in de app te lezen.")
    return {"title": title, "line": line, "page": address(t.code, "berichten"), "lang": t.code, "dir": language(t.code).dir}


def _assets(out: Path) -> dict[str, Path]:
    """Files a page may ask for, by address. Font files are kept as the browser asks for them."""
    files = [path for path in sorted(out.rglob("*")) if path.is_file() and (path.suffix in TEXT or path.suffix in (".woff2", ".png"))]
    found = {f"/{path.relative_to(out).as_posix()}": path for path in files}
    return {url: path for url, path in found.items() if not url.startswith(("/pak/", "/screenshots/", "/sw.js", "/dorp/", "/druk/"))}


def _part(out: Path, name: str, files: dict[str, Path], shared: dict[str, str]) -> dict[str, object]:
    texts = {url: file.read_text(encoding="utf-8") for url, file in files.items() if url.endswith("/") or file.suffix in TEXT}
    data = json.dumps(_folded(texts, shared), ensure_ascii=False, separators=(",", ":")).encode()
    address = f"/pak/{name}-{hashlib.sha256(data).hexdigest()[:10]}.json"
    (out / "pak").mkdir(exist_ok=True)
    (out / address[1:]).write_bytes(data)
    return {"pack": address, "files": {url: hashlib.sha256(file.read_bytes()).hexdigest()[:8] for url, file in files.items()}}


def _folded(texts: dict[str, str], shared: dict[str, str]) -> dict[str, dict[str, str]]:
    """The pack: pages with what they share taken out, and those parts once."""
    used = {}
    for name, part in shared.items():
        for url, text in texts.items():
            if url.endswith("/") and part in text:
                texts[url] = text.replace(part, f"\x01{name}\x02")
                used[name] = part
    return {"parts": used, "texts": texts}


def _minified(web: Path) -> str:
    command = ["bun", "build", "phone/sw.js", "--minify", "--target", "browser"]
    done = subprocess.run(command, cwd=web, capture_output=True, text=True, check=False)
    if done.returncode:
        raise BuildError(f"bun could not minify sw.js:\n{done.stderr}")
    return done.stdout
