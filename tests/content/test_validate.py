from pathlib import Path
from typing import Any

import pytest
import yaml
from pydantic import BaseModel

from imh_parents.cards.models import Front, Meta
from imh_parents.content.source import read
from imh_parents.content.validate import model
from imh_parents.faults import Fault
from imh_parents.village.models import Helpline

META = {
    "slug": "even-samen",
    "themes": ["samen-troosten"],
    "age": {"from": "6w", "to": "12m"},
    "audience": ["iedereen"],
    "intensity": "alledaags",
    "sources": [{"title": "Kind en Gezin", "url": "https://www.kindengezin.be", "checked": "2026-11-22"}],
}
FRONT = {"title": "Dag", "reassure": "Goed zo.", "written": "2026-11-22", "review": "nog-niet-nagelezen", "review_due": "2027-11-22"}
NAMES = {"nl": "a", "en": "b", "ar": "c"}
LINE = {
    "id": "x",
    "group": "nood",
    "number": "112",
    "tel": "112",
    "name": NAMES,
    "what": NAMES,
    "sources": [{"title": "a", "url": "https://a.be"}],
    "checked": "2026-11-22",
    "confidence": "zeker",
}


def validated(tmp_path: Path, kind: type[BaseModel], data: Any) -> tuple[BaseModel | None, list[Fault]]:
    path = tmp_path / "content" / "x.yaml"
    path.parent.mkdir()
    path.write_text(yaml.safe_dump(data, sort_keys=False, allow_unicode=True), encoding="utf-8")
    source, faults = read(path, path.parent)
    assert source and not faults
    return model(kind, source)


def test_valid_data_gives_the_model(tmp_path: Path) -> None:
    assert validated(tmp_path, Meta, META) == (Meta.model_validate(META), [])


def test_models_cannot_be_changed() -> None:
    with pytest.raises(ValueError, match="frozen"):
        Meta.model_validate(META).slug = "anders"  # type: ignore[misc]


@pytest.mark.parametrize(
    ("kind", "data", "lines"),
    [
        (
            Meta,
            META | {"kleur": "rood"},
            [
                "content/x.yaml:14  kleur: is not a field here. "
                "Use one of: slug, themes, age, audience, intensity, situation, helplines, related, drawing, discreet, sources"
            ],
        ),
        (
            Meta,
            META | {"age": {"from": "6w", "until": "1w"}},
            ["content/x.yaml:4  age.to: is missing. Add the field", "content/x.yaml:6  age.until: is not a field here. Use one of: from, to"],
        ),
        (Meta, META | {"age": {"from": "5m", "to": "4m"}}, ["content/x.yaml:4  age: from 5m to 4m runs backwards. Put the younger age in from"]),
        (Meta, META | {"age": "6w"}, ["content/x.yaml:4  age: '6w' cannot be used here. Input should be a valid dictionary or instance of Ages"]),
        (
            Meta,
            META | {"slug": "Even Samen"},
            ["content/x.yaml:1  slug: 'Even Samen' cannot be part of an address. Use small letters a-z, digits and single hyphens"],
        ),
        (Meta, META | {"intensity": "zwaar"}, ["content/x.yaml:9  intensity: 'zwaar' is not known. Use one of: alledaags, wringt or zorg"]),
        (Meta, META | {"audience": []}, ["content/x.yaml:7  audience: holds 0 entries. Give at least 1"]),
        (Meta, META | {"related": ["a", "b", "c", "d"]}, ["content/x.yaml:14  related: holds 4 entries. Give at most 3"]),
        (Meta, META | {"helplines": ["106", 112]}, ['content/x.yaml:16  helplines[2]: 112 is a number here. Put it between quotes: "112"']),
        (
            Meta,
            META | {"sources": [{"title": "a", "url": "www.a.be", "checked": "gisteren"}]},
            [
                "content/x.yaml:12  sources[1].url: 'www.a.be' is not a web address. Write the whole address, beginning with https://",
                "content/x.yaml:13  sources[1].checked: 'gisteren' is not a date. Write year-month-day, for example 2026-11-22",
            ],
        ),
        (
            Meta,
            META | {112: "x"},
            ["content/x.yaml:14  112: is not a field here. Use one of: " + ", ".join(f.alias or n for n, f in Meta.model_fields.items())],
        ),
        (
            Meta,
            {name: value for name, value in META.items() if name != "sources"},
            ["content/x.yaml:1  sources: is missing. Add the field: title, url and checked, for every fact on the card"],
        ),
        (Front, FRONT | {"review": "ja"}, ["content/x.yaml:4  review: 'ja' is not known. Use one of: nog-niet-nagelezen"]),
        (Front, FRONT | {"review": {"role": "arts"}}, ["content/x.yaml:4  review.on: is missing. Add the field"]),
        (
            Front,
            FRONT | {"review": {"role": "arts", "on": "2027-02-01", "name": "An"}},
            ["content/x.yaml:7  review.name: is not a field here. Use one of: role, on"],
        ),
        (
            Front,
            FRONT | {"review_due": "2026-11-22"},
            ["content/x.yaml:1  review_due is not after written. Give the day by which somebody must have read this again"],
        ),
        (Front, FRONT | {"title": ""}, ["content/x.yaml:1  title: '' cannot be used here. String should have at least 1 character"]),
        (Helpline, LINE | {"name": {"nl": "a"}}, ["content/x.yaml:5  name: misses the translation in en, ar. Add en: …, ar: …"]),
        (Helpline, LINE | {"what": NAMES | {"fr": "d"}}, ["content/x.yaml:9  what: has a language that is not published: fr. Use nl, en, ar"]),
        (Helpline, LINE | {"tel": None}, ["content/x.yaml:1  number and tel do not go together. Give both, or neither"]),
        (Meta, ["geen", "velden"], ["content/x.yaml:1  is not a list of fields. Write fields, one a line, as in content/README.md"]),
    ],
)
def test_every_mistake_is_one_line_that_says_what_to_write(tmp_path: Path, kind: type[BaseModel], data: Any, lines: list[str]) -> None:
    found, faults = validated(tmp_path, kind, data)
    assert (found, sorted(map(str, faults))) == (None, sorted(lines))


def test_review_that_happened_can_be_written_as_the_readme_says(tmp_path: Path) -> None:
    path = tmp_path / "content" / "nl.md"
    path.parent.mkdir()
    front = 'title: Dag\nreassure: Goed zo.\nwritten: 2026-11-22\nreview: {role: "kinderpsycholoog", on: 2027-02-01}\nreview_due: 2027-11-22'
    path.write_text(f"---\n{front}\n---\n", encoding="utf-8")
    source, _ = read(path, path.parent)
    assert source
    assert model(Front, source) == (Front.model_validate(FRONT | {"review": {"role": "kinderpsycholoog", "on": "2027-02-01"}}), [])
