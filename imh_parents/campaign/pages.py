"""Every page of the week: its own page, the years, the day topics, the poster, and the thank-you card."""

import reflex as rx

from imh_parents.campaign.doing import doing
from imh_parents.campaign.feeds import CALENDAR, FEED
from imh_parents.campaign.labels import when
from imh_parents.campaign.models import Week
from imh_parents.campaign.poster_page import poster_page
from imh_parents.campaign.strip import street, week_element
from imh_parents.campaign.thanks_page import thanks_page
from imh_parents.campaign.year_page import day_page, year_page
from imh_parents.content.lists import Prose
from imh_parents.i18n.catalogue import Words
from imh_parents.i18n.urls import address, alternates
from imh_parents.library import Library
from imh_parents.ui.layout import shell
from imh_parents.ui.origins import source_list
from imh_parents.ui.page import Page
from imh_parents.ui.parts import drawing, go, icon, kick, link, prose, sheet


def week_pages(library: Library, t: Words) -> list[Page]:
    """None where content has no weeks."""
    about = library.campaign.about
    if about is None:
        return []
    years = [page for week in library.campaign.weeks for page in (year_page(week, library, t), *(day_page(week, day, library, t) for day in week.days))]
    return [_week_page(about, library, t), *years, poster_page(t), thanks_page(library, t)]


def _week_page(about: Prose, library: Library, t: Words) -> Page:
    front = about.text(t.code).front
    home = address(t.code, "week")
    return Page(
        path=home,
        language=t.code,
        title=front.title,
        description=front.line,
        body=lambda: _week(about, library, t),
        alternates=alternates("week"),
        scripts=("week",),
        sheets=("week",),
        feeds={home + FEED: "application/atom+xml", home + CALENDAR: "text/calendar"},
    )


def _week(about: Prose, library: Library, t: Words) -> rx.Component:
    text = about.text(t.code)
    what, daily = text.sections
    return shell(
        t,
        week_element(
            library,
            t,
            rx.el.div(
                street(lit=False),
                street(lit=True),
                rx.el.div(rx.el.h1(text.front.title), rx.el.p(text.front.line, class_name="lead"), class_name="in"),
                class_name="week-head",
            ),
            _running(t),
            sheet(rx.el.p(class_name="w-soon lead"), _onward_link(t), tint="sky", class_name="week-soon", hidden=True),
        ),
        rx.el.section(prose(what.html), class_name="in running-text"),
        _thank(t),
        rx.el.section(rx.el.h2(daily.heading), doing(daily), class_name="in doing-part"),
        _years(library, t),
        _follow(t),
        rx.el.section(rx.el.h2(t("Waar komt dit vandaan?")), source_list(text.front.sources), class_name="in origins stack"),
        alternates=alternates("week"),
        class_name="week-page",
    )


def _running(t: Words) -> rx.Component:
    """What the phone fills in while a week runs: the day, its topic, and the way to the year."""
    return sheet(
        rx.el.p(kick(t("Nu bezig"), "agenda", "sky"), " ", rx.el.span(class_name="w-day small soft"), class_name="now-line"),
        rx.el.h2(class_name="w-title"),
        rx.el.p(class_name="w-line"),
        _onward_link(t),
        tint="sky",
        class_name="week-on",
        hidden=True,
    )


def _onward_link(t: Words) -> rx.Component:
    return rx.el.p(link(address(t.code, "week"), rx.el.span(t("Verder")), icon("verder", flip=True), class_name="go w-href"))


def _thank(t: Words) -> rx.Component:
    words = rx.el.div(
        rx.el.h2(t("Bedankt, dorp")),
        rx.el.p(t("Maak een kaartje voor wie er voor jullie is. Het blijft op je telefoon tot jij het deelt.")),
        link(address(t.code, "bedankt"), t("Maak een kaartje"), class_name="btn"),
    )
    return sheet(words, drawing("th-dorp"), tint="sage", cut="b", class_name="thank")


def _years(library: Library, t: Words) -> rx.Component:
    """What may come, marked for what it is, and what was."""
    coming = library.campaign.coming
    past = [week for week in library.campaign.weeks if week not in coming]
    return sheet(
        *([rx.el.h2(t("De volgende week")), rx.el.ul(*(_year(week, t) for week in coming), class_name="rows")] if coming else []),
        rx.el.h2(t("Eerdere weken")),
        rx.el.ul(*(_year(week, t) for week in past), class_name="rows"),
        tint="sheet",
        class_name="years",
        id="jaren",
    )


def _year(week: Week, t: Words) -> rx.Component:
    front, dates = week.text(t.code).front, week.meta.dates
    under = rx.el.span(when(dates, t), class_name="small soft") if dates else rx.fragment()
    mark = rx.el.span(t("ontwerp, nog niet aangekondigd"), class_name="small in-dutch") if week.meta.state == "draft" else rx.fragment()
    words = rx.el.span(rx.el.strong(front.title), under, rx.el.span(front.line, class_name="small soft"), mark, class_name="words")
    return rx.el.li(link(address(t.code, "week", str(week.meta.year)), drawing(week.meta.drawing, ""), words, class_name="row-tile"))


def _follow(t: Words) -> rx.Component:
    home = address(t.code, "week")
    ways = (
        ("bericht", address(t.code, "berichten"), t("Lees de berichten in de app")),
        ("agenda", home + CALENDAR, t("Zet de week in je agenda")),
        ("wereld", home + FEED, t("Volg de week in je nieuwslezer (Atom)")),
        ("druk", address(t.code, "week", "affiche"), t("Print de affiche")),
    )
    links = [rx.el.li(link(href, icon(symbol), rx.el.span(label), class_name="site")) for symbol, href, label in ways]
    return rx.el.section(
        rx.el.h2(t("Meevolgen en meedoen")),
        rx.el.p(t("In de agenda komt enkel een week waarvan de datum vaststaat."), class_name="small soft"),
        rx.el.ul(*links, class_name="finders"),
        rx.el.p(go(address(t.code, "over"), t("Over deze app"))),
        class_name="in follow",
    )
