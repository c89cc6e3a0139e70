"""Brings the database to the newest shape: one call, safe to repeat. The steps themselves are in migrations/versions."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, text
from sqlalchemy.ext.asyncio import AsyncEngine

from imh_parents.db.engine import writing

MIGRATIONS = Path(__file__).parent / "migrations"


def config() -> Config:
    made = Config()
    made.set_main_option("script_location", str(MIGRATIONS))
    made.set_main_option("path_separator", "os")
    return made


async def migrate(engine: AsyncEngine, revision: str = "head") -> None:
    """Run every step the database has not had, in one transaction."""

    def run(connection: Connection) -> None:
        made = config()
        made.attributes["connection"] = connection
        command.upgrade(made, revision)

    async with writing(engine).begin() as connection:
        if connection.dialect.name == "postgresql":
            await connection.execute(text("SELECT pg_advisory_xact_lock(7410021)"))  # several workers may start at once
        await connection.run_sync(run)
