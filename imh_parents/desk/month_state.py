"""The calendar of messages, a month at a time."""

from collections import defaultdict
from datetime import UTC, date, datetime

from imh_parents.desk.calendar import Day, Entry, month, step, title
from imh_parents.desk.campaign_words import STATE_WORDS
from imh_parents.desk.state import Desk, may, reading
from imh_parents.desk.words import HERE, t
from imh_parents.people.roles import CAMPAIGN
from imh_parents.push import store
from imh_parents.push.messages import Stored


class Month(Desk):
    """The month that is looked at. The message that is open is a substate, so that a change of it shows here."""

    year: int = 0
    number: int = 0
    month_title: str = ""
    days: list[Day] = []
    loose: list[Entry] = []  # without a moment

    @may(CAMPAIGN)
    async def load(self) -> None:
        if not self.year:
            today = datetime.now(HERE).date()
            self.year, self.number = today.year, today.month
        await self._calendar()

    @may(CAMPAIGN)
    async def turn(self, by: int) -> None:
        self.year, self.number = step(self.year, self.number, max(-12, min(12, by)))
        await self._calendar()

    async def _calendar(self) -> None:
        async with reading() as conn:
            found = await store.messages(conn)
        by_day: dict[date, list[Entry]] = defaultdict(list)
        for one in sorted((one for one in found if one.draft.due), key=lambda one: one.draft.due or datetime.now(UTC)):
            moment = (one.draft.due or datetime.now(UTC)).astimezone(HERE)
            by_day[moment.date()].append(Entry(one.id, moment.strftime("%H:%M"), _title(one), one.state, STATE_WORDS[one.state]))
        self.loose = [Entry(one.id, "", _title(one), one.state, STATE_WORDS[one.state]) for one in found if not one.draft.due]
        self.days, self.month_title = month(self.year, self.number, by_day, datetime.now(HERE).date()), title(self.year, self.number)


def _title(one: Stored) -> str:
    """A message nobody gave words yet is called by none of its numbers."""
    return t("Nieuw bericht") if one.title == one.id else one.title
