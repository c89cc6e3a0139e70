import pytest

from imh_parents.errors import SettingsError
from imh_parents.settings import ROOT, Settings, settings
from imh_parents.site.build import serve


@pytest.fixture(autouse=True)
def _fresh(monkeypatch: pytest.MonkeyPatch) -> object:
    for name in ("IMH_PUBLIC_URL", "IMH_NAME", "IMH_CONTENT_DIR", "IMH_SITE_DIR"):
        monkeypatch.delenv(name, raising=False)
    settings.cache_clear()
    yield
    settings.cache_clear()


def test_settings_have_defaults_that_work_on_one_computer() -> None:
    found = settings()
    assert (found.name, found.public_url, found.content_dir, found.site_dir) == (
        "Goed Genoeg",
        "http://localhost:8000",
        ROOT / "content",
        ROOT / ".web" / "build" / "client",
    )


def test_settings_come_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("IMH_NAME", "Iets Anders")
    assert settings().name == "Iets Anders"


@pytest.mark.parametrize("url", ["goed.example", "https://goed.example/", "https://goed.example/pad", "ftp://goed.example", "https://a b"])
def test_public_address_that_cannot_be_used_names_its_setting(monkeypatch: pytest.MonkeyPatch, url: str) -> None:
    monkeypatch.setenv("IMH_PUBLIC_URL", url)
    with pytest.raises(SettingsError, match=r"^IMH_PUBLIC_URL: String should match pattern"):
        settings()


def test_several_processes_ask_for_a_redis_between_them() -> None:
    with pytest.raises(SettingsError, match="set IMH_REDIS_URL too"):
        serve(Settings(processes=3, redis_url=None), "127.0.0.1", 0)
