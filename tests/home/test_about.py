import json
import re
from pathlib import Path

import pytest

from imh_parents.errors import BuildError
from imh_parents.home.about import KEPT, privacy_page
from imh_parents.i18n.catalogue import words
from imh_parents.i18n.languages import CODES
from tests.samples import NL, ROOT

KEYS = json.loads(KEPT.read_text(encoding="utf-8"))


def test_list_of_what_is_kept_is_the_one_the_phone_uses() -> None:
    assert KEPT == ROOT / "imh_parents" / "web" / "kept.json"
    assert {"children", "saved", "people"} <= KEYS.keys()


@pytest.mark.parametrize("code", CODES)
def test_privacy_page_explains_everything_the_phone_keeps(code: str) -> None:
    assert re.findall(r'"data-key"\s*:\s*"(\w+)"', str(privacy_page(words(code)).body())) == ["imh", *KEYS]


def kept(tmp_path: Path, data: dict[str, object]) -> Path:
    path = tmp_path / "kept.json"
    path.write_text(json.dumps(data))
    return path


def test_new_thing_that_is_not_explained_stops_the_build(tmp_path: Path) -> None:
    page = privacy_page(NL, kept(tmp_path, KEYS | {"postcode": ""}))
    with pytest.raises(BuildError, match=r"^the privacy page does not explain what web/kept\.json keeps: \{'postcode'\}$"):
        page.body()


def test_thing_that_is_explained_but_no_longer_kept_stops_the_build(tmp_path: Path) -> None:
    page = privacy_page(NL, kept(tmp_path, {name: value for name, value in KEYS.items() if name != "people"}))
    with pytest.raises(BuildError, match=r"keeps: \{'people'\}$"):
        page.body()


@pytest.mark.parametrize("code", CODES)
def test_privacy_page_explains_every_other_place_in_local_storage(code: str) -> None:
    scripts = "\n".join(path.read_text(encoding="utf-8") for path in sorted((ROOT / "imh_parents" / "web").rglob("*.js")))
    used = {re.search(rf'\b{name} = "([\w-]+)"', scripts)[1] for name in re.findall(r"localStorage\.\w+\((\w+)", scripts) if name.isupper()}
    shown = re.findall(r'"data-store"\s*:\s*"([\w-]+)"', str(privacy_page(words(code)).body()))
    assert {"imh", *shown} == used
