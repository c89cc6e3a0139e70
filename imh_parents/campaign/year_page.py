"""The page of one year, and of one day topic. A draft says on every page that it is one."""

import reflex as rx

from imh_parents.campaign.doing import doing
from imh_parents.campaign.labels import day_address, week_address, when
from imh_parents.campaign.models import Day, Happening, Partner, Week, WeekTheme
from imh_parents.campaign.printed import picture_path, week_poster_path
from imh_parents.campaign.strip import draft_mark
from imh_parents.cards.labels import tile
from imh_parents.i18n.catalogue import Words
from imh_parents.i18n.urls import address, alternates
from imh_parents.library import Library
from imh_parents.press.poster import PAPERS
from imh_parents.settings import settings
from imh_parents.ui.files import file_link
from imh_parents.ui.layout import shell
from imh_parents.ui.origins import origins
from imh_parents.ui.page import Page
from imh_parents.ui.parts import Child, drawing, element, go, icon, kick, link, outside, prose, sheet
from imh_parents.ui.tile import rows


def year_page(week: Week, library: Library, t: Words) -> Page:
    front = week.text(t.code).front
    return Page(
        path=week_address(week, t),
        language=t.code,
        title=front.title,
        description=front.line,
        body=lambda: _year(week, library, t),
        alternates=alternates("week", str(week.meta.year)),
        scripts=("week",),
        sheets=("week",),
        indexed=week.meta.state != "draft",
    )


def _year(week: Week, library: Library, t: Words) -> rx.Component:
    text, meta = week.text(t.code), week.meta
    return shell(
        t,
        _head(t, text.front.title, text.front.line, meta.drawing, when(meta.dates, t) if meta.dates else "", draft=meta.state == "draft"),
        rx.el.section(prose(text.about.html), class_name="in running-text"),
        *([_themes(meta.themes, t)] if meta.themes else []),
        *([_days(week, t)] if week.days else []),
        *([_happenings(meta.happenings, t)] if meta.happenings else []),
        *([_partners(meta.partners, t)] if meta.partners else []),
        *([_materials(week, text.front.newsletter, t)] if text.front.newsletter else []),
        origins(text.front, meta.sources, t),
        rx.el.p(go(address(t.code, "week"), t("Alles over de week"), back=True), class_name="in"),
        alternates=alternates("week", str(meta.year)),
        class_name="week-page",
    )


def _head(t: Words, title: str, line: str, art: str, under: str, draft: bool) -> rx.Component:
    return rx.el.header(
        kick(t("Week van de Infant Mental Health"), "agenda", "sky"),
        rx.el.div(
            rx.el.h1(title),
            *([rx.el.p(under, class_name="when")] if under else []),
            rx.el.p(line, class_name="ok"),
        ),
        drawing(art, "art flip"),
        *([draft_mark(t)] if draft else []),
        class_name="head in",
    )


def _themes(themes: tuple[WeekTheme, ...], t: Words) -> rx.Component:
    found: list[Child] = []
    for theme in themes:
        place = t("In Vlaanderen") if theme.where == "vlaanderen" else t("Internationaal")
        label = f"{place}, {theme.by}" if theme.by else place
        found.append(
            rx.el.div(
                rx.el.p(label, class_name="small soft"),
                rx.el.p(outside(theme.source.url, f"‘{theme.words}’"), lang=theme.language, dir="ltr", class_name="theme-words"),
            )
        )
    return sheet(rx.el.h2(t("Het thema")), *found, tint="sky", class_name="stack week-themes")


def _days(week: Week, t: Words) -> rx.Component:
    """Day by day. A week without dates numbers its days and names none."""
    items = []
    for day in week.days:
        front, on = day.text(t.code).front, week.date_of(day)
        label = t.date(on) if on else t("Dag {n}", n=t.number(day.meta.day))
        words = rx.el.span(
            rx.el.span(label, class_name="small soft"), rx.el.strong(front.title), rx.el.span(front.line, class_name="small soft"), class_name="words"
        )
        items.append(rx.el.li(link(day_address(week, day, t), drawing(day.meta.drawing, ""), words, class_name="row-tile")))
    return sheet(rx.el.h2(t("Elke dag een onderwerp")), rx.el.ul(*items, class_name="rows"), tint="sheet", cut="b", class_name="week-days")


def _happenings(happenings: tuple[Happening, ...], t: Words) -> rx.Component:
    items = []
    for one in happenings:
        days = t("{first} tot {last}", first=t.date(one.on), last=t.date(one.until)) if one.on and one.until else t.date(one.on) if one.on else ""
        under = " · ".join(filter(None, (days, one.where or "")))
        source = outside(one.source.url, one.source.title, lang="nl", dir="ltr")
        items.append(rx.el.li(rx.el.p(one.what[t.code]), *([rx.el.p(under, class_name="small")] if under else []), rx.el.p(source, class_name="small soft")))
    return rx.el.section(rx.el.h2(t("Wat er gebeurde")), rx.el.ul(*items, class_name="happened"), class_name="in")


def _partners(partners: tuple[Partner, ...], t: Words) -> rx.Component:
    links = [rx.el.li(outside(one.site, icon("wereld"), rx.el.span(one.name), class_name="site")) for one in partners]
    return rx.el.section(rx.el.h2(t("Wie meedeed")), rx.el.ul(*links, class_name="finders"), class_name="in follow")


def _materials(week: Week, newsletter: str, t: Words) -> rx.Component:
    """A text somebody may copy into their own newsletter, posters, and pictures for a timeline."""
    words = newsletter.replace("{link}", settings().public_url + address(t.code, "bedankt")).strip()
    paragraphs = [rx.el.p(part) for part in words.split("\n\n")]
    copy = element(
        "imh-copy",
        rx.el.button(icon("bewerk"), rx.el.span(t("Kopieer de tekst")), type="button", class_name="btn quiet"),
        rx.el.p(class_name="said", role="status"),
        class_name="live",
        data={"from": "nieuwsbrief", "copied": t("De tekst staat op je klembord."), "broken": t("Sorry, kopiëren lukte niet. Duid de tekst zelf aan.")},
    )
    return sheet(
        rx.el.h2(t("Voor je eigen nieuwsbrief")),
        rx.el.div(*paragraphs, id="nieuwsbrief", class_name="stack letter"),
        copy,
        rx.el.h2(t("Voor aan het raam")),
        rx.el.ul(*_posters(week, t), class_name="finders"),
        rx.el.p(go(address(t.code, "week", "affiche"), t("De affiche voor elke dag van het jaar"))),
        rx.el.h2(t("Voor sociale media")),
        rx.el.ul(*_pictures(week, t), class_name="finders"),
        tint="honey",
        class_name="stack materials",
    )


def _posters(week: Week, t: Words) -> list[rx.Component]:
    return [rx.el.li(file_link(week_poster_path(week, paper, t), t("Affiche van de week, {paper}", paper=paper.upper()), t)) for paper in PAPERS]


def _pictures(week: Week, t: Words) -> list[rx.Component]:
    shapes = {(1200, 630): t("Beeld, liggend"), (1080, 1080): t("Beeld, vierkant"), (1080, 1920): t("Beeld, staand")}
    return [rx.el.li(file_link(picture_path(week, size, t), label, t, symbol="deel")) for size, label in shapes.items()]


def day_page(week: Week, day: Day, library: Library, t: Words) -> Page:
    front = day.text(t.code).front
    parts = ("week", str(week.meta.year), day.meta.id)
    return Page(
        path=address(t.code, *parts),
        sheets=("week",),
        language=t.code,
        title=front.title,
        description=front.line,
        body=lambda: _day(week, day, library, t),
        alternates=alternates(*parts),
        indexed=week.meta.state != "draft",
    )


def _day(week: Week, day: Day, library: Library, t: Words) -> rx.Component:
    text, on = day.text(t.code), week.date_of(day)
    under = t.date(on) if on else t("Dag {n}", n=t.number(day.meta.day))
    cards = [tile(library.cards[slug], library.themes, t) for slug in day.meta.cards if slug in library.cards]
    thanks = rx.el.p(link(address(t.code, "bedankt"), t("Maak een bedankkaartje"), class_name="btn quiet"))
    return shell(
        t,
        _head(t, text.front.title, text.front.line, day.meta.drawing, under, draft=week.meta.state == "draft"),
        rx.el.section(prose(text.about.html), class_name="in running-text"),
        sheet(rx.el.h2(text.doing.heading), doing(text.doing), thanks, tint="sky", cut="b", class_name="doing-part"),
        rx.el.section(rx.el.h2(t("Kaarten van deze dag")), rows(cards, t), class_name="in related"),
        origins(text.front, day.meta.sources, t),
        rx.el.p(go(week_address(week, t), week.text(t.code).front.title, back=True), class_name="in"),
        alternates=alternates("week", str(week.meta.year), day.meta.id),
        class_name="week-page",
    )
