"""The messages of the last weeks as one file for everybody: a phone picks by itself what fits. Pure."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from imh_parents.i18n.languages import DEFAULT, language
from imh_parents.push.messages import Stored

KEPT = timedelta(days=60)


def inbox(found: Sequence[Stored], code: str) -> dict[str, Any]:
    """In one language; a message that is not translated stands there in Dutch and says so in `lang`."""
    return {"language": code, "messages": [_row(one, shown) for one in found if (shown := _shown(one, code))]}


def _shown(one: Stored, code: str) -> str | None:
    return next((name for name in (code, DEFAULT.code) if name in one.draft.texts), None)


def _row(one: Stored, code: str) -> dict[str, Any]:
    text, draft = one.draft.texts[code], one.draft
    return {
        "id": one.id,
        "title": text.title,
        "line": text.line,
        "page": text.page,
        "lang": code,
        "dir": language(code).dir,
        "topic": draft.topic,
        "bands": list(draft.bands),
        "due": draft.due.isoformat() if draft.due else None,
        "until": draft.until.isoformat() if draft.until else None,
    }
