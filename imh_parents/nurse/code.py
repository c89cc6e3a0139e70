"""A nurse's set as a code, and back: web/set-code.js in Python, for codes on paper and the named sets of a team. Pure.

How a code is put together stands in that module. tests/web/set-golden.json holds both to it, for ever.
"""

import base64
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from imh_parents.nurse.models import HIGHEST, LONGEST_NOTE, MOST_CARDS, MOST_HELP

PLAIN, WITH_PLACES, TEAM = "1", "2", "t"
LONGEST = 700
SUM = 6
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
TEAM_ID = re.compile(r"[A-Za-z0-9_-]{6}")


class CodeError(ValueError):
    """`fault` is `damaged`, `newer`, or `no-set` for what never was one."""

    def __init__(self, fault: str) -> None:
        super().__init__(fault)
        self.fault = fault


@dataclass(frozen=True)
class NurseSet:
    """What a code holds, in the numbers of content/nurse/numbers.yaml; `note` is 0, the number of a fixed one, or the nurse's own words."""

    language: str
    cards: tuple[int, ...]
    lines: tuple[int, ...] = ()
    places: tuple[int, ...] = ()
    moment: int = 0
    note: int | str = 0


def encode(value: NurseSet, team: str = "") -> str:
    """The code of a set; `team` are the six letters of a team's named set. CodeError when it is no set."""
    parts = (value.cards, value.lines, value.places)
    help_ = len(value.lines) + len(value.places)
    if not re.fullmatch(r"[a-z]{2}", value.language) or not 1 <= len(value.cards) <= MOST_CARDS or help_ > MOST_HELP:
        raise CodeError("no-set")
    if any(len(set(part)) != len(part) or not all(part) for part in parts) or (team and not TEAM_ID.fullmatch(team)):
        raise CodeError("no-set")
    first, second = (ord(letter) - ord("a") for letter in value.language)
    head = (first * 26 + second) * 64 + len(value.cards) * 8 + len(value.lines)
    found = [head >> 8, head & 255, *_small(value.moment), *([len(value.places)] if value.places else [])]
    found += [byte for part in parts for number in part for byte in _small(number)]
    if isinstance(value.note, str):
        words = tidy_note(value.note)
        found += [0, *words.encode()] if words else []
    elif value.note:
        found += _small(value.note)
    text = base64.urlsafe_b64encode(bytes(found)).decode().rstrip("=")
    body = (TEAM + team if team else "") + (WITH_PLACES if value.places else PLAIN) + text
    return body + _sum(body)


def decode(code: str) -> tuple[NurseSet, str]:
    """The set and the letters of its team (or ""). CodeError says what is wrong with the code."""
    body = code[:-SUM]
    if len(code) > LONGEST or not re.fullmatch(r"[A-Za-z0-9_-]{8,}", code) or _sum(body) != code[-SUM:]:
        raise CodeError("damaged")
    team = body[1:7] if body.startswith(TEAM) else ""
    version, text = (body[7:8], body[8:]) if team else (body[:1], body[1:])
    if version not in (PLAIN, WITH_PLACES):
        raise CodeError("newer")
    try:
        found = _unpacked(base64.urlsafe_b64decode(text + "=" * (-len(text) % 4)), version == WITH_PLACES)
        whole = encode(found, team) == code
    except ValueError:  # also CodeError, UnicodeDecodeError and binascii.Error
        whole = False
    if not whole:
        raise CodeError("damaged")
    return found, team


def tidy_note(text: str) -> str:
    """A note as a code can hold it: one line, no hidden signs, not too long."""
    hidden = "".join(" " if unicodedata.category(sign) in ("Cc", "Cs") or sign in "\ufeff" else sign for sign in text)
    return " ".join(hidden.split())[:LONGEST_NOTE].strip()


def _small(number: int) -> list[int]:
    if not 0 <= number <= HIGHEST:
        raise CodeError("no-set")
    return [number] if number < 128 else [(number & 127) | 128, number >> 7]


def _sum(text: str) -> str:
    """FNV-1a of 32 bits in six letters."""
    value = 0x811C9DC5
    for letter in text:
        value = ((value ^ ord(letter)) * 0x01000193) & 0xFFFFFFFF
    return "".join(LETTERS[value >> 6 * (SUM - 1 - at) & 63] for at in range(SUM))


def _unpacked(data: bytes, has_places: bool) -> NurseSet:
    left = iter(data)
    head = _byte(left) << 8 | _byte(left)
    language = chr(ord("a") + (head >> 6) // 26) + chr(ord("a") + (head >> 6) % 26)
    moment = _number(left)
    count = _byte(left) if has_places else 0
    cards, lines, places = (tuple(_number(left) for _ in range(length)) for length in (head >> 3 & 7, head & 7, count))
    rest = bytes(left)
    note: int | str = 0
    if rest:
        tail = iter(rest)
        note = _number(tail) or bytes(tail).decode()
    return NurseSet(language, cards, lines, places, moment, note)


def _byte(left: Iterator[int]) -> int:
    byte = next(left, None)
    if byte is None:
        raise CodeError("damaged")
    return byte


def _number(left: Iterator[int]) -> int:
    low = _byte(left)
    return low if low < 128 else low & 127 | _byte(left) << 7
