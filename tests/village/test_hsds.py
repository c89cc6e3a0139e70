"""HSDS models against the specification: always against the subset we publish, and against its own schemas where a copy is at hand.

The copy is never committed: put a checkout of openreferral/specification (branch 3.0) where HSDS_SCHEMAS points, or `.mirror` beside the project.
"""

import json
import os
import subprocess
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from imh_parents.settings import ROOT
from imh_parents.village.hsds import TABLES, Hsds, Location, Organization, Phone, Service, ServiceAtLocation

MIRROR = Path(os.environ.get("HSDS_SCHEMAS", ROOT.parent / ".mirror" / "openreferral+specification" / "repo"))
OURS: dict[str, Any] = {
    "type": "object",
    "required": ["id", "name", "status"],
    "properties": {
        "id": {"type": "string", "format": "uuid"},
        "name": {"type": "string"},
        "status": {"enum": ["active", "inactive", "defunct", "temporarily closed"]},
        "minimum_age": {"type": "number"},
        "phones": {"type": "array", "minItems": 1, "items": {"type": "object", "required": ["id", "number"]}},
        "organization": {"type": "object", "required": ["id", "name", "description"]},
        "service_at_locations": {
            "type": "array",
            "items": {"required": ["id"], "properties": {"location": {"required": ["id", "location_type"]}}},
        },
    },
}
SERVICE = Service(
    id="00000000-0000-4000-8000-000000000001",
    name="Inloop",
    status="active",
    minimum_age=-0.75,
    phones=(Phone(id="00000000-0000-4000-8000-000000000002", number="106"),),
    organization=Organization(id="00000000-0000-4000-8000-000000000003", name="Huis", description="Huis"),
    service_at_locations=(
        ServiceAtLocation(id="00000000-0000-4000-8000-000000000004", location=Location(id="00000000-0000-4000-8000-000000000005", location_type="virtual")),
    ),
)


@cache
def specified(path: str) -> Any:
    """A file of the specification, from a checkout or from a bare copy; skips where there is none."""
    if (MIRROR / path).exists():
        return json.loads((MIRROR / path).read_text(encoding="utf-8"))
    done = subprocess.run(["git", "-C", str(MIRROR), "show", f"HEAD:{path}"], capture_output=True, check=False) if MIRROR.exists() else None
    if done is None or done.returncode:
        pytest.skip(f"no copy of openreferral/specification at {MIRROR} (set HSDS_SCHEMAS)")
    return json.loads(done.stdout)


@cache
def schema(path: str, *without: str) -> Any:
    """A checker for one of its schemas: made once, because reading a compiled one takes longer than a hundred checks."""
    whole = specified(path)
    known = {name: part for name, part in whole["properties"].items() if name not in without}
    return jsonschema.Draft202012Validator(whole | {"properties": known})


def test_what_we_publish_holds_to_the_subset() -> None:
    jsonschema.validate(SERVICE.plain(), OURS)
    assert "phones" not in SERVICE.flat() and SERVICE.flat()["organization"]["name"] == "Huis"


def test_what_we_publish_holds_to_the_specification() -> None:
    schema("schema/compiled/service.json").validate(SERVICE.plain())
    schema("schema/compiled/service_list.json").validate(SERVICE.flat())


SINGULAR = {"taxonomies": "taxonomy", "addresses": "address"}


@pytest.mark.parametrize("table", TABLES)
def test_fields_are_those_of_the_specification(table: str) -> None:
    known = set(specified(f"schema/{SINGULAR.get(table, table.removesuffix('s'))}.json")["properties"])
    ours = set(TABLES[table].model_fields)
    assert ours - {"attributes", "metadata"} <= known <= ours


@pytest.mark.parametrize(("name", "kind"), [("service_full", Service), ("organization_full", Organization), ("service_at_location_full", ServiceAtLocation)])
def test_the_examples_of_the_specification_survive(name: str, kind: type[Hsds]) -> None:
    given = json.loads(json.dumps(specified(f"examples/{name}.json")).replace('"latitude": 100', '"latitude": 10').replace('. "', '."'))
    given.pop("service", None)
    if kind is not Organization:  # its example nests services, which HSDS's own organization schema does not know
        assert kind.model_validate(given).plain() == given
