"""One message: its words in every language beside each other, its picture on a phone, who gets it, and what can be done with it."""

from typing import Any

import reflex as rx

from imh_parents.campaign.models import LONGEST_LINE, LONGEST_TITLE
from imh_parents.children.bands import BAND_IDS
from imh_parents.desk.campaign_state import Campaign
from imh_parents.desk.campaign_words import band_words
from imh_parents.desk.every import Every
from imh_parents.desk.live_state import Live
from imh_parents.desk.parts import button, drawing, icon, length
from imh_parents.desk.phone import Phone
from imh_parents.desk.trial_state import Trial
from imh_parents.desk.words import t
from imh_parents.i18n.languages import LANGUAGES, Language
from imh_parents.push.labels import topics


def editor() -> rx.Component:
    return rx.el.section(
        rx.el.div(
            rx.el.h2(rx.cond(Campaign.fields["nl.title"] != "", Campaign.fields["nl.title"], t("Nieuw bericht"))),
            rx.el.span(Campaign.state_words, class_name="mark"),
            rx.el.button(icon("sluit"), type="button", on_click=Campaign.close, class_name="tool", custom_attrs={"aria-label": t("Sluit dit bericht")}),
            class_name="editor-head",
        ),
        rx.cond(length(Campaign.clash) > 0, _clash()),
        rx.cond((Campaign.state == "draft") | (Campaign.state == "scheduled"), rx.fragment(), _live()),
        # A new key makes the form anew: what stands in it is what was opened or saved, and typing is never in the way.
        rx.el.form(
            rx.el.div(*(_language(row) for row in LANGUAGES), class_name="languages"),
            _when(),
            _for_whom(),
            _steps(),
            on_submit=Campaign.save,
            reset_on_submit=False,
            key=f"{Campaign.id}-{Campaign.version}",
            class_name="stack",
        ),
        class_name="editor",
        custom_attrs={"aria-label": t("Bericht")},
    )


def _language(row: Language) -> rx.Component:
    """Two lines and a page, and above them what a phone makes of it."""
    title, line, page = (f"{row.code}.{name}" for name in ("title", "line", "page"))
    shown = rx.el.div(
        drawing("app-icon", "0 0 512 512", "push-icon"),
        rx.el.div(rx.el.strong(Campaign.fields[title]), rx.el.p(Campaign.fields[line], class_name="small")),
        class_name="push",
        lang=row.code,
        dir=row.dir,
        custom_attrs={"aria-hidden": "true"},
    )
    words: dict[str, Any] = {"lang": row.code, "dir": row.dir}
    return rx.el.fieldset(
        rx.el.legend(row.name, lang=row.code),
        rx.el.div(shown, class_name="ph"),
        _input(t("Titel"), title, max_length=LONGEST_TITLE, **words),
        rx.el.div(
            rx.el.label(t("Bericht"), html_for=f"veld-{line}"),
            rx.el.textarea(
                id=f"veld-{line}",
                name=line,
                rows=3,
                max_length=LONGEST_LINE,
                default_value=Campaign.fields[line],
                on_blur=lambda value: Campaign.typed(line, value),
                **words,
            ),
            class_name="field",
        ),
        _input(t("Pagina die opent"), page, dir="ltr"),
        class_name="language",
    )


def _input(label: str, name: str, **props: Any) -> rx.Component:
    return rx.el.div(
        rx.el.label(label, html_for=f"veld-{name}"),
        rx.el.input(id=f"veld-{name}", name=name, default_value=Campaign.fields[name], on_blur=lambda value: Campaign.typed(name, value), **props),
        class_name="field",
    )


def _when() -> rx.Component:
    return rx.el.div(
        _input(t("Vertrekt op"), "due", type="datetime-local"),
        _input(t("Heeft zin tot"), "until", type="datetime-local"),
        class_name="pair-of-fields",
    )


def _for_whom() -> rx.Component:
    ages = [
        rx.el.label(
            rx.el.input(type="checkbox", checked=Campaign.fields[f"band.{band}"] == "on", on_change=lambda on, band=band: Campaign.tick(band, on)),
            band_words(band),
            class_name="choice",
        )
        for band in BAND_IDS
    ]
    return rx.fragment(
        rx.el.div(
            rx.el.label(t("Voor wie dit onderwerp koos"), html_for="veld-topic"),
            rx.el.select(
                *(rx.el.option(topic.label, value=topic.id) for topic in topics(t)),
                id="veld-topic",
                name="topic",
                default_value=Campaign.fields["topic"],
                on_change=lambda value: [Campaign.typed("topic", value), Campaign.judge],
            ),
            class_name="field narrow",
        ),
        rx.el.fieldset(rx.el.legend(t("Alleen voor deze leeftijden (niets gekozen: alle)")), *ages, class_name="choices"),
        rx.el.label(
            rx.el.input(type="checkbox", checked=Campaign.fallback, on_change=Campaign.set_fallback),
            t("Waar een vertaling ontbreekt, sturen we Nederlands"),
            class_name="choice",
        ),
        rx.el.div(
            rx.el.p(rx.el.strong(Campaign.gets, class_name="big"), " ", t("toestellen krijgen dit bericht")),
            rx.el.ul(rx.foreach(Campaign.skipped, lambda row: rx.el.li(row.count, " ", row.why)), class_name="small soft"),
            button(t("Tel opnieuw"), on_click=Campaign.judge),
            class_name="reach",
            custom_attrs={"aria-live": "polite"},
        ),
        rx.el.div(rx.el.ul(rx.foreach(Campaign.troubles, lambda words: rx.el.li(words, class_name="why"))), role="status"),
    )


def _steps() -> rx.Component:
    """What can be done with it now."""
    trial = Phone.create(t("Probeer op dit toestel"), on_endpoint=Trial.send, class_name="btn quiet")
    draft = rx.fragment(
        button(t("Bewaar"), quiet=False, type="submit"),
        button(t("Plan in"), icon("agenda"), on_click=Campaign.plan),
        trial,
        button(t("Gooi weg"), icon("wis"), on_click=Campaign.throw_away),
    )
    scheduled = rx.fragment(
        button(t("Bewaar"), quiet=False, type="submit"),
        trial,
        button(t("Toch niet inplannen"), on_click=Campaign.unplan),
        button(t("Pauzeer"), icon("pauze"), on_click=Campaign.pause),
    )
    stop = button(t("Stop voorgoed"), icon("stop"), on_click=Campaign.stop)
    sending = rx.fragment(button(t("Pauzeer nu"), icon("pauze"), quiet=False, on_click=Campaign.pause), stop)
    paused = rx.fragment(button(t("Ga verder"), icon("verder"), quiet=False, on_click=Campaign.resume), stop)
    steps = rx.match(Campaign.state, ("draft", draft), ("scheduled", scheduled), ("sending", sending), ("paused", paused), rx.fragment())
    return rx.el.div(steps, rx.el.p(t("Laatst bewaard op"), " ", Campaign.changed, class_name="small soft"), class_name="row steps")


def _clash() -> rx.Component:
    """Two people at one message: both texts, and a choice. Nothing is lost by looking."""
    rows = rx.foreach(
        Campaign.clash,
        lambda row: rx.el.li(
            rx.el.h3(row.field),
            rx.el.div(rx.el.p(rx.el.strong(t("Jij"))), rx.el.p(row.mine)),
            rx.el.div(rx.el.p(rx.el.strong(Campaign.clash_by)), rx.el.p(row.theirs)),
        ),
    )
    return rx.el.div(
        rx.el.h3(Campaign.clash_by, " ", t("veranderde dit bericht terwijl jij schreef")),
        rx.el.p(t("Er is nog niets van jou bewaard, en niets van jou weg. Kies wat moet blijven, of pas hieronder je tekst aan.")),
        rx.el.ul(rows, class_name="clash"),
        rx.el.p(
            button(t("Bewaar die van mij"), quiet=False, on_click=Campaign.save_mine),
            button(t("Neem die van de ander"), on_click=Campaign.take_theirs),
            class_name="row",
        ),
        class_name="sheet t-honey stack",
        role="alert",
    )


def _live() -> rx.Component:
    """How it goes out, as it goes."""
    return rx.el.div(
        rx.cond((Campaign.state == "sending") | (Campaign.state == "paused"), Every.create(seconds=2, on_tick=Live.look)),
        rx.el.p(rx.el.strong(Live.settled, class_name="big"), " ", t("van"), " ", Live.total),
        rx.el.progress(value=Live.settled, max=rx.cond(Live.total > 0, Live.total, 1), custom_attrs={"aria-label": t("Verstuurd")}),
        rx.cond(Campaign.state == "sending", rx.el.p(Live.rate, " ", t("in de laatste minuut"), class_name="soft")),
        rx.el.ul(rx.foreach(Live.outcomes, lambda row: rx.el.li(row.count, " ", row.words)), class_name="outcomes"),
        rx.el.ul(rx.foreach(Live.services, _service), class_name="rows"),
        rx.el.p(button(t("Kijk nu"), on_click=Live.look)),
        class_name="sheet t-sage live-sheet stack",
    )


def _service(row: Any) -> rx.Component:
    trouble = rx.cond(row.trouble != "", rx.el.p(row.trouble, class_name="why"))
    return rx.el.li(
        rx.el.div(rx.el.strong(row.name), rx.el.p(row.words, class_name="small soft"), trouble, class_name="grow"),
        rx.cond(row.stopped, button(t("Probeer opnieuw"), on_click=Live.start_lane(row.origin))),
        key=row.origin,
    )
