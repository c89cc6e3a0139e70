"""The files beside the pages: web app manifests, sitemap, robots."""

import json
from collections.abc import Iterable
from html import escape
from pathlib import Path

from imh_parents.i18n.catalogue import words
from imh_parents.i18n.languages import CODES, language
from imh_parents.i18n.urls import address
from imh_parents.settings import settings
from imh_parents.ui.page import Page

SCREENS = (("smal", "540x1110", "narrow"), ("breed", "1280x800", "wide"))


def manifest(code: str, screens: Path) -> str:
    """The web app manifest of one language. Screenshots are listed when they are there."""
    t, row = words(code), language(code)
    shots = [
        {"src": f"/screenshots/{code}-{name}.png", "sizes": size, "type": "image/png", "form_factor": form}
        for name, size, form in SCREENS
        if (screens / f"{code}-{name}.png").exists()
    ]
    shortcuts = ((t("Hulp nu"), address(code, "hulp")), (t("Ontdek"), address(code, "zoek")), (t("Bewaard"), address(code, "bewaard")))
    data = {
        "id": address(code),
        "name": settings().name,
        "short_name": settings().name,
        "description": t("Elke dag iets kleins over je kind, over jou en over wie rond jullie staat. Van in de buik tot vijf jaar."),
        "lang": code,
        "dir": row.dir,
        "start_url": address(code),
        "scope": "/",
        "display": "standalone",
        "background_color": "#fbf4e6",
        "theme_color": "#fbf4e6",
        "categories": ["parenting", "health", "lifestyle"],
        "icons": [
            *({"src": f"/icons/icon-{size}.png", "sizes": f"{size}x{size}", "type": "image/png"} for size in (192, 512)),
            *({"src": f"/icons/icon-maskable-{size}.png", "sizes": f"{size}x{size}", "type": "image/png", "purpose": "maskable"} for size in (192, 512)),
        ],
        "shortcuts": [{"name": name, "url": url, "icons": [{"src": "/icons/icon-192.png", "sizes": "192x192"}]} for name, url in shortcuts],
        "screenshots": shots,
    }
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def sitemap(pages: Iterable[Page], origin: str) -> str:
    """Every page a search engine may show, with its other languages."""
    rows = []
    for page in pages:
        if not page.indexed or page.source:
            continue
        others = "".join(f'<xhtml:link rel="alternate" hreflang="{code}" href="{escape(origin + path)}"/>' for code, path in page.alternates.items())
        rows.append(f"<url><loc>{escape(origin + page.path)}</loc>{others}</url>")
    names = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml"'
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<urlset {names}>{"".join(rows)}</urlset>\n'


def robots(origin: str) -> str:
    return f"User-agent: *\nDisallow: /api/\nDisallow: /desk/\nAllow: /\n\nSitemap: {origin}/sitemap.xml\n"


def write_beside(pages: Iterable[Page], out: Path, origin: str) -> None:
    for code in CODES:
        (out / code / "manifest.webmanifest").write_text(manifest(code, out / "screenshots"), encoding="utf-8")
    (out / "sitemap.xml").write_text(sitemap(pages, origin), encoding="utf-8")
    (out / "robots.txt").write_text(robots(origin), encoding="utf-8")
