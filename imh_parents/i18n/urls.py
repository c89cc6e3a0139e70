"""Addresses. The words in a path are the same in every language; the language is the first part."""

from imh_parents.i18n.languages import CODES


def address(language: str, *parts: str) -> str:
    """`address("nl", "kaart", "huilen")` is `/nl/kaart/huilen/`."""
    return "/" + "".join(f"{part}/" for part in (language, *parts))


def alternates(*parts: str, languages: tuple[str, ...] = CODES) -> dict[str, str]:
    """The same page in each of `languages`, by language code."""
    return {code: address(code, *parts) for code in languages}
