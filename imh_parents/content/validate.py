"""Turns parsed data into a model, and every mistake into a friendly fault."""

from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from imh_parents.content.faults import Fault
from imh_parents.content.source import Key, Source

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
        return None, [_fault(kind, source, at, item) for item in error.errors()]


def _fault(kind: type[BaseModel], source: Source, at: Key, item: Any) -> Fault:
    key = (*at, *(part for part in item["loc"] if isinstance(part, int) or not part.startswith("function-")))
    given = item.get("input")
    match item["type"]:
        case "missing":
            return source.fault(key, "is missing", f"Add the field{_help(kind, item['loc'])}")
        case "extra_forbidden":
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


def _fields(kind: type[BaseModel], path: tuple) -> list[str]:
    """Names of the fields at `path` inside `kind`, walking through lists and nested models."""
    for part in path:
        if isinstance(part, int):
            continue
        if part not in kind.model_fields:
            break
        inner = kind.model_fields[part].annotation
        args = [arg for arg in (inner, *getattr(inner, "__args__", ())) if isinstance(arg, type) and issubclass(arg, BaseModel)]
        if not args:
            break
        kind = args[0]
    return list(kind.model_fields)


def _help(kind: type[BaseModel], path: tuple) -> str:
    field = kind.model_fields.get(path[0]) if path and len(path) == 1 else None
    return f": {field.description}" if field and field.description else ""
