import pytest

from tests.databases import KINDS


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Tests of modules that use the database run on both."""
    if hasattr(metafunc.module, "database"):
        metafunc.fixturenames.append("database_kind")
        metafunc.parametrize("database_kind", KINDS, indirect=True)
