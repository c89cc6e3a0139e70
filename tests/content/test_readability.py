import pytest
from hypothesis import given
from hypothesis import strategies as st

from imh_parents.content.readability import BOUNDS, DUTCH_PARTS, Bounds, ease, long_words, mean_sentence, sentences, words
from imh_parents.i18n.languages import CODES

TEXT = st.text(alphabet="abeijou .,!?؟’‘'-\n")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Je baby huilt.", ["Je", "baby", "huilt"]),
        ("foto’s, ’s avonds, oma's", ["foto’s", "’s", "avonds", "oma's"]),
        ("in-en-uit 38 graden", ["in-en-uit", "38", "graden"]),
        ("طفلك يبكي؟", ["طفلك", "يبكي"]),
        ("… – !", []),
    ],
)
def test_words_are_counted_as_a_reader_would(text: str, found: list[str]) -> None:
    assert words(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Een. Twee! Drie?", ["Een.", "Twee!", "Drie?"]),
        ("Zeg: ‘Ik was op.’ Wacht dan.", ["Zeg: ‘Ik was op.", "Wacht dan."]),
        ("Zonder punt\nNog een regel", ["Zonder punt", "Nog een regel"]),
        ("هل يبكي؟ نعم.", ["هل يبكي؟", "نعم."]),
        ("… \n !", []),
        ("", []),
    ],
)
def test_sentences_end_at_marks_and_lines(text: str, found: list[str]) -> None:
    assert sentences(text) == found


@given(TEXT)
def test_sentences_together_hold_every_word_once(text: str) -> None:
    assert [word for sentence in sentences(text) for word in words(sentence)] == words(text)


def test_mean_sentence_is_words_by_sentences() -> None:
    assert (mean_sentence("Een twee drie. Vier."), mean_sentence("")) == (2.0, 0.0)


@pytest.mark.parametrize(
    ("text", "score"),
    [
        ("De kat zit op de mat.", 206.84 - 77 * 6 / 6 - 0.93 * 6),
        ("Moeilijke verantwoordelijkheden.", 206.84 - 77 * 10 / 2 - 0.93 * 2),
        ("Bloeien. Nieuw. Aait.", 206.84 - 77 * 4 / 3 - 0.93 * 1),
        ("", 100.0),
    ],
)
def test_ease_is_flesch_in_doumas_version(text: str, score: float) -> None:
    assert ease(text) == pytest.approx(score)


@given(st.lists(st.sampled_from(["kat", "huis", "verpleegkundige", "baby"]), min_size=2))
def test_ease_falls_when_sentences_grow_together(parts: list[str]) -> None:
    assert ease(" ".join(parts)) < ease(". ".join(parts))


def test_long_words_are_different_ones_and_some_are_free() -> None:
    text = "Verantwoordelijkheid, verantwoordelijkheid en verpleegkundige samenwerkingsverband: vijftienletters"
    assert long_words(text, frozenset(["verpleegkundige"])) == ["verantwoordelijkheid", "samenwerkingsverband", "vijftienletters"]
    assert long_words("veertienletter") == []


def test_every_language_has_bounds_for_every_part() -> None:
    assert BOUNDS.keys() == set(CODES)
    assert [bounds.parts.keys() for bounds in BOUNDS.values()] == [DUTCH_PARTS.keys()] * len(CODES)


def test_dutch_bounds_are_those_of_the_readme_for_authors() -> None:
    assert BOUNDS["nl"] == Bounds((120, 180), 12, 20, DUTCH_PARTS, ease=70)
