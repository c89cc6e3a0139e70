"""All validated content in one frozen object, and every fault on the way to it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from imh_parents.campaign.checks import campaign_faults
from imh_parents.campaign.models import Campaign
from imh_parents.campaign.read import read_campaign
from imh_parents.cards.checks import card_faults, coverage_faults
from imh_parents.cards.models import Card, Theme
from imh_parents.cards.read import read_cards
from imh_parents.children.bands import BAND_IDS, bands_of
from imh_parents.children.models import BandPage
from imh_parents.children.read import read_bands
from imh_parents.content.lists import Prose, prose_faults, read_list, read_prose
from imh_parents.errors import ContentError
from imh_parents.faults import Fault, Level
from imh_parents.i18n.languages import CODES
from imh_parents.nurse.checks import nursing_faults
from imh_parents.nurse.models import Nursing
from imh_parents.nurse.read import read_nursing
from imh_parents.village.asks import Ask
from imh_parents.village.curated import CuratedService, read_services
from imh_parents.village.models import ContactMoment, Helpline

CONTENT = Path(__file__).parent.parent / "content"
DRAWINGS = Path(__file__).parent.parent / "assets" / "drawings"


@dataclass(frozen=True)
class Library:
    """Everything a build shows, by id, in the order it is shown."""

    cards: dict[str, Card]
    themes: dict[str, Theme]
    bands: dict[str, BandPage]
    helplines: dict[str, Helpline]
    moments: tuple[ContactMoment, ...]
    prose: dict[str, Prose]
    services: dict[str, tuple[CuratedService, ...]] = field(default_factory=dict)  # by province
    campaign: Campaign = field(default_factory=Campaign)
    asks: dict[str, Ask] = field(default_factory=dict)
    nursing: Nursing = field(default_factory=Nursing)

    def cards_in_band(self, band: str) -> list[Card]:
        return [card for card in self.cards.values() if band in bands_of(card.meta.age.span)]

    def cards_in_theme(self, theme: str) -> list[Card]:
        """Cards with the theme, those that have it as their main theme first."""
        found = [card for card in self.cards.values() if theme in card.meta.themes]
        return sorted(found, key=lambda card: (card.meta.themes.index(theme), card.meta.age.span))


def inspect(root: Path, today: date) -> tuple[Library, list[Fault]]:
    """Read all content under `root` and return what could be read together with every fault, sorted by place."""
    cards, faults = read_cards(root)
    bands, found = read_bands(root)
    faults += found
    themes, found = read_list(Theme, root / "themes.yaml", root)
    faults += found
    helplines, found = read_list(Helpline, root / "helplines.yaml", root)
    faults += found
    moments, found = read_list(ContactMoment, root / "contact_moments.yaml", root, at="moments")
    faults += found
    prose, found = read_prose(root)
    faults += found
    services, found = read_services(root, today)
    faults += found
    asks, found = read_list(Ask, root / "asks.yaml", root)
    faults += found
    nursing, found = read_nursing(root)
    faults += found
    campaign, found = read_campaign(root, today)
    faults += found
    library = Library(
        cards=cards,
        themes={theme.id: theme for theme in themes},
        bands=bands,
        helplines={line.id: line for line in helplines},
        moments=tuple(sorted(moments, key=lambda moment: moment.span)),
        prose=prose,
        services=services,
        campaign=campaign,
        asks={ask.id: ask for ask in asks},
        nursing=nursing,
    )
    return library, sorted([*faults, *_across(library, root, today), *untranslated(library)])


def _across(library: Library, root: Path, today: date) -> Iterator[Fault]:
    """What only shows when files are held against each other."""
    drawings = {path.stem for path in DRAWINGS.glob("*.svg")}
    slugs = library.cards.keys() | {path.name for path in (root / "cards").glob("*/")}  # a broken card has its own fault; a link to it is not wrong
    for card in library.cards.values():
        yield from card_faults(card, slugs, library.helplines, drawings, today)
    places = [service.id for group in library.services.values() for service in group]
    yield from nursing_faults(library.nursing, library.cards, slugs, library.helplines, places, library.moments)
    yield from prose_faults(library.prose, root)
    yield from campaign_faults(library.campaign, library.cards, slugs, drawings)
    per_band = {band: len(library.cards_in_band(band)) for band in BAND_IDS}
    per_theme = {theme: len(library.cards_in_theme(theme)) for theme in library.themes}
    yield from coverage_faults(library.cards, per_band, per_theme)


def untranslated(library: Library) -> list[Fault]:
    """One remark a language: which cards it still lacks. The app shows those in Dutch and says so."""
    remarks = []
    for code in CODES[1:]:
        missing = [slug for slug, card in library.cards.items() if code not in card.texts]
        if missing:
            problem = f"{len(missing)} of {len(library.cards)} cards have no {code}.md: {', '.join(missing[:3])}{' …' if len(missing) > 3 else ''}"
            remarks.append(Fault("content/cards", 0, code, problem, "Until then the app shows them in Dutch and says so", Level.REMARK))
    return remarks


def load(root: Path, today: date) -> Library:
    """The library, or ContentError with every fault when anything stops the build."""
    library, found = inspect(root, today)
    faults = [fault for fault in found if fault.level is Level.FAULT]
    if faults:
        raise ContentError(faults)
    return library
