"""Paper and pictures of the week: a poster, and images for a timeline. Only for a week that is still to come; what was, is over.

What is not announced is not there: a draft has neither dates nor theme, and its poster says so.
"""

from collections.abc import Iterator
from typing import Any

from imh_parents.campaign.labels import when
from imh_parents.campaign.models import Campaign, Week
from imh_parents.i18n.catalogue import Words
from imh_parents.i18n.languages import language
from imh_parents.i18n.urls import address
from imh_parents.press.poster import PAPERS, poster_data
from imh_parents.press.sheet import Sheet, file_path
from imh_parents.press.typeset import said, spoken

PICTURES = ((1200, 630), (1080, 1080), (1080, 1920))
STREET = ("h6", "h1", "h2", "h5", "h3")  # some of the street of campaign/strip.py, every window lit


def poster_path(paper: str, t: Words) -> str:
    return file_path(f"affiche-{paper}", t.code)


def week_poster_path(week: Week, paper: str, t: Words) -> str:
    return file_path(f"week-{week.meta.year}-{paper}", t.code)


def picture_path(week: Week, size: tuple[int, int], t: Words) -> str:
    return file_path(f"week-{week.meta.year}-{size[0]}x{size[1]}", t.code, "png")


def campaign_sheets(campaign: Campaign, t: Words, origin: str, name: str) -> Iterator[Sheet]:
    for paper, width in PAPERS.items():
        yield Sheet(poster_path(paper, t), "poster", _app(t, origin, name) | {"width": width})
        for week in campaign.coming:
            yield Sheet(week_poster_path(week, paper, t), "poster", _week(week, t, origin, name) | {"width": width})
    for week in campaign.coming:
        for size in PICTURES:
            yield Sheet(picture_path(week, size, t), "social", _week(week, t, origin, name) | {"width": size[0], "height": size[1]})


def _app(t: Words, origin: str, name: str) -> dict[str, Any]:
    """The poster of any day of the year, the same as the page's own."""
    head = t("Je hoeft het niet perfect te doen.")
    return {"title": f"{head} {name}"} | poster_data(
        t,
        origin + address(t.code),
        name,
        "sc-dusk",
        kick="",
        head=head,
        lines=[t("Een kind groeit bij mensen. Elke dag iets kleins over je kind, over jou en over wie rond jullie staat.")],
        beside=[t("Van in de buik tot vijf jaar."), t("Gratis, zonder account. Het werkt ook zonder internet.")],
        small="",
    )


def _week(week: Week, t: Words, origin: str, name: str) -> dict[str, Any]:
    kick, dates = t("Week van de Infant Mental Health"), week.meta.dates
    theme = next((one for one in week.meta.themes if one.where == "vlaanderen"), None)
    head = spoken(theme.language, language(theme.language).dir, theme.words) if theme else said(t, t("Een kind groeit bij mensen."))
    unknown = "" if dates else t("De datum en het thema van {year} zijn nog niet aangekondigd.", year=t.number(week.meta.year))
    return {"title": f"{kick} {week.meta.year}"} | poster_data(
        t,
        origin + address(t.code, "week"),
        name,
        "",
        kick=kick,
        head=head,
        lines=[when(dates, t)] if dates else [t("Wie staat er rond jullie? Bedank iemand uit je dorp.")],
        beside=[t("Elke dag van de week iets kleins, voor wie voor een jong kind zorgt.")],
        small=unknown,
        houses=STREET,
    )
