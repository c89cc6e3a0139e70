"""Settings from the environment, prefix IMH_. The table in README is checked against this one by a test."""

from functools import cache
from pathlib import Path

from pydantic import Field, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from imh_parents.errors import SettingsError

ROOT = Path(__file__).parent.parent
BUILT = "_site.json"  # in site_dir, the last file that a build writes: without it the build is not finished


class Settings(BaseSettings):
    """Read once. Every field has a description that says what it changes."""

    model_config = SettingsConfigDict(env_prefix="IMH_", frozen=True)

    name: str = Field("Goed Genoeg", description="the name of the app, everywhere it is shown")
    public_url: str = Field(
        "http://localhost:8000", pattern=r"^https?://[^/\s]+$", description="the address people reach the app at: canonical links, sitemap, sharing"
    )
    content_dir: Path = Field(ROOT / "content", description="the folder with content; the words of the interface stay those of content/i18n here")
    site_dir: Path = Field(ROOT / ".web" / "build" / "client", description="the built site that `serve` shows")
    data_dir: Path = Field(ROOT / ".data", description="the folder for what changes: the embedded database, rows an import refused, published province files")
    proxies: int = Field(0, ge=0, description="how many servers of your own pass requests on (X-Forwarded-For): floods and guesses are counted by address")
    database_url: str | None = Field(
        None,
        pattern=r"^(sqlite\+aiosqlite:///|postgresql(\+asyncpg)?://)",
        description="another database than SQLite in the data folder: postgresql://user@host/name",
    )
    redis_url: str | None = Field(
        None,
        pattern=r"^(rediss?|unix)://",
        description="a Redis that wakes the workers and keeps what is open at the desk, for several processes or machines together: redis://host:6379/0",
    )
    processes: int = Field(1, ge=1, description="how many processes `serve` starts, which share the desk; more than one needs `IMH_REDIS_URL`")
    vapid_keys: str | None = Field(
        None, repr=False, description="the keys that sign pushes, newest first, with commas between; without it they are in the data folder (`push keys`)"
    )
    vapid_subject: str | None = Field(
        None, pattern=r"^(mailto:[^@\s]+@[^@\s]+|https://\S+)$", description="where push services reach you, mailto: or https:; without it nothing is pushed"
    )
    worker: bool = Field(True, description="`no` when pushes are sent by `worker` elsewhere and not beside the server")


@cache
def settings() -> Settings:
    """The settings of this process; SettingsError names the variable that cannot be used."""
    try:
        return Settings()
    except ValidationError as error:
        names = ", ".join(f"IMH_{'.'.join(map(str, item['loc'])).upper()}: {item['msg']}" for item in error.errors())
        raise SettingsError(names) from error
