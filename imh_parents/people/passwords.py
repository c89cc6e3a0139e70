"""Passwords: how they are kept, and which are refused. By length and a list that ships; never by which signs are in it."""

import hashlib
import unicodedata
from collections.abc import Iterable
from functools import cache
from itertools import pairwise
from pathlib import Path

from pwdlib import PasswordHash
from pwdlib.hashers.argon2 import Argon2Hasher

LEAST, MOST = 12, 200  # the second keeps a guess from being work for the server
COMMON = Path(__file__).parent / "common.txt"  # made by people/common.py
AROUND = "0123456789 !@#$%^&*()_-+=.,;:?/|~'\"<>[]{}€"
SPELLED = str.maketrans("4@310$5", "aaeioss")
# OWASP's first choice: 19 MiB and two rounds. A guess costs more than the network it came over.
HASHER = PasswordHash((Argon2Hasher(memory_cost=19456, time_cost=2, parallelism=1),))


def weakness(password: str, about: Iterable[str] = ()) -> str | None:
    """Why it may not be used: `short`, `long`, `own` (their name or address is in it), `common`; None when it may."""
    folded = fold(password)
    if len(folded) < LEAST:
        return "short"
    if len(folded) > MOST:
        return "long"
    pieces = {piece for text in about for piece in fold(text).replace("@", " ").replace(".", " ").split() if len(piece) > 3}
    rest = folded
    for piece in pieces:
        rest = rest.replace(piece, "")
    if len(rest) < LEAST - 4:
        return "own"
    return "common" if {folded, bare(folded)} & common() or repeats(folded) else None


def fold(text: str) -> str:
    """As it is compared: the same signs in the same form, case forgotten."""
    return unicodedata.normalize("NFKC", text).casefold()


def bare(folded: str) -> str:
    """The word inside: without figures and signs around it, 4 and @ read as a, 0 as o."""
    return folded.strip(AROUND).translate(SPELLED)


def repeats(text: str) -> bool:
    """Is it nothing but a few signs over and over, or one step after another (abcdef, 13579)?"""
    if any(text == (text[:size] * len(text))[: len(text)] for size in range(1, 5)):
        return True
    steps = {ord(after) - ord(before) for before, after in pairwise(text)}
    return len(steps) == 1


@cache
def common() -> frozenset[str]:
    return frozenset(COMMON.read_text(encoding="utf-8").split())


def keep(password: str) -> str:
    return HASHER.hash(normal(password))


def fits(password: str, kept: str | None) -> bool:
    """Is this the password? Without one to compare it takes as long, so nobody learns which addresses are known."""
    right = HASHER.verify(normal(password), kept or _nobody())
    return right and kept is not None


def normal(password: str) -> str:
    """The bytes that are hashed: keyboards write é in two ways. Longer ones are not read further."""
    return unicodedata.normalize("NFKC", password)[: MOST * 2]


@cache
def _nobody() -> str:
    return HASHER.hash(hashlib.sha256(b"nobody").hexdigest())
