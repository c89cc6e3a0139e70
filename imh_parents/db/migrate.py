"""Brings the database to the newest shape: one call, safe to repeat. The steps themselves are in migrations/versions."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection
from sqlalchemy.ext.asyncio import AsyncEngine

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

    async with engine.begin() as connection:
        await connection.run_sync(run)
