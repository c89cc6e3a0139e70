"""What the privacy page says of messages is what the code keeps and asks."""

import re

import pytest
from sqlalchemy import Column, MetaData, Text

from imh_parents.errors import BuildError
from imh_parents.home.about import privacy_page
from imh_parents.home.told import asked, of_subscriber
from imh_parents.i18n.catalogue import words
from imh_parents.i18n.languages import CODES
from imh_parents.nurse.api import PATHS
from imh_parents.push.openapi import describe as describe_push
from imh_parents.push.tables import SUBSCRIPTIONS
from imh_parents.village.openapi import describe as describe_village
from tests.samples import NL, ROOT


@pytest.mark.parametrize("code", CODES)
def test_every_column_of_a_subscription_is_on_the_privacy_page(code: str) -> None:
    page = str(privacy_page(words(code)).body())
    assert re.findall(r'"data-column"\s*:\s*"(\w+)"', page) == [column.name for column in SUBSCRIPTIONS.columns]


def test_a_new_column_that_is_not_explained_stops_the_build() -> None:
    table = SUBSCRIPTIONS.to_metadata(MetaData())
    table.append_column(Column("postcode", Text))
    with pytest.raises(BuildError, match=r"^the privacy page does not explain what push_subscription keeps: \{'postcode'\}$"):
        of_subscriber(NL, table)


@pytest.mark.parametrize("code", CODES)
def test_every_request_of_the_phone_is_on_the_privacy_page(code: str) -> None:
    page = str(privacy_page(words(code)).body())
    assert [path for path in asked(NL) if path not in page] == []


def test_the_phone_asks_nothing_else() -> None:
    """Addresses may end in a part that is filled in: `/api/messages/${language}.json` is named by its beginning."""
    scripts = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "imh_parents" / "web").rglob("*.js"))]
    used = {found for script in scripts for found in re.findall(r"[\"'`](/api/[a-z/_-]*)", script)}
    named = {path.partition("{")[0] for path in asked(NL)}
    assert "/api/village/reports" in used
    assert used - named == set()


def test_every_address_named_exists() -> None:
    assert asked(NL).keys() <= describe_push()[0].keys() | describe_village()[0].keys() | PATHS.keys()
