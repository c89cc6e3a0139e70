"""One style sheet from assets/styles, small enough to stand inside every page."""

import base64
import hashlib
import re
from pathlib import Path

ORDER = ("tokens", "base", "parts", "frame", "card", "today", "road", "lists", "settings", "night", "large", "wide", "print")
NIGHT = '[data-theme="night"]'


def stylesheet(folder: Path, fonts: dict[str, str]) -> str:
    """All sheets in order, minified; `fonts` maps the file names used in url(...) to their built addresses.

    Night is written once, under [data-theme="night"]. It is repeated here for phones that are dark by themselves, so
    that the first paint is right before any script ran.
    """
    css = "\n".join((folder / f"{name}.css").read_text(encoding="utf-8") for name in ORDER)
    for name, url in fonts.items():
        css = css.replace(f"url(/fonts/{name})", f"url({url})")
    return minify(css + dark_by_itself(css))


def dark_by_itself(css: str) -> str:
    """The night rules again, for prefers-color-scheme: dark where no theme was chosen."""
    rules = re.findall(r'^((?:\[data-theme="night"\])[^{]*)\{([^}]*)\}', strip_comments(css), re.M)
    repeated = "".join(f'{selector.replace(NIGHT, ":root:not([data-theme])")}{{{rules_}}}' for selector, rules_ in rules)
    return f"@media screen and (prefers-color-scheme: dark) {{{repeated}}}"


def strip_comments(css: str) -> str:
    return re.sub(r"/\*.*?\*/", "", css, flags=re.S)


def minify(css: str) -> str:
    """Drop comments and needless space. Strings and url() in our sheets hold no runs of spaces that matter."""
    css = re.sub(r"\s+", " ", strip_comments(css))
    css = re.sub(r"\s*([{};,>])\s*", r"\1", css)
    return css.replace(";}", "}").replace(": ", ":").strip()


def csp_hash(source: str) -> str:
    """The CSP source for an inline element with exactly this text."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(source.encode()).digest()).decode()}'"
