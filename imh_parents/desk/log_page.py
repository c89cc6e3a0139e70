"""/desk/logboek/: who did what, when."""

from typing import Any

import reflex as rx

from imh_parents.desk.log_state import Log
from imh_parents.desk.parts import button
from imh_parents.desk.words import t


def log_body() -> rx.Component:
    return rx.fragment(
        rx.el.h1(t("Logboek")),
        rx.el.p(t("Wie deed wat, en wanneer. Hier kan niemand iets wissen of veranderen."), class_name="soft"),
        rx.el.ol(rx.foreach(Log.lines, _line), class_name="rows log"),
        rx.cond(Log.more, rx.el.p(button(t("Toon wat ouder is"), on_click=Log.older))),
    )


def _line(line: Any) -> rx.Component:
    return rx.el.li(
        rx.el.span(line.at, class_name="small soft when"),
        rx.el.span(rx.el.strong(line.name), " ", line.what, rx.cond(line.about != "", rx.fragment(" ", rx.el.bdi(line.about)))),
        key=line.id,
    )
