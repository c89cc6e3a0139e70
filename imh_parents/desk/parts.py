"""Small shapes of the desk. Those of imh_parents/ui do as well, but for drawings: a live page takes them from one file."""

from typing import Any

import reflex as rx

from imh_parents.ui.parts import Child, link

SPRITE = "/desk/tekeningen.svg"  # made by site/desk.py


def icon(name: str, class_name: str = "ic") -> rx.Component:
    use = rx.el.svg.use(href=f"{SPRITE}#i-{name}")
    return rx.el.svg(use, view_box="0 0 24 24", class_name=class_name, custom_attrs={"aria-hidden": "true", "focusable": "false"})


def drawing(name: str, box: str = "0 0 96 96", class_name: str = "art") -> rx.Component:
    use = rx.el.svg.use(href=f"{SPRITE}#{name}")
    return rx.el.svg(use, view_box=box, class_name=class_name, custom_attrs={"aria-hidden": "true", "focusable": "false"})


def field(label: str, name: str, hint: str = "", **props: Any) -> rx.Component:
    """A labelled input. `id` is its name unless given."""
    id_ = props.pop("id", f"veld-{name}")
    described = {"aria-describedby": f"{id_}-uitleg"} if hint else {}
    return rx.el.div(
        rx.el.label(label, html_for=id_),
        rx.el.p(hint, class_name="hint", id=f"{id_}-uitleg") if hint else rx.fragment(),
        rx.el.input(id=id_, name=name, custom_attrs=described, **props),
        class_name="field",
    )


class PlainForm(rx.el.Div):  # type: ignore[misc]
    """A form as HTML has it. Reflex's own keeps the browser from sending it."""

    tag = "form"


def posted(action: str, *children: Child, class_name: str = "stack") -> rx.Component:
    """A form the browser sends by itself, past Reflex: for what no state should ever hold."""
    return PlainForm.create(*children, class_name=class_name, custom_attrs={"action": action, "method": "post"})


def outcome(id_: str, words: str) -> rx.Component:
    """A sentence that shows when the address ends in `#id_`: how a posted form went."""
    return rx.el.p(words, id=id_, class_name="why outcome", tab_index=-1, role="status")


def button(label: str, *before: Child, quiet: bool = True, **props: Any) -> rx.Component:
    kind = "btn quiet" if quiet else "btn"
    return rx.el.button(*before, label, type=props.pop("type", "button"), class_name=f"{kind} {props.pop('class_name', '')}".strip(), **props)


def length(rows: Any) -> Any:
    """How many there are, in the browser. (To mypy a state's list is a list.)"""
    return rows.length()


__all__ = ["button", "drawing", "field", "icon", "length", "link", "outcome", "posted"]
