"""Hulp nu. Mijn dorp stands in mine.py, and both are listed here."""

import reflex as rx

from imh_parents.i18n.catalogue import Words
from imh_parents.i18n.urls import address, alternates
from imh_parents.library import Library
from imh_parents.ui.help import call
from imh_parents.ui.layout import shell
from imh_parents.ui.origins import source_list
from imh_parents.ui.page import Page
from imh_parents.ui.parts import Child, icon, link, outside, sheet
from imh_parents.village.mine import mine_page
from imh_parents.village.models import Helpline


def village_pages(library: Library, t: Words) -> list[Page]:
    help_page = Page(
        path=address(t.code, "hulp"),
        language=t.code,
        title=t("Hulp nu"),
        description=t("Noodnummers en hulplijnen op één plek. Tik om te bellen."),
        body=lambda: _help(library, t),
        alternates=alternates("hulp"),
    )
    return [help_page, mine_page(library, t)]


def _group_titles(t: Words) -> dict[str, str]:
    return {
        "praten": t("Iemand die luistert"),
        "kind": t("Over je kind"),
        "gezond": t("Ziek, gif of een dokter"),
        "veilig": t("Als het thuis niet veilig is"),
        "verlies": t("Keuzes en verlies in de zwangerschap"),
    }


def _help(library: Library, t: Words) -> rx.Component:
    lines, numbers = library.helplines.values(), library.nursing.numbers.lines
    urgent = [line for line in lines if line.group == "nood"]
    groups: list[rx.Component] = []
    for index, (group, title) in enumerate(_group_titles(t).items()):
        found = [line for line in lines if line.group == group]
        if found:
            tint, cut = ("paper", "") if index % 2 else ("sheet", "b")
            groups.append(
                sheet(
                    rx.el.h2(title),
                    rx.el.ul(*(_line(line, numbers.get(line.id), t) for line in found), class_name="numbers"),
                    tint=tint,
                    cut=cut,
                )
            )
    return shell(
        t,
        rx.el.section(
            rx.el.h1(t("Hulp nu")), rx.el.p(t("Tik op een nummer om te bellen. Twijfel je? Bel dan ook."), class_name="lead"), class_name="in help-head"
        ),
        rx.el.section(rx.el.ul(*(_line(line, numbers.get(line.id), t) for line in urgent), class_name="numbers urgent"), class_name="in"),
        *groups,
        rx.el.section(
            rx.el.p(t("Een uur staat er alleen bij als we het zeker weten. Staat er geen uur, kijk dan op de site of bel even."), class_name="small soft"),
            class_name="in stack after",
        ),
        tab="hulp",
        alternates=alternates("hulp"),
        class_name="help-page",
    )


def _line(line: Helpline, in_set: int | None, t: Words) -> rx.Component:
    """One line: the whole row calls; what stands behind the number opens on a tap."""
    name = rx.el.strong(line.name[t.code])
    number = rx.el.bdi(line.number, dir="ltr") if line.number else rx.el.span(t("Site"))
    hours = line.hours[t.code] if line.hours else t("Uren: kijk op de site.") if line.site and line.tel else ""
    reach = [" ", line.note[t.code]] if line.note and not (line.tel or line.site) else []  # then the note says where to ask
    what = rx.el.span(line.what[t.code], *reach, *([rx.el.span(hours, class_name="hours")] if hours else []), class_name="what")
    shown = rx.el.span(icon("bel" if line.tel else "wereld"), number, class_name="nr" + (" is-112" if line.id == "112" else ""))
    row = call(line, t, name, shown, what, class_name="line-row") if line.tel or line.site else rx.el.div(name, what, class_name="line-row")
    return rx.el.li(row, _behind(line, in_set, t), id=f"lijn-{line.id}")


def _behind(line: Helpline, in_set: int | None, t: Words) -> rx.Component:
    """When the line was checked, against what, and what else is good to know."""
    facts: list[Child] = []
    if line.note and (line.tel or line.site):
        facts.append(rx.el.p(line.note[t.code]))
    if line.site and line.tel:
        host = line.site.split("//", 1)[1].removeprefix("www.").rstrip("/")
        facts.append(rx.el.p(outside(line.site, icon("wereld"), rx.el.bdi(host, dir="ltr"), class_name="site")))
    facts.append(source_list(line.sources, "src"))
    if in_set:
        maker = f"{address(t.code, 'professionals', 'set')}#line={in_set}"
        facts.append(rx.el.p(link(maker, t("Voor verpleegkundigen: in een set"), class_name="site"), class_name="soft live"))
    summary = rx.el.summary(rx.el.span(t("Nagekeken op {day}", day=t.date(line.checked))), icon("verder"))
    return rx.el.details(summary, rx.el.div(*facts), class_name="behind small")
