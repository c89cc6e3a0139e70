"""What a phone looks up says the same as the library does, at every hour of the year."""

from datetime import UTC, date, datetime, timedelta

import pytest

from imh_parents.village.hours import BRUSSELS, reader
from imh_parents.village.times import Times, times

DAY = date(2026, 11, 22)
TEXTS = (
    "24/7",
    "Mo-Fr 09:00-12:00; PH off",
    "Mo-Fr 09:00-12:00,13:00-16:30; SH off; PH off",
    "Mo-Fr 14:00-16:00; SH Mo-Fr 10:00-12:00",
    "Mo-Sa 22:00-02:00",
    "Fr 20:00-26:00; PH 10:00-11:00",
    "Mo[1],We[-1] 14:00-16:00",
    "week 1-53/2 Mo 10:00-11:00",
    "Apr-Sep Sa 10:00-12:00; Oct-Mar Sa 11:00-12:00",
)


def open_on_the_phone(found: Times, moment: datetime) -> bool:
    """As web/finder/open.js does."""
    local = moment.astimezone(BRUSSELS)
    spans = found["days"].get(local.date().isoformat(), found["week"][local.weekday()]).split()
    return any(span[:4] <= f"{local:%H%M}" < span[5:] for span in spans)


@pytest.mark.parametrize("text", TEXTS)
def test_the_phone_knows_what_the_library_knows(text: str) -> None:
    found, library = times(text, DAY), reader(text, DAY)
    assert found is not None and library is not None
    moments = [datetime(2026, 11, 22, tzinfo=UTC) + timedelta(minutes=29 * n) for n in range(365 * 49)]
    last = datetime.combine(date.fromisoformat(found["until"]), datetime.min.time(), BRUSSELS)
    wrong = [moment for moment in moments if moment < last and open_on_the_phone(found, moment) is not library.is_open(moment.astimezone(BRUSSELS))]
    assert wrong[:3] == []


@pytest.mark.parametrize(
    "text", [None, "op afspraak", "Mo 09:00-10:00 unknown", "Mo-Fr 09:00-10:00; Sa 09:00-10:00 unknown", "PH off", "PH,SH off", "Mo-Fr,SH 09:00-10:00"]
)
def test_what_nobody_knows_is_not_worked_out(text: str | None) -> None:
    assert times(text, DAY) is None


def test_only_days_that_differ_are_named() -> None:
    found = times("Mo-Fr 09:00-12:00; PH off", DAY)
    assert found is not None
    assert found["week"] == ["0900-1200"] * 5 + ["", ""]
    assert list(found["days"]) == ["2026-12-25", "2027-01-01", "2027-03-29", "2027-05-06", "2027-05-17", "2027-07-21", "2027-11-01", "2027-11-11"]
    assert set(found["days"].values()) == {""}
    assert found["until"] == "2027-11-28"


def test_past_midnight_is_of_two_days() -> None:
    found = times("Fr 22:00-02:00", DAY)
    assert found is not None
    assert found["week"] == ["", "", "", "", "2200-2400", "0000-0200", ""]
