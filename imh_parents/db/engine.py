"""Opens the database: SQLite in one file unless IMH_DATABASE_URL says PostgreSQL. Knows no table and no feature."""

from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import Connection, Engine, MetaData, create_engine, event
from sqlalchemy.engine import make_url
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from imh_parents.settings import Settings

# One naming rule, so that migrations can name every constraint on both databases.
metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def url_of(settings: Settings) -> str:
    if not settings.database_url:
        return f"sqlite+aiosqlite:///{settings.data_dir / 'imh.sqlite3'}"
    return settings.database_url.replace("postgresql://", "postgresql+asyncpg://", 1)


def open_engine(settings: Settings) -> AsyncEngine:
    """An engine for this process; the caller disposes of it."""
    url = make_url(url_of(settings))
    if url.get_backend_name() != "sqlite":
        return create_async_engine(url, pool_pre_ping=True)
    if url.database:
        Path(url.database).parent.mkdir(parents=True, exist_ok=True)
    engine = create_async_engine(url)
    _listen(engine.sync_engine)
    return engine


def open_sync_engine(settings: Settings) -> Engine:
    """The same database for a process that does one thing at a time, such as a sender; it makes no folder and no table."""
    url = make_url(url_of(settings))
    if url.get_backend_name() != "sqlite":
        return create_engine(url.set(drivername="postgresql+psycopg"), pool_pre_ping=True)
    engine = create_engine(url.set(drivername="sqlite"))
    _listen(engine)
    return engine


AnyEngine = TypeVar("AnyEngine", Engine, AsyncEngine)


def writing(engine: AnyEngine) -> AnyEngine:
    """The same engine for long transactions that write: SQLite then waits for another writer at the start, not in the middle."""
    return engine.execution_options(sqlite_begin="BEGIN IMMEDIATE")


def _listen(engine: Engine) -> None:
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql(connection.get_execution_options().get("sqlite_begin", "BEGIN"))


def _prepare(connection: Any, _: object) -> None:
    # Python's sqlite3 begins transactions late and not around DDL; BEGIN is sent above instead, so that all or nothing really holds.
    connection.isolation_level = None
    cursor = connection.cursor()
    for pragma in ("journal_mode=WAL", "foreign_keys=ON", "busy_timeout=10000", "synchronous=NORMAL"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()
