import pytest
from babel import Locale

from imh_parents.i18n.languages import CODES, DEFAULT, LANGUAGES, language


def test_dutch_comes_first() -> None:
    assert (DEFAULT.code, CODES[0]) == ("nl", "nl")


@pytest.mark.parametrize("row", LANGUAGES, ids=lambda row: row.code)
def test_row_says_what_cldr_says(row: object) -> None:
    locale = Locale.parse(row.cldr)
    assert (locale.language, locale.text_direction) == (row.code, {"ltr": "ltr", "rtl": "rtl"}[row.dir])


def test_language_that_is_not_published_raises() -> None:
    with pytest.raises(KeyError):
        language("fr")
