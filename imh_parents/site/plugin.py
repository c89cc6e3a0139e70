"""The build plugin: after Reflex prerendered every page, makes of it the static site that parents get."""

import json
import re
import shutil
from datetime import date
from pathlib import Path
from typing import Any

import reflex as rx

from imh_parents.campaign.feeds import write_feeds
from imh_parents.cards.index import card_index, search_index
from imh_parents.cards.order import by_age
from imh_parents.errors import BuildError
from imh_parents.i18n.catalogue import words
from imh_parents.i18n.languages import CODES
from imh_parents.nurse.index import set_index
from imh_parents.settings import BUILT, ROOT, settings
from imh_parents.shelf import write_shelf
from imh_parents.site.bundle import build_scripts, build_start
from imh_parents.site.compress import compress
from imh_parents.site.document import Frame, body, document, with_main
from imh_parents.site.fonts import build_fonts
from imh_parents.site.headers import content_security_policy
from imh_parents.site.manifest import write_beside
from imh_parents.site.printed import sized, write_printed
from imh_parents.site.styles import stylesheet
from imh_parents.site.worker import write_worker
from imh_parents.village.files import village_files

# Exact versions: what a phone downloads should change only when somebody here changes it.
PACKAGES = [
    "minisearch@7.2.0",
    "lean-qr@2.7.4",
    "@fontsource-variable/atkinson-hyperlegible-next@5.3.0",
    "@fontsource-variable/noto-sans-arabic@5.3.0",
    "@fontsource-variable/noto-sans@5.3.0",  # Cyrillic in print, no phone downloads it
]
SYMBOL = re.compile(r"<symbol.*?</symbol>", re.S)


class StaticSite(rx.plugins.Plugin):
    """Strip, dress, index, list and compress. Any surprise stops the build."""

    def get_frontend_dependencies(self, **context: Any) -> list[str]:
        return PACKAGES

    def post_build(self, **context: Any) -> None:
        out: Path = context["static_dir"].resolve()
        web = out.parents[1]
        # Only here: importing the pages while rxconfig is read would be a cycle.
        from imh_parents.pages import library, pages  # noqa: PLC0415
        from imh_parents.site.desk import keep  # noqa: PLC0415  # the pages of the desk, likewise

        bodies = {page.path: body(_prerendered(out, page.path), page.path) for page in pages() if not page.html}
        bodies |= {page.path: with_main(bodies[page.within], page.html()) for page in pages() if page.html}
        desk = keep(out)
        _clear(out)
        frame = _frame(web, out, {page.sheets for page in pages()})
        _write_drawings(out, frame)
        write_printed(web, out, library(), frame.origin, frame.name, date.today())
        for page in pages():
            file = out / page.path.strip("/") / "index.html"
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(document(page, sized(bodies[page.path], out), frame), encoding="utf-8")
        cards, themes = by_age(library().cards), library().themes
        for code in CODES:
            _write_json(out / code / "kaarten.json", card_index(cards, themes, words(code)))
            _write_json(out / code / "zoek.json", search_index(cards, themes, words(code)))
        content, tongues = library(), {code: words(code) for code in CODES}
        _write_json(out / "set.json", set_index(content.nursing, content.cards, content.helplines, content.services, content.moments, tongues))
        for name, rows in village_files(library().services, date.today()).items():
            _write_json(out / "dorp" / f"{name}.json", rows)
        for code, t in tongues.items():
            write_feeds(content.campaign, t, out / code / "week", frame.origin)
        write_beside(pages(), out, frame.origin)
        policy = content_security_policy(frame.styles.values(), frame.start)
        write_worker(web, out, frame, policy, {page.path for page in pages() if page.kept})
        # Reflex copies this to 404.html, which is what a bare file server shows for a lost address.
        shutil.copy(out / "niet-gevonden" / "index.html", out / "__spa-fallback.html")
        policies = desk.write(out, frame, ROOT / "assets" / "styles")  # after the worker, which has no business with the desk
        compress(out)
        write_shelf(content, out)
        _write_json(out / BUILT, {"policy": policy, "desk": policies})


def _prerendered(out: Path, path: str) -> str:
    file = out / path.strip("/") / "index.html"
    if not file.exists():
        raise BuildError(f"Reflex prerendered no page for {path}")
    return file.read_text(encoding="utf-8")


def _clear(out: Path) -> None:
    """Take away everything that is Reflex's: pages, bundles, and the copies of assets we build ourselves."""
    for path in out.rglob("*.html"):
        path.unlink()
    for name in ("assets", "styles", "external", "drawings"):
        shutil.rmtree(out / name, ignore_errors=True)
    for folder in sorted((path for path in out.rglob("*") if path.is_dir()), reverse=True):
        if not any(folder.iterdir()):
            folder.rmdir()


def _frame(web: Path, out: Path, sheets: set[tuple[str, ...]]) -> Frame:
    fonts, scripts = build_fonts(web, out), build_scripts(web, out)
    drawings = {path.stem: path.read_text(encoding="utf-8") for path in sorted((ROOT / "assets" / "drawings").glob("*.svg"))}
    symbols = {name: match[0] for name, text in drawings.items() if (match := SYMBOL.search(text))}
    return Frame(
        styles={names: stylesheet(ROOT / "assets" / "styles", fonts, names) for names in sorted(sheets)},
        font_files=fonts,
        scripts=scripts,
        start=build_start(web, scripts["main"]),
        symbols=symbols,
        origin=settings().public_url,
        name=settings().name,
        fonts={"ltr": fonts["latin.woff2"], "rtl": fonts["arabic.woff2"]},
    )


def _write_drawings(out: Path, frame: Frame) -> None:
    """All drawings a script may want in one file: what a phone asks then says nothing about the child or the search."""
    (out / "drawings").mkdir()
    sprite = f'<svg xmlns="http://www.w3.org/2000/svg">{"".join(frame.symbols.values())}</svg>'
    (out / "drawings" / "alle.svg").write_text(sprite, encoding="utf-8")


def _write_json(path: Path, data: object) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(data, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")
