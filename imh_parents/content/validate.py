"""Turns parsed data into a model, and every mistake into a friendly fault."""

from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from imh_parents.content.source import Key, Source
from imh_parents.faults import Fault

M = TypeVar("M", bound=BaseModel)


def model(kind: type[M], source: Source, at: Key = ()) -> tuple[M | None, list[Fault]]:
    """Validate `source.data` (or the part of it at `at`) as `kind`; on failure None and one fault a mistake."""
    data: Any = source.data
    for part in at:
        data = data[part]
    if not isinstance(data, dict):
        return None, [source.fault(at, "is not a list of fields", "Write fields, one a line, as in content/README.md")]
    try:
        return kind.model_validate(data), []
    except ValidationError as error:
        return None, [_fault(kind, source, at, data, item) for item in error.errors() if not _echo(item)]


def _echo(item: ErrorDetails) -> bool:
    """Pydantic also calls a list too short when its only entry is broken; the entry has its own fault."""
    return item["type"] == "too_short" and len(item["input"]) >= item["ctx"]["min_length"]


def _key(data: Any, item: ErrorDetails) -> Key:
    """Where the mistake stands as the editor wrote it; pydantic's own steps (unions, validators) left out."""
    key: Key = ()
    for part in item["loc"]:
        if isinstance(data, list) and isinstance(part, int):
            key, data = (*key, part), data[part]
        elif isinstance(data, dict) and part in data:
            key, data = (*key, str(part)), data[part]
    return (*key, item["loc"][-1]) if item["type"] == "missing" else key


def _fault(kind: type[BaseModel], source: Source, at: Key, data: Any, item: ErrorDetails) -> Fault:
    key = (*at, *_key(data, item))
    given = item.get("input")
    match item["type"]:
        case "missing":
            return source.fault(key, "is missing", f"Add the field{_help(kind, item['loc'])}")
        case "extra_forbidden" | "invalid_key":
            known = ", ".join(_fields(kind, item["loc"][:-1]))
            return source.fault(key, "is not a field here", f"Use one of: {known}")
        case "literal_error" | "enum":
            return source.fault(key, f"{given!r} is not known", f"Use one of: {item['ctx']['expected'].replace(chr(39), '')}")
        case "string_type" if isinstance(given, int):
            return source.fault(key, f"{given} is a number here", f'Put it between quotes: "{given}"')
        case "value_error":
            problem, _, remedy = str(item["ctx"]["error"]).partition(" | ")
            return source.fault(key, problem, remedy or "See content/README.md")
        case "date_from_datetime_parsing" | "date_type" | "date_parsing":
            return source.fault(key, f"{given!r} is not a date", "Write year-month-day, for example 2026-11-22")
        case "too_long" | "too_short":
            count = item["ctx"].get("max_length", item["ctx"].get("min_length"))
            word = "at most" if item["type"] == "too_long" else "at least"
            return source.fault(key, f"holds {len(given)} entries", f"Give {word} {count}")
        case _:
            return source.fault(key, f"{given!r} cannot be used here", item["msg"])


def _fields(kind: type[BaseModel], path: tuple[int | str, ...]) -> list[str]:
    """Names of the fields at `path` inside `kind`, walking through lists and nested models."""
    for part in path:
        if isinstance(part, int):
            continue
        if part not in kind.model_fields:
            break
        inner = kind.model_fields[part].annotation
        forms = [getattr(arg, "__origin__", arg) for arg in (inner, *getattr(inner, "__args__", ()))]
        models = [form for form in forms if isinstance(form, type) and issubclass(form, BaseModel)]
        if not models:
            break
        kind = models[0]
    return [field.alias or name for name, field in kind.model_fields.items()]


def _help(kind: type[BaseModel], path: tuple[int | str, ...]) -> str:
    field = kind.model_fields.get(str(path[0])) if len(path) == 1 else None
    return f": {field.description}" if field and field.description else ""
