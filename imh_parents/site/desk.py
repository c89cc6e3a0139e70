"""What the build keeps of Reflex: the pages of the desk as they are, with the scripts they can reach and no others.

They get what no plugin setting gives them: a websocket at the address the page came from instead of one baked in, our style
sheet and drawings beside them, and the hashes of their inline scripts, so that no other inline script may run.
"""

import re
from dataclasses import dataclass
from pathlib import Path

from imh_parents.desk.pages import STYLE, desk_pages
from imh_parents.desk.parts import SPRITE
from imh_parents.errors import BuildError
from imh_parents.site.document import Frame
from imh_parents.site.headers import desk_policy
from imh_parents.site.styles import DESK, joined

INLINE = re.compile(r"<script(?![^>]*\bsrc=)[^>]*>(.*?)</script>", re.S)
NAME = re.compile(r"[\w.-]+\.(?:js|css)\b")
SOCKET = re.compile(r"""(["'`])wss?://[^"'`]+?(/_event)\1""")
MANIFEST = "manifest-"  # Reflex's list of every page: what stands in it is only asked for by links we do not use
DRAWN = re.compile(rf"{re.escape(SPRITE)}#([\w-]+)")


@dataclass(frozen=True)
class Kept:
    """Files of the desk by address, read before the build clears the rest away."""

    files: dict[str, bytes]

    def write(self, out: Path, frame: Frame, styles: Path) -> dict[str, str]:
        """Put them in `out`, with style and drawings; gives the policy of each page, by address."""
        used = {name for data in self.files.values() for name in DRAWN.findall(data.decode("utf-8", "ignore"))}
        if unknown := used - frame.symbols.keys():
            raise BuildError(f"There are no drawings {', '.join(sorted(unknown))} in assets/drawings, and the desk uses them")
        icons = {name for name in frame.symbols if name.startswith("i-")}
        sprite = "".join(frame.symbols[name] for name in sorted(used | icons))
        made = {
            STYLE: joined(styles, frame.font_files, DESK).encode(),
            SPRITE: f'<svg xmlns="http://www.w3.org/2000/svg">{sprite}</svg>'.encode(),
        }
        for address, data in (self.files | made).items():
            file = out / address.strip("/") / "index.html" if address.endswith("/") else out / address[1:]
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(data)
        return {address: desk_policy(INLINE.findall(data.decode()), frame.origin) for address, data in self.files.items() if address.endswith("/")}


def keep(out: Path) -> Kept:
    """Read the pages of the desk and every script they can reach from what Reflex built."""
    pages = {}
    for page in desk_pages():
        file = out / page.path.strip("/") / "index.html"
        if not file.exists():
            raise BuildError(f"Reflex prerendered no page for {page.path}")
        pages[page.path] = file.read_bytes()
    scripts = _reached(out / "assets", pages)
    moved = {name: SOCKET.subn(_here, data.decode()) for name, data in scripts.items() if name.endswith(".js")}
    if sum(count for _, count in moved.values()) != 1:
        raise BuildError("Reflex's output changed: the address of the websocket stands in its scripts more or less than once")
    scripts |= {name: text.encode() for name, (text, _) in moved.items()}
    return Kept(pages | {f"/assets/{name}": data for name, data in scripts.items()})


def _here(match: re.Match[str]) -> str:
    """The same socket, on whatever host and port the page came from."""
    return f'(location.origin.replace(/^http/,"ws")+"{match[2]}")'


def _reached(assets: Path, pages: dict[str, bytes]) -> dict[str, bytes]:
    """Every file in `assets` that is named by these pages, or by one that is."""
    there = {path.name for path in assets.iterdir() if path.is_file()}
    found: dict[str, bytes] = {}
    texts = list(pages.values())
    while texts:
        for name in set(NAME.findall(texts.pop().decode())) & there - found.keys():
            found[name] = (assets / name).read_bytes()
            if not name.startswith(MANIFEST):
                texts.append(found[name])
    return found
