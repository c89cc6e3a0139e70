"""Wires pages, API and the serving layer into one Reflex app; nothing else."""

import reflex as rx

from imh_parents.api.layer import Api
from imh_parents.db.database import Database
from imh_parents.db.engine import open_engine
from imh_parents.nurse.api import sets_part
from imh_parents.pages import pages
from imh_parents.push import api as push
from imh_parents.settings import settings
from imh_parents.site.build import serving
from imh_parents.site.serve import StaticSite
from imh_parents.village import api as village

database = Database(lambda: open_engine(settings()))
parts = (
    sets_part(),
    village.part(settings().public_url),
    push.part(settings().public_url, lambda: push.offered(settings()), push.floods(settings().proxies)),
)
app = rx.App(
    enable_state=False,  # no page is alive yet; the parents' pages never will be
    toaster=None,
    reset_style=False,
    stylesheets=[],
    html_lang="nl",
    # Applied in this order: the static site stands in front of the API, which stands in front of Reflex.
    api_transformer=[
        lambda inner: Api(inner, database, settings().public_url, parts),
        lambda inner: StaticSite(inner, settings().site_dir),
    ],
)

# The server reads no content: the site that was built before keeps being served, whatever an editor is writing now.
for page in () if serving() else pages():
    if not page.html:
        app.add_page(page.body, route=page.path.rstrip("/") or "/", title=page.title)
