"""The beginning of the desk: what needs attention, for the role of who looks."""

from dataclasses import dataclass
from datetime import UTC, datetime

from imh_parents.desk.attention import attention
from imh_parents.desk.state import Desk, acting, may, reading
from imh_parents.desk.words import t


@dataclass
class Matter:
    """One thing that waits for somebody."""

    words: str
    path: str


class Home(Desk):
    """Counts in words, most pressing first."""

    matters: list[Matter] = []
    loaded: bool = False

    @may()
    async def load(self) -> None:
        async with reading() as conn:
            found = await attention(conn, acting().role, datetime.now(UTC))
        self.matters = [Matter(*said(name, count)) for name, count in found.items()]
        self.loaded = True


def said(name: str, n: int) -> tuple[str, str]:
    """A count as a sentence, and where to go with it."""
    one, many, path = SENTENCES[name]
    return (one if n == 1 else many.replace("{n}", t.number(n))), path


SENTENCES = {
    "stopped": (
        t("Eén meldingsdienst weigert: er vertrekt niets meer"),
        t("{n} meldingsdiensten weigeren: er vertrekt niets meer"),
        "/desk/campagne/",
    ),
    "drafts": (
        t("Eén bericht heeft een datum, maar is niet ingepland"),
        t("{n} berichten hebben een datum, maar zijn niet ingepland"),
        "/desk/campagne/",
    ),
    "gone": (t("Eén bron is niet meer te vinden"), t("{n} bronnen zijn niet meer te vinden"), "/desk/inhoud/"),
    "reports": (t("Bij één plek klopt iets niet"), t("Bij {n} plekken klopt iets niet"), "/desk/dorp/"),
    "waiting": (t("Eén uitnodiging wacht nog"), t("{n} uitnodigingen wachten nog"), "/desk/mensen/"),
}
