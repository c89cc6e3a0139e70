"""/desk/dorp/: what does not fit, whom to call, what may be double, where places come from."""

from typing import Any

import reflex as rx

from imh_parents.desk.every import Every
from imh_parents.desk.parts import button, drawing, icon, length
from imh_parents.desk.village_imports_state import IMPORTS, Imports
from imh_parents.desk.village_pairs_state import PAIRS, Pairs
from imh_parents.desk.village_parts import about, judged, named, place
from imh_parents.desk.village_round_state import ROUND, Round
from imh_parents.desk.village_state import REMOVED, REPORTED, SEARCH, Village
from imh_parents.desk.village_words import PROVINCE_WORDS
from imh_parents.desk.words import t


def village_body() -> rx.Component:
    return rx.fragment(
        rx.el.h1(t("Dorp")),
        rx.el.p(
            t("Wat je hier doet, geldt meteen in onze databank. Op de telefoons van ouders komt het als je publiceert."),
            " ",
            t("De bladzijden van de gemeenten volgen pas als de site opnieuw gebouwd wordt."),
            class_name="soft",
        ),
        rx.el.p(button(t("Publiceer"), icon("verder"), quiet=False, on_click=Village.publish)),
        rx.el.ul(
            _tab(REPORTED, t("Klopt niet"), Village.show(REPORTED)),
            _tab(ROUND, t("Belronde"), Round.choose("")),
            _tab(SEARCH, t("Zoek een plek"), Village.show(SEARCH)),
            _tab(REMOVED, t("Uit de lijst"), Village.show(REMOVED)),
            _tab(PAIRS, t("Dubbel"), Pairs.open),
            _tab(IMPORTS, t("Bronnen"), Imports.open),
            class_name="chips",
            custom_attrs={"aria-label": t("Lijsten")},
        ),
        rx.match(Village.view, (ROUND, _round()), (SEARCH, _search()), (REMOVED, _removed()), (PAIRS, _pairs()), (IMPORTS, _imports()), _reported()),
    )


def _tab(view: str, words: str, on_click: Any) -> rx.Component:
    return rx.el.li(
        rx.el.button(words, type="button", on_click=on_click, class_name="chip", custom_attrs={"aria-pressed": rx.cond(Village.view == view, "true", "false")})
    )


def _list(empty: rx.Component) -> rx.Component:
    more = rx.el.p(t("Er zijn er nog meer. Ze komen hier te staan als deze klaar zijn."), class_name="small soft")
    rows = rx.el.ul(rx.foreach(Village.rows, lambda row: place(row, judged(row))), class_name="rows people places")
    return rx.cond(length(Village.rows) > 0, rx.fragment(rows, rx.cond(Village.more, more)), empty)


def _quiet(words: str) -> rx.Component:
    return rx.el.div(drawing("leeg"), rx.el.p(words), class_name="empty")


def _reported() -> rx.Component:
    return rx.el.section(rx.el.h2(t("Ouders zeggen dat dit niet klopt")), _list(_quiet(t("Niemand meldde iets. Mooi zo."))), class_name="stack")


def _removed() -> rx.Component:
    return rx.el.section(rx.el.h2(t("Door ons uit de lijst gehaald")), _list(_quiet(t("Alle plekken staan in de lijst."))), class_name="stack")


def _search() -> rx.Component:
    tip = t("Geen plek gevonden. Probeer een stukje van de naam, een postcode of een gemeente.")
    nothing = rx.cond(Village.query != "", rx.el.p(tip, role="status"), rx.fragment())
    return rx.el.section(
        rx.el.h2(t("Zoek een plek")),
        rx.el.form(
            rx.el.div(
                rx.el.label(t("Naam, postcode of gemeente"), html_for="veld-plek"),
                rx.el.input(id="veld-plek", name="query", type="search", max_length=100, auto_complete="off", default_value=Village.query),
                class_name="field",
            ),
            rx.el.p(button(t("Zoek"), icon("zoek"), quiet=False, type="submit")),
            on_submit=Village.search,
            reset_on_submit=False,
            class_name="stack narrow",
        ),
        _list(nothing),
        class_name="stack",
    )


def _round() -> rx.Component:
    choose = rx.el.div(
        rx.el.label(t("Provincie"), html_for="veld-provincie"),
        rx.el.select(
            *(rx.el.option(words, value=code) for code, words in PROVINCE_WORDS.items()), id="veld-provincie", value=Round.province, on_change=Round.choose
        ),
        class_name="field narrow",
    )
    return rx.el.section(
        rx.el.h2(t("Belronde")),
        rx.el.p(t("Wat we het langst niet nakeken, staat bovenaan. Bel, en tik daarna wat het was."), class_name="soft"),
        choose,
        rx.el.p(Round.waiting, role="status"),
        rx.cond(
            length(Village.rows) > 0,
            rx.el.ul(rx.foreach(Village.rows, _call), class_name="rows people places"),
            _quiet(t("Hier hoeft nu niemand gebeld te worden.")),
        ),
        class_name="stack",
    )


def _call(row: Any) -> rx.Component:
    return place(
        row,
        named(row, t("Alles klopt"), icon("klaar"), quiet=False, on_click=Round.right(row.id)),
        named(row, t("Niemand nam op"), on_click=Round.no_answer(row.id)),
        named(row, t("Er klopt iets niet"), on_click=Round.wrong(row.id)),
    )


def _pairs() -> rx.Component:
    return rx.el.section(
        rx.el.h2(t("Is dit dezelfde plek?")),
        rx.cond(
            length(Pairs.alike) > 0,
            rx.el.ul(rx.foreach(Pairs.alike, _alike), class_name="rows people pairs"),
            rx.el.p(t("We zien geen plekken die op elkaar lijken.")),
        ),
        rx.el.h2(t("Samengevoegd")),
        rx.cond(length(Pairs.merged) > 0, rx.el.ul(rx.foreach(Pairs.merged, _merged), class_name="rows people pairs"), rx.el.p(t("Er is niets samengevoegd."))),
        class_name="stack",
    )


def _alike(two: Any) -> rx.Component:
    acts = (
        named(two.kept, t("Eén plek: voeg samen"), quiet=False, on_click=Pairs.merge(two.key)),
        named(two.kept, t("Het zijn er twee"), on_click=Pairs.keep_apart(two.key)),
    )
    return _two(two, t("Deze blijft te zien"), t("Deze gaat erin op"), *acts)


def _merged(two: Any) -> rx.Component:
    return _two(two, t("Deze is te zien"), t("Deze ging erin op"), named(two.kept, t("Haal uit elkaar"), on_click=Pairs.undo(two.merge_id)))


def _two(two: Any, first: str, second: str, *acts: rx.Component) -> rx.Component:
    return rx.el.li(
        rx.el.div(rx.el.p(first, class_name="small soft"), about(two.kept), class_name="half"),
        rx.el.div(rx.el.p(second, class_name="small soft"), about(two.dropped), class_name="half"),
        rx.el.div(rx.el.p(two.like, class_name="small soft"), *acts, class_name="acts"),
        key=two.key,
    )


def _imports() -> rx.Component:
    return rx.el.section(
        rx.el.h2(t("Waar de plekken vandaan komen")),
        rx.el.p(t("Lees je een bron opnieuw, dan verandert alles of niets. Wat mensen hier bevestigden of weghaalden, blijft zo."), class_name="soft"),
        rx.el.ul(rx.foreach(Imports.sources, _source), class_name="rows people"),
        rx.cond(Imports.running, Every.create(seconds=1, on_tick=Imports.look)),
        class_name="stack",
    )


def _source(one: Any) -> rx.Component:
    busy = rx.fragment(
        rx.el.p(one.progress, role="status"),
        rx.el.progress(value=one.done, max=rx.cond(one.expected > 0, one.expected, 1), custom_attrs={"aria-label": t("Bezig")}),
    )
    start = rx.cond(
        one.alone,
        button(t("Lees nu opnieuw"), icon("in"), on_click=Imports.start(one.name, False)),
        rx.el.p(t("Deze bron kan alleen met de opdrachtregel opnieuw: ze heeft een kolommenlijst nodig."), class_name="small soft"),
    )
    return rx.el.li(
        rx.el.div(
            rx.el.h3(one.title),
            rx.el.p(one.last, class_name="small soft"),
            rx.cond(one.running, busy),
            rx.cond(one.outcome != "", rx.el.p(one.outcome, role="status")),
            rx.cond(one.detail != "", rx.el.p(one.detail, lang="en", class_name="small")),
            rx.foreach(one.groups, _group),
            class_name="grow stack",
        ),
        rx.el.div(
            rx.cond(one.running, rx.fragment(), start),
            rx.cond(one.shrunk, button(t("Neem ze toch binnen"), on_click=Imports.start(one.name, True))),
            class_name="acts",
        ),
        key=one.name,
    )


def _group(group: Any) -> rx.Component:
    """Names of what changed; reasons of what was refused are the program's own, in English."""
    return rx.el.details(
        rx.el.summary(group.words),
        rx.el.ul(rx.foreach(group.names, lambda name: rx.el.li(name)), lang=rx.cond(group.english, "en", "nl"), class_name="small"),
    )
