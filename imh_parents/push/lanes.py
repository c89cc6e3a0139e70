"""A lane is the road to one push service: how fast it may be used, when it rests, and what an answer means. Pure: clock and chance are arguments.

The rate is kept as one moment a lane (GCRA, the token bucket written as a time), so that any number of workers can share it through the database.
"""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

from imh_parents.push.schedule import next_quiet

TRIES = 6
LONGEST_PAUSE = timedelta(days=1)  # whatever a service says, it is asked again tomorrow
REFUSED, TOO_LARGE = (401, 403), 413
SEVERAL, LATELY = 5, timedelta(hours=1)  # so many subscriptions got the same no, and nobody a yes: then it is said of all


@dataclass(frozen=True)
class Pace:
    """How long things may take; tests are faster."""

    again: timedelta = timedelta(seconds=30)  # the first wait before trying again, doubled each time
    timeout: timedelta = timedelta(seconds=20)  # for one request
    lease: timedelta = timedelta(seconds=60)  # for a batch: longer than its requests and its outcomes take
    batch: int = 200
    rest: timedelta = timedelta(seconds=60)  # of a lane, after "too many" without a time


@dataclass(frozen=True)
class Answer:
    """What came back; no status when nothing did."""

    status: int | None
    retry_after: str | None = None
    never: bool = False  # the address is none that can be written to


@dataclass(frozen=True)
class Outcome:
    """What becomes of a delivery: `open` ones are tried again at `due`. Beside that a lane may rest; what is said of all, closing.py finds out."""

    state: str
    status: int | None = None
    due: datetime | None = None
    tried: bool = True  # counts as a try
    pause: datetime | None = None


def judge(answer: Answer, tries: int, until: datetime, now: datetime, chance: float, pace: Pace) -> Outcome:
    """RFC 8030, and what each service documents. `tries` is the number of earlier ones."""
    status = answer.status
    if status in (200, 201, 202, 204):
        return Outcome("sent", status)
    if status in (404, 410):
        return Outcome("gone", status)
    if answer.never or (status is not None and status < 500 and status not in (408, 429)):
        return Outcome("failed", status)
    rest = rests_until(answer.retry_after, now)
    if rest and rest > now and status in (429, 503):
        return _later(Outcome("open", status, rest, tried=False, pause=rest), until)
    pause = now + pace.rest if status == 429 else None
    if tries + 1 >= TRIES:
        return Outcome("failed", status, pause=pause)
    return _later(Outcome("open", status, max(now + back_off(tries, chance, pace), pause or now), pause=pause), until)


def back_off(tries: int, chance: float, pace: Pace) -> timedelta:
    """30 s x 2^n, and up to half of that more or less, so that not all come back at once."""
    return pace.again * (2.0**tries * (0.5 + chance))


def rests_until(retry_after: str | None, now: datetime) -> datetime | None:
    """Retry-After in seconds or as a date (RFC 9110, 10.2.3); None when there is none that can be read."""
    if not retry_after:
        return None
    text = retry_after.strip()
    if text.isascii() and text.isdigit():
        return now + min(timedelta(seconds=int(text[:9])), LONGEST_PAUSE)
    try:
        moment = parsedate_to_datetime(text)
    except ValueError:
        return None
    return min(max(moment.replace(tzinfo=moment.tzinfo or UTC), now), now + LONGEST_PAUSE)


def allowed(free: datetime | None, now: datetime, rate: float, burst: int) -> tuple[int, datetime]:
    """How many may go now, at most `burst`; and the moment at which half of a burst may, for small claims cost as much as large ones."""
    start = _start(free, now, rate, burst)
    return int((now - start).total_seconds() * rate + 1e-6), start + timedelta(seconds=max(1, burst // 2) / rate)


def spend(free: datetime | None, now: datetime, rate: float, burst: int, count: int) -> datetime:
    """The lane's next free moment after `count` went."""
    return _start(free, now, rate, burst) + timedelta(seconds=count / rate)


def _start(free: datetime | None, now: datetime, rate: float, burst: int) -> datetime:
    full = now - timedelta(seconds=burst / rate)
    return max(free or full, full)


def ttl(until: datetime, now: datetime) -> int:
    """Seconds the service may keep it: a phone that comes on in the night is not to ring then. The inbox has the message all the same."""
    return max(0, int((min(until, next_quiet(now)) - now).total_seconds()))


def _later(outcome: Outcome, until: datetime) -> Outcome:
    if outcome.due is not None and outcome.due >= until:
        return Outcome("expired", outcome.status, pause=outcome.pause)
    return outcome
