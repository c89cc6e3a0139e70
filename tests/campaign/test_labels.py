from datetime import date
from pathlib import Path

import pytest

from imh_parents.campaign.labels import rows, when
from imh_parents.campaign.models import Dates
from imh_parents.campaign.read import read_campaign
from imh_parents.i18n.catalogue import words
from tests.campaign.samples import write_campaign


@pytest.mark.parametrize(
    ("first", "last", "code", "text"),
    [
        (date(2024, 6, 10), date(2024, 6, 16), "nl", "10–16 juni 2024"),
        (date(2024, 6, 10), date(2024, 6, 16), "en", "10–16 June 2024"),
        (date(2024, 6, 10), date(2024, 6, 16), "ar", "10–16 يونيو 2024"),
        (date(2020, 6, 14), date(2020, 6, 20), "nl", "14–20 juni 2020"),
        (date(2026, 5, 28), date(2026, 6, 3), "nl", "28 mei 2026 – 3 juni 2026"),
    ],
)
def test_when(first: date, last: date, code: str, text: str) -> None:
    assert when(Dates(first=first, last=last), words(code)) == text


def test_the_phone_gets_the_days_and_the_messages_of_weeks_with_dates(tmp_path: Path) -> None:
    write_campaign(tmp_path / "content")
    (row,) = rows(read_campaign(tmp_path / "content", date(2026, 11, 22))[0], words("nl"))
    assert (row["first"], row["last"], row["href"]) == ("2024-06-10", "2024-06-16", "/nl/week/2024/")
    assert row["days"] == [{"day": 1, "title": "Samen", "line": "Met <velen> & zacht.", "href": "/nl/week/2024/samen/"}]
    assert row["messages"] == [{"day": 1, "title": "Dag", "line": "Dag dorp.", "href": "/nl/bedankt/", "bands": [], "audience": ["iedereen"]}]
