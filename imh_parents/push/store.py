"""Messages in the database. What is right about a message is in messages.py; sending them is elsewhere.

Every save says which version it began with. Who is late gets a Conflict that holds both texts, so nothing typed is lost.
"""

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

from sqlalchemy import delete, insert, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from imh_parents.errors import ChangedMeanwhile
from imh_parents.push.messages import EDITABLE, Draft, Stored, Text
from imh_parents.push.schedule import WEEK
from imh_parents.push.tables import MESSAGES

PUBLISHED = ("scheduled", "sending", "sent", "failed")  # once due; what was paused or stopped is held back from the inbox too
SETTLED = timedelta(minutes=1)
PLANNED = ("scheduled", "sending", "paused", "sent")  # what counts when a week is full


class Conflict(ChangedMeanwhile):
    """What the person saw is no longer so: saved by somebody else, thrown away, or on its way. Nothing was written.

    `theirs` is what is kept, None when it was thrown away; `mine` is what was typed.
    """

    def __init__(self, theirs: Stored | None, mine: Draft | None = None, version: int = 0) -> None:
        self.theirs, self.mine = theirs, mine
        if theirs is None:
            what = "was thrown away"
        elif theirs.version == version:
            what = f"is {theirs.state} and no longer changes"
        else:
            what = f"was changed by {theirs.changed_by or 'a command'} at {theirs.changed.isoformat()}, and is {theirs.state}"
        super().__init__(f"This message {what}. Nothing was saved: look at what it is now")


async def create(conn: AsyncConnection, draft: Draft, now: datetime, by: str | None, *, source: str | None = None, state: str = "draft") -> Stored:
    stored = Stored(id=uuid4().hex, version=1, state=state, draft=draft, made=now, changed=now, changed_by=by, source=source)
    first = {"id": stored.id, "version": 1, "state": state, "made": now, "changed": now, "changed_by": by, "source": source}
    await conn.execute(insert(MESSAGES).values(first | _values(draft, stored.id)))
    return stored


async def save(conn: AsyncConnection, id_: str, version: int, draft: Draft, now: datetime, by: str | None) -> Stored:
    """The message as it now is. Drafts change, and planned messages until shortly before they leave (planning.py checks those first)."""
    return await _change(conn, id_, version, EDITABLE, now, {"changed_by": by} | _values(draft, id_), draft)


async def unplan(conn: AsyncConnection, id_: str, version: int, now: datetime, by: str | None) -> Stored:
    """Back to draft, as long as sending has not begun."""
    return await _change(conn, id_, version, ("scheduled",), now, {"state": "draft", "changed_by": by})


async def throw_away(conn: AsyncConnection, id_: str, version: int) -> None:
    """A draft only: what was planned is taken back first."""
    gone = await conn.execute(delete(MESSAGES).where(MESSAGES.c.id == id_, MESSAGES.c.version == version, MESSAGES.c.state == "draft"))
    if gone.rowcount != 1:
        raise Conflict(await get(conn, id_), version=version)


async def get(conn: AsyncConnection, id_: str) -> Stored | None:
    row = (await conn.execute(select(MESSAGES).where(MESSAGES.c.id == id_))).one_or_none()
    return _stored(row) if row else None


async def messages(conn: AsyncConnection, states: Collection[str] = ()) -> list[Stored]:
    """All of them, or those in some states: what is still without a moment first, then the latest first."""
    query = select(MESSAGES).order_by(MESSAGES.c.due.is_not(None), MESSAGES.c.due.desc(), MESSAGES.c.made.desc(), MESSAGES.c.id)
    return [_stored(row) for row in await conn.execute(query.where(MESSAGES.c.state.in_(states)) if states else query)]


async def around(conn: AsyncConnection, due: datetime | None, but: str | None = None) -> list[Stored]:
    """The messages that count for the weekly budget of one that is due then, itself left out."""
    if due is None:
        return []
    query = select(MESSAGES).where(MESSAGES.c.state.in_(PLANNED), MESSAGES.c.due.between(due - WEEK, due + WEEK), MESSAGES.c.id != (but or ""))
    return [_stored(row) for row in await conn.execute(query.order_by(MESSAGES.c.due))]


async def by_source(conn: AsyncConnection, start: str) -> dict[str, Stored]:
    """What content planned before, by where it came from."""
    found = [_stored(row) for row in await conn.execute(select(MESSAGES).where(MESSAGES.c.source.startswith(start, autoescape=True)))]
    return {one.source: one for one in found if one.source}


async def published(conn: AsyncConnection, since: datetime, now: datetime) -> list[Stored]:
    """What the inbox shows: everything whose moment came since then, the latest first, whether or not a push went out."""
    due = MESSAGES.c.due.between(since, now)
    return [
        _stored(row) for row in await conn.execute(select(MESSAGES).where(MESSAGES.c.state.in_(PUBLISHED), due).order_by(MESSAGES.c.due.desc(), MESSAGES.c.id))
    ]


def open_to_change(one: Stored, now: datetime) -> bool:
    """At its moment a message is handed out to subscriptions; from just before then its audience stands."""
    return one.state == "draft" or (one.state == "scheduled" and one.draft.due is not None and one.draft.due > now + SETTLED)


async def _change(
    conn: AsyncConnection, id_: str, version: int, states: Sequence[str], now: datetime, values: dict[str, Any], mine: Draft | None = None
) -> Stored:
    in_time = or_(MESSAGES.c.state == "draft", MESSAGES.c.due > now + SETTLED)
    where = (MESSAGES.c.id == id_, MESSAGES.c.version == version, MESSAGES.c.state.in_(states), in_time)
    done = await conn.execute(update(MESSAGES).where(*where).values(values | {"version": version + 1, "changed": now}))
    found = await get(conn, id_)
    if done.rowcount != 1 or found is None:
        raise Conflict(found, mine, version)
    return found


def _values(draft: Draft, id_: str) -> dict[str, Any]:
    """A message that replaces no other carries its own id, so that only its own repeats replace it."""
    texts = {code: text.model_dump() for code, text in draft.texts.items() if text != Text()}
    plain = draft.model_dump(include={"topic", "urgency", "due", "until"})
    return plain | {"bands": list(draft.bands), "texts": texts, "tag": draft.tag or id_}


def _stored(row: Any) -> Stored:
    values = dict(row._mapping)
    tag = values["tag"] if values["tag"] != values["id"] else ""
    draft = Draft.model_validate({name: values.pop(name) for name in ("topic", "bands", "texts", "urgency", "due", "until")} | {"tag": tag})
    return Stored(draft=draft, **{name: value for name, value in values.items() if name != "tag"})
