"""Reflex settings. The site's own settings are in imh_parents/settings.py."""

import reflex as rx

from imh_parents.settings import settings
from imh_parents.site.plugin import StaticSite

config = rx.Config(
    app_name="imh_parents",
    app_module_import="imh_parents.app",
    deploy_url=settings().public_url,
    cors_allowed_origins=(settings().public_url,),  # Reflex lets every site in, with credentials
    state_manager_mode="memory",  # the desk's state is read again at every login; it has no business on a disk
    redis_url=settings().redis_url,  # several servers then share it
    telemetry_enabled=False,
    show_built_with_reflex=False,
    frontend_compression_formats=[],  # the plugin compresses what is served, and only that
    plugins=[StaticSite()],
    disable_plugins=[rx.plugins.SitemapPlugin],
)
