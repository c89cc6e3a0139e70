"""Opening hours: what finders get wrong most of all."""

from datetime import UTC, datetime

import pytest

from imh_parents.village.hours import is_open, osm, schedules
from imh_parents.village.hsds import Schedule


def at(text: str) -> datetime:
    return datetime.fromisoformat(text)


@pytest.mark.parametrize(
    ("hours", "moment", "expected"),
    [
        ("Mo-Fr 09:00-12:00", "2026-11-23T09:00:00+01:00", True),
        ("Mo-Fr 09:00-12:00", "2026-11-23T12:00:00+01:00", False),
        ("Mo-Fr 09:00-12:00", "2026-11-23T08:30:00+00:00", True),
        ("Mo-Fr 09:00-12:00; PH off", "2026-12-25T10:00:00+01:00", False),  # Christmas, a Friday
        ("Mo-Fr 09:00-12:00; PH off", "2026-07-21T10:00:00+02:00", False),  # the national holiday, a Tuesday
        ("Mo-Fr 22:00-02:00", "2026-11-24T01:00:00+01:00", True),  # past midnight
        ("Mo[1] 14:00-16:00", "2026-12-07T15:00:00+01:00", True),
        ("Mo[1] 14:00-16:00", "2026-12-14T15:00:00+01:00", False),
        ("24/7", "2026-03-29T02:30:00+01:00", True),  # the hour that does not exist
        ("Mo 09:00-12:00 unknown", "2026-11-23T10:00:00+01:00", None),
        ("op afspraak", "2026-11-23T10:00:00+01:00", None),
        (None, "2026-11-23T10:00:00+01:00", None),
    ],
)
def test_is_open(hours: str | None, moment: str, expected: bool | None) -> None:
    assert is_open(hours, at(moment)) is expected


def test_plain_hours_become_weekly_schedules_and_come_back_whole() -> None:
    text = "Mo-We,Fr 09:00-12:00,13:00-16:00; PH off"
    made = schedules(text, "x")
    assert [(row.get("byday"), row.get("opens_at"), row.get("closes_at")) for row in made[1:]] == [
        ("MO,TU,WE,FR", "09:00", "12:00"),
        ("MO,TU,WE,FR", "13:00", "16:00"),
    ]
    assert osm(Schedule.model_validate(row) for row in made) == text


def test_hours_that_are_not_plain_are_only_carried() -> None:
    assert [row["description"] for row in schedules("Mo[1] 14:00-16:00", "x")] == ["Mo[1] 14:00-16:00"]
    assert schedules(None, "x") == []


def test_hsds_schedules_of_others() -> None:
    rule = {"freq": "WEEKLY", "byday": "TH,FR", "opens_at": "10:00:00", "closes_at": "18:00:00"}
    assert osm([Schedule.model_validate({"id": "1"} | rule)]) == "Th,Fr 10:00-18:00"
    two = [Schedule.model_validate({"id": "1"} | rule), Schedule.model_validate({"id": "2"} | rule | {"opens_at": "19:00", "closes_at": "20:00"})]
    text = osm(two)
    assert is_open(text, datetime(2026, 11, 26, 18, 30, tzinfo=UTC)) is True
    assert is_open(text, datetime(2026, 11, 26, 9, 30, tzinfo=UTC)) is True
    assert osm([Schedule.model_validate({"id": "1"} | rule | {"freq": "MONTHLY", "bymonthday": "1"})]) is None
    assert osm([Schedule.model_validate({"id": "1"} | rule | {"valid_to": "2026-12-31"})]) is None
    assert osm([]) is None
