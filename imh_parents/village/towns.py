"""A page for every municipality of Flanders and Brussels that reads without JavaScript.

Each is one text of HTML inside the frame of the finder, because Reflex would need as long for three hundred of them as for all other
pages. Everything that comes from content goes through `escape`, and is Dutch on every page. web/finder/row.js draws the same on the phone.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from html import escape

from imh_parents.i18n.catalogue import Words
from imh_parents.i18n.urls import address, alternates
from imh_parents.library import Library
from imh_parents.ui.page import Page
from imh_parents.ui.parts import OUTSIDE
from imh_parents.village.calling import calling_html
from imh_parents.village.curated import CuratedService, SourcePage
from imh_parents.village.files import Services, is_free, is_wide, located, main_place, towns_of
from imh_parents.village.finder import official_finders
from imh_parents.village.models import Helpline
from imh_parents.village.needs import lines_to_show, province_words
from imh_parents.village.places.table import Place, kilometres, municipalities
from imh_parents.village.terms import CODES

NEAR_KM = 15.0
NEAR = 5  # of a neighbouring municipality
RULE = '<hr class="pen-rule" aria-hidden="true">'
DAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
BESIDE = " ".join(f'{name}="{value}"' for name, value in OUTSIDE.items())


@dataclass(frozen=True)
class Known:
    """A service with what every page asks of it, worked out once."""

    service: CuratedService
    home: str  # the province of its file
    towns: frozenset[str]
    place: Place | None


def known(services: Services) -> list[Known]:
    return [Known(one, home, frozenset(towns_of(one)), located(one)) for home, group in services.items() for one in group]


def town_pages(library: Library, t: Words) -> list[Page]:
    rows = known(library.services)
    return [_page(library, rows, slug, t) for slug in municipalities()]


def _page(library: Library, rows: list[Known], slug: str, t: Words) -> Page:
    name = municipalities()[slug][0].municipality
    return Page(
        path=address(t.code, "dorp", slug),
        sheets=("finder",),
        language=t.code,
        title=t("Hulp voor jonge gezinnen in {place}", place=name),
        description=t("Wie is er in {place} voor ouders van jonge kinderen? Plekken, nummers en de officiële zoekers.", place=name),
        html=partial(town_html, library, rows, slug, t),
        within=address(t.code, "dorp", "zoek"),
        alternates=alternates("dorp", slug),
        kept=False,
    )


def town_html(library: Library, rows: list[Known], slug: str, t: Words) -> str:
    """The whole main part of one page."""
    group = municipalities()[slug]
    name, province = group[0].municipality, province_words(t)[group[0].province]
    own, near, wide = services_of(rows, slug)
    villages = sorted({place.name for place in group} - {name})
    also = _p(t("Ook voor wie woont in {villages}.", villages=t.list(villages)), "small soft") if villages else ""
    search, lead = t("Zoek op wat je nodig hebt"), t("Je hoeft het niet alleen te doen. Wie is er bij jou in de buurt?")
    finder, numbers = f"{address(t.code, 'dorp', 'zoek')}#plaats={main_place(slug).postcode}", library.nursing.numbers.places
    head = (
        f'<section class="in find"><h1>{_said(name, t)}</h1>{_p(lead, "lead")}{also}'
        f'<p><a class="btn" href="{finder}">{_icon("zoek")}{escape(search)}</a></p>{calling_html(t)}</section>'
    )
    nobody = _p(t("Hier kennen we nog geen plek. Dat zegt iets over onze lijst, niet over je gemeente."))
    parts = [_sheet(t("In {place}", place=name), _places(own, numbers, t) if own else nobody, "t-sage")]
    if near:
        parts.append(_sheet(t("Niet ver van {place}", place=name), _places(near, numbers, t), "b t-paper"))
    if wide:
        parts.append(_sheet(t("Voor heel {province}", province=province), _places(wide, numbers, t), "t-sky"))
    return "".join((head, *parts, _lines(library, t), _official(t)))


def services_of(rows: Iterable[Known], slug: str) -> tuple[list[CuratedService], list[CuratedService], list[CuratedService]]:
    """In this municipality, in those around it, and for its whole province."""
    here = main_place(slug)
    own: list[CuratedService] = []
    near: list[tuple[float, str, CuratedService]] = []
    wide: list[CuratedService] = []
    for row in rows:
        if is_wide(row.service):
            wide += [row.service] if row.home == here.province else []
        elif slug in row.towns or (row.place and row.place.slug == slug):
            own.append(row.service)
        elif row.place and (far := _away(here, row.place)) <= NEAR_KM:
            near.append((far, row.service.id, row.service))
    nearest = [one for _, _, one in sorted(near, key=lambda found: found[:2])[:NEAR]]
    return sorted(own, key=_informal_first), nearest, sorted(wide, key=_informal_first)


def _informal_first(one: CuratedService) -> tuple[int, str]:
    """People one meets, then first line, then specialists."""
    return CODES["ring"].index(one.ring), one.name


def _away(a: Place, b: Place) -> float:
    return kilometres((a.latitude, a.longitude), (b.latitude, b.longitude))


def _sheet(title: str, inside: str, kind: str) -> str:
    return f'<section class="sheet {kind}"><h2>{escape(title)}</h2>{inside}</section>'


def _p(words: str, kind: str = "") -> str:
    return f'<p class="{kind}">{escape(words)}</p>' if kind else f"<p>{escape(words)}</p>"


def _dutch(t: Words) -> str:
    """For what a source wrote: on other pages it is still Dutch."""
    return "" if t.code == "nl" else ' lang="nl" dir="ltr"'


def _icon(name: str) -> str:
    return f'<svg viewBox="0 0 24 24" class="ic" aria-hidden="true"><use href="/drawings/i-{name}.svg#i-{name}"></use></svg>'


def _places(services: Iterable[CuratedService], numbers: Mapping[str, int], t: Words) -> str:
    return f'<ul class="places">{"".join(_place(one, numbers.get(one.id), t) for one in services)}</ul>'


def _place(one: CuratedService, number: int | None, t: Words) -> str:
    by, dutch = f"<br>{escape(one.organization)}" if one.organization != one.name else "", _dutch(t)
    facts = "".join(f"<li>{_icon(symbol)}<span>{words}</span></li>" for symbol, words in _facts(one, t))
    return (
        f'<li class="place">{RULE}<h3{dutch}>{escape(one.name)}</h3><p class="small soft"{dutch}>{escape(one.what)}{by}</p>'
        f'<ul class="facts">{facts}</ul><div class="row">{_acts(one, t)}{_in_set(one, number, t)}</div></li>'
    )


def _in_set(one: CuratedService, number: int | None, t: Words) -> str:
    """For nurses, who need a script to make a set."""
    if number is None:
        return ""
    words = escape(t("In een set"))
    href = f"{address(t.code, 'professionals', 'set')}#place={number}"
    return f'<a class="small soft in-set live" href="{href}" aria-label="{words}: {escape(one.name)}">{words}</a>'


def _facts(one: CuratedService, t: Words) -> list[tuple[str, str]]:
    """What is known of a place, each with its icon; what nobody knows says so."""
    rows = []
    if one.address:
        street = f"{one.address.street}, " if one.address.street else ""
        rows.append(("plek", _said(f"{street}{one.address.postal_code} {one.address.city}", t)))
    hours = t("Uren niet bekend. Bel even.") if one.phone else t("Uren niet bekend. Kijk op de site.") if one.url else t("Uren niet bekend. Vraag het even na.")
    rows.append(("uur", escape(hours_words(one.opening_hours, t) if one.opening_hours else hours)))
    if one.first_step:
        rows.append(("verder", _said(one.first_step, t)))
    if one.at_home:
        rows.append(("dorp", escape(t("Iemand komt naar je toe"))))
    referral = {None: "", True: t("Met een verwijzing"), False: t("Zonder verwijzing")}[one.referral]
    cost = t("Gratis") if is_free(one) else _said(one.fees, t) if one.fees else ""
    if cost or referral:
        rows.append(("klaar", ". ".join(filter(None, (cost, referral)))))
    page = one.page
    rows.append(("let-op", f'{escape(_found(page, t))} <a href="{escape(page.url)}" {BESIDE}{_dutch(t)}>{escape(page.title)}</a>'))
    return rows


def _found(page: SourcePage, t: Words) -> str:
    """How old what we know is: the year of the page, else the day somebody read it."""
    if page.year:
        return t("Nog niet bevestigd. Gevonden op een pagina uit {year}:", year=page.year)
    return t("Nog niet bevestigd. Gevonden op een pagina, nagekeken op {day}:", day=t.date(page.checked))


def _said(words: str, t: Words) -> str:
    return f"<span{_dutch(t)}>{escape(words)}</span>" if _dutch(t) else escape(words)


def hours_words(text: str, t: Words) -> str:
    """Plain weekly hours; anything that is more than that is said by the place itself."""
    rules = [rule.strip() for rule in text.split(";") if not re.fullmatch(r"\s*PH (off|closed)\s*", rule)]
    if not all(re.fullmatch(r"(?:(?:Mo|Tu|We|Th|Fr|Sa|Su)[-,]?)+ [\d:,-]+", rule) for rule in rules):
        return t("Uren niet bekend. Vraag het even na.")
    comma, stop = ("، ", "؛ ") if t.code == "ar" else (", ", "; ")
    words = stop.join(re.sub("|".join(DAYS), lambda match: t.weekday(DAYS.index(match[0])), rule) for rule in rules)
    return words.replace("-", "–").replace(",", comma)


def _acts(one: CuratedService, t: Words) -> str:
    """What can be pressed. What is seen comes first in its label, for who speaks to the phone."""
    call, site, mail = t("Bel even"), t("Naar de site"), t("Mail")
    found = []
    if one.phone:
        found.append(_act(f"tel:{re.sub(r'[^0-9+]', '', one.phone)}", call, one.name, "bel"))
    if one.url:
        found.append(_act(one.url, site, one.name, "" if one.phone else "wereld", f" {BESIDE}"))
    if one.email:
        found.append(_act(f"mailto:{one.email}", mail, one.name))
    return "".join(found)


def _act(href: str, words: str, name: str, symbol: str = "", outside: str = "") -> str:
    """A button with an icon, or a quieter link."""
    inside = f"{_icon(symbol)}{escape(words)}" if symbol else f"<span>{escape(words)}</span>"
    return f'<a class="{"btn quiet" if symbol else "go"}" href="{escape(href)}"{outside} aria-label="{escape(f"{words}: {name}")}">{inside}</a>'


def _lines(library: Library, t: Words) -> str:
    rows = "".join(_line(line, t) for line, needs in lines_to_show(library.helplines) if line.tel and not line.heavy and (not needs or "praten" in needs))
    title, all_lines = t("Voor heel Vlaanderen en Brussel"), t("Alle nummers bij elkaar")
    more = f'<a class="go" href="{address(t.code, "hulp")}"><span>{escape(all_lines)}</span>{_icon("verder")}</a>'
    return f'<section class="sheet b t-sheet lines"><h2>{escape(title)}</h2><ul>{rows}</ul>{more}</section>'


def _line(line: Helpline, t: Words) -> str:
    hours = line.hours[t.code] if line.hours else t("Uren: kijk op de site.")
    number = f'<bdi dir="ltr" class="nr">{escape(line.number or "")}</bdi>'
    return f'<li><a href="tel:{line.tel}">{number}<span class="why">{escape(line.name[t.code])}. {escape(hours)}</span></a></li>'


def _official(t: Words) -> str:
    rows = "".join(_finder(*one) for one in official_finders(t))
    title, lead = t("Vind je het niet?"), t("Onze lijst is nog lang niet volledig. Deze zoekers weten meer:")
    return f'<section class="in off"><h2>{escape(title)}</h2>{_p(lead)}<ul class="official">{rows}</ul></section>'


def _finder(url: str, name: str, what: str) -> str:
    words = f'<span><bdi dir="ltr">{escape(name)}</bdi><span class="small soft">{escape(what)}</span></span>'
    return f'<li><a href="{url}" {BESIDE}>{_icon("wereld")}{words}</a></li>'
