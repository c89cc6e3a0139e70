"""Coming in and going out over HTTP, and what does not work."""

import asyncio
from datetime import timedelta

import pytest

from imh_parents.db.engine import writing
from imh_parents.people import passwords
from imh_parents.people.cookies import Cookies
from imh_parents.people.store import sessions, users
from tests.people.conftest import PASSWORD, SECRET, code_at


def test_login_leads_in_and_logout_out(world):
    world.user()
    browser = world.browser()
    assert browser.get("/desk/").headers["location"] == "/desk/in/"
    assert browser.login() == "/desk/"
    assert browser.get("/desk/").text == "binnen"
    assert browser.get("/desk/in/").headers["location"] == "/desk/"
    assert browser.post("/api/desk/uit").headers["location"] == "/desk/in/#out"
    assert browser.get("/desk/").headers["location"] == "/desk/in/"
    assert world.log() == [("an", "in"), ("an", "out")]


def test_login_answers_json_to_json(world):
    world.user()
    right = world.browser().ask("POST", "/api/desk/in", json={"email": "AN@voorbeeld.be ", "password": PASSWORD})
    wrong = world.browser().ask("POST", "/api/desk/in", json={"email": "an@voorbeeld.be", "password": "iets anders dan dit"})
    assert (right.status_code, right.json()) == (200, {"next": "/desk/"})
    assert (wrong.status_code, wrong.headers["content-type"], wrong.json()["status"]) == (403, "application/problem+json", 403)
    assert "set-cookie" not in wrong.headers


def test_the_cookie_is_out_of_reach_of_scripts_and_other_sites(world):
    world.user()
    plain = world.browser().post("/api/desk/in", {"email": "an@voorbeeld.be", "password": PASSWORD})
    assert [part.strip().lower() for part in plain.headers["set-cookie"].split(";")[1:]] == ["httponly", "max-age=604800", "path=/", "samesite=strict"]
    world.cookies = Cookies("https://goedgenoeg.example")
    secure = world.browser().post("/api/desk/in", {"email": "an@voorbeeld.be", "password": PASSWORD}).headers["set-cookie"]
    assert secure.startswith("__Host-desk=") and "; secure" in secure.lower() and "domain" not in secure.lower()


@pytest.mark.parametrize("headers", [{"sec-fetch-site": "cross-site"}, {"sec-fetch-site": "same-site"}, {"sec-fetch-site": "none"}])
@pytest.mark.parametrize("path", ["in", "code", "welkom", "wachtwoord", "uit"])
def test_another_site_cannot_send_anything(world, path, headers):
    world.user()
    assert world.browser().post(f"/api/desk/{path}", {"email": "an@voorbeeld.be", "password": PASSWORD}, headers=headers).status_code == 403


def test_a_planted_session_is_never_the_one_that_counts(world):
    """Session fixation: the attacker's cookie stands in the victim's browser before the login."""
    world.user("kwaad@voorbeeld.be")
    world.user()
    attacker = world.browser()
    attacker.login("kwaad@voorbeeld.be")
    planted = attacker.cookie
    victim = world.browser()
    victim.cookie = planted
    victim.login()
    assert victim.cookie != planted
    for unknown in ("zelfgekozen", ""):
        other = world.browser()
        other.cookie = unknown
        other.login()
        assert len(other.cookie) == 43


def test_the_second_step_gives_a_new_session_too(world):
    world.user(role="admin", second=True)
    browser = world.browser()
    assert browser.login() == "/desk/code/"
    first = browser.cookie
    assert browser.get("/desk/").headers["location"] == "/desk/code/"
    assert browser.code(code_at(world.now)) == "/desk/"
    stolen = world.browser()
    stolen.cookie = first
    assert stolen.get("/desk/").headers["location"] == "/desk/in/"


def test_a_stolen_cookie_is_dead_after_logout(world):
    world.user()
    browser, thief = world.browser(), world.browser()
    browser.login()
    thief.cookie = browser.cookie
    assert thief.get("/desk/").text == "binnen"
    browser.post("/api/desk/uit")
    assert thief.get("/desk/").headers["location"] == "/desk/in/"
    assert thief.get("/_event/").status_code == 403


@pytest.mark.parametrize(("away", "there"), [({"hours": 11}, True), ({"hours": 13}, False)])
def test_a_session_ends_when_nobody_is_there(world, away, there):
    world.user()
    browser = world.browser()
    browser.login()
    world.later(**away)
    assert (browser.get("/desk/").text == "binnen") is there


def test_a_session_ends_after_seven_days_however_busy(world):
    world.user()
    browser = world.browser()
    browser.login()
    for _ in range(16):
        assert browser.get("/desk/").text == "binnen"
        world.later(hours=10.5)
    assert browser.get("/desk/").headers["location"] == "/desk/in/"


def test_who_is_shut_out_is_out_at_once(world):
    world.user("baas@voorbeeld.be", "admin")
    id_ = world.user()
    browser = world.browser()
    browser.login()
    assert world.run(users.revoke, id_, world.now)
    assert browser.get("/desk/").headers["location"] == "/desk/in/"
    assert browser.login() == "/desk/in/#in-wrong"


def test_a_role_that_asks_for_two_steps_has_them_set_up_first(world):
    id_ = world.user(role="campaign")
    browser = world.browser()
    assert browser.login() == "/desk/ik/"
    assert browser.get("/desk/campagne/").headers["location"] == "/desk/ik/"
    assert browser.get("/desk/ik/").text == "binnen"
    assert browser.code("123456") == "/desk/code/#code-wrong"  # nothing was offered yet
    assert world.run(users.offer_second, id_, SECRET) == SECRET
    assert browser.code(code_at(world.now)) == "/desk/"


def test_a_code_works_once(world):
    world.user(role="admin", second=True)
    one, two = world.browser(), world.browser()
    one.login()
    two.login()
    assert one.code(code_at(world.now)) == "/desk/"
    assert two.code(code_at(world.now)) == "/desk/code/#code-wrong"
    world.later(seconds=30)
    assert two.code(code_at(world.now)) == "/desk/"


def test_guessing_is_slowed_down_more_and_more(world):
    world.user()
    waits = []
    for _ in range(40):
        browser = world.browser(address="198.51.100.1")
        browser.post("/api/desk/in", {"email": "an@voorbeeld.be", "password": "fout fout fout"})
        refused = browser.ask("POST", "/api/desk/in", json={"email": "an@voorbeeld.be", "password": PASSWORD})
        if refused.status_code == 429:
            waits.append(int(refused.headers["retry-after"]))
            world.later(seconds=waits[-1])
        elif refused.status_code == 200:
            pytest.fail("the right password came through between wrong ones") if waits else None
    assert waits == sorted(waits) and waits[0] <= 3 and max(waits) == 901
    assert len(waits) >= 10


def test_a_thousand_guesses_at_once_are_no_more_than_in_a_row(world):
    world.user()
    browser = world.browser()

    async def crowd() -> list[int]:
        asked = [browser.client.post("/api/desk/in", json={"email": "an@voorbeeld.be", "password": f"fout nummer {n}"}) for n in range(40)]
        return [answer.status_code for answer in await asyncio.gather(*asked)]

    answers = world.loop.run_until_complete(crowd())
    assert answers.count(403) == 5
    assert answers.count(429) == 35


def test_one_address_cannot_try_one_password_on_everybody(world):
    answers = [world.browser().login(f"iemand{n}@voorbeeld.be") for n in range(30)]
    assert answers[:20] == ["/desk/in/#in-wrong"] * 20
    assert "/desk/in/#in-slow" in answers[20:]
    world.user()
    assert world.browser(address="203.0.113.9").login() == "/desk/"


def test_a_team_behind_one_address_may_come_in_every_day(world):
    """The right password takes nothing from what the address may still get wrong."""
    for n in range(10):
        world.user(f"nr{n}@voorbeeld.be")
    for _ in range(5):
        assert [world.browser().login(f"nr{n}@voorbeeld.be") for n in range(10)] == ["/desk/"] * 10
        world.later(hours=23)


def test_the_right_password_takes_back_no_wrong_ones(world):
    """Or somebody with an account of their own could begin anew each time."""
    world.user("els@voorbeeld.be")
    browser = world.browser()
    for n in range(19):
        browser.login(f"iemand{n}@voorbeeld.be", "fout fout fout")
    assert browser.login("els@voorbeeld.be") == "/desk/"
    assert browser.login("nog@voorbeeld.be", "fout fout fout") == "/desk/in/#in-wrong"
    assert browser.login("els@voorbeeld.be") == "/desk/in/#in-slow"


@pytest.mark.parametrize("address", ["127.0.0.1", "::1", "::ffff:127.0.0.1"])
def test_our_own_machine_is_nobody_apart(world, address: str):
    """A web server in front asks for everybody: a stranger who guesses must not shut a team out."""
    world.user()
    for n in range(40):
        world.browser(address=address).login(f"iemand{n}@voorbeeld.be", "fout fout fout")
    assert world.browser(address=address).login() == "/desk/"


def test_a_password_that_changes_while_the_old_one_is_compared_lets_nobody_in(world, monkeypatch):
    id_ = world.user()
    fits = passwords.fits

    def slow(password: str, kept: str | None) -> bool:
        asyncio.run_coroutine_threadsafe(change(), world.loop).result(10)
        return fits(password, kept)

    async def change() -> None:
        async with writing(await world.database.ready()).begin() as conn:
            await users.set_password(conn, id_, passwords.keep("een ander lang wachtwoord"))

    monkeypatch.setattr(passwords, "fits", slow)
    assert world.browser().login() == "/desk/in/#in-wrong"


@pytest.mark.parametrize(
    "body", [b'{"email": "a\\u0000@x", "password": "x"}', b'{"email": "a", "password": "\\ud800"}', b'{"email\\u0000": "a", "password": "x"}']
)
def test_text_that_no_database_keeps_is_refused(world, body: bytes):
    answer = world.browser().ask("POST", "/api/desk/in", content=body, headers={"content-type": "application/json"})
    assert (answer.status_code, answer.json()["detail"]) == (400, "This cannot be read.")


def test_an_unknown_address_is_refused_in_the_same_words_and_with_the_same_work(world, monkeypatch):
    world.user()
    checked = []
    verify = passwords.HASHER.verify
    monkeypatch.setattr(passwords.HASHER, "verify", lambda *given: checked.append(given) or verify(*given))
    assert world.browser().login("niemand@voorbeeld.be") == world.browser().login(password="verkeerd wachtwoord")
    assert len(checked) == 2


def test_a_link_lets_somebody_choose_a_password_once(world):
    id_ = world.run(users.add, "els@voorbeeld.be", "Els", "nurse", world.now)
    token = world.run(users.link, id_, world.now)
    browser = world.browser()
    opened = browser.get(f"/api/desk/welkom/{token}")
    assert (opened.status_code, opened.headers["location"]) == (303, "/desk/welkom/")
    assert token not in opened.headers["location"]
    chosen = {"password": "vier wilde ganzen", "again": "vier wilde ganzen"}
    assert browser.post("/api/desk/welkom", chosen | {"again": "anders"}).headers["location"] == "/desk/welkom/#welkom-differs"
    assert browser.post("/api/desk/welkom", {"password": "wachtwoord123", "again": "wachtwoord123"}).headers["location"] == "/desk/welkom/#welkom-common"
    assert browser.post("/api/desk/welkom", chosen).headers["location"] == "/desk/"
    again = world.browser()
    again.get(f"/api/desk/welkom/{token}")
    assert again.post("/api/desk/welkom", chosen).headers["location"] == "/desk/welkom/#welkom-ended"
    assert world.browser().login("els@voorbeeld.be", "vier wilde ganzen") == "/desk/"


def test_a_link_ends_after_seven_days_and_when_another_is_made(world):
    id_ = world.run(users.add, "els@voorbeeld.be", "Els", "nurse", world.now)
    first = world.run(users.link, id_, world.now)
    second = world.run(users.link, id_, world.now)
    assert world.run(users.linked, first, world.now) is None
    assert world.run(users.linked, second, world.now + timedelta(days=6, hours=23)) is not None
    assert world.run(users.linked, second, world.now + timedelta(days=7)) is None


def test_a_new_password_ends_every_other_session(world):
    world.user()
    here, elsewhere = world.browser(), world.browser()
    here.login()
    elsewhere.login()
    fields = {"old": PASSWORD, "password": "een ezel in het gras", "again": "een ezel in het gras"}
    assert here.post("/api/desk/wachtwoord", fields | {"old": "fout"}).headers["location"] == "/desk/ik/#wachtwoord-wrong"
    assert here.post("/api/desk/wachtwoord", fields).headers["location"] == "/desk/ik/#done"
    assert here.get("/desk/").text == "binnen"
    assert elsewhere.get("/desk/").headers["location"] == "/desk/in/"


@pytest.mark.parametrize(
    ("body", "kind", "status"),
    [
        (b"x" * 5000, "application/x-www-form-urlencoded", 413),
        (b"[1]", "application/json", 400),
        (b'{"email": 1}', "application/json", 400),
        (b"{", "application/json", 400),
        (b"\xff=1", "application/x-www-form-urlencoded", 400),
        (b"a=1", "text/plain", 415),
    ],
)
def test_what_cannot_be_read_is_refused(world, body, kind, status):
    assert world.browser().ask("POST", "/api/desk/in", content=body, headers={"content-type": kind}).status_code == status


def test_sessions_can_be_listed_and_ended_one_by_one(world):
    id_ = world.user()
    one, two = world.browser(), world.browser()
    one.login()
    two.login()
    listed = world.run(sessions.of, id_)
    assert [session.agent for session in listed] == ["Firefox, Linux"] * 2
    other = world.user("bo@voorbeeld.be")
    assert not world.run(sessions.end, listed[0].id, other)
    assert world.run(sessions.end, listed[0].id, id_)
    assert sorted(browser.get("/desk/").status_code for browser in (one, two)) == [200, 303]
