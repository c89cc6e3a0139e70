"""README says what the code knows, and nothing the code does not know."""

import re

import pytest

from imh_parents.__main__ import main
from imh_parents.settings import Settings
from tests.samples import ROOT

SETTINGS = {f"IMH_{name.upper()}" for name in Settings.model_fields}


@pytest.fixture(scope="module")
def readme() -> str:
    return (ROOT / "README.md").read_text(encoding="utf-8")


def test_table_of_settings_is_that_of_the_code(readme: str) -> None:
    assert sorted(re.findall(r"^\| *`(IMH_\w+)`", readme, re.M)) == sorted(SETTINGS)


def test_no_other_setting_is_named_anywhere(readme: str) -> None:
    assert set(re.findall(r"\bIMH_[A-Z_]*[A-Z]\b", readme)) <= SETTINGS


def test_every_command_is_named(readme: str) -> None:
    assert [name for name in main.commands if not re.search(rf"`{name}\b|imh_parents {name}\b", readme)] == []


def test_no_command_is_named_that_does_not_exist(readme: str) -> None:
    assert set(re.findall(r"python -m imh_parents ([a-z][\w-]*)", readme)) <= set(main.commands)


def test_every_make_target_named_exists(readme: str) -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z][\w-]*):", makefile, re.M))
    assert set(re.findall(r"`(?:PORT=\d+ )?make ([a-z][\w-]*)", readme)) <= targets


def test_every_setting_says_what_it_changes() -> None:
    assert [name for name, field in Settings.model_fields.items() if not field.description] == []
