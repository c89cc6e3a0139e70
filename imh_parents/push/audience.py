"""Who a message is for: the one condition that counting and sending share."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import ColumnElement, Text, and_, cast, func, select, true

from imh_parents.i18n.languages import DEFAULT
from imh_parents.push.schedule import BUDGET, WEEK
from imh_parents.push.tables import DELIVERIES, SUBSCRIPTIONS


def wanted(topic: str, bands: Collection[str], languages: Collection[str]) -> ColumnElement[bool]:
    """Subscriptions a message is for, whatever their week holds already. One with Dutch text goes to every language."""
    return and_(wants(topic), fits(bands), true() if DEFAULT.code in languages else SUBSCRIPTIONS.c.language.in_(languages))


def wants(topic: str) -> ColumnElement[bool]:
    """Subscriptions to this topic. A JSON list of plain names, read as text, is the same on both databases."""
    return cast(SUBSCRIPTIONS.c.topics, Text).contains(f'"{topic}"', autoescape=True)


def fits(bands: Collection[str]) -> ColumnElement[bool]:
    """A message for some ages goes only to who said theirs."""
    return func.coalesce(SUBSCRIPTIONS.c.band, "").in_(bands) if bands else true()


def full(until: datetime) -> ColumnElement[bool]:
    """Subscriptions that had three messages so shortly before `until` that a fourth would come too late."""
    sent = and_(DELIVERIES.c.subscription_id == SUBSCRIPTIONS.c.id, DELIVERIES.c.state == "sent", DELIVERIES.c.closed > until - WEEK)
    return select(func.count()).select_from(DELIVERIES).where(sent).correlate(SUBSCRIPTIONS).scalar_subquery() >= BUDGET
