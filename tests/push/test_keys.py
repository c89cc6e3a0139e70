import re
import stat
from datetime import UTC, datetime, timedelta
from pathlib import Path

import jwt
import pytest
from click.testing import CliRunner
from cryptography.hazmat.primitives.asymmetric import ec

from imh_parents.__main__ import main
from imh_parents.errors import SettingsError
from imh_parents.push import keys
from imh_parents.push.vapid import Key, Tokens, token
from imh_parents.settings import Settings, settings

NOW = datetime(2026, 6, 15, 10, tzinfo=UTC)
KEY, OTHER = (Key.of(ec.derive_private_key(number, ec.SECP256R1())) for number in (7, 8))


def test_no_keys_is_an_answer(tmp_path: Path) -> None:
    assert keys.load(Settings(data_dir=tmp_path)).newest is None


def test_a_new_key_stands_in_front_and_the_old_one_stays(tmp_path: Path) -> None:
    here = Settings(data_dir=tmp_path)
    (first,) = keys.make(here).all
    second, kept = keys.make(here).all
    found = keys.load(here)
    assert [key.id for key in found.all] == [second.id, first.id]
    assert (found.newest, kept.public) == (found.all[0], first.public)
    old = found.by_id(first.id)
    assert old is not None
    assert old.secret() == first.secret()
    assert found.by_id("another") is None


def test_the_file_is_for_its_owner_only(tmp_path: Path) -> None:
    keys.make(Settings(data_dir=tmp_path / "new"))
    (file,) = (tmp_path / "new").iterdir()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_keys_of_the_settings_come_first_and_are_not_made(tmp_path: Path) -> None:
    here = Settings(data_dir=tmp_path, vapid_keys=f"{KEY.secret()}, {OTHER.secret()}")
    assert [key.id for key in keys.load(here).all] == [KEY.id, OTHER.id]
    with pytest.raises(SettingsError, match="put a new one in front"):
        keys.make(here)


@pytest.mark.parametrize("text", ["short", "A" * 43, "é" * 43])
def test_a_key_that_is_none_names_its_setting(tmp_path: Path, text: str) -> None:
    with pytest.raises(SettingsError, match=r"^IMH_VAPID_KEYS: "):
        keys.load(Settings(data_dir=tmp_path, vapid_keys=text))


def test_secret_keys_are_not_shown_by_accident(tmp_path: Path) -> None:
    here = Settings(data_dir=tmp_path, vapid_keys=KEY.secret())
    assert KEY.secret() not in repr(here) + repr(KEY) + repr(keys.load(here))


def test_command_makes_the_first_key_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("IMH_DATA_DIR", str(tmp_path))
    settings.cache_clear()
    first, again, more = (CliRunner().invoke(main, ["push", "keys", *options]).output.splitlines() for options in ((), (), ("--new",)))
    settings.cache_clear()
    assert re.fullmatch(r"[0-9a-f]{16} B[\w-]{86}", first[0])
    assert (again, more[1:]) == (first, first)


def test_a_token_is_what_a_push_service_verifies() -> None:
    found = re.fullmatch(r"vapid t=([^,]+),k=(.+)", token(KEY, "https://fcm.googleapis.com", "mailto:a@b.test", NOW))
    assert found
    claims = jwt.decode(found[1], KEY.private.public_key(), algorithms=["ES256"], audience="https://fcm.googleapis.com", options={"verify_exp": False})
    assert claims == {"aud": "https://fcm.googleapis.com", "exp": int(NOW.timestamp()) + 12 * 3600, "sub": "mailto:a@b.test"}
    assert (found[2], jwt.get_unverified_header(found[1])) == (KEY.public, {"typ": "JWT", "alg": "ES256"})


def test_tokens_are_kept_for_half_their_life_for_each_key_and_origin() -> None:
    kept = Tokens("mailto:a@b.test")
    first = kept.of(KEY, "https://a.test", NOW)
    assert kept.of(KEY, "https://a.test", NOW + timedelta(hours=5, minutes=59)) == first
    assert kept.of(KEY, "https://a.test", NOW + timedelta(hours=6)) != first
    assert len({kept.of(key, origin, NOW) for key in (KEY, OTHER) for origin in ("https://a.test", "https://b.test")}) == 4
