"""One named set: its link, its paper, its counts, its name."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from babel.dates import format_date

from imh_parents.desk.api import leaflet_address
from imh_parents.desk.chart import Column, columns
from imh_parents.desk.qr import picture
from imh_parents.desk.sets_state import WEEKS, Sets, own
from imh_parents.desk.state import Undone, changing, may, reading
from imh_parents.desk.words import HERE, t
from imh_parents.i18n.languages import DEFAULT, LANGUAGES
from imh_parents.i18n.urls import address
from imh_parents.nurse import store
from imh_parents.nurse.code import decode
from imh_parents.people.roles import EDITOR, NURSE
from imh_parents.settings import settings
from imh_parents.shelf import read_shelf


@dataclass
class Paper:
    """The leaflet in one language."""

    name: str
    code: str
    path: str


class OneSet(Sets):
    """The set that is open."""

    id: str = ""
    name_now: str = ""
    archived: bool = False
    link: str = ""
    picture: str = ""
    papers: list[Paper] = []
    columns: list[Column] = []
    told: bool = False  # is there a week with a count?

    @may(NURSE, EDITOR)
    async def show(self, id_: str) -> None:
        async with reading() as conn:
            found = await own(conn, id_)
            today = datetime.now(HERE).date()
            weeks = await store.weekly(conn, id_, today - timedelta(weeks=WEEKS - 1), today) if found else []
        if found is None:
            self.id = ""
            return
        shelf = read_shelf(settings().site_dir)
        self.id, self.name_now, self.archived = found.id, found.name, found.archived is not None
        language = decode(found.code)[0].language
        self.link = f"{settings().public_url}{address(language, 'set')}#{found.link_code}"
        self.picture = picture(self.link)
        self.papers = [Paper(row.name, row.code, leaflet_address(found.id, row.code)) for row in LANGUAGES] if shelf else []
        rows = [(format_date(week.monday, "d MMM", locale=DEFAULT.cldr), week.count) for week in weeks]
        self.columns = columns(rows, t("minder dan {n}", n=store.FEWEST))
        self.told = any(column.told for column in self.columns)

    @may(NURSE, EDITOR)
    def hide(self) -> None:
        self.id = ""

    @may(NURSE, EDITOR)
    async def rename(self, form: dict[str, str]) -> None:
        name = " ".join(str(form.get("new_name", "")).split())
        if not name:
            self.said = t("Geef de set een naam.")
        elif name != self.name_now and await self._change("set-renamed", name, lambda conn, now: store.rename(conn, self.id, name, now)):
            self.said = t("De set heet nu {name}. De link blijft dezelfde.", name=name)

    @may(NURSE, EDITOR)
    async def archive(self) -> None:
        if await self._change("set-archived", self.name_now, lambda conn, now: store.archive(conn, self.id, now)):
            self.said = t("De set is opgeborgen. Wie de link heeft, kan hem nog openen, maar we tellen niet meer.")

    @may(NURSE, EDITOR)
    async def restore(self) -> None:
        if await self._change("set-restored", self.name_now, lambda conn, now: store.archive(conn, self.id, now, away=False)):
            self.said = t("De set staat weer bij jouw team.")

    async def _change(self, action: str, words: str, work: store.Change) -> bool:
        """Did it happen? Only to a set of one's own team, which is asked again here."""
        done = False
        async with changing(action, words) as conn:
            if not await own(conn, self.id) or not await work(conn, datetime.now(UTC)):
                raise Undone
            done = True
        if not done:
            self.said = t("Deze set hoort niet meer bij jouw team.")
        await self._lists()
        await self.show(self.id)
        return done
