"""What holds for every test: no network, and Hypothesis finds the same examples each time."""

import socket

import pytest
from hypothesis import settings

settings.register_profile("same", derandomize=True, deadline=None, database=None)
settings.load_profile("same")


@pytest.fixture(autouse=True)
def _no_network(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Only tests that drive a browser or start the server may open a connection."""
    if request.node.get_closest_marker("browser") or request.node.get_closest_marker("built"):
        return

    def refuse(*_: object) -> None:
        raise AssertionError("a test without the marker browser or built opened a connection")

    monkeypatch.setattr(socket.socket, "connect", refuse)
