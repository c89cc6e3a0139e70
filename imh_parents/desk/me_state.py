"""One's own place: sessions, and setting up the second step. Passwords and codes are posted past Reflex, see people/api.py."""

from dataclasses import dataclass

from imh_parents.desk.labels import ROLE_WORDS
from imh_parents.desk.qr import picture
from imh_parents.desk.state import Desk, acting, changing, may, noting, reading
from imh_parents.desk.words import t, when
from imh_parents.people import second
from imh_parents.people.roles import TWO_STEPS
from imh_parents.people.store import sessions, users
from imh_parents.settings import settings


@dataclass
class Place:
    """One session, in words."""

    id: str
    where: str
    seen: str
    here: bool


class Me(Desk):
    """What somebody sees of themselves."""

    email: str = ""
    role_words: str = ""
    places: list[Place] = []
    has_second: bool = False
    must_second: bool = False  # nothing else opens before it is set up
    secret: str = ""  # in groups of four, to type over where a camera cannot
    secret_picture: str = ""

    @may(enrolling=True)
    async def load(self) -> None:
        who = acting()
        self.email, self.role_words = who.email, ROLE_WORDS.get(who.role, who.role)
        self.has_second, self.must_second = who.has_second, who.stage == "enrol"
        self.secret, self.secret_picture = "", ""
        await self._read()
        if who.stage == "enrol":
            await self._offer()

    @may(enrolling=True)
    async def set_up(self) -> None:
        """Show a secret for an authenticator app; it counts once a code proved that it arrived."""
        if not acting().has_second:
            await self._offer()

    @may()
    async def drop_second(self) -> None:
        """Only where the role does not ask for it."""
        who = acting()
        if who.role in TWO_STEPS or not who.has_second:
            return
        async with changing("second-off", who.email) as conn:
            await users.drop_second(conn, who.user_id)
        self.has_second = False
        self.said = t("De tweede stap staat uit.")

    @may(enrolling=True)
    async def end(self, id_: str) -> None:
        who = acting()
        async with changing("session-ended") as conn:
            await sessions.end(conn, id_, who.user_id)
        await self._read()

    @may(enrolling=True)
    async def end_others(self) -> None:
        who = acting()
        async with changing("sessions-ended", who.email) as conn:
            await sessions.end_all(conn, who.user_id, but=who.session)
        self.said = t("Je bent nu alleen hier nog aangemeld.")
        await self._read()

    async def _read(self) -> None:
        who = acting()
        async with reading() as conn:
            found = await sessions.of(conn, who.user_id)
        self.places = [Place(one.id, one.agent or t("een onbekend toestel"), when(one.seen), one.id == who.session) for one in found]

    async def _offer(self) -> None:
        """The same secret until it is proved, so that opening the page again spoils nothing."""
        who = acting()
        async with noting() as conn:
            secret = await users.offer_second(conn, who.user_id, second.new_secret())
        self.secret = " ".join(secret[start : start + 4] for start in range(0, len(secret), 4))
        self.secret_picture = picture(second.address(secret, who.email, settings().name))
