"""What an admin does with the people of the desk. Words and rows for the page; the SQL is in people/store."""

from dataclasses import dataclass
from datetime import UTC, datetime

from imh_parents.desk.labels import ROLE_WORDS
from imh_parents.desk.qr import picture
from imh_parents.desk.state import Desk, Undone, acting, changing, may, reading
from imh_parents.desk.words import t
from imh_parents.people.api import PREFIX
from imh_parents.people.roles import ADMIN, ROLES
from imh_parents.people.store import sessions, users
from imh_parents.settings import settings


@dataclass
class Row:
    """One person, in words."""

    id: str
    name: str
    email: str
    role: str
    state: str
    revoked: bool
    second: bool
    own: bool
    team: str


class Users(Desk):
    """The list, the link that was just made, and the question that is open."""

    rows: list[Row] = []
    link: str = ""
    link_for: str = ""
    link_picture: str = ""
    asked: str = ""  # the id of who is about to be shut out
    trouble: str = ""

    @may(ADMIN)
    async def load(self) -> None:
        self.asked, self.trouble = "", ""
        await self._read()

    @may(ADMIN)
    async def invite(self, form: dict[str, str]) -> None:
        email, name, role = form.get("email", "").strip(), form.get("name", "").strip(), form.get("role", "")
        self.trouble = "" if email.count("@") == 1 and all(email.split("@")) and len(email) <= 254 else t("Dit is geen e-mailadres.")
        if not name:
            self.trouble = t("Schrijf ook een naam.")
        if self.trouble or role not in ROLES:
            return
        async with changing("invited", users.fold(email), {"role": role}) as conn:
            now = datetime.now(UTC)
            id_ = await users.add(conn, email, name[:120], role, now)
            if id_ is None:
                self.trouble = t("Dit e-mailadres staat al in de lijst. Maak daar een nieuwe link.")
                raise Undone
            token = await users.link(conn, id_, now)
        if not self.trouble:
            self._show(token, name)
            await self._read()

    @may(ADMIN)
    async def new_link(self, id_: str) -> None:
        """Also for a forgotten password: the one that was chosen stays until the link is used."""
        row = self._row(id_)
        if row is None or row.revoked:
            return
        async with changing("link", row.email) as conn:
            token = await users.link(conn, id_, datetime.now(UTC))
        self._show(token, row.name)

    @may(ADMIN)
    def hide_link(self) -> None:
        self.link, self.link_for, self.link_picture = "", "", ""

    @may(ADMIN)
    async def set_role(self, id_: str, role: str) -> None:
        row = self._row(id_)
        if row is None or row.own or role not in ROLES:
            return
        async with changing("role", row.email, {"role": role}) as conn:
            if not await users.set_role(conn, id_, role):
                raise Undone
        self.said = t("{name} heeft nu de rol {role}.", name=row.name, role=ROLE_WORDS[role])
        await self._read()

    @may(ADMIN)
    async def set_team(self, id_: str, team: str) -> None:
        """Whose sets are theirs. Who works alone is a team of one."""
        row, team = self._row(id_), " ".join(team.split())
        if row is None or row.revoked or team == row.team:
            return
        async with changing("team", row.email, {"team": team}) as conn:
            await users.set_team(conn, id_, team)
        self.said = t("{name} hoort nu bij {team}.", name=row.name, team=team) if team else t("{name} hoort nu bij geen team.", name=row.name)
        await self._read()

    @may(ADMIN)
    def ask(self, id_: str) -> None:
        """Shutting somebody out is asked twice."""
        self.asked = id_

    @may(ADMIN)
    async def revoke(self, id_: str) -> None:
        row = self._row(id_)
        self.asked = ""
        if row is None or row.own:
            return
        async with changing("revoked", row.email) as conn:
            if not await users.revoke(conn, id_, datetime.now(UTC)):
                raise Undone
        self.said = t("{name} is overal afgemeld en kan niet meer binnen.", name=row.name)
        await self._read()

    @may(ADMIN)
    async def restore(self, id_: str) -> None:
        row = self._row(id_)
        if row is None:
            return
        async with changing("restored", row.email) as conn:
            await users.restore(conn, id_)
            token = await users.link(conn, id_, datetime.now(UTC))
        self._show(token, row.name)
        await self._read()

    @may(ADMIN)
    async def end_sessions(self, id_: str) -> None:
        row = self._row(id_)
        if row is None:
            return
        async with changing("sessions-ended", row.email) as conn:
            await sessions.end_all(conn, id_, but=acting().session)
        self.said = t("{name} is overal afgemeld.", name=row.name)
        await self._read()

    @may(ADMIN)
    async def forget_second(self, id_: str) -> None:
        """For a lost phone."""
        row = self._row(id_)
        if row is None or row.own:
            return
        async with changing("second-off", row.email) as conn:
            await users.forget_second(conn, id_)
        self.said = t("{name} stelt de tweede stap opnieuw in bij het aanmelden.", name=row.name)
        await self._read()

    async def _read(self) -> None:
        async with reading() as conn:
            found = await users.everybody(conn)
        self.rows = [Row(one.id, one.name, one.email, one.role, _state(one), one.revoked, one.second, one.id == acting().user_id, one.team) for one in found]

    def _row(self, id_: str) -> Row | None:
        return next((row for row in self.rows if row.id == id_), None)

    def _show(self, token: str, name: str) -> None:
        self.link, self.link_for = f"{settings().public_url}{PREFIX}welkom/{token}", name
        self.link_picture = picture(self.link)


def _state(one: users.User) -> str:
    if one.revoked:
        return t("uitgesloten")
    if not one.ready:
        return t("heeft een link, koos nog geen wachtwoord")
    here = t("nu niet aangemeld") if not one.sessions else t("aangemeld op 1 plek") if one.sessions == 1 else t("aangemeld op {n} plekken", n=one.sessions)
    return ", ".join((here, t("tweede stap aan"))) if one.second else here
