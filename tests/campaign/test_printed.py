"""Paper of a week says what is announced, and nothing else."""

from datetime import date

import pytest

from imh_parents.campaign.models import Campaign, Dates, WeekTheme
from imh_parents.campaign.printed import campaign_sheets
from imh_parents.i18n.catalogue import words
from imh_parents.library import CONTENT, load


@pytest.fixture(scope="module")
def campaign() -> Campaign:
    return load(CONTENT, date(2026, 11, 22)).campaign


def sheets(campaign: Campaign, code: str = "nl") -> dict:
    return {sheet.path: sheet for sheet in campaign_sheets(campaign, words(code), "https://goed.example", "Goed")}


def test_a_draft_says_that_nothing_is_announced(campaign):
    data = sheets(campaign)["/druk/week-2027-a4-nl.pdf"].data
    assert data["small"]["text"] == "De datum en het thema van 2027 zijn nog niet aangekondigd."
    assert "2027" not in data["head"]["text"] + "".join(line["text"] for line in data["lines"])


def test_an_announced_week_has_its_theme_in_its_own_language_and_its_dates(campaign):
    (draft,) = campaign.coming
    origin = draft.meta.sources[0]
    theme = WeekTheme(words="Samen", language="nl", where="vlaanderen", source=origin)
    dates = Dates(first=date(2027, 6, 7), last=date(2027, 6, 13))
    meta = draft.meta.model_copy(update={"state": "planned", "dates": dates, "themes": (theme,)})
    planned = Campaign(weeks=(type(draft)(meta, draft.texts, draft.days),), about=campaign.about)
    data = sheets(planned, "ar")["/druk/week-2027-1080x1080-ar.png"].data
    assert data["head"] == {"lang": "nl", "dir": "ltr", "text": "Samen"}
    assert "2027" in data["lines"][0]["text"]
    assert data["small"]["text"] == ""


def test_what_is_over_gets_no_poster(campaign):
    past = Campaign(weeks=tuple(week for week in campaign.weeks if week.meta.state == "archive"), about=campaign.about)
    assert set(sheets(past)) == {"/druk/affiche-a4-nl.pdf", "/druk/affiche-a3-nl.pdf"}
