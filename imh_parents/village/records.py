"""What every importer yields, and how a raw HSDS record from outside is made safe before it becomes one. Pure.

Text is text: HTML is taken out of descriptions, where sources write it, and refused in a name, where nobody does. Only web addresses stay in
address fields, and ids become UUIDs that are the same in every run.
"""

import html
import re
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID, uuid5

from pydantic import ValidationError

from imh_parents.village.hsds import Service

NAMESPACE = UUID("6d1f7c52-6a0e-5f0a-9a55-2f6c3f7c1b10")
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\u200b\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")
SCRIPT = re.compile(r"<(script|style)\b.*?(</\1\s*>|$)", re.I | re.S)
SUSPECT = re.compile(r"[<&\t\xa0]|  |" + CONTROL.pattern)  # without any of these a text is plain already
TAG = re.compile(r"<[/!?a-z][^>]*(>|$)", re.I)
DOMAIN = re.compile(r"(www\.)?[\w-]+(\.[\w-]+)+(/\S*)?", re.I)
EMAIL = re.compile(r"[^@\s<>]+@[^@\s<>]+\.[a-z]{2,}", re.I)
WEB_FIELDS = {"url", "website", "uri", "logo", "schedule_link", "term_uri"}
DEPTH = 12  # HSDS nests eight deep; anything deeper was made to hurt
# The record that each field of a foreign key or of children points to.
CHILDREN = {
    "phones": "phone", "schedules": "schedule", "service_areas": "service_area", "service_at_locations": "service_at_location",
    "languages": "language", "funding": "funding", "cost_options": "cost_option", "required_documents": "required_document",
    "contacts": "contact", "attributes": "attribute", "metadata": "metadata", "addresses": "address", "accessibility": "accessibility",
    "locations": "location", "programs": "program", "organization_identifiers": "organization_identifier", "organization": "organization",
    "program": "program", "location": "location", "taxonomy_term": "taxonomy_term", "taxonomy_detail": "taxonomy", "service": "service",
}  # fmt: skip
POINTERS = {"parent_organization_id": "organization", "parent_id": "taxonomy_term"}


@dataclass(frozen=True)
class Record:
    """One service as a source gives it, with the id it has there."""

    source_id: str
    service: Service


@dataclass(frozen=True)
class Refusal:
    """A row that cannot be used, whole, with the reason; `source_id` when it could still be read."""

    where: str
    reason: str
    row: Any = field(default=None, compare=False)
    source_id: str | None = None


def uuid_of(source: str, kind: str, key: str) -> str:
    """The id itself when it is a UUID, else one made of source and key: the same in every run."""
    try:
        return str(UUID(key))
    except ValueError:
        return str(uuid5(NAMESPACE, f"{source}|{kind}|{key}"))


def text_of(value: str) -> str:
    """Plain text: no tags, however often they were encoded, no control or direction characters."""
    if not SUSPECT.search(value):
        return value.strip()
    for _ in range(5):
        before = value
        value = TAG.sub(" ", SCRIPT.sub(" ", html.unescape(value)))
        if value == before:
            break
    return re.sub(r"[ \t\xa0]+", " ", CONTROL.sub("", value)).strip()


def name_of(value: str) -> str:
    """Plain text, or ValueError when it holds HTML: no name does, so somebody tries what it does."""
    if TAG.search(_unescaped(value)):
        raise ValueError(f"name holds HTML, {value[:60]!r}; write plain text")
    return text_of(value)


def _unescaped(value: str) -> str:
    for _ in range(5):
        value, before = html.unescape(value), value
        if value == before:
            break
    return value


def web_of(value: str) -> str | None:
    """A web address, or None: nothing else may become a link."""
    value = CONTROL.sub("", value).strip()
    if re.fullmatch(r"https?://[^\s<>\"']+", value, re.I):
        return value
    return f"https://{value}" if DOMAIN.fullmatch(value) and ":" not in value.split("/")[0] else None


def email_of(value: str) -> str | None:
    value = CONTROL.sub("", value).strip().removeprefix("mailto:")
    return value if EMAIL.fullmatch(value) else None


def read_service(raw: Any, source: str, where: str) -> Record | Refusal:
    """A raw HSDS service made safe and checked; a fault anywhere in it refuses the whole row with a reason."""
    if not isinstance(raw, dict):
        return Refusal(where, "is not an HSDS service", raw)
    key = str(raw.get("id") or "").strip()
    if not key or CONTROL.search(key):
        return Refusal(where, "has an id with control characters" if key else "has no id", raw)
    try:
        return Record(key, Service.model_validate(safe(raw, source, "service", key)))
    except (RecursionError, ValueError) as error:
        return Refusal(where, reasons(error), raw, key)


def reasons(error: Exception) -> str:
    """What is wrong, one reason a field."""
    if not isinstance(error, ValidationError):
        return str(error)
    return "; ".join(f"{'.'.join(map(str, item['loc'])) or 'record'}: {item['msg']}" for item in error.errors()[:5])


def safe(raw: dict[str, Any], source: str, kind: str, path: str, depth: int = 0) -> dict[str, Any]:
    """A copy with safe text, UUIDs and neither empty values nor fields that mean nothing."""
    if depth > DEPTH:
        raise ValueError("is nested too deep")
    made: dict[str, Any] = {"id": uuid_of(source, kind, str(raw.get("id") or f"{path}/{kind}"))}
    for name, value in raw.items():
        if name == "id" or value is None or value == "":
            continue
        child = CHILDREN.get(name)
        if child and isinstance(value, list):
            parts = [part for part in value if isinstance(part, dict)]
            made[name] = [safe(part, source, child, f"{path}/{name}/{index}", depth + 1) for index, part in enumerate(parts)]
        elif child and isinstance(value, dict):
            made[name] = safe(value, source, child, f"{path}/{name}", depth + 1)
        elif isinstance(value, str):
            made[name] = _safe_text(name, value, source)
        elif name.endswith("_id") and isinstance(value, int):
            made[name] = uuid_of(source, POINTERS.get(name, name.removesuffix("_id")), str(value))
        else:
            made[name] = value
    if kind == "location" and not _on_earth(made.get("latitude", 0), made.get("longitude", 0)):
        made |= {"latitude": None, "longitude": None}  # a point that cannot be is a point not known
    return {name: value for name, value in made.items() if value is not None and value != ""}


def _on_earth(latitude: Any, longitude: Any) -> bool:
    try:
        return abs(float(latitude)) <= 90 and abs(float(longitude)) <= 180
    except (TypeError, ValueError):
        return False


def _safe_text(name: str, value: str, source: str) -> str | None:
    if name == "link_id":
        return uuid_of(source, "link", value.strip())
    if name.endswith("_id"):
        return uuid_of(source, POINTERS.get(name, name.removesuffix("_id")), value.strip())
    if name in WEB_FIELDS:
        return web_of(value)
    if name == "name":
        return name_of(value)
    if name == "email" or name.endswith("_email"):
        return email_of(value)
    return text_of(value)
