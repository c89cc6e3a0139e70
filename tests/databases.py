"""A database for a test: SQLite in its folder, or a PostgreSQL database named after that folder.

Both begin as copies of a migrated one, for migrating takes longer than a test.
"""

import asyncio
import hashlib
import tempfile
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from pathlib import Path

import psycopg
import pytest

from imh_parents.db.engine import open_engine
from imh_parents.db.migrate import migrate
from imh_parents.settings import Settings

KINDS = ("sqlite", pytest.param("postgresql", marks=pytest.mark.postgres))
SERVER: list[str] = []  # the address of the PostgreSQL to use; empty: SQLite


def settings_for(folder: Path, **more: object) -> Settings:
    """Settings that lead to the database of this folder; made when it is not there yet."""
    if SERVER:
        return Settings(data_dir=folder, database_url=_postgres(SERVER[-1], folder), **more)
    file = folder / "imh.sqlite3"
    if not file.exists():
        folder.mkdir(parents=True, exist_ok=True)
        file.write_bytes(_sqlite())
    return Settings(data_dir=folder, database_url=None, **more)


def drop_databases() -> None:
    """What tests left on the PostgreSQL."""
    with psycopg.connect(SERVER[-1].format("postgres"), autocommit=True) as conn:
        for (name,) in conn.execute("SELECT datname FROM pg_database WHERE datname LIKE 't\\_%'").fetchall():
            conn.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


@cache
def _sqlite() -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        _migrated(Settings(data_dir=Path(folder), database_url=None))
        return (Path(folder) / "imh.sqlite3").read_bytes()


@cache
def _model(server: str) -> str:
    with psycopg.connect(server.format("postgres"), autocommit=True) as conn:
        conn.execute("CREATE DATABASE model")
    _migrated(Settings(database_url=server.format("model")))
    return "model"


def _postgres(server: str, folder: Path) -> str:
    name = f"t_{hashlib.sha256(str(folder).encode()).hexdigest()[:20]}"
    with psycopg.connect(server.format("postgres"), autocommit=True) as conn:
        if not conn.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone():
            conn.execute(f'CREATE DATABASE "{name}" TEMPLATE "{_model(server)}"')
    return server.format(name)


def _migrated(settings: Settings) -> None:
    async def run() -> None:
        engine = open_engine(settings)
        await migrate(engine)
        await engine.dispose()

    with ThreadPoolExecutor(1) as pool:  # a loop may be running here
        pool.submit(asyncio.run, run()).result()
