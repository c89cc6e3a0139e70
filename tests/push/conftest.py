from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.push.world import World


@pytest.fixture
def world(tmp_path: Path, database_kind: str) -> Iterator[World]:
    """On SQLite, and again on PostgreSQL."""
    made = World(tmp_path)
    yield made
    made.engine.dispose()
