"""Style sheets from assets/styles, one for each page with what that page needs, small enough to stand inside it."""

import re
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path

ORDER = (
    "tokens",
    "base",
    "parts",
    "frame",
    "card",
    "today",
    "road",
    "lists",
    "settings",
    "village",
    "finder",
    "nurse",
    "week",
    "entry",
    "berichten",
    "night",
    "large",
    "wide",
    "print",
)
DESK = ("tokens", "base", "parts", "desk")  # in a file of their own
# Only in the pages that name them (Page.sheets).
FEATURES = frozenset({"today", "road", "settings", "village", "finder", "nurse", "week", "entry", "berichten"})
NIGHT = '[data-theme="night"]'
RULE = re.compile(r'^[ \t]*(\[data-theme="night"\][^{]*)\{([^}]*)\}', re.M)
MEDIA = re.compile(r"^@media ([^{]*)\{(.*?)^\}", re.M | re.S)
NARROW = re.compile(r"@media \(max-width: (\d+)em\) \{((?:[^{}]*\{[^}]*\})+)\s*\}")
LETTERS = (125, 150, 200)  # per cent, as web/shape.js knows them


def stylesheet(folder: Path, fonts: Mapping[str, str], features: Collection[str] = FEATURES) -> str:
    """The sheets of every page and those of `features` in order, minified; `fonts` maps the file names used in url(...) to
    their built addresses.

    Night is written once, under [data-theme="night"]. It is repeated here for phones that are dark by themselves, so
    that the first paint is right before any script ran. Narrow windows are repeated likewise, see large_by_choice.
    """
    return joined(folder, fonts, [name for name in ORDER if name not in FEATURES or name in features])


def joined(folder: Path, fonts: Mapping[str, str], names: Iterable[str]) -> str:
    """These sheets, in this order."""
    css = "\n".join((folder / f"{name}.css").read_text(encoding="utf-8") for name in names)
    for name, url in fonts.items():
        css = css.replace(f"url(/fonts/{name})", f"url({url})")
    return minify(css + large_by_choice(css) + dark_by_itself(css))


def dark_by_itself(css: str) -> str:
    """The night rules again, for prefers-color-scheme: dark where no theme was chosen; those inside a @media stay inside it."""
    css = strip_comments(css)
    repeated = _night_rules(MEDIA.sub("", css))
    repeated += "".join(f"@media {block[1]}{{{rules}}}" for block in MEDIA.finditer(css) if (rules := _night_rules(block[2])))
    return f"@media screen and (prefers-color-scheme: dark) {{{repeated}}}"


def _night_rules(css: str) -> str:
    return "".join(f"{rule[1].replace(NIGHT, ':root:not([data-theme])')}{{{rule[2]}}}" for rule in RULE.finditer(css))


def large_by_choice(css: str) -> str:
    """The rules for narrow windows again, for letters made larger in the app: the em of a media query only knows those of the browser."""
    blocks = NARROW.findall(strip_comments(css))
    return "".join(f"@media (max-width: {int(width) * size / 100:g}em) {{{_with_letters(size, rules)}}}" for size in LETTERS for width, rules in blocks)


def _with_letters(size: int, rules: str) -> str:
    """The same rules, only where letters of this size were chosen."""
    root = f':root[data-text="{size}"]'

    def narrowed(selector: str) -> str:
        one = selector.strip()
        return root + (one.removeprefix(":root") if one.startswith((":root", "[")) else f" {one}")

    found = re.findall(r"([^{}]+)\{([^}]*)\}", rules)
    return "".join(f"{','.join(map(narrowed, re.split(r',(?![^(]*[)])', selectors)))}{{{body}}}" for selectors, body in found)


def strip_comments(css: str) -> str:
    return re.sub(r"/\*.*?\*/", "", css, flags=re.S)


def minify(css: str) -> str:
    """Drop comments and needless space. Strings and url() in our sheets hold no runs of spaces that matter."""
    css = re.sub(r"\s+", " ", strip_comments(css))
    css = re.sub(r"\s*([{};,>])\s*", r"\1", css)
    return css.replace(";}", "}").replace(": ", ":").strip()
