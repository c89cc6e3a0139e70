"""What waits for an editor: cards by what they miss, and links that died. It reads and changes nothing."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from sqlalchemy.ext.asyncio import AsyncConnection

from imh_parents.desk.content_groups import Group, groups
from imh_parents.desk.state import Desk, may, reading
from imh_parents.desk.words import HERE, t, when
from imh_parents.links import store as links
from imh_parents.links.checking import GONE
from imh_parents.nurse import store as sets
from imh_parents.nurse.code import decode
from imh_parents.people.roles import EDITOR
from imh_parents.settings import settings
from imh_parents.shelf import Shelf, read_shelf

SETTLED = timedelta(weeks=4)  # a younger set had no time to be opened


@dataclass
class Link:
    """An address that is not well, and where it stands."""

    url: str
    places: str
    words: str


class Contents(Desk):
    """Everything at once; an editor works it down."""

    loaded: bool = False
    built: bool = False
    groups: list[Group] = []
    dead: list[Link] = []
    unsure: list[Link] = []
    looked: str = ""

    @may(EDITOR)
    async def load(self) -> None:
        found, now = read_shelf(settings().site_dir), datetime.now(UTC)
        shelf = found or Shelf()
        async with reading() as conn:
            idle = await idle_cards(conn, shelf, now)
            bad = await links.not_well(conn)
            at, count = await links.last_look(conn)
        self.built = found is not None
        self.groups = groups(shelf.cards.values(), idle, now.astimezone(HERE).date()) if found else []
        self.dead = [_link(one, shelf) for one in bad if one.outcome == GONE]
        self.unsure = [_link(one, shelf) for one in bad if one.outcome != GONE]
        self.looked = t("{n} links bekeken op {moment}.", n=count, moment=when(at)) if at else ""
        self.loaded = True


async def idle_cards(conn: AsyncConnection, shelf: Shelf, now: datetime) -> set[str]:
    """Cards that stand in sets, all of them long enough and none of them with a week that may be told."""
    alive = await sets.told(conn)
    held, living = set[int](), set[int]()
    for one in await sets.in_use(conn):
        cards = decode(one.code)[0].cards
        held.update(cards)
        if one.id in alive or one.made > now - SETTLED:
            living.update(cards)
    return {slug for slug, number in shelf.nursing.numbers.cards.items() if number in held - living}


def _link(one: links.Kept, shelf: Shelf) -> Link:
    titles = [shelf.cards[name].text(t.code).front.title if name in shelf.cards else name for name in shelf.links.get(one.url, ())]
    said = t("antwoord {status}", status=one.status) if one.status else one.why
    since = t("sinds {moment}", moment=when(one.since)) if one.since else ""
    return Link(one.url, t.list(titles), ", ".join(filter(None, (said, since))))
