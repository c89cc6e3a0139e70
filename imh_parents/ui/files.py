"""Links to files that are made at build: what kind they are and how large."""

import reflex as rx

from imh_parents.i18n.catalogue import Words
from imh_parents.press.sheet import SIZE
from imh_parents.ui.parts import BESIDE, icon, link


def file_link(path: str, label: str, t: Words, symbol: str = "druk", language: str = "") -> rx.Component:
    """A row that leads to a file. Its size is filled in when the file is there (site/printed.py)."""
    kind = path.rpartition(".")[2].upper()
    attrs = {"type": "application/pdf"} | BESIDE if kind == "PDF" else {"type": "image/png"}
    attrs |= {"hrefLang": language} if language else {}
    words = rx.el.span(label, " ", rx.el.span(t("{kind}, {size} kB", kind=kind, size=SIZE.format(path=path)), class_name="small soft"))
    return link(path, icon(symbol), words, class_name="site", custom_attrs=attrs)
