"""Every page of the desk can be drawn, and is what a page of the desk has to be."""

import pytest

from imh_parents.desk.frame import framed
from imh_parents.desk.page import DeskPage
from imh_parents.desk.pages import desk_pages
from imh_parents.desk.state import RULE

PAGES = desk_pages()


@pytest.mark.parametrize("page", PAGES, ids=[page.path for page in PAGES])
def test_a_page_can_be_drawn_without_a_style_of_its_own(page: DeskPage) -> None:
    drawn = str(framed(page, PAGES).render())
    assert "css:" not in drawn and "style:" not in drawn


@pytest.mark.parametrize("page", PAGES, ids=[page.path for page in PAGES])
def test_what_fills_a_page_asks_for_a_role_of_those_who_see_it(page: DeskPage) -> None:
    rule = getattr(page.on_load.fn, RULE)
    assert rule.roles <= page.roles or not page.roles
    assert page.path.startswith("/desk/") and page.path.endswith("/")
