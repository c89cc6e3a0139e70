"""How fast somebody may guess: a few mistakes are free, then each costs twice the wait. Pure."""

import hashlib
from datetime import timedelta

FREE_OF_ACCOUNT, FREE_OF_ADDRESS = 5, 20  # a whole team may sit behind one address
LONGEST = timedelta(minutes=15)  # so that nobody can shut a colleague out for a day
FORGOTTEN = timedelta(days=1)


def wait(count: int, free: int) -> timedelta:
    """How long to wait after the `count`th attempt in a row that was not right."""
    over = count - free
    return min(timedelta(seconds=2 ** min(over, 20)), LONGEST) if over >= 0 else timedelta()


def key(kind: str, value: str) -> str:
    """The row an attempt is counted in; what it stands for cannot be read from it at a glance."""
    return hashlib.sha256(f"{kind}:{value}".encode()).hexdigest()
