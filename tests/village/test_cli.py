"""The command line over a database of its own."""

import json
from datetime import date
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result

from imh_parents.errors import ImportRefused
from imh_parents.settings import Settings
from imh_parents.village import cli
from tests.village.importers.test_osm import NODE
from tests.village.test_curated import ENTRY


@pytest.fixture(autouse=True)
def _own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own = Settings(data_dir=tmp_path / "data", content_dir=tmp_path / "content", database_url=None)
    monkeypatch.setattr(cli, "settings", lambda: own)


def call(*words: str) -> Result:
    return CliRunner().invoke(cli.village, words)


def output(*words: str) -> str:
    done = call(*words)
    assert done.exit_code == 0, (done.output, done.exception)
    return done.output


def test_curated_import_publish_and_again(tmp_path: Path) -> None:
    folder = tmp_path / "content" / "village"
    folder.mkdir(parents=True)
    broken = ENTRY | {"id": "andere", "needs": ["koffie"]}
    elsewhere = ENTRY | {"id": "elders", "address": {"postal_code": "2000", "city": "Antwerpen"}}
    (folder / "oost-vlaanderen.yaml").write_text(yaml.safe_dump([ENTRY, broken, elsewhere]), encoding="utf-8")
    assert "dry run" in output("import", "curated", "--dry-run")
    first = output("import", "curated")
    assert "added: 1\n  Huis van het Kind Voorbeeld\n" in first
    assert "refused: 2\n  content/village/oost-vlaanderen.yaml" in first and "'koffie' is not known" in first and "lies in antwerpen" in first
    assert (tmp_path / "data" / "refused" / "curated.jsonl").exists()
    assert "same: 1" in output("import", "curated")
    assert "oost-vlaanderen.json: 0." in output("publish")
    published = json.loads((tmp_path / "data" / "village" / "oost-vlaanderen.json").read_text(encoding="utf-8"))
    assert (published["count"], published["day"]) == (1, date.today().isoformat())


def test_osm_from_a_file_and_its_merges(tmp_path: Path) -> None:
    path = tmp_path / "answer.json"
    path.write_text(json.dumps({"elements": [NODE]}), encoding="utf-8")
    assert "added: 1" in output("import", "osm", str(path))
    twin = tmp_path / "export.csv"
    twin.write_text("Nr;Naam;Tel;Post\n1;Speelotheek De Speelvogel;09 111 22 33;9000\n", encoding="utf-8")
    columns = tmp_path / "map.yaml"
    columns.write_text("id: Nr\nname: Naam\nphone: Tel\npostal_code: Post\n", encoding="utf-8")
    assert "merged: 1" in output("import", "csv", str(twin), "--map", str(columns))
    assert output("merges").startswith("1: ")
    assert output("merges", "--undo", "1") == "merge 1 is undone\n"
    assert output("merges") == ""


@pytest.mark.parametrize(("words", "message"), [(("import", "osm"), "Say where the osm source is"), (("import", "csv", "x.csv"), "needs --map")])
def test_what_is_missing_is_said(words: tuple[str, ...], message: str) -> None:
    done = call(*words)
    assert done.exit_code == 2 and message in done.output


@pytest.mark.parametrize("where", ["nowhere.json", "https://127.0.0.1/x.json", "https://localhost/hsds"])
def test_a_source_that_cannot_be_read_is_refused(where: str) -> None:
    done = call("import", "hsds", where)
    assert isinstance(done.exception, ImportRefused)


def test_place_and_overpass() -> None:
    assert output("place", "zwijnarde").startswith("9052 Zwijnaarde (Gent, oost-vlaanderen)")
    assert 'area["name"="Gent"]' in output("overpass", "--area", "Gent")
