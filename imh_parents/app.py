"""Wires pages and the serving layer into one Reflex app; nothing else."""

import reflex as rx

from imh_parents.pages import pages
from imh_parents.settings import settings
from imh_parents.site.serve import StaticSite

app = rx.App(
    enable_state=False,  # no page is alive yet; the parents' pages never will be
    toaster=None,
    reset_style=False,
    stylesheets=[],
    html_lang="nl",
    api_transformer=lambda inner: StaticSite(inner, settings().site_dir),
)

for page in pages():
    app.add_page(page.body, route=page.path.rstrip("/") or "/", title=page.title)
