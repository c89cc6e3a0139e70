"""Every page of the desk, in the order of its menu. To add one:

1. `desk/<name>_state.py`: a subclass of `Desk` with a `load` and what can be done, each with `@may(<roles>)`. Look things up in
   `reading()`; change them in `changing("<action>")`, which writes the log, and give the action its words in labels.py.
   Background handlers ask `still(who)` at every turn. SQL stays in the `store` of its feature.
2. `desk/<name>_page.py`: a function that gives what stands inside <main>, from `desk/parts.py` and `rx.el`. No `style=`: the
   policy of these pages refuses it. Classes go to assets/styles/desk.css. Links are `link(...)`, never `rx.el.a`.
3. A row below, and the two modules in PAGES of tests/test_architecture.py.
4. `python -m imh_parents words`, and translate. tests/desk/test_roles.py tries the new handlers with every role by itself.

A drawing is named as it stands in assets/drawings; icons are all there. Passwords and the like are `posted(...)` to an endpoint,
so that no state ever holds them. `rx.toast`, `rx.call_script` and `rx.redirect` from the server need eval, which the policy
forbids: say things with `self.said`.
"""

from functools import partial

import reflex as rx

from imh_parents.desk.campaign_page import campaign_body
from imh_parents.desk.content_page import content_body
from imh_parents.desk.content_state import Contents
from imh_parents.desk.frame import framed
from imh_parents.desk.home_page import home_body
from imh_parents.desk.home_state import Home
from imh_parents.desk.log_page import log_body
from imh_parents.desk.log_state import Log
from imh_parents.desk.me_page import me_body
from imh_parents.desk.me_state import Me
from imh_parents.desk.month_state import Month
from imh_parents.desk.page import DeskPage
from imh_parents.desk.sets_page import sets_body
from imh_parents.desk.sets_state import Sets
from imh_parents.desk.users_page import users_body
from imh_parents.desk.users_state import Users
from imh_parents.desk.village_page import village_body
from imh_parents.desk.village_state import Village
from imh_parents.desk.words import t
from imh_parents.people.roles import ADMIN, CAMPAIGN, EDITOR, NURSE

STYLE = "/desk/stijl.css"  # made by site/desk.py


def desk_pages() -> tuple[DeskPage, ...]:
    admin = frozenset({ADMIN})
    return (
        DeskPage("/desk/", t("Begin"), "vandaag", home_body, Home.load),
        DeskPage("/desk/sets/", t("Sets"), "qr", sets_body, Sets.load, frozenset({NURSE, EDITOR})),
        DeskPage("/desk/inhoud/", t("Inhoud"), "bewerk", content_body, Contents.load, frozenset({EDITOR})),
        DeskPage("/desk/campagne/", t("Campagne"), "agenda", campaign_body, Month.load, frozenset({CAMPAIGN})),
        DeskPage("/desk/dorp/", t("Dorp"), "dorp", village_body, Village.load, frozenset({EDITOR})),
        DeskPage("/desk/mensen/", t("Mensen"), "jij", users_body, Users.load, admin),
        DeskPage("/desk/logboek/", t("Logboek"), "uur", log_body, Log.load, admin),
        DeskPage("/desk/ik/", t("Ik"), "jij", me_body, Me.load, menu=False),
    )


def add_to(app: rx.App, name: str) -> None:
    """Add every page of the desk to the app; `name` is what the app is called."""
    pages = desk_pages()
    for page in pages:
        app.add_page(
            partial(framed, page, pages),
            route=page.path.rstrip("/"),
            title=f"{page.title} · {name}",
            on_load=page.on_load,
            meta=[{"name": "robots", "content": "noindex"}, {"name": "color-scheme", "content": "light dark"}],
        )
