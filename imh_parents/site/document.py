"""Turns what Reflex prerenders into the page a parent gets: its body, our own head, the drawings it uses, no framework script.

Everything here is text in, text out. If Reflex writes something else than expected, the build stops (BuildError).
"""

import html as escaping
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from imh_parents.errors import BuildError
from imh_parents.i18n.languages import DEFAULT, language
from imh_parents.ui.page import Page

BODY = re.compile(r"<body[^>]*>(.*?)<script", re.S)
FRAMEWORK = ("<script", "<style", " style=", "<template", "__reactRouter", "modulepreload", "$RC", "data-discover", 'id="S:', "/assets/", "<!--")
MAIN_STARTS = re.compile(r"<main[^>]*>")
NOISE = ("<!-- -->", ' class=""', ' focusable="false"', "rx-Html ")
USE = re.compile(r'href="/drawings/([\w-]+)\.svg#\1"')


@dataclass(frozen=True)
class Frame:
    """What all pages share: style by the sheets of a page, script addresses by entry, the text of web/start.js, drawings by
    name, and the public address."""

    styles: Mapping[tuple[str, ...], str]
    scripts: Mapping[str, str]
    start: str
    symbols: Mapping[str, str]
    origin: str
    name: str
    fonts: Mapping[str, str]  # language direction to the font that page needs first
    font_files: Mapping[str, str] = field(default_factory=dict)  # addresses by the name style sheets use


def body(prerendered: str, path: str) -> str:
    """The markup inside <body> of a prerendered page, without any trace of the framework."""
    match = BODY.search(prerendered)
    if not match or "<main" not in match[1]:
        raise BuildError(f"{path}: no prerendered page found in Reflex's output")
    markup = match[1]
    for noise in NOISE:
        markup = markup.replace(noise, "")
    for word in FRAMEWORK:
        if word in markup:
            raise BuildError(f"{path}: Reflex's output changed, {word!r} is left in a parents' page")
    return markup


def with_main(markup: str, inner: str) -> str:
    """The same page around other content."""
    start, end = MAIN_STARTS.search(markup), markup.rfind("</main>")
    if not start or end < 0:
        raise BuildError("There is no <main> in the page that others take their frame from")
    return f"{markup[: start.end()]}{inner}{markup[end:]}"


def document(page: Page, markup: str, frame: Frame) -> str:
    """A whole HTML document for `page`."""
    row = language(page.language)
    inner = inline_drawings(markup, frame.symbols, page.path)
    style = f"<style>{frame.styles[page.sheets]}</style>"
    early, late = starting(page, frame)
    return (
        f'<!doctype html><html lang="{row.code}" dir="{row.dir}"><head>{head(page, frame)}'
        f"{style}{early}{structured(page, frame)}</head><body>{inner}{late}</body></html>"
    )


def starting(page: Page, frame: Frame) -> tuple[str, str]:
    """What starts the scripts, at the end of <head> and of <body>. Pages to do something on start at once; pages to read
    start when their words are there (web/start.js, which brings the manifest too)."""
    if not page.scripts:
        return "", f'<script type="module">{frame.start}</script>'
    scripts = "".join(f'<script type="module" src="{frame.scripts[name]}"></script>' for name in ("main", *page.scripts))
    return link("manifest", f"/{page.language}/manifest.webmanifest") + scripts, ""


def head(page: Page, frame: Frame) -> str:
    """Everything in <head> that is words and links."""
    title = page.title if page.title == frame.name else f"{page.title} · {frame.name}"
    url = frame.origin + page.canonical
    row = language(page.language)
    tags = [
        '<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">',
        f"<title>{text(title)}</title>",
        meta("description", page.description),
        link("canonical", url),
        f'<link rel="preload" href="{frame.fonts[row.dir]}" as="font" type="font/woff2" crossorigin>',
        '<link rel="icon" href="/icons/favicon.svg" type="image/svg+xml">',
        link("apple-touch-icon", "/icons/apple-touch-icon.png"),
        '<meta name="theme-color" content="#fbf4e6" media="(prefers-color-scheme: light)">',
        '<meta name="theme-color" content="#1b1410" media="(prefers-color-scheme: dark)">',
        '<meta name="color-scheme" content="light dark">',
        '<meta name="format-detection" content="telephone=no">',
        prop("og:type", page.kind),
        prop("og:site_name", frame.name),
        prop("og:title", page.title),
        prop("og:description", page.description),
        prop("og:url", url),
        prop("og:locale", row.og),
        prop("og:image", f"{frame.origin}/icons/icon-512.png"),
    ]
    tags += [f'<link rel="alternate" type="{kind}" title="{text(page.title)}" href="{href}">' for href, kind in page.feeds.items()]
    if not page.indexed:
        tags.append(meta("robots", "noindex"))
    if page.indexed and page.alternates:
        tags += [f'<link rel="alternate" hreflang="{code}" href="{frame.origin}{path}">' for code, path in page.alternates.items()]
        tags.append(f'<link rel="alternate" hreflang="x-default" href="{frame.origin}{page.alternates[DEFAULT.code]}">')
    return "".join(tags)


def structured(page: Page, frame: Frame) -> str:
    """JSON-LD; `<` is written as an escape, so no text can close the element."""
    if not page.data:
        return ""
    data = {"@context": "https://schema.org", **page.data, "url": frame.origin + page.canonical}
    data |= {"publisher": {"@type": "Organization", "name": frame.name, "url": frame.origin}} if page.kind == "article" else {}
    return f'<script type="application/ld+json">{json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("<", chr(92) + "u003c")}</script>'


def inline_drawings(markup: str, symbols: Mapping[str, str], path: str) -> str:
    """Put each drawing the page uses at its end, once, and point to it there: the words come first over the wire."""
    used = sorted(set(USE.findall(markup)))
    for name in used:
        if name not in symbols:
            raise BuildError(f"{path}: there is no drawing {name} in assets/drawings")
    sprite = "".join(symbols[name] for name in used)
    return USE.sub(r'href="#\1"', markup) + f'<svg hidden aria-hidden="true" width="0" height="0">{sprite}</svg>'


def text(value: str) -> str:
    return escaping.escape(value, quote=True)


def meta(name: str, content: str) -> str:
    return f'<meta name="{name}" content="{text(content)}">'


def prop(name: str, content: str) -> str:
    return f'<meta property="{name}" content="{text(content)}">'


def link(rel: str, href: str) -> str:
    return f'<link rel="{rel}" href="{text(href)}">'
