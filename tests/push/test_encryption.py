import os

import pytest
from cryptography.hazmat.primitives.asymmetric import ec

from imh_parents.push.encryption import LARGEST, encrypt
from imh_parents.push.vapid import decode, encode
from tests.push.people import Person


def test_encrypt_gives_the_message_of_rfc_8291_section_5() -> None:
    key = ec.derive_private_key(int.from_bytes(decode("yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw"), "big"), ec.SECP256R1())
    p256dh = decode("BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4")
    made = encrypt(b"When I grow up, I want to be a watermelon", p256dh, decode("BTBZMqHH6r4Tts7J_aSIgg"), key, decode("DGv6ra1nlYgDCS1FRnbzlw"))
    assert encode(made) == (
        "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN"
    )


@pytest.mark.parametrize("size", [0, 1, 300, LARGEST])
def test_a_browser_reads_what_was_written_to_it(size: int) -> None:
    text, person = os.urandom(size), Person(1)
    row = person.row("https://fcm.googleapis.com", "key")
    made = encrypt(text, decode(row["p256dh"]), decode(row["auth"]))
    assert person.reads(made) == text
    assert len(made) == size + 103


def test_key_and_salt_are_new_each_time() -> None:
    row = Person(1).row("https://fcm.googleapis.com", "key")
    made = [encrypt(b"x", decode(row["p256dh"]), decode(row["auth"])) for _ in range(50)]
    assert len({content[:16] for content in made}) == len({content[21:86] for content in made}) == 50


def test_keys_that_are_no_point_on_the_curve_are_refused() -> None:
    with pytest.raises(ValueError):
        encrypt(b"x", b"\x04" + b"\x01" * 64, b"\x00" * 16)
