"""Describes the API in OpenAPI 3.1. What each address takes and gives, its own feature says; here is what they share."""

from typing import Any

from imh_parents.api.problem import ADDRESS

TEXT: dict[str, Any] = {"type": "string"}
_PROBLEM = {"type": "object", "properties": {"type": TEXT, "title": TEXT, "status": {"type": "integer"}, "detail": TEXT}}
PROBLEM = {"description": "What went wrong (RFC 9457)", "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}}


def answer(description: str, schema: dict[str, Any]) -> dict[str, Any]:
    """The answers of an address that gives JSON."""
    return {"200": {"description": description, "content": {"application/json": {"schema": schema}}}, "default": PROBLEM}


def nothing(description: str) -> dict[str, Any]:
    """The answers of an address that takes something and gives nothing."""
    return {"204": {"description": description}, "default": PROBLEM}


def takes(schema: dict[str, Any]) -> dict[str, Any]:
    return {"required": True, "content": {"application/json": {"schema": schema}}}


def describe(public_url: str, paths: dict[str, Any], schemas: dict[str, Any]) -> dict[str, Any]:
    own = {
        "/api/health": {"get": {"summary": "Whether the service runs", "responses": answer("It runs", {"type": "object"})}},
        ADDRESS: {"get": {"summary": "The kinds of refusal, by the last part of their type", "responses": answer("Names and titles", {"type": "object"})}},
    }
    return {
        "openapi": "3.1.0",
        "info": {"title": "Goed Genoeg", "version": "1", "description": "Support for young families, in Open Referral's HSDS 3, and messages they asked for."},
        "servers": [{"url": public_url}],
        "paths": own | paths,
        "components": {"schemas": {"Problem": _PROBLEM} | schemas},
    }
