"""Describes the village's part of the API, from the same models that fill it."""

from functools import cache
from typing import Any

from imh_parents.api.openapi import TEXT, answer, nothing, takes
from imh_parents.village.hsds import Organization, Service, ServiceAtLocation, Taxonomy, TaxonomyTerm

NOUNS: dict[str, type[Any]] = {
    "services": Service,
    "organizations": Organization,
    "service_at_locations": ServiceAtLocation,
    "taxonomies": Taxonomy,
    "taxonomy_terms": TaxonomyTerm,
}
FORMATS = ("json", "ndjson")
NDJSON = "application/x-ndjson"
WHOLE, YES_NO = {"type": "integer", "minimum": 1}, {"type": "boolean"}
ALL = {
    "search": ("Part of a name.", TEXT),
    "page": ("The number of the page, from 1.", WHOLE),
    "per_page": ("Records on a page, at most 500.", WHOLE | {"maximum": 500}),
    "format": ("json gives pages; ndjson gives every record at once, one on a line.", TEXT | {"enum": list(FORMATS)}),
    "full": ("Give whole records with all that belongs to them.", YES_NO),
    "minimal": ("Give only id and modified_date.", YES_NO),
    "modified_after": ("Only records that changed at or after this moment.", TEXT | {"format": "date-time"}),
    "taxonomy_term_id": ("Only services that carry this term.", TEXT),
    "taxonomy_id": ("Only what belongs to this taxonomy.", TEXT),
    "organization_id": ("Only services of this organization.", TEXT),
    "postcode": ("A Belgian postcode.", TEXT),
    "proximity": ("With postcode: at most so many metres from its middle.", {"type": "number"}),
    "parent_id": ("Only terms right under this one.", TEXT),
    "top_only": ("Only terms under no other.", YES_NO),
}
PAGING = ("search", "page", "per_page", "format")
SERVICE = ("full", "modified_after", "taxonomy_term_id", "taxonomy_id", "organization_id")
NAMES = {
    "services": (*PAGING, *SERVICE, "minimal"),
    "organizations": (*PAGING, "full"),
    "service_at_locations": (*PAGING, *SERVICE, "postcode", "proximity"),
    "taxonomies": PAGING,
    "taxonomy_terms": (*PAGING, "taxonomy_id", "parent_id", "top_only"),
}
PAGE = {
    "total_items": {"type": "integer"}, "total_pages": {"type": "integer"}, "page_number": {"type": "integer"}, "size": {"type": "integer"},
    "first_page": YES_NO, "last_page": YES_NO, "empty": YES_NO,
}  # fmt: skip


def parameters(name: str) -> list[dict[str, Any]]:
    """What a list of one noun may be asked."""
    return [{"name": key, "in": "query", "required": False, "description": ALL[key][0], "schema": ALL[key][1]} for key in NAMES[name]]


def _listed(page: dict[str, Any], one: dict[str, Any]) -> dict[str, Any]:
    found = answer("One page, or every record on a line of its own", page)
    found["200"]["content"][NDJSON] = {"schema": one}
    return found


@cache
def describe() -> tuple[dict[str, Any], dict[str, Any]]:
    """Paths and schemas."""
    paths: dict[str, Any] = {
        "/api/hsds/": {"get": {"summary": "About this HSDS API", "responses": answer("Version and profile", {"type": "object"})}},
        "/api/village/reports": {"post": _report()},
    }
    schemas: dict[str, Any] = {}
    for name, model in NOUNS.items():
        made = model.model_json_schema(ref_template="#/components/schemas/{model}")
        schemas |= made.pop("$defs", {}) | {model.__name__: made}
        one = {"$ref": f"#/components/schemas/{model.__name__}"}
        page = {"type": "object", "properties": PAGE | {"contents": {"type": "array", "items": one}}}
        id_ = {"name": "id", "in": "path", "required": True, "schema": TEXT | {"format": "uuid"}}
        paths[f"/api/hsds/{name}"] = {"get": {"summary": f"A page of {name}", "parameters": parameters(name), "responses": _listed(page, one)}}
        paths[f"/api/hsds/{name}/{{id}}"] = {"get": {"summary": f"One of {name}", "parameters": [id_], "responses": answer("The whole record", one)}}
    return paths, schemas


def _report() -> dict[str, Any]:
    body = {"type": "object", "required": ["id", "reason"], "additionalProperties": False, "properties": {"id": TEXT, "reason": TEXT}}
    return {
        "summary": "Say that something about a service is not right",
        "description": "Only from pages of this app. Nothing about the sender is kept.",
        "requestBody": takes(body),
        "responses": nothing("Noted"),
    }
