"""A message as fields of a form, and back. Moments are those of the clock in Brussels; a form that is half filled in is a draft all the same."""

from collections.abc import Mapping
from datetime import UTC, datetime

from imh_parents.children.bands import BAND_IDS
from imh_parents.desk.words import HERE
from imh_parents.i18n.languages import CODES
from imh_parents.push.messages import Draft, Text

TEXTS = ("title", "line", "page")
Fields = dict[str, str]


def fields_of(draft: Draft) -> Fields:
    """Every field of the form, by name; those of a text as `nl.title`."""
    found = {"topic": draft.topic, "due": _local(draft.due), "until": _local(draft.until), "urgency": draft.urgency, "tag": draft.tag}
    found |= {f"band.{band}": "on" for band in draft.bands}
    for code in CODES:
        text = draft.texts.get(code, Text(page=f"/{code}/week/"))
        found |= {f"{code}.{name}": getattr(text, name) for name in TEXTS}
    return found


def draft_of(fields: Mapping[str, object], before: Draft) -> Draft:
    """What the form says; what it does not show stays as it was."""
    given = {name: str(value) for name, value in fields.items() if value not in (None, False)}
    texts = {code: Text(**{name: " ".join(given.get(f"{code}.{name}", "").split()) for name in TEXTS}) for code in CODES}
    return Draft(
        topic=given.get("topic", before.topic),
        bands=tuple(band for band in BAND_IDS if given.get(f"band.{band}")),
        texts={code: text for code, text in texts.items() if text.title or text.line},
        tag=before.tag,
        urgency=before.urgency,
        due=_moment(given.get("due", "")),
        until=_moment(given.get("until", "")),
    )


def _local(moment: datetime | None) -> str:
    """As an input of the kind datetime-local has it."""
    return moment.astimezone(HERE).strftime("%Y-%m-%dT%H:%M") if moment else ""


def _moment(text: str) -> datetime | None:
    try:
        return datetime.fromisoformat(text).replace(tzinfo=HERE).astimezone(UTC)
    except ValueError:
        return None
