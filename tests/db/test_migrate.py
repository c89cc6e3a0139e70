"""Migrations build the very tables the code declares, once and again, and all or nothing."""

import asyncio
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection, text
from sqlalchemy.ext.asyncio import AsyncEngine

from imh_parents.db.engine import metadata, open_engine, url_of
from imh_parents.db.migrate import migrate
from imh_parents.links import tables as links
from imh_parents.nurse import tables as nurse
from imh_parents.people import tables as people
from imh_parents.push import tables as push
from imh_parents.settings import Settings
from imh_parents.village import tables


@pytest.fixture
def engine(tmp_path: Path) -> AsyncEngine:
    return open_engine(Settings(data_dir=tmp_path / "new", database_url=None))


def test_migrations_lead_to_the_declared_tables(engine: AsyncEngine) -> None:
    def differences(connection: Connection) -> list[object]:
        return list(compare_metadata(MigrationContext.configure(connection), metadata))

    async def run() -> tuple[list[object], str]:
        await migrate(engine)
        await migrate(engine)
        async with engine.connect() as connection:
            mode = str((await connection.execute(text("PRAGMA journal_mode"))).scalar())
            found = await connection.run_sync(differences)
        await engine.dispose()
        return found, mode

    ours = (tables.SERVICES, push.DELIVERIES, nurse.SETS, people.USERS, links.LINKS)
    assert all(table.metadata is metadata for table in ours)
    assert asyncio.run(run()) == ([], "wal")


def test_a_failed_transaction_leaves_nothing_not_even_a_table(engine: AsyncEngine) -> None:
    async def run() -> int:
        with pytest.raises(ZeroDivisionError):
            async with engine.begin() as connection:
                await connection.execute(text("CREATE TABLE half (id INTEGER)"))
                raise ZeroDivisionError
        async with engine.connect() as connection:
            count = (await connection.execute(text("SELECT count(*) FROM sqlite_master WHERE name = 'half'"))).scalar_one()
        await engine.dispose()
        return int(count)

    assert asyncio.run(run()) == 0


def test_url_of_a_plain_postgresql_address_names_its_driver(tmp_path: Path) -> None:
    assert url_of(Settings(data_dir=tmp_path, database_url="postgresql://imh@db/imh")) == "postgresql+asyncpg://imh@db/imh"
    assert url_of(Settings(data_dir=tmp_path, database_url=None)).endswith("imh.sqlite3")
