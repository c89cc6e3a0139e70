"""One page of the desk: everything the app needs to know about it. pages.py lists them; frame.py draws what stands around them."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import reflex as rx


@dataclass(frozen=True)
class DeskPage:
    """`path` begins with /desk/ and ends with a slash. `roles` are those that see it in the menu; what they may do is said by
    @may on the handlers. `on_load` fills the page and has to be a handler with such a rule."""

    path: str
    title: str
    icon: str  # of the set, without i-
    body: Callable[[], rx.Component]
    on_load: Any
    roles: frozenset[str] = frozenset()  # none: everybody
    menu: bool = True
