"""Wires pages, API and the serving layer into one Reflex app; nothing else."""

import reflex as rx
from reflex.app import default_error_boundary

from imh_parents.api.layer import Api
from imh_parents.desk import api as desk
from imh_parents.desk.database import database
from imh_parents.desk.guard import Guard, on_error
from imh_parents.desk.pages import STYLE, add_to
from imh_parents.desk.tabs import keep_tabs
from imh_parents.nurse import api as nurse
from imh_parents.pages import pages
from imh_parents.people import api as people
from imh_parents.people.cookies import Cookies
from imh_parents.people.door import Door
from imh_parents.push import api as push
from imh_parents.settings import settings
from imh_parents.site.build import serving
from imh_parents.site.serve import StaticSite
from imh_parents.village import api as village
from imh_parents.village.publish import PUBLISHED

cookies = Cookies(settings().public_url, settings().proxies)
parts = (
    village.part(settings().public_url),
    nurse.part(nurse.floods(settings().proxies)),
    push.part(settings().public_url, lambda: push.offered(settings()), push.floods(settings().proxies)),
    people.part(cookies),
    desk.part(cookies, settings()),
)
app = rx.App(
    # Only the desk is alive. The build takes all of Reflex away from the parents' pages, this among it.
    toaster=None,
    app_wraps={(55, "ErrorBoundary"): lambda stateful: default_error_boundary()},
    backend_exception_handler=on_error,
    reset_style=False,
    stylesheets=[],
    head_components=[rx.el.link(rel="stylesheet", href=STYLE), rx.el.link(rel="icon", href="/icons/favicon.svg", type="image/svg+xml")],
    html_lang="nl",
    # Applied in this order: the door stands in front of the static site, which stands in front of the API, which stands in front of Reflex.
    api_transformer=[
        lambda inner: Api(inner, database(), settings().public_url, parts),
        lambda inner: StaticSite(inner, settings().site_dir, settings().data_dir / PUBLISHED),
        lambda inner: Door(inner, database(), cookies),
    ],
)
app.add_middleware(Guard(database))
keep_tabs(app)
add_to(app, settings().name)

# The server reads no content: the site that was built before keeps being served, whatever an editor is writing now.
for page in () if serving() else pages():
    if not page.html:
        app.add_page(page.body, route=page.path.rstrip("/") or "/", title=page.title)
