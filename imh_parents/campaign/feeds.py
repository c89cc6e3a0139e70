"""The week for other programs: an Atom feed and a calendar. Only what has a date is in them, so a draft never is."""

from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from urllib.parse import urlsplit
from xml.etree import ElementTree as XML

from icalendar import Calendar, Event

from imh_parents.campaign.labels import day_address, week_address, when
from imh_parents.campaign.models import Campaign, Week
from imh_parents.i18n.catalogue import Words
from imh_parents.i18n.urls import address
from imh_parents.settings import settings

FEED = "feed.xml"
CALENDAR = "kalender.ics"
ATOM = "http://www.w3.org/2005/Atom"


def write_feeds(campaign: Campaign, t: Words, folder: Path, origin: str) -> None:
    """Both files beside the week's page; none where content has no weeks."""
    if campaign.about:
        (folder / FEED).write_text(feed(campaign, t, origin, settings().name), encoding="utf-8")
        (folder / CALENDAR).write_bytes(calendar(campaign, t, origin, settings().name))


def feed(campaign: Campaign, t: Words, origin: str, name: str) -> str:
    """RFC 4287: one entry a week, one a day topic of a week with dates; the newest first."""
    home = origin + address(t.code, "week")
    XML.register_namespace("", ATOM)
    root = XML.Element(f"{{{ATOM}}}feed", {"xml:lang": t.code})
    _text(root, "id", home)
    _text(root, "title", t("Week van de Infant Mental Health"))
    _text(root, "updated", _stamp(max((_written(week) for week in campaign.weeks), default=date(2022, 6, 13))))
    XML.SubElement(XML.SubElement(root, f"{{{ATOM}}}author"), f"{{{ATOM}}}name").text = name
    XML.SubElement(root, f"{{{ATOM}}}link", {"rel": "self", "type": "application/atom+xml", "href": home + FEED})
    XML.SubElement(root, f"{{{ATOM}}}link", {"rel": "alternate", "type": "text/html", "hreflang": t.code, "href": home})
    for week in campaign.dated:
        for day in reversed(week.days):
            front = day.text(t.code).front
            _entry(root, t, origin + day_address(week, day, t), front.title, front.line, front.written)
        front_ = week.text(t.code).front
        dates = f"{when(week.meta.dates, t)}. " if week.meta.dates else ""
        _entry(root, t, origin + week_address(week, t), front_.title, dates + front_.line, front_.written)
    return '<?xml version="1.0" encoding="utf-8"?>\n' + XML.tostring(root, encoding="unicode") + "\n"


def _entry(root: XML.Element, t: Words, href: str, title: str, summary: str, written: date) -> None:
    entry = XML.SubElement(root, f"{{{ATOM}}}entry")
    _text(entry, "id", href)
    _text(entry, "title", title)
    _text(entry, "updated", _stamp(written))
    XML.SubElement(entry, f"{{{ATOM}}}link", {"rel": "alternate", "type": "text/html", "hreflang": t.code, "href": href})
    _text(entry, "summary", summary)


def _text(parent: XML.Element, tag: str, words: str) -> None:
    XML.SubElement(parent, f"{{{ATOM}}}{tag}").text = words


def _written(week: Week) -> date:
    """The day anything of a week was last written, in any language: one feed must not seem older than another."""
    texts = [text.front.written for text in week.texts.values()]
    return max([*texts, *(text.front.written for day in week.days for text in day.texts.values())])


def _stamp(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"


def calendar(campaign: Campaign, t: Words, origin: str, name: str) -> bytes:
    """RFC 5545: the weeks as whole days that keep nobody busy, and what took place on a known day."""
    title = t("Week van de Infant Mental Health")
    found = Calendar()
    found.add("prodid", f"-//{name}//{t.code}//")
    found.add("version", "2.0")
    found.add("calscale", "GREGORIAN")
    found.add("method", "PUBLISH")
    found.add("x-wr-calname", title)
    found.add("x-wr-timezone", "Europe/Brussels")
    for week in campaign.dated:
        if week.meta.dates:
            front = week.text(t.code).front
            _event(
                found,
                f"week-{week.meta.year}",
                (week.meta.dates.first, week.meta.dates.last),
                (title, front.line),
                front.written,
                origin + week_address(week, t),
                origin,
            )
        for happening in week.meta.happenings:
            if happening.on:
                days = (happening.on, happening.until or happening.on)
                words = (_head(happening.what[t.code]), happening.what[t.code])
                _event(found, f"{week.meta.year}-{happening.id}", days, words, _written(week), origin + week_address(week, t), origin, happening.where or "")
    return bytes(found.to_ical())


def _head(words: str) -> str:
    """The first sentence, as a title."""
    return words.split(". ")[0].rstrip(".")


def _event(into: Calendar, uid: str, days: tuple[date, date], words: tuple[str, str], written: date, href: str, origin: str, where: str = "") -> None:
    event = Event()
    event.add("uid", f"{uid}@{urlsplit(origin).hostname}")
    event.add("dtstamp", datetime.combine(written, time(), UTC))
    event.add("dtstart", days[0])
    event.add("dtend", days[1] + timedelta(days=1))  # the first day it no longer is
    event.add("summary", words[0])
    event.add("description", words[1])
    event.add("url", href)
    event.add("transp", "TRANSPARENT")
    if where:
        event.add("location", where)
    into.add_component(event)
