import pytest

from tests import servers


def test_what_is_absent_skips_and_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("IMH_TESTS_MUST_NOT_SKIP", raising=False)
    with pytest.raises(pytest.skip.Exception, match="Redis is not on this machine"):
        servers.absent("Redis")


def test_where_nothing_may_be_skipped_it_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("IMH_TESTS_MUST_NOT_SKIP", "1")
    with pytest.raises(pytest.fail.Exception, match="PostgreSQL is not on this machine"):
        servers.absent("PostgreSQL")
