from imh_parents.i18n.urls import address, alternates


def test_address_begins_with_the_language_and_ends_with_a_slash() -> None:
    assert (address("nl", "kaart", "huilen"), address("ar")) == ("/nl/kaart/huilen/", "/ar/")


def test_alternates_are_the_same_page_in_every_language() -> None:
    assert alternates("hulp") == {"nl": "/nl/hulp/", "en": "/en/hulp/", "ar": "/ar/hulp/"}


def test_alternates_keep_to_the_languages_given() -> None:
    assert alternates("kaart", "x", languages=("nl", "en")) == {"nl": "/nl/kaart/x/", "en": "/en/kaart/x/"}
