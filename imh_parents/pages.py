"""Every page of the site, in one list. Adding a feature's pages here is all it takes to publish them."""

from datetime import date
from functools import cache

from imh_parents.campaign.pages import week_pages
from imh_parents.cards.discover import discover_pages
from imh_parents.cards.pages import card_pages
from imh_parents.children.pages import road_pages
from imh_parents.desk.entry import entry_pages
from imh_parents.home.about import about_page, privacy_page
from imh_parents.home.pages import outside_pages, today_page
from imh_parents.home.settings_page import settings_page
from imh_parents.i18n.catalogue import Words, words
from imh_parents.i18n.languages import CODES
from imh_parents.library import Library, load
from imh_parents.nurse.pages import nurse_pages
from imh_parents.push.pages import push_pages
from imh_parents.settings import settings
from imh_parents.ui.page import Page
from imh_parents.village.finder import finder_pages
from imh_parents.village.pages import village_pages
from imh_parents.village.towns import town_pages


@cache
def library() -> Library:
    """The content of this build; ContentError with every fault when it cannot be built."""
    return load(settings().content_dir.resolve(), date.today())


@cache
def pages() -> tuple[Page, ...]:
    """All pages, root first."""
    content = library()
    found = outside_pages(content)
    for code in CODES:
        found += _in_language(content, words(code))
    return (*found, *entry_pages())


def _in_language(content: Library, t: Words) -> list[Page]:
    return [
        today_page(content, t),
        *road_pages(content, t),
        *discover_pages(content, t),
        *card_pages(content, t),
        *village_pages(content, t),
        *finder_pages(content, t),
        *town_pages(content, t),
        *nurse_pages(content, t),
        *week_pages(content, t),
        *push_pages(content, t),
        settings_page(content, t),
        about_page(content, t),
        privacy_page(t),
    ]
