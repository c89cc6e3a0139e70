"""The languages of the app: one row each. Words live in content/, never here."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Language:
    """A published language. `code` is BCP 47 and the first part of every address."""

    code: str
    name: str  # in the language itself
    dir: str  # "ltr" or "rtl"
    og: str  # Open Graph
    cldr: str  # the locale for dates and numbers: Belgian Dutch, British English


LANGUAGES = (
    Language("nl", "Nederlands", "ltr", "nl_BE", "nl_BE"),
    Language("en", "English", "ltr", "en_GB", "en_GB"),
    Language("ar", "العربية", "rtl", "ar_AR", "ar"),
)
DEFAULT = LANGUAGES[0]
CODES = tuple(row.code for row in LANGUAGES)


def language(code: str) -> Language:
    """The row of a language code; KeyError when it is not published."""
    return {row.code: row for row in LANGUAGES}[code]
