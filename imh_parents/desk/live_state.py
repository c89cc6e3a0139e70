"""How the open message goes out, asked for again every few seconds."""

from dataclasses import dataclass
from datetime import UTC, datetime

from imh_parents.desk.campaign_state import Campaign
from imh_parents.desk.campaign_words import OUTCOME_WORDS, STATE_WORDS
from imh_parents.desk.state import changing, may, reading
from imh_parents.desk.words import t, when
from imh_parents.people.roles import CAMPAIGN
from imh_parents.push import control, store
from imh_parents.push.progress import Lane, progress
from imh_parents.push.services import service_of

ROWS = ("sent", "open", "gone", "expired", "failed", "stopped")


@dataclass
class Service:
    """One push service, in words."""

    origin: str
    name: str
    words: str
    trouble: str
    stopped: bool


@dataclass
class Outcome:
    """How many had this outcome."""

    words: str
    count: int


class Live(Campaign):
    """A substate, so that it sees which message is open."""

    total: int = 0
    settled: int = 0
    rate: int = 0
    outcomes: list[Outcome] = []
    services: list[Service] = []

    @may(CAMPAIGN)
    async def look(self) -> None:
        if not self.id:
            return
        async with reading() as conn:
            found = await progress(conn, self.id, datetime.now(UTC))
            message = await store.get(conn, self.id)
        if message and message.version == self.version:
            self.state, self.state_words = message.state, STATE_WORDS[message.state]
        elif message and not self.clash and not self.said:
            self.said = t("Iemand veranderde dit bericht intussen. Bewaar je, dan zie je wat er anders is.")
        self.total, self.settled, self.rate = found.total, found.settled, found.rate
        self.outcomes = [Outcome(OUTCOME_WORDS[name], found.states[name]) for name in ROWS if found.states[name]]
        self.services = [_service(lane) for lane in found.lanes]

    @may(CAMPAIGN)
    async def start_lane(self, origin: str) -> None:
        async with changing("lane-started", origin) as conn:
            await control.start_lane(conn, origin, datetime.now(UTC))
        await self.look()


def _service(lane: Lane) -> Service:
    known = service_of(lane.origin)
    words = t.list([f"{lane.states[name]} {OUTCOME_WORDS[name]}" for name in ROWS if lane.states[name]])
    rests = t("rust tot {moment}", moment=when(lane.paused_until)) if lane.paused_until else ""
    refuses = t("weigert: {why}", why=lane.trouble or "") if lane.stopped else ""
    return Service(lane.origin, known.name if known else lane.origin, words, refuses or rests, lane.stopped)
