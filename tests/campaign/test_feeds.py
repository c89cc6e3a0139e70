"""The feed and the calendar, read back by the libraries that others read them with."""

from datetime import date
from pathlib import Path

import feedparser
import pytest
from icalendar import Calendar

from imh_parents.campaign.feeds import calendar, feed
from imh_parents.campaign.models import Campaign
from imh_parents.campaign.read import read_campaign
from imh_parents.i18n.catalogue import words
from imh_parents.i18n.languages import CODES
from imh_parents.settings import ROOT
from tests.campaign.samples import write_campaign

ORIGIN = "https://goed.example"
TODAY = date(2026, 11, 22)
NEEDED = ("id", "title", "updated", "links", "summary")


@pytest.fixture
def campaign(tmp_path: Path) -> Campaign:
    write_campaign(tmp_path / "content")
    return read_campaign(tmp_path / "content", TODAY)[0]


def test_the_feed_says_what_the_week_says(campaign: Campaign) -> None:
    read = feedparser.parse(feed(campaign, words("nl"), ORIGIN, "Goed Genoeg"))
    assert (read.bozo, read.version, read.feed.id, read.feed.language) == (False, "atom10", f"{ORIGIN}/nl/week/", "nl")
    assert [(one.title, one.summary, one.link) for one in read.entries] == [
        ("Samen", "Met <velen> & zacht.", f"{ORIGIN}/nl/week/2024/samen/"),
        ("Samen", "10–16 juni 2024. Met <velen> & zacht.", f"{ORIGIN}/nl/week/2024/"),
    ]


def test_the_calendar_holds_whole_days_that_keep_nobody_busy(campaign: Campaign) -> None:
    week, start = Calendar.from_ical(calendar(campaign, words("nl"), ORIGIN, "Goed Genoeg")).walk("VEVENT")
    assert (week["dtstart"].dt, week["dtend"].dt, week["transp"]) == (date(2024, 6, 10), date(2024, 6, 17), "TRANSPARENT")
    assert (start["dtstart"].dt, start["dtend"].dt, start["location"], start["summary"]) == (
        date(2024, 6, 12),
        date(2024, 6, 13),
        "Gent",
        "Een start, met koffie",
    )
    assert week["uid"] == "week-2024@goed.example"


@pytest.mark.parametrize("code", CODES)
def test_our_own_feed_is_whole_in_every_language(code: str) -> None:
    campaign = read_campaign(ROOT / "content", TODAY)[0]
    read = feedparser.parse(feed(campaign, words(code), ORIGIN, "Goed Genoeg"))
    assert read.bozo is False
    assert {link.rel for link in read.feed.links} == {"self", "alternate"}
    ids = [one.id for one in read.entries]
    assert len(ids) == len(set(ids)) >= 3
    assert [one.id for one in read.entries if not all(one.get(name) for name in NEEDED)] == []
    assert not any("/2027/" in one.id for one in read.entries if all(week.meta.dates is None for week in campaign.weeks if week.meta.year == 2027))


@pytest.mark.parametrize("code", CODES)
def test_our_own_calendar_keeps_to_its_standard(code: str) -> None:
    campaign = read_campaign(ROOT / "content", TODAY)[0]
    data = calendar(campaign, words(code), ORIGIN, "Goed Genoeg")
    lines = data.split(b"\r\n")
    assert b"\n" not in data.replace(b"\r\n", b"")
    assert max(map(len, lines)) <= 75
    assert data.decode()
    events = Calendar.from_ical(data).walk("VEVENT")
    assert [event.errors for event in events if event.errors] == []
    assert len({str(event["uid"]) for event in events}) == len(events) >= 3
    assert all({"uid", "dtstamp", "dtstart", "dtend", "summary", "url"} <= {name.lower() for name in event} for event in events)
