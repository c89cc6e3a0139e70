"""Reflex settings. The site's own settings are in imh_parents/settings.py."""

import reflex as rx

from imh_parents.people.store.sessions import LONGEST
from imh_parents.settings import settings
from imh_parents.site.plugin import StaticSite

config = rx.Config(
    app_name="imh_parents",
    app_module_import="imh_parents.app",
    deploy_url=settings().public_url,
    cors_allowed_origins=(settings().public_url,),  # Reflex lets every site in, with credentials
    # The desk's state is read again at every login; it has no business on a disk. In Redis several servers share it.
    state_manager_mode="redis" if settings().redis_url else "memory",
    redis_url=settings().redis_url,
    redis_token_expiration=int(LONGEST.total_seconds()),  # of both: never before its session, or who was only away for lunch seems logged out
    telemetry_enabled=False,
    show_built_with_reflex=False,
    frontend_compression_formats=[],  # the plugin compresses what is served, and only that
    plugins=[StaticSite()],
    disable_plugins=[rx.plugins.SitemapPlugin],
)
