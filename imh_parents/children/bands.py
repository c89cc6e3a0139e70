"""The fourteen stretches of the road from conception to the fifth birthday. Their words are in content/bands."""

from dataclasses import dataclass

from imh_parents.children.ages import Span, span


@dataclass(frozen=True)
class Band:
    """One stretch. `first` and `last` are age tokens; `last` counts to its end."""

    id: str
    first: str
    last: str

    @property
    def span(self) -> Span:
        return span(self.first, self.last)


BANDS = (
    Band("zwanger-0-12-weken", "zw0", "zw12"),
    Band("zwanger-13-28-weken", "zw13", "zw28"),
    Band("zwanger-29-40-weken", "zw29", "zw41"),
    Band("0-6-weken", "0d", "5w"),
    Band("6-weken-2-maanden", "6w", "2m"),
    Band("3-4-maanden", "3m", "4m"),
    Band("5-6-maanden", "5m", "6m"),
    Band("7-9-maanden", "7m", "9m"),
    Band("10-12-maanden", "10m", "12m"),
    Band("13-18-maanden", "13m", "18m"),
    Band("19-24-maanden", "19m", "24m"),
    Band("25-36-maanden", "25m", "36m"),
    Band("37-48-maanden", "37m", "48m"),
    Band("49-60-maanden", "49m", "60m"),
)
BAND_IDS = tuple(band.id for band in BANDS)


def bands_of(ages: Span) -> tuple[str, ...]:
    """Ids of the bands that an age range touches for at least a week, or for half of a shorter range, in order."""
    enough = min(7, (ages.end - ages.start + 1) // 2)
    return tuple(band.id for band in BANDS if min(ages.end, band.span.end) - max(ages.start, band.span.start) >= enough)
