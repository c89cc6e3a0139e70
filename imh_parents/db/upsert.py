"""INSERT that may say ON CONFLICT. Both databases have it, SQLAlchemy under two names."""

from typing import Any

from sqlalchemy import Connection, Table
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncConnection


def upsert(conn: Connection | AsyncConnection, table: Table) -> Any:
    return {"sqlite": sqlite.insert, "postgresql": postgresql.insert}[conn.dialect.name](table)
