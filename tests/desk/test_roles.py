"""Every event handler of the desk, with every role, over the websocket. A new handler is tried by itself; a new state has to be added to MAY."""

from datetime import UTC, datetime

import pytest
from reflex_base.event.processor import base_state_processor
from reflex_base.registry import RegistrationContext

from imh_parents.desk.guard import OPENING, OWN, rule_of
from imh_parents.desk.state import Desk
from imh_parents.people.roles import ADMIN, CAMPAIGN, EDITOR, NURSE, ROLES
from imh_parents.people.store import sessions, users

NOW = datetime.now(UTC)
ENROLLING = "still has to set up the second step"
EVERYBODY = frozenset(ROLES)
# Who may call what: by state, and where one handler differs by handler.
MAY = {
    "Desk": EVERYBODY | {ENROLLING},
    "Home": EVERYBODY,
    "Me": EVERYBODY | {ENROLLING},
    "Me.drop_second": EVERYBODY,
    "Users": frozenset({ADMIN}),
    "Log": frozenset({ADMIN}),
    "Month": frozenset({CAMPAIGN, ADMIN}),
    "Campaign": frozenset({CAMPAIGN, ADMIN}),
    "Trial": frozenset({CAMPAIGN, ADMIN}),
    "Sets": frozenset({NURSE, EDITOR, ADMIN}),
    "OneSet": frozenset({NURSE, EDITOR, ADMIN}),
    "Contents": frozenset({EDITOR, ADMIN}),
    "Live": frozenset({CAMPAIGN, ADMIN}),
    "Village": frozenset({EDITOR, ADMIN}),
    "Round": frozenset({EDITOR, ADMIN}),
    "Pairs": frozenset({EDITOR, ADMIN}),
    "Imports": frozenset({EDITOR, ADMIN}),
}


def handlers() -> dict[str, str]:
    """The full name of every handler that is not Reflex's own, by `State.handler`."""
    found = {}
    for name, registered in RegistrationContext.ensure_context().event_handlers.items():
        state = registered.states[0]
        if not state.__module__.startswith("reflex."):
            found[f"{state.__name__}.{name.rpartition('.')[2]}"] = name
    return found


def allowed(short: str) -> frozenset[str]:
    if short.endswith(".setvar"):  # Reflex's own, on every state: whoever could call it could set anything
        return frozenset()
    return MAY[short] if short in MAY else MAY[short.split(".")[0]]


def test_every_state_of_the_app_is_a_desk(running):
    strangers = [
        registered.states[0].__name__
        for registered in RegistrationContext.ensure_context().event_handlers.values()
        if not registered.states[0].__module__.startswith("reflex.") and not issubclass(registered.states[0], Desk)
    ]
    assert strangers == []


def test_a_handler_without_a_rule_cannot_be_written():
    with pytest.raises(TypeError, match=r"Loose\.open says nowhere who may call it"):
        type("Loose", (Desk,), {"open": lambda self: None, "__module__": __name__})


@pytest.mark.parametrize("role", [*ROLES, ENROLLING])
def test_every_handler_runs_for_its_roles_and_for_no_other(running, monkeypatch, role):
    ran = []
    process = base_state_processor.process_event

    async def noted(handler, payload, state, root_state):
        if handler.fn.__module__.startswith("reflex."):
            await process(handler=handler, payload=payload, state=state, root_state=root_state)
        else:
            ran.append(handler.fn.__qualname__)

    monkeypatch.setattr(base_state_processor, "process_event", noted)
    person = running.person(CAMPAIGN, second=False) if role == ENROLLING else running.person(role)

    async def try_all() -> None:
        async with running.tab(person.cookie) as tab:
            await tab.opened()
            for name in handlers().values():
                await tab.event(name, {"var_name": "role", "value": ADMIN} if name.endswith(".setvar") else {}, path="/nergens/")
            await tab.opened()

    running.run(try_all())
    assert sorted(ran) == sorted(short for short in handlers() if role in allowed(short))


@pytest.mark.parametrize("cookie", ["", "zelfgemaakt"])
def test_without_a_session_there_is_no_websocket(running, cookie):
    async def opened() -> bool:
        async with running.tab(cookie) as tab:
            return not tab.refused

    assert not running.run(opened())


def test_nobody_gets_in_by_the_name_of_somebodys_session(running):
    """The header that the door writes for those behind it."""
    admin = running.person(ADMIN)
    nurse = running.person(NURSE)

    async def opened(cookie: str) -> dict | None:
        async with running.tab(cookie, headers=(("x-desk-session", admin.session), ("X-Desk-Session", admin.session))) as tab:
            if tab.refused:
                return None
            return await tab.opened()

    assert running.run(opened("")) is None
    assert running.run(opened(nurse.cookie))["desk.role"] == NURSE


def test_another_site_opens_no_websocket(running):
    person = running.person(ADMIN)

    async def opened() -> bool:
        tab = running.tab(person.cookie)
        tab.scope["headers"] = [(name, b"https://elders.example" if name == b"origin" else value) for name, value in tab.scope["headers"]]
        async with tab:
            return not tab.refused

    assert not running.run(opened())


def test_the_cookie_never_reaches_state_or_browser(running):
    person = running.person(EDITOR)

    async def everything() -> str:
        async with running.tab(person.cookie) as tab:
            return str(await tab.opened())

    assert person.cookie not in running.run(everything())


def test_who_is_shut_out_loses_an_open_page_at_the_next_event(running):
    admin, other = running.person(ADMIN), running.person(ADMIN)

    async def story() -> tuple[dict, dict, dict]:
        async with running.tab(other.cookie) as tab:
            before = await tab.opened("/desk/mensen/")
            await running.changed(users.revoke, other.id, NOW)
            await tab.event(handlers()["Users.load"])
            after = await tab.heard("desk.gone")
            await tab.event("reflex___state____state.hydrate_and_load", path="/desk/mensen/")
            await tab.event(handlers()["Log.load"])
            return before, after, await tab.heard("desk.gone")

    before, after, again = running.run(story())
    assert admin.id in str(before["users.rows"])
    assert (after["desk.gone"], after["users.rows"], after["desk.name"]) == (True, [], "")
    assert again.get("users.rows", []) == []


def test_a_stolen_cookie_is_dead_in_an_open_websocket_too(running):
    person = running.person(ADMIN)

    async def story() -> dict:
        async with running.tab(person.cookie) as thief:
            await thief.opened()
            await running.changed(sessions.end, person.session, person.id)
            await thief.event(handlers()["Users.load"])
            return await thief.heard("desk.gone")

    heard = running.run(story())
    assert (heard["desk.gone"], heard.get("users.rows", [])) == (True, [])


def test_a_role_that_is_taken_away_counts_at_once(running):
    running.person(ADMIN)
    person = running.person(ADMIN)

    async def story() -> dict:
        async with running.tab(person.cookie) as tab:
            await tab.opened()
            await running.changed(users.set_role, person.id, NURSE)
            await tab.event(handlers()["Users.load"])
            return await tab.heard("desk.refused")

    heard = running.run(story())
    assert (heard["desk.refused"], heard["desk.role"]) == (True, NURSE)


def test_the_next_person_on_a_tab_sees_nothing_of_the_one_before(running):
    admin, nurse = running.person(ADMIN), running.person(NURSE)

    async def seen(cookie: str) -> dict:
        async with running.tab(cookie, name="zelfde-tab") as tab:
            return await tab.opened("/desk/mensen/")

    assert admin.id in str(running.run(seen(admin.cookie)))
    after = running.run(seen(nurse.cookie))
    assert (after["desk.role"], after["users.rows"]) == (NURSE, [])
    assert admin.id not in str(after)


def test_a_tab_of_somebody_else_cannot_be_used_without_opening_it(running):
    admin, nurse = running.person(ADMIN), running.person(NURSE)

    async def story() -> dict:
        async with running.tab(admin.cookie, name="tab-van-de-baas") as tab:
            await tab.opened("/desk/mensen/")
        async with running.tab(nurse.cookie, name="tab-van-de-baas") as tab:
            await tab.event(handlers()["Home.load"])
            return await tab.heard("desk.gone")

    heard = running.run(story())
    assert heard["desk.gone"] is True
    assert admin.id not in str(heard)


def test_only_reflexs_opening_events_pass_without_a_rule(running):
    assert OPENING < OWN
    assert [name for name in OWN if rule_of(name)] == []
    reflexs = {name for name in RegistrationContext.ensure_context().event_handlers if not name.startswith(Desk.get_full_name())}
    assert {name.rpartition(".")[2] for name in reflexs - OWN} == {"setvar", "update_vars_internal"}
