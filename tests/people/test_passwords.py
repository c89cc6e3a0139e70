"""Which passwords may be used."""

import pytest

from imh_parents.people import common, passwords
from imh_parents.people.passwords import COMMON, fits, keep, weakness

ABOUT = ("An Peeters", "an.peeters@huis.be")


@pytest.mark.parametrize(
    ("password", "why"),
    [
        ("kort", "short"),
        ("elf tekens!", "short"),
        ("x" * 201, "long"),
        ("wachtwoord2026", "common"),
        ("P@ssw0rd1234!!", "common"),
        ("!!Welkom!!2026!!", "common"),
        ("qwertyuiop123", "common"),
        ("abababababab", "common"),
        ("abcdefghijklm", "common"),
        ("an.peeters2026", "own"),
        ("PEETERS-huis", "own"),
        ("merel in mei!", None),
        ("een rustige merel in de meidoorn", None),
        ("correct paard batterij", None),
        ("ёжик в тумане", None),
        ("عصفور على الشجرة", None),
    ],
)
def test_weakness_names_what_is_wrong(password, why):
    assert weakness(password, ABOUT) == why


def test_the_list_that_ships_is_the_one_its_script_makes():
    assert COMMON.read_text(encoding="utf-8").split() == common.made()


def test_a_password_fits_itself_and_nothing_else():
    kept = keep("café aan de vaart")
    assert kept.startswith("$argon2id$")
    assert fits("cafe\u0301 aan de vaart", kept)  # é as two signs, as some keyboards write it
    assert not fits("Café aan de vaart", kept)
    assert not fits("", None)


def test_what_is_kept_tells_nothing_of_two_that_are_the_same():
    assert passwords.keep("een merel in mei") != passwords.keep("een merel in mei")
