"""School holidays by the rule, held to what schools published; and public holidays as the library knows them."""

from datetime import date, datetime, time, timedelta
from itertools import pairwise

import pytest

from imh_parents.village.holidays import school_holidays, with_dates
from imh_parents.village.hours import BRUSSELS, is_open

# As published, first and last day: hbvl.be on 2 September 2019; ptsmechelen.be for 2022-2023 and 2023-2024; staproeselare.be and
# akademiemeise.be for 2025-2026. Read on 22 November 2026.
PUBLISHED = {
    "autumn 2019": ("2019-10-28", "2019-11-03"),
    "Christmas 2019": ("2019-12-23", "2020-01-05"),
    "spring 2020": ("2020-02-24", "2020-03-01"),
    "Easter 2020": ("2020-04-06", "2020-04-19"),
    "summer 2020": ("2020-07-01", "2020-08-31"),
    "autumn 2022": ("2022-10-31", "2022-11-06"),
    "Christmas 2022, on a Sunday": ("2022-12-26", "2023-01-08"),
    "spring 2023": ("2023-02-20", "2023-02-26"),
    "Easter 2023": ("2023-04-03", "2023-04-16"),
    "autumn 2023": ("2023-10-30", "2023-11-05"),
    "Christmas 2023": ("2023-12-25", "2024-01-07"),
    "spring 2024": ("2024-02-12", "2024-02-18"),
    "Easter 2024, in March": ("2024-04-01", "2024-04-14"),
    "autumn 2025": ("2025-10-27", "2025-11-02"),
    "Christmas 2025": ("2025-12-22", "2026-01-04"),
    "spring 2026": ("2026-02-16", "2026-02-22"),
    "Easter 2026": ("2026-04-06", "2026-04-19"),
    "summer 2026": ("2026-07-01", "2026-08-31"),
}


@pytest.mark.parametrize("name", PUBLISHED)
def test_the_rule_gives_what_was_published(name: str) -> None:
    first, last = PUBLISHED[name]
    assert (date.fromisoformat(first), date.fromisoformat(last)) in school_holidays(int(first[:4]))


@pytest.mark.parametrize("year", range(2015, 2050))
def test_every_year_has_its_holidays_in_order_and_apart(year: int) -> None:
    found = [*school_holidays(year), *school_holidays(year + 1)]
    assert found == sorted(found)
    assert all(last < first for (_, last), (first, _) in pairwise(found))
    assert [(last - first).days + 1 for first, last in found[:5]] == [7, 14, 62, 7, 14]
    assert all(first.weekday() == 0 for index, (first, _) in enumerate(found[:5]) if index != 2)


def test_the_school_year_of_2026_and_2027() -> None:
    """1 November 2026 is a Sunday, and Easter 2027 is in March: the two exceptions in one year."""
    autumn, christmas = school_holidays(2026)[3:]
    spring, easter = school_holidays(2027)[:2]
    assert [day.isoformat() for span in (autumn, christmas, spring, easter) for day in span] == [
        "2026-11-02", "2026-11-08", "2026-12-21", "2027-01-03", "2027-02-08", "2027-02-14", "2027-03-29", "2027-04-11",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("hours", "day", "expected"),
    [
        ("Mo-Fr 09:00-12:00; SH off", "2026-11-04", False),  # in the autumn holidays
        ("Mo-Fr 09:00-12:00; SH off", "2026-11-16", True),
        ("Mo-Fr 09:00-12:00; SH off", "2026-12-31", False),
        ("Mo-Fr 09:00-12:00; SH off", "2027-01-02", False),  # begun the year before
        ("Mo-Fr 14:00-16:00; SH Mo-Fr 10:00-12:00", "2026-12-22", True),
        ("Mo-Fr 14:00-16:00; SH Mo-Fr 10:00-12:00", "2026-12-15", False),
        ("Mo-Fr 09:00-12:00; PH,SH off", "2026-11-11", False),
        ("Mo-Fr 09:00-12:00; SH,PH off", "2026-12-25", False),
        ("Mo-Fr 09:00-12:00; PH off", "2026-12-22", True),
        ("Mo-Fr,SH 09:00-12:00", "2026-11-16", None),  # said in a way we cannot put dates for
        ('Mo-Fr 09:00-12:00 "niet in SH"', "2026-11-16", None),
    ],
)
def test_hours_in_school_holidays(hours: str, day: str, expected: bool | None) -> None:
    moment = datetime.combine(date.fromisoformat(day), time(10, 30), BRUSSELS)
    assert is_open(hours, moment) is expected


def test_hours_without_school_holidays_stay_as_they_are() -> None:
    assert with_dates("Mo-Fr 09:00-12:00; PH off", date(2026, 11, 22)) == "Mo-Fr 09:00-12:00; PH off"


def test_public_holidays_are_those_of_belgium() -> None:
    days = [date(2027, 1, 1) + timedelta(n) for n in range(365)]
    off = [day.strftime("%d-%m") for day in days if not is_open("Mo-Su 09:00-10:00; PH off", datetime.combine(day, time(9, 30), BRUSSELS))]
    sundays = {"28-03"}  # Easter itself
    assert sorted(set(off) - sundays) == sorted(["01-01", "29-03", "01-05", "06-05", "17-05", "21-07", "15-08", "01-11", "11-11", "25-12"])
