"""How long and how hard a text is, by language. Pure.

Words and sentences are counted as a reader would; the Dutch ease score is Flesch in Douma's version (1960):
206.84 - 0.77 x syllables per 100 words - 0.93 x words per sentence. 100 is very easy, below 60 is hard.
"""

import re
from dataclasses import dataclass

WORD = re.compile(r"[\w’'-]*\w[\w’'-]*")
SENTENCE_END = re.compile(r"(?<=[.!?؟])[’”»]?\s+|\n+")
SYLLABLE = re.compile(r"aai|ooi|oei|eeu|ieu|aa|ee|oo|uu|ie|oe|eu|ui|ei|ij|au|ou|[aeiouyáéèëïöüó]", re.I)


@dataclass(frozen=True)
class Bounds:
    """What a language asks of a card. Word counts count everything a parent reads or hears."""

    card: tuple[int, int]
    mean_sentence: float
    longest_sentence: int
    parts: dict[str, tuple[int, int]]
    ease: float | None = None  # Flesch-Douma, only where the formula holds


DUTCH_PARTS = {
    "title": (3, 10),
    "number": (8, 25),
    "baby": (8, 14),
    "reassure": (6, 16),
    "opening": (25, 60),
    "try": (18, 45),
    "repair": (12, 30),
    "help": (30, 55),
}


def _wider(parts: dict[str, tuple[int, int]], low: float, high: float) -> dict[str, tuple[int, int]]:
    return {name: (int(a * low), round(b * high)) for name, (a, b) in parts.items()}


# A translation keeps the thought, not the number of words: English runs a little longer, Arabic joins small words.
BOUNDS = {
    "nl": Bounds((120, 180), 12, 20, DUTCH_PARTS, ease=70),
    "en": Bounds((110, 215), 14, 24, _wider(DUTCH_PARTS, 0.8, 1.35)),
    "ar": Bounds((85, 190), 14, 24, _wider(DUTCH_PARTS, 0.5, 1.3)),
}


def words(text: str) -> list[str]:
    return WORD.findall(text)


def sentences(text: str) -> list[str]:
    """Sentences with at least one word, marks and line ends removed."""
    return [part.strip() for part in SENTENCE_END.split(text) if part and words(part)]


def mean_sentence(text: str) -> float:
    parts = sentences(text)
    return len(words(text)) / len(parts) if parts else 0.0


def ease(text: str) -> float:
    """Flesch-Douma reading ease of a Dutch text, with syllables counted as vowel groups."""
    found = words(text)
    if not found:
        return 100.0
    syllables = sum(max(1, len(SYLLABLE.findall(word))) for word in found)
    return 206.84 - 77 * syllables / len(found) - 0.93 * mean_sentence(text)


def long_words(text: str, free: frozenset[str] = frozenset()) -> list[str]:
    """Different words of more than 14 letters, in order of appearance."""
    seen = dict.fromkeys(word.lower() for word in words(text) if len(word) > 14)
    return [word for word in seen if word not in free]
