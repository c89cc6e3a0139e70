"""The leaflet of a team's named set: as at build, from what the build left on the shelf, with the letters that count in its code."""

from dataclasses import replace
from datetime import date

from imh_parents.i18n.catalogue import words
from imh_parents.i18n.languages import DEFAULT
from imh_parents.nurse.code import decode, encode
from imh_parents.nurse.leaflet import leaflet, leaflet_of
from imh_parents.nurse.store import TeamSet
from imh_parents.press.typeset import FONTS, Press
from imh_parents.settings import Settings
from imh_parents.shelf import Shelf


def made(one: TeamSet, language: str, shelf: Shelf, settings: Settings, today: date) -> bytes:
    """The PDF for a parent who reads `language`, whatever language the set was made in. FileNotFoundError without a built site."""
    chosen = replace(decode(one.code)[0], language=language)
    numbers = shelf.nursing.numbers
    services = {service.id: service for group in shelf.services.values() for service in group}
    places = {number: services[name] for name, number in numbers.places.items() if name in services}
    moments = {moment.id: moment for moment in shelf.moments}
    drawn = replace(leaflet_of(chosen, shelf.nursing, shelf.cards, shelf.helplines, moments, places), code=encode(chosen, team=one.id))
    tongues = tuple(words(code) for code in dict.fromkeys((language, DEFAULT.code)))
    return leaflet(drawn, tongues, shelf.themes, shelf.bands, settings.public_url, settings.name, Press(settings.site_dir / FONTS, today))
