"""The named sets of my team: the list, making one, and what others use. SQL and the threshold are in nurse/store.py."""

import secrets
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from sqlalchemy.ext.asyncio import AsyncConnection

from imh_parents.desk.state import Desk, Undone, acting, changing, may, noting, reading
from imh_parents.desk.words import HERE, t
from imh_parents.i18n.languages import DEFAULT
from imh_parents.i18n.urls import address
from imh_parents.nurse import store
from imh_parents.nurse.code import CodeError, decode
from imh_parents.nurse.index import moment_title
from imh_parents.people.roles import EDITOR, NURSE
from imh_parents.settings import settings
from imh_parents.shelf import Shelf, read_shelf

WEEKS = 12  # as far back as counts are shown
MOST_USED, NEW_DAYS, MOST_NEW = 3, 60, 8
FAULTS = {
    "damaged": t("Deze link is niet heel. Kopieer hem nog eens, van het begin tot het einde."),
    "newer": t("Deze link is gemaakt met een nieuwere versie van de app. Probeer het later opnieuw."),
    "no-set": t("In deze link zit geen set."),
}


@dataclass
class Row:
    """One set of my team, in words."""

    id: str
    name: str
    about: str
    favourite: bool


@dataclass
class UsedRow:
    """A set that was opened often, of any team."""

    id: str
    name: str
    about: str
    own: bool


@dataclass
class UsedAt:
    """The most used sets of one contact moment."""

    moment: str
    sets: list[UsedRow]


@dataclass
class Fresh:
    """A card that was written lately."""

    title: str
    path: str
    written: str


class Sets(Desk):
    """The lists. The set that is open is a substate, so that a change of it shows here."""

    loaded: bool = False
    team: str = ""
    rows: list[Row] = []
    away: list[Row] = []
    used: list[UsedAt] = []
    fresh: list[Fresh] = []
    fresh_more: int = 0
    trouble: str = ""
    made: int = 0  # how many from this page: each leaves an empty form

    @may(NURSE, EDITOR)
    async def load(self) -> None:
        self.trouble = ""
        await self._lists()

    @may(NURSE, EDITOR)
    async def make(self, form: dict[str, str]) -> None:
        """A set of the maker becomes one of my team."""
        await self._make(str(form.get("name", "")), code_in(str(form.get("link", ""))), "set-made")

    @may(NURSE, EDITOR)
    async def take_over(self, id_: str) -> None:
        """A set of another team, as one of our own with its own counts."""
        async with reading() as conn:
            found = await store.one(conn, id_)
        if found and not found.archived:
            await self._make(found.name, found.code, "set-copied")

    @may(NURSE, EDITOR)
    async def favour(self, id_: str, on: bool) -> None:
        async with noting() as conn:
            if await own(conn, id_):
                await store.favour(conn, acting().user_id, id_, on=on)
        await self._lists()

    async def _make(self, name: str, code: str, action: str) -> None:
        self.trouble = ""
        if not self.team:
            return
        async with changing(action, name) as conn:
            try:
                await store.make(conn, acting().team, name, code, datetime.now(UTC), secrets.choice)
            except CodeError as error:
                self.trouble = FAULTS[error.fault]
                raise Undone from error
            except ValueError as error:
                self.trouble = t("Geef de set een naam.")
                raise Undone from error
        if not self.trouble:
            self.made += 1
            self.said = t("De set {name} staat bij jouw team.", name=name)
            await self._lists()

    async def _lists(self) -> None:
        shelf, today = read_shelf(settings().site_dir) or Shelf(), datetime.now(HERE).date()
        self.team = acting().team
        async with reading() as conn:
            kept = await store.favourites(conn, acting().user_id)
            found, away = [await store.listed(conn, self.team, archived=archived) for archived in (False, True)] if self.team else ([], [])
            self.used = await _used(conn, shelf, self.team, today)
        rows = [Row(one.id, one.name, about(one, shelf), one.id in kept) for one in found]
        self.rows = sorted(rows, key=lambda row: not row.favourite)
        self.away = [Row(one.id, one.name, about(one, shelf), False) for one in away]
        new = newest(shelf, today)
        self.fresh, self.fresh_more, self.loaded = new[:MOST_NEW], max(0, len(new) - MOST_NEW), True


async def own(conn: AsyncConnection, id_: str) -> store.TeamSet | None:
    """A set of the team of who asks; None when it is somebody else's."""
    found = await store.one(conn, id_)
    return found if found and acting().team and found.team == acting().team else None


def code_in(text: str) -> str:
    """What stands behind the # of a link, or a code by itself."""
    return "".join(text.split()).rpartition("#")[2]


def about(one: store.TeamSet, shelf: Shelf) -> str:
    """`8 weken, 4 kaarten`."""
    count = len(decode(one.code)[0].cards)
    cards = t("één kaart") if count == 1 else t("{n} kaarten", n=count)
    return ", ".join(filter(None, (moment_words(one.moment, shelf), cards)))


def moment_words(number: int, shelf: Shelf) -> str:
    return next((moment_title(moment, t) for moment in shelf.moments if shelf.nursing.numbers.moments.get(moment.id) == number), "")


def newest(shelf: Shelf, today: date) -> list[Fresh]:
    """Cards of the last two months, the newest first."""
    texts = {slug: card.text(DEFAULT.code).front for slug, card in shelf.cards.items() if not card.meta.discreet}
    lately = {slug: front for slug, front in texts.items() if today - front.written <= timedelta(days=NEW_DAYS)}
    ordered = sorted(lately.items(), key=lambda row: (-row[1].written.toordinal(), row[1].title))
    return [Fresh(front.title, address(DEFAULT.code, "kaart", slug), t.date(front.written)) for slug, front in ordered]


async def _used(conn: AsyncConnection, shelf: Shelf, team: str, today: date) -> list[UsedAt]:
    found = []
    for moment in shelf.moments:
        number = shelf.nursing.numbers.moments.get(moment.id, 0)
        rows = await store.most_used(conn, number, today - timedelta(weeks=WEEKS), MOST_USED) if number else []
        sets = [UsedRow(row.set.id, row.set.name, t("{team}, {n} keer geopend", team=row.set.team, n=row.count), row.set.team == team) for row in rows]
        if sets:
            found.append(UsedAt(moment_title(moment, t), sets))
    return found
