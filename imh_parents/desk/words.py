"""The words of the desk. It speaks Dutch to those who work there; its texts stand in the catalogues like all others."""

from datetime import datetime
from zoneinfo import ZoneInfo

from babel.dates import format_datetime

from imh_parents.i18n.catalogue import words
from imh_parents.i18n.languages import DEFAULT

t = words(DEFAULT.code)
HERE = ZoneInfo("Europe/Brussels")


def when(moment: datetime) -> str:
    """`22 nov 2026, 14:05`, on the clock in Brussels."""
    return str(format_datetime(moment.astimezone(HERE), "d MMM y, HH:mm", locale=DEFAULT.cldr))
