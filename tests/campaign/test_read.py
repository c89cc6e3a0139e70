from datetime import date
from pathlib import Path

import pytest

from imh_parents.campaign.checks import campaign_faults
from imh_parents.campaign.models import AUDIENCES, Campaign
from imh_parents.campaign.read import read_campaign
from imh_parents.faults import Fault, Level
from imh_parents.settings import ROOT
from tests.campaign.samples import write_campaign
from tests.samples import card

TODAY = date(2026, 11, 22)
HERE = "content/campaign/2024"


@pytest.fixture
def year(tmp_path: Path) -> Path:
    return write_campaign(tmp_path / "content")


def read(year: Path, today: date = TODAY) -> tuple[Campaign, list[Fault]]:
    return read_campaign(year.parents[1], today)


def change(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def test_a_week_is_read_with_its_days_and_the_text_of_every_day(year: Path) -> None:
    campaign, faults = read(year)
    assert faults == []
    (week,) = campaign.weeks
    assert [(day.meta.id, week.date_of(day)) for day in week.days] == [("samen", date(2024, 6, 10))]
    assert [item.label for item in week.days[0].text("nl").doing.items] == list(AUDIENCES)
    assert campaign.about is not None
    assert [one.words["nl"] for one in campaign.thanks] == ["Dank je."]


def test_content_without_weeks_is_no_fault(tmp_path: Path) -> None:
    assert read_campaign(tmp_path, TODAY) == (Campaign(), [])


@pytest.mark.parametrize(
    ("old", "new", "field", "problem"),
    [
        ("state: archive", "state: draft", "", "a draft has no dates"),
        ("state: archive\ndates: {first: 2024-06-10, last: 2024-06-16}", "state: planned", "", "planned without dates"),
        ("first: 2024-06-10", "first: 2024-06-17", "dates", "last is not 1 to 14 days from first"),
        ("first: 2024-06-10, last: 2024-06-16", "first: 2023-06-10, last: 2023-06-16", "", "the dates are not in 2024"),
        ("year: 2024", "jaar: 2024", "jaar", "is not a field here"),
        ("ar: بداية.", "fr: Début.", "happenings[1].what", "misses the translation in ar"),
        ('url: "https://www.opgroeien.be"', "url: opgroeien", "sources[1].url", "'opgroeien' is not a web address"),
        ("on: 2024-06-12", "until: 2024-06-12", "happenings[1]", "until is not after on"),
        ("page: bedankt", "page: winkel", "messages[1].page", "'winkel' is not known"),
    ],
)
def test_a_mistake_in_a_week_is_named_where_it_stands(year: Path, old: str, new: str, field: str, problem: str) -> None:
    change(year / "campaign.yaml", old, new)
    assert (field, problem) in [(fault.field, fault.problem) for fault in read(year)[1]]


def test_a_week_without_one_of_its_languages_is_a_fault(year: Path) -> None:
    (year / "samen" / "ar.md").unlink()
    assert read(year)[1] == [Fault(f"{HERE}/samen", 0, "ar", "misses the text ar.md", "Write it; a week is complete in each language")]


def test_a_day_topic_speaks_to_everybody(year: Path) -> None:
    change(year / "samen" / "nl.md", "- **beleid:** kijk even.\n", "")
    campaign, faults = read(year)
    assert [(fault.path, fault.problem) for fault in faults] == [(f"{HERE}/samen/nl.md", "does not say what each can do")]
    assert campaign.weeks[0].days == ()


def test_what_took_place_stands_in_the_happenings(year: Path) -> None:
    change(year / "en.md", "Een week.", "A week.\n\n## What took place\nA talk.")
    assert [(fault.path, fault.problem) for fault in read(year)[1]] == [(f"{HERE}/en.md", "is not one text without headings")]


def test_two_topics_on_one_day_are_a_fault(year: Path) -> None:
    second = year / "weer-samen"
    second.mkdir()
    for file in (year / "samen").iterdir():
        (second / file.name).write_text(file.read_text(encoding="utf-8").replace("id: samen", "id: weer-samen"), encoding="utf-8")
    assert [(fault.path, fault.problem) for fault in read(year)[1]] == [(f"{HERE}/weer-samen", "1 has two topics")]


def test_thanks_that_are_too_long_are_a_fault(year: Path) -> None:
    change(year.parent / "bedankt.yaml", "Dank je.", "Dank je wel. " * 8)
    assert [fault.problem for fault in read(year)[1]] == ["is longer than 80 signs in nl"]


def test_a_week_is_no_archive_before_it_is_over(year: Path) -> None:
    assert [(fault.field, fault.problem) for fault in read(year, date(2024, 6, 16))[1]] == [("state", "archive, but the week is not over")]
    assert read(year, date(2024, 6, 17))[1] == []


def test_a_planned_week_that_is_over_is_only_a_remark(year: Path) -> None:
    change(year / "campaign.yaml", "state: archive", "state: planned")
    assert [(fault.problem, fault.level) for fault in read(year)[1]] == [("planned, but the week is over", Level.REMARK)]


def faults(year: Path, slugs: set[str], drawings: set[str], **meta: str) -> list[tuple[str, str]]:
    cards = {"even-samen": card(**meta)}
    return [(fault.field, fault.problem) for fault in campaign_faults(read(year)[0], cards, slugs, drawings)]


def test_a_week_leads_to_what_is_there(year: Path) -> None:
    assert faults(year, {"even-samen"}, {"h1", "h2"}) == []
    assert faults(year, set(), {"h1"}) == [("drawing", "'h2' is not a drawing"), ("cards", "'even-samen' is not a card")]


def test_a_day_topic_shows_no_heavy_card(year: Path) -> None:
    assert faults(year, {"even-samen"}, {"h1", "h2"}, intensity="zorg") == [("cards", "'even-samen' is too heavy to show unasked")]


def test_a_message_fits_its_week(year: Path) -> None:
    change(year / "campaign.yaml", "    day: 1\n", "    day: 8\n    bands: [0-7-weken]\n    card: weg\n")
    problems = [problem for _, problem in faults(year, {"even-samen"}, {"h1", "h2"})]
    assert problems == ["is for day 8 of 7", "'weg' is not a card", "'0-7-weken' is not an age band"]


def test_the_archive_has_the_weeks_as_they_were_and_no_draft_has_a_date() -> None:
    campaign, found = read_campaign(ROOT / "content", TODAY)
    assert [fault for fault in found if fault.level is Level.FAULT] == []
    dates = {week.meta.year: (week.meta.dates.first, week.meta.dates.last) for week in campaign.weeks if week.meta.dates}
    assert (
        dates | {2022: (date(2022, 6, 13), date(2022, 6, 19)), 2023: (date(2023, 6, 12), date(2023, 6, 18)), 2024: (date(2024, 6, 10), date(2024, 6, 16))}
        == dates
    )
    assert len(campaign.thanks) >= 12
    assert all(week.meta.dates is None for week in campaign.weeks if week.meta.state == "draft")
