"""Paper for nurses: a leaflet for every contact moment in every language, stickers for the Kindboekje, a poster for the waiting room."""

from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

from imh_parents.i18n.catalogue import Words
from imh_parents.i18n.languages import DEFAULT
from imh_parents.i18n.urls import address
from imh_parents.library import Library
from imh_parents.nurse.leaflet import leaflet_data, moment_drawing, ready_leaflet
from imh_parents.press.poster import PAPERS, poster_data
from imh_parents.press.qr import code_drawing
from imh_parents.press.sheet import Sheet, file_path
from imh_parents.press.typeset import said
from imh_parents.village.models import ContactMoment

NOW = "nu"  # the fragment that web/elements/set.js understands
ANY_AGE = "th-dorp"


def leaflet_path(moment: ContactMoment, t: Words) -> str:
    return file_path(f"blad-{moment.id}", t.code)


def stickers_path(t: Words) -> str:
    return file_path("stickers", t.code)


def room_path(paper: str, t: Words) -> str:
    return file_path(f"wachtzaal-{paper}", t.code)


def now_link(t: Words, origin: str) -> str:
    """The cards for the age of today: the phone that scans it knows the child, or asks."""
    return f"{origin}{address(t.code, 'set')}#{NOW}"


def nurse_sheets(library: Library, t: Words, dutch: Words, origin: str, name: str) -> Iterator[Sheet]:
    tongues = (t,) if t.code == DEFAULT.code else (t, dutch)
    for moment in library.moments:
        one = ready_leaflet(moment, library.nursing, library.cards, library.helplines, t.code)
        yield Sheet(leaflet_path(moment, t), "leaflet", leaflet_data(one, tongues, library.themes, library.bands, origin, name))
    yield Sheet(stickers_path(t), "stickers", _stickers(library, t, origin, name))
    for paper, width in PAPERS.items():
        yield Sheet(room_path(paper, t), "poster", _room(t, origin, name) | {"width": width})


def _stickers(library: Library, t: Words, origin: str, name: str) -> dict[str, Any]:
    link = now_link(t, origin)
    head = t("Stickers voor het Kindboekje")
    drawn = [*(moment_drawing(moment, library.bands) for moment in library.moments), ANY_AGE]  # one a contact moment, and the last place of the sheet
    return {
        "title": f"{head} · {name}",
        "lang": t.code,
        "dir": t.language.dir,
        "name": name,
        "drawings": sorted({"merk", *drawn}),
        "qr": {"svg": code_drawing(link), "alt": t("QR-code naar de kaarten van nu")},
        "head": said(t, head),
        "how": said(t, t("Druk af op ware grootte (100 %). Elk vierkant is 25 mm. Knip langs de lijnen.")),
        "moments": [{"words": said(t, t("kaarten van nu")), "drawing": drawing} for drawing in drawn],
        "under": said(t, t("voor de leeftijd van vandaag")),
        "small": said(t, t("Er staat niets over het kind in. De telefoon die scant kent het kind zelf, of vraagt een leeftijd.")),
    }


def _room(t: Words, origin: str, name: str) -> dict[str, Any]:
    head = t("Wat past vandaag bij je kind?")
    words = poster_data(
        t,
        now_link(t, origin),
        name,
        "fam",
        kick="",
        head=head,
        lines=[t("Korte kaarten voor de leeftijd van nu: over je kind, over jou en over wie rond jullie staat.")],
        beside=[t("Zonder account. Wat je invult, blijft op je telefoon.")],
        small="",
    )
    # typed by hand, the page behind the code would be empty: its # is what the code adds
    return words | {"title": f"{head} {name}", "site": urlsplit(origin).netloc}
