"""Describes push's part of the API."""

from typing import Any

from imh_parents.api.openapi import TEXT, answer, nothing, takes
from imh_parents.push.wishes import Stop, Wish

MOMENT = TEXT | {"format": "date-time"}
KEY = {"type": "object", "required": ["id", "key"], "properties": {"id": TEXT, "key": TEXT | {"description": "the applicationServerKey, base64url"}}}
TEXTS = {"type": "array", "items": TEXT}
MESSAGE = {
    "type": "object",
    "properties": {
        "id": TEXT, "title": TEXT, "line": TEXT, "page": TEXT | {"description": "the address of a page of this app"},
        "lang": TEXT | {"description": "nl where this message is not translated"}, "dir": TEXT, "topic": TEXT,
        "bands": TEXTS | {"description": "empty: every age"}, "due": MOMENT, "until": MOMENT,
    },
}  # fmt: skip
INBOX = {"type": "object", "properties": {"language": TEXT, "messages": {"type": "array", "items": {"$ref": "#/components/schemas/Message"}}}}


def describe() -> tuple[dict[str, Any], dict[str, Any]]:
    """Paths and schemas."""
    schemas: dict[str, Any] = {"Message": MESSAGE}
    for model in (Wish, Stop):
        made = model.model_json_schema(ref_template="#/components/schemas/{model}")
        schemas |= made.pop("$defs", {}) | {model.__name__: made}
    language = {"name": "language", "in": "path", "required": True, "schema": TEXT}
    return {
        "/api/push/key": {"get": {"summary": "The key to subscribe with", "responses": answer("The newest", KEY)}},
        "/api/push/subscriptions": {"post": _post(), "delete": _delete()},
        "/api/messages/{language}.json": {
            "get": {
                "summary": "The messages of the last sixty days, the same for everybody",
                "parameters": [language],
                "responses": answer("The latest first", INBOX) | {"304": {"description": "As before"}},
            }
        },
    }, schemas


def _post() -> dict[str, Any]:
    return {
        "summary": "Keep a subscription, or bring it up to date",
        "description": "Only from pages of this app, to a known push service, with a key of this app. Repeating it changes nothing.",
        "requestBody": takes({"$ref": "#/components/schemas/Wish"}),
        "responses": nothing("Kept"),
    }


def _delete() -> dict[str, Any]:
    return {
        "summary": "Stop: the row is erased, and what was still to be sent",
        "description": "Only from pages of this app. No error when there is no such row.",
        "requestBody": takes({"$ref": "#/components/schemas/Stop"}),
        "responses": nothing("Erased"),
    }
