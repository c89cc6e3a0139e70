"""From a draft to a planned message, and changes to planned ones: only without troubles. What a trouble is, messages.py says."""

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

from sqlalchemy.ext.asyncio import AsyncConnection

from imh_parents.errors import PushError
from imh_parents.i18n.languages import CODES
from imh_parents.push import control, store
from imh_parents.push.messages import Draft, Stored, Trouble, troubles
from imh_parents.settings import BUILT

Known = Callable[[str], bool]


class NotReady(PushError):
    """A message with troubles cannot be planned."""

    def __init__(self, found: Sequence[Trouble]) -> None:
        self.troubles = tuple(found)
        super().__init__("This message is not ready: " + "; ".join(" ".join(filter(None, (one.field, one.language, one.code))) for one in found))


def pages_of(site: Path) -> Known:
    """Which addresses the built site has; without one every address that looks right is taken."""
    if not (site / BUILT).exists():
        return lambda page: True
    return lambda page: page.startswith(tuple(f"/{code}/" for code in CODES)) and (site / page.strip("/") / "index.html").is_file()


async def troubles_of(conn: AsyncConnection, draft: Draft, id_: str | None, now: datetime, *, fallback: bool, known: Known) -> list[Trouble]:
    """With the weekly budget counted over what is planned around it."""
    return troubles(draft, now=now, fallback=fallback, others=await store.around(conn, draft.due, id_), known=known)


async def plan(conn: AsyncConnection, id_: str, version: int, now: datetime, by: str, *, fallback: bool, known: Known, public_url: str) -> Stored:
    """From now on it goes out by itself. NotReady when something is not right, Conflict when somebody was first."""
    held = await _held(conn, id_, version)
    if wrong := await troubles_of(conn, held.draft, id_, now, fallback=fallback, known=known):
        raise NotReady(wrong)
    if held.draft.due is None or held.draft.until is None:
        raise NotReady([Trouble("due", "no-due")])  # troubles said so before
    await control.schedule(conn, id_, version, held.draft.due, held.draft.until, now, public_url, by)
    return await _held(conn, id_, version + 1)


async def save(conn: AsyncConnection, id_: str, version: int, draft: Draft, now: datetime, by: str, *, fallback: bool, known: Known) -> Stored:
    """Save what was typed. A draft may be half done; a planned message stays planned, so it has to stay right."""
    held = await store.get(conn, id_)
    if held and held.version == version and held.state == "scheduled" and (wrong := await troubles_of(conn, draft, id_, now, fallback=fallback, known=known)):
        raise NotReady(wrong)
    return await store.save(conn, id_, version, draft, now, by)


async def _held(conn: AsyncConnection, id_: str, version: int) -> Stored:
    held = await store.get(conn, id_)
    if held is None or held.version != version:
        raise store.Conflict(held, version=version)
    return held
