"""One page of the site: everything the build needs to know about it. Features yield these; app.py adds them."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import reflex as rx


@dataclass(frozen=True)
class Page:
    """`path` begins and ends with a slash. `alternates` maps language to the same page; `source` is the page this
    one repeats in a foreign language (an untranslated card), so search engines are sent there.

    Where there are hundreds of a kind, `html` is cheaper than `body`: Reflex never sees such a page, and the build puts
    its HTML in <main> of the page at `within`."""

    path: str
    language: str
    title: str
    description: str
    body: Callable[[], rx.Component] = rx.fragment
    alternates: dict[str, str] = field(default_factory=dict)
    source: str | None = None
    kind: str = "website"  # Open Graph type
    data: dict[str, Any] | None = None  # schema.org, as JSON-LD
    scripts: tuple[str, ...] = ()  # entries of imh_parents/web beside main.js
    sheets: tuple[str, ...] = ()  # sheets of assets/styles beside those of every page, in the order of site/styles.py
    indexed: bool = True
    kept: bool = True  # does the phone keep it for offline?
    html: Callable[[], str] | None = None
    within: str = ""
    feeds: dict[str, str] = field(default_factory=dict)  # address to media type: the same as something to follow

    @property
    def canonical(self) -> str:
        return self.source or self.path
