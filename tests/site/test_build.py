"""A build that fails or is killed loses nothing, and a server says why it cannot start."""

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from imh_parents.errors import BuildError, SettingsError
from imh_parents.settings import BUILT, Settings
from imh_parents.site import build
from tests.samples import ROOT


@pytest.fixture
def here(tmp_path: Path) -> Settings:
    return Settings(site_dir=tmp_path / "site" / "client", data_dir=tmp_path / "data")


@pytest.fixture
def reflex(here: Settings, monkeypatch: pytest.MonkeyPatch):
    """Stands in for Reflex: writes these files into the place of the site and ends with this code."""

    def becomes(files: dict[str, str], code: int = 0) -> None:
        writes = "".join(f"(site / {name!r}).write_text({text!r});" for name, text in files.items())
        script = f"import sys; from pathlib import Path; site = Path({str(here.site_dir)!r}); site.mkdir(parents=True); {writes} sys.exit({code})"
        monkeypatch.setattr(build, "REFLEX", (sys.executable, "-c", script))

    return becomes


def written(here: Settings) -> dict[str, str]:
    return {path.name: path.read_text() for path in here.site_dir.iterdir()}


def test_a_new_build_takes_the_place_of_the_one_before(here: Settings, reflex) -> None:
    for page in ("first", "second"):
        reflex({"index.html": page, BUILT: "{}"})
        build.build(here)
        assert written(here) == {"index.html": page, BUILT: "{}"}
    assert [path.name for path in here.site_dir.parent.iterdir()] == ["client"]


@pytest.mark.parametrize(("files", "code"), [({"index.html": "half", BUILT: "{}"}, 1), ({"index.html": "half"}, 0)], ids=["failed", "not finished"])
def test_a_build_that_fails_leaves_the_one_before(here: Settings, reflex, files: dict[str, str], code: int) -> None:
    reflex({"index.html": "good", BUILT: "{}"})
    build.build(here)
    reflex(files, code)
    for _ in range(2):
        with pytest.raises(BuildError, match="is still there"):
            build.build(here)
        assert written(here) == {"index.html": "good", BUILT: "{}"}


def test_a_build_that_was_killed_is_undone_by_the_next_and_by_the_server(here: Settings, reflex) -> None:
    def killed() -> None:
        reflex({"index.html": "good", BUILT: "{}"})
        build.build(here)
        here.site_dir.rename(here.site_dir.with_name("before"))  # so far it came
        here.site_dir.mkdir()
        (here.site_dir / "index.html").write_text("half")

    killed()
    reflex({"index.html": "bad"}, 1)
    with pytest.raises(BuildError):
        build.build(here)
    assert written(here)["index.html"] == "good", "the next build fails, and the good one is still there"
    killed()
    build.restore(here.site_dir)
    assert written(here)["index.html"] == "good", "the server takes the one before"
    build.restore(here.site_dir)
    assert written(here)["index.html"] == "good", "a finished site is left alone"


def serve(here: Settings, port: int) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {"IMH_SITE_DIR": str(here.site_dir), "IMH_DATA_DIR": str(here.data_dir), "IMH_WORKER": "no"}
    command = [sys.executable, "-m", "imh_parents", "serve", "--port", str(port)]
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False, timeout=60)


def test_without_a_built_site_the_server_says_what_to_do(here: Settings) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    done = serve(here, port)
    assert (done.returncode, done.stderr) == (1, f"There is no built site in {here.site_dir}. Run make build first\n")


def test_a_port_in_use_is_an_error_and_not_a_second_server(here: Settings) -> None:
    """Granian sets SO_REUSEPORT, as this one does: both would listen."""
    with socket.socket() as other:
        other.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        done = serve(here, port)
        assert done.returncode == 1
        assert done.stderr == f"PORT: something listens on 127.0.0.1:{port} already. Stop it, or take another port: PORT={port + 1} make run\n"
    build.free("127.0.0.1", port, 0)


def test_an_address_that_is_not_of_this_machine_is_an_error() -> None:
    with pytest.raises(SettingsError, match=r"^PORT: 192\.0\.2\.1:0 cannot be listened on"):
        build.free("192.0.2.1", 0)
