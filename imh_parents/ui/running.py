"""A page of running text (content/pages): its title and line, its parts, and where it all comes from."""

import reflex as rx

from imh_parents.content.lists import Prose
from imh_parents.i18n.catalogue import Words
from imh_parents.i18n.languages import language
from imh_parents.ui.origins import source_list
from imh_parents.ui.parts import OUTSIDE, Child, notice, prose


def tongue(page: Prose, t: Words) -> dict[str, str]:
    """`lang` and `dir` of words that are Dutch on a page in another language."""
    return {} if t.code in page.texts else {"lang": "nl", "dir": language("nl").dir}


def opening(page: Prose, t: Words) -> list[Child]:
    """The heading, the line under it, and that it is still in Dutch."""
    front, lang = page.text(t.code).front, tongue(page, t)
    return [
        rx.el.h1(front.title, **lang),
        rx.el.p(front.line, class_name="lead", **lang),
        *([notice(t("Deze pagina is nog niet vertaald. Je leest ze in het Nederlands."))] if lang else []),
    ]


def parts(page: Prose, t: Words) -> list[Child]:
    """Every part under its heading. A link in the text leaves the site beside this page."""
    return [
        rx.el.div(*([rx.el.h2(part.heading)] if part.heading else []), prose(_outward(part.html)), class_name="stack", **tongue(page, t))
        for part in page.text(t.code).sections
    ]


def _outward(html: str) -> str:
    attributes = " ".join(f'{name}="{value}"' for name, value in OUTSIDE.items())
    return html.replace('<a href="http', f'<a {attributes} href="http')


def origins(page: Prose, t: Words) -> list[Child]:
    """The sources, in Dutch as their own pages are, and the day the first of them was read."""
    found = page.text(t.code).front.sources
    checked = rx.el.p(t("Nagekeken op {day}", day=t.date(min(source.checked for source in found))), ".", class_name="small soft")
    return [rx.el.h2(t("Waar komt dit vandaan?")), source_list(found), checked]
