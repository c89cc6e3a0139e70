"""A set on paper: one A4 to fold once, in the parent's language beside Dutch. No field for a name, and nothing about the family.

For the ready sets at build, and for any other set whoever has one: `leaflet` asks nothing but the words and a Press.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any
from urllib.parse import urlsplit

from imh_parents.cards.labels import drawing_of
from imh_parents.cards.models import Card, CardText, Theme
from imh_parents.children.bands import bands_of
from imh_parents.children.models import BandPage
from imh_parents.i18n.catalogue import Words, words
from imh_parents.i18n.urls import address
from imh_parents.nurse.code import NurseSet, encode
from imh_parents.nurse.index import moment_title
from imh_parents.nurse.models import Nursing
from imh_parents.press.qr import code_drawing
from imh_parents.press.reading import runs_left
from imh_parents.press.typeset import Press, said, spoken
from imh_parents.village.curated import CuratedService
from imh_parents.village.models import ContactMoment, Helpline

Data = dict[str, Any]
EMERGENCY = "112"
PICTURE = "fam"  # where no contact moment says how old the child is


@dataclass(frozen=True)
class Leaflet:
    """What stands on one, in the order it is given. `note` is a fixed one in every language, or the nurse's own words."""

    code: str
    cards: tuple[Card, ...]
    lines: tuple[Helpline, ...] = ()
    places: tuple[CuratedService, ...] = ()
    moment: ContactMoment | None = None
    note: Mapping[str, str] | str = ""


def ready_leaflet(moment: ContactMoment, nursing: Nursing, cards: Mapping[str, Card], lines: Mapping[str, Helpline], language: str) -> Leaflet:
    """The ready set of a contact moment for a parent who reads `language`."""
    return leaflet_of(ready_set(moment, nursing, language), nursing, cards, lines, {moment.id: moment})


def ready_set(moment: ContactMoment, nursing: Nursing, language: str) -> NurseSet:
    ready, numbers = nursing.ready[moment.id], nursing.numbers
    return NurseSet(
        language,
        tuple(numbers.cards[slug] for slug in ready.cards),
        tuple(numbers.lines[line] for line in ready.lines),
        moment=numbers.moments[moment.id],
        note=numbers.notes[ready.note] if ready.note else 0,
    )


def leaflet_of(
    chosen: NurseSet,
    nursing: Nursing,
    cards: Mapping[str, Card],
    lines: Mapping[str, Helpline],
    moments: Mapping[str, ContactMoment],
    places: Mapping[int, CuratedService] = MappingProxyType({}),
) -> Leaflet:
    """Any set in the numbers of its code. What is no longer there is left out, as on the phone; the emergency number always stands there."""
    numbers = nursing.numbers
    called = (*_named(numbers.lines, chosen.lines), EMERGENCY)
    moment = next((moments[name] for name in _named(numbers.moments, (chosen.moment,)) if name in moments), None)
    note: Mapping[str, str] | str = chosen.note if isinstance(chosen.note, str) else ""
    if isinstance(chosen.note, int):
        note = next((nursing.notes[name].text.root for name in _named(numbers.notes, (chosen.note,)) if name in nursing.notes), "")
    return Leaflet(
        encode(chosen),
        tuple(cards[slug] for slug in _named(numbers.cards, chosen.cards) if slug in cards),
        tuple(lines[name] for name in dict.fromkeys(called) if name in lines),
        tuple(places[number] for number in chosen.places if number in places),
        moment=moment,
        note=note,
    )


def _named(numbers: Mapping[str, int], chosen: tuple[int, ...]) -> list[str]:
    names = {number: name for name, number in numbers.items()}
    return [names[number] for number in chosen if number in names]


def leaflet(one: Leaflet, tongues: tuple[Words, ...], themes: dict[str, Theme], bands: Mapping[str, BandPage], origin: str, name: str, press: Press) -> bytes:
    """The PDF. `tongues` are the parent's language and then Dutch; only Dutch where that is the parent's."""
    return press.pdf("leaflet", leaflet_data(one, tongues, themes, bands, origin, name))


def leaflet_data(one: Leaflet, tongues: tuple[Words, ...], themes: dict[str, Theme], bands: Mapping[str, BandPage], origin: str, name: str) -> Data:
    """Everything the template sets, in words."""
    t = tongues[0]
    link = f"{origin}{address(t.code, 'set')}#{one.code}"
    moment = one.moment
    picture = moment_drawing(moment, bands) if moment else PICTURE
    drawings = [drawing_of(card, themes) for card in one.cards]
    titles = [moment_title(moment, t) if moment else t("Een paar kaarten voor jou") for t in tongues]
    return {
        "title": f"{titles[0]} · {name}",
        "lang": t.code,
        "dir": t.language.dir,
        "name": name,
        "site": urlsplit(origin).netloc,
        "drawings": sorted({"merk", picture, *drawings}),
        "picture": picture,
        "qr": {"svg": code_drawing(link), "alt": t("QR-code naar {link}", link=link)},
        "moment": [said(t, title) for t, title in zip(tongues, titles, strict=True)],
        "lead": [said(t, t("Een paar kaarten die je verpleegkundige voor jou koos.")) for t in tongues],
        "scan": [said(t, t("Richt je camera hierop.")) for t in tongues],
        "private": said(t, t("De set zit in de code zelf. Niemand ziet wie hem opent.")),
        "note": _note(one.note, tongues),
        "cards": [{"drawing": drawing, "parts": _parts(card, tongues)} for card, drawing in zip(one.cards, drawings, strict=True)],
        "call": said(t, t("Wie je kunt bellen")),
        "lines": [*(_place(place, t) for place in one.places), *(_line(line, t) for line in one.lines if line.number)],
        "foot": said(t, _foot(one.cards, t)),
    }


def moment_drawing(moment: ContactMoment, bands: Mapping[str, BandPage]) -> str:
    """The drawing of the age a contact moment is for."""
    return bands[bands_of(moment.span)[0]].meta.drawing


def _note(note: Mapping[str, str] | str, tongues: tuple[Words, ...]) -> list[Data]:
    """A nurse's own words are in the parent's language when they run its way, and otherwise in Dutch."""
    if isinstance(note, str):
        t = next((t for t in tongues if (t.language.dir == "rtl") == runs_left(note)), tongues[-1])
        return [said(t, note)] if note else []
    return [said(t, note[t.code]) for t in tongues]


def _parts(card: Card, tongues: tuple[Words, ...]) -> list[Data]:
    """The gist in each language. What is not translated stands there once, in Dutch, and says so."""
    t = tongues[0]
    if card.meta.discreet:  # a paper is found more easily than a page
        return [_empty(t, t("Een kaart voor jou"))]
    if t.code not in card.texts:
        return [_gist(card.texts["nl"]) | {"mark": said(t, t("in het Nederlands"))}]
    return [_gist(card.texts[t.code]) for t in tongues]


def _empty(t: Words, title: str) -> Data:
    return said(t, "") | {"title": title, "number": "", "baby": "", "heading": "", "attempt": "", "mark": said(t, "")}


def _gist(text: CardText) -> Data:
    t = words(text.language)
    found = {"heading": text.attempt.heading, "attempt": " ".join(text.attempt.text.split()), "number": text.front.number or ""}
    return _empty(t, text.front.title) | found | {"baby": f"‘{text.front.baby}’" if text.front.baby else ""}


def _line(line: Helpline, t: Words) -> Data:
    told = " ".join(filter(None, (line.what[t.code], line.hours[t.code] if line.hours else "")))
    return {"number": line.number, "name": said(t, line.name[t.code]), "told": said(t, told)}


def _place(place: CuratedService, t: Words) -> Data:
    """A name and an address are the same in every language."""
    where = ", ".join(filter(None, (place.address.street, place.address.city))) if place.address else ""
    return {"number": place.phone or "", "name": spoken("nl", "ltr", place.name), "told": spoken("nl", "ltr", where)}


def _foot(cards: tuple[Card, ...], t: Words) -> str:
    """What a page says of every card holds on paper too."""
    unread = any(isinstance(card.text(t.code).front.review, str) for card in cards)
    more, not_yet = t("De hele kaarten, met hun bronnen, lees je met de code."), t("Nog niet nagelezen door een IMH-specialist")
    return f"{more} {not_yet}." if unread else more
