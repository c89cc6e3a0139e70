"""Messages on the phone: asked once and never again, shown by the service worker, read in the app, and gone on a tap.

No push service is reached: the DevTools protocol hands the worker what one would bring, and a pretended PushManager stands where a
subscription is made.
"""

import json
import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, Route, expect

from imh_parents.push.body import body
from imh_parents.push.wishes import Stop, Wish
from tests.browser.family import FULL, NOON, wait_until
from tests.own_server import OwnServer

pytestmark = pytest.mark.browser

TODAY = NOON.date().isoformat()
OF_USE = {"days": 3, "last": "2026-11-20"}
ON = {"wish": "yes", "topics": ["week"], "checked": TODAY}
ENDPOINT = "https://fcm.googleapis.com/fcm/send/voorbeeld"
TEXTS = {"nl": {"title": "Dank je, dorp", "line": "Maak een bedankkaartje.", "page": "/nl/bedankt/"}}
# Chromium without a push service of its own: subscribing is pretended, everything else is the browser's.
PRETEND = """
  const subscription = () => window.subscribed && { endpoint: 'ENDPOINT', options: {},
    toJSON: () => ({ endpoint: 'ENDPOINT', keys: { p256dh: 'p', auth: 'a' } }), unsubscribe: async () => !(window.subscribed = false) };
  PushManager.prototype.getSubscription = async () => subscription() || null;
  PushManager.prototype.subscribe = async (how) => { if (!how.userVisibleOnly) throw new TypeError(); window.subscribed = true; return subscription(); };
""".replace("ENDPOINT", ENDPOINT)


def remember(page: Page, choice: dict[str, Any]) -> None:
    page.add_init_script(f"localStorage.getItem('imh-berichten') ?? localStorage.setItem('imh-berichten', {json.dumps(json.dumps(choice))})")


def choice(page: Page) -> dict[str, Any]:
    return json.loads(page.evaluate("localStorage.getItem('imh-berichten') ?? '{}'"))


@pytest.fixture
def said(phone) -> Callable[..., tuple[Page, list[tuple[str, str, Any]]]]:
    """A page, and all it says to the API, which answers as the server does."""

    def make(
        choice: dict[str, Any] | None = None,
        *,
        granted: bool = True,
        worker: bool = True,
        status: int = 204,
        key: int = 200,
        kept: dict[str, Any] | None = FULL,
        **options: Any,
    ) -> tuple[Page, list[tuple[str, str, Any]]]:
        context: BrowserContext = phone(kept=kept, worker=worker, permissions=["notifications"] if granted else [], **options)
        calls: list[tuple[str, str, Any]] = []

        def answer(route: Route) -> None:
            request = route.request
            path = request.url.partition("/api/")[2]
            calls.append((request.method, path, request.post_data_json if request.post_data else None))
            if path == "push/key":
                route.fulfill(status=key, json={"key": "AQID", "id": "k1"})
            elif path.startswith("messages/"):
                route.fulfill(json={"language": "nl", "messages": MESSAGES})
            else:
                route.fulfill(status=status, body="")

        context.route("**/api/**", answer)
        page = context.new_page()
        page.add_init_script(PRETEND)
        if choice is not None:
            remember(page, choice)
        return page, calls

    return make


def message(name: str, **rest: Any) -> dict[str, Any]:
    row = {"id": name, "title": f"Bericht {name}", "line": "Een regel.", "page": "/nl/week/", "lang": "nl", "dir": "ltr", "topic": "week", "bands": []}
    return row | {"due": "2026-11-20T09:00:00+00:00", "until": "2026-11-30T09:00:00+00:00"} | rest


MESSAGES = [
    message("allen"),
    message("noor", bands=["3-4-maanden"], due="2026-11-21T09:00:00+00:00"),
    message("kleuter", bands=["49-60-maanden"]),
    message("oud", due="2026-09-01T09:00:00+00:00"),
]


# --- asking ----------------------------------------------------------------------------------------------------------


def offer(page: Page) -> Any:
    page.goto("/nl/")
    expect(page.locator(".who-is")).not_to_be_empty()
    wait_until(page, "() => Boolean(customElements.get('imh-push'))")
    return page.locator(".known imh-push")


@pytest.mark.parametrize(
    ("before", "shown"),
    [
        (None, False),
        ({"days": 1, "last": "2026-11-20"}, False),
        ({"days": 2, "last": "2026-11-20"}, True),  # today is the third
        ({"days": 2, "last": TODAY}, False),
        (OF_USE, True),
        (OF_USE | {"wish": "no"}, False),
        (OF_USE | ON, False),
    ],
)
def test_vandaag_asks_when_the_app_has_been_of_use(said, before, shown: bool):
    page, calls = said(before)
    expect(offer(page)).to_be_visible(visible=shown)
    assert calls == []


def test_a_first_visit_is_not_asked(said):
    page, calls = said(kept=None)
    page.goto("/nl/")
    wait_until(page, "() => Boolean(customElements.get('imh-push'))")
    expect(page.locator("imh-push")).to_be_hidden()
    assert calls == []


def test_nobody_is_asked_at_night(said):
    page, _ = said(OF_USE, kept=FULL | {"night": "night"})
    expect(offer(page)).to_be_hidden()


def test_a_no_is_remembered_and_settings_still_has_it(said):
    page, calls = said(OF_USE)
    part = offer(page)
    part.locator(".no:visible").click()
    expect(part.locator(".said")).to_contain_text("niet meer")
    expect(part.locator("form")).to_be_hidden()
    assert page.evaluate("document.activeElement.className") == "said"
    expect(offer(page)).to_be_hidden()
    page.goto("/nl/instellingen/")
    expect(page.locator("imh-push [type=submit]")).to_be_visible()
    assert calls == []


def test_a_yes_sends_what_was_chosen_and_nothing_else(said):
    page, calls = said(OF_USE)
    part = offer(page)
    part.locator("[type=submit]").click()
    expect(part.locator(".said")).to_contain_text("staan aan")
    wish = {"subscription": {"endpoint": ENDPOINT, "keys": {"p256dh": "p", "auth": "a"}}, "language": "nl", "topics": ["week"], "band": None, "key_id": "k1"}
    assert calls == [("GET", "push/key", None), ("POST", "push/subscriptions", wish)]
    Wish.model_validate(wish, strict=True)  # as the server reads it
    expect(offer(page)).to_be_hidden()


def test_the_age_band_goes_along_only_when_it_is_ticked(said):
    page, calls = said()
    page.goto("/nl/instellingen/")
    box = page.locator("imh-push [value=age]")
    expect(box).not_to_be_checked()
    page.locator("imh-push .topic:has([value=age])").click()
    page.locator("imh-push [type=submit]").click()
    expect(page.locator("imh-push .said")).to_contain_text("staan aan")
    assert (calls[-1][2]["topics"], calls[-1][2]["band"]) == (["week", "age"], "3-4-maanden")
    assert not re.search(r"2026|noor", json.dumps(calls), re.I)


def test_a_phone_that_knows_no_child_has_no_age_to_share(said):
    page, _ = said(kept=None)
    page.goto("/nl/instellingen/")
    expect(page.locator("imh-push [type=submit]")).to_be_visible()
    expect(page.locator("imh-push [value=age]")).to_be_hidden()


@pytest.mark.parametrize(("trouble", "words"), [({"key": 503}, "kan nu geen berichten sturen"), ({"status": 400}, "lukte niet")])
def test_when_it_fails_it_says_so_and_nothing_is_half_done(said, trouble: dict[str, int], words: str):
    page, _ = said(expected=("status of",), **trouble)
    page.goto("/nl/instellingen/")
    page.locator("imh-push [type=submit]").click()
    expect(page.locator("imh-push .said")).to_contain_text(words)
    expect(page.locator("imh-push .said")).to_contain_text("Er is niets veranderd")
    expect(page.locator("imh-push .stop")).to_be_hidden()
    assert choice(page).get("wish", "") == ""
    assert not page.evaluate("window.subscribed")


def test_a_browser_that_refuses_is_told_how_to_allow_again(said):
    page, calls = said()
    page.add_init_script("Object.defineProperty(Notification, 'permission', { get: () => 'denied' })")
    page.goto("/nl/instellingen/")
    expect(page.locator("imh-push .steps:visible li")).to_have_count(3)
    expect(page.locator("imh-push form")).to_be_hidden()
    assert calls == []


def test_one_tap_stops_everything(said):
    page, calls = said(ON)
    page.add_init_script("window.subscribed ??= true")
    page.goto("/nl/instellingen/")
    page.locator("imh-push .stop").click()
    expect(page.locator("imh-push .said")).to_contain_text("Gestopt")
    assert calls == [("DELETE", "push/subscriptions", {"endpoint": ENDPOINT})]
    Stop.model_validate(calls[0][2], strict=True)
    assert (choice(page)["wish"], choice(page)["owed"]) == ("no", "")
    assert page.evaluate("window.subscribed") is False
    expect(page.locator("imh-push [type=submit]")).to_be_visible()


@pytest.mark.parametrize(("status", "words"), [(204, "Alles is gewist."), (500, "zodra een bericht niet meer aankomt")])
def test_wiping_everything_stops_them_too(said, status: int, words: str):
    page, calls = said(ON, status=status, expected=("status of",))
    page.add_init_script("window.subscribed ??= true")
    page.on("dialog", lambda dialog: dialog.accept())
    page.goto("/nl/instellingen/")
    page.locator(".wipe").click()
    expect(page.locator(".hands-said")).to_contain_text(words)
    assert {method for method, _, _ in calls} == {"DELETE"}  # a page that just opened may try the same once more
    assert page.evaluate("localStorage.getItem('imh-berichten')") is None
    assert page.evaluate("window.subscribed") is False
    wait_until(page, "async () => !(await (await caches.open('imh-prefs')).match('/push'))")


def test_a_lost_subscription_is_mended_once_a_day(said):
    page, calls = said(OF_USE | ON | {"checked": "2026-11-21"})
    offer(page)
    wait_until(page, "() => JSON.parse(localStorage.getItem('imh-berichten')).checked === '2026-11-22'")
    assert [(method, path) for method, path, _ in calls] == [("GET", "push/key"), ("POST", "push/subscriptions")]
    offer(page)
    page.wait_for_timeout(300)
    assert len(calls) == 2


@pytest.mark.parametrize("path", ["/nl/", "/nl/instellingen/"])
def test_an_iphone_is_told_how_to_put_it_on_the_home_screen(said, path: str):
    agent = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1"
    page, _ = said(OF_USE, user_agent=agent, worker=False)
    page.add_init_script("delete window.PushManager; delete window.Notification")
    page.goto(path)
    part = page.locator("imh-push:visible")
    expect(part.locator(".steps:visible li:visible")).to_have_count(3)
    expect(part).to_contain_text("Zet op beginscherm")
    expect(part.locator("form")).to_be_hidden()


def test_where_there_is_no_push_nothing_dead_is_shown(said):
    page, _ = said(OF_USE, worker=False)
    page.add_init_script("delete window.PushManager")
    page.goto("/nl/instellingen/")
    wait_until(page, "() => Boolean(customElements.get('imh-push'))")
    expect(page.locator("imh-push")).to_be_hidden()
    expect(page.locator("a[href='/nl/berichten/']:visible").first).to_be_visible()


# --- being told ------------------------------------------------------------------------------------------------------


@pytest.fixture
def worker(phone, own: OwnServer) -> Callable[[], Any]:
    """An installed service worker, and a push service in the shape of the DevTools protocol."""

    class Installed:
        def __init__(self) -> None:
            self.context = phone(kept=FULL, worker=True, origin=own.origin, permissions=["notifications"], expected=("404",))
            self.page = self.context.new_page()
            self.cdp = self.context.new_cdp_session(self.page)
            found: list[str] = []
            self.cdp.on("ServiceWorker.workerRegistrationUpdated", lambda event: found.extend(one["registrationId"] for one in event["registrations"]))
            self.cdp.send("ServiceWorker.enable")
            self.page.goto("/nl/zoek/")
            wait_until(self.page, "() => Boolean(navigator.serviceWorker.controller)")
            wait_until(self.page, "async () => (await navigator.serviceWorker.getRegistration()).active?.state === 'activated'")
            self.registration = found[-1]

        def push(self, data: str) -> None:
            self.cdp.send("ServiceWorker.deliverPushMessage", {"origin": own.origin, "registrationId": self.registration, "data": data})

        def told(self, name: str, tag: str = "week") -> str:
            return body(name, TEXTS, "nl", tag, own.origin).decode()

        def shown(self) -> list[dict[str, Any]]:
            script = """async () => (await (await navigator.serviceWorker.getRegistration()).getNotifications())
              .map(({ title, body, tag, lang, dir, data, silent }) => ({ title, body, tag, lang, dir, data, silent }))"""
            return self.page.evaluate(script)

        def wait_for(self, count: int) -> list[dict[str, Any]]:
            wait_until(self.page, "async (n) => (await (await navigator.serviceWorker.getRegistration()).getNotifications()).length === n", count)
            return self.shown()

        def kept(self) -> list[dict[str, Any]]:
            return self.page.evaluate("(async () => (await (await (await caches.open('imh-prefs')).match('/berichten'))?.json()) ?? [])()")

        def press(self, tag: str) -> None:
            """What a browser does when somebody taps the notification."""
            script = """async (tag) => {
              const [notification] = await self.registration.getNotifications({ tag });
              const event = new NotificationEvent("notificationclick", { notification });
              self.dispatchEvent(event);
            }"""
            self.context.service_workers[0].evaluate(script, tag)

    return Installed


def test_a_push_is_shown_and_kept_for_the_inbox(worker):
    phone = worker()
    phone.push(phone.told("m1"))
    (shown,) = phone.wait_for(1)
    assert {name: shown[name] for name in ("title", "body", "tag", "lang", "dir")} == {
        "title": "Dank je, dorp",
        "body": "Maak een bedankkaartje.",
        "tag": "week",
        "lang": "nl",
        "dir": "ltr",
    }
    assert shown["data"] == {"page": "/nl/bedankt/"}
    wait_until(phone.page, "async () => Boolean(await (await caches.open('imh-prefs')).match('/berichten'))")
    phone.page.goto("/nl/berichten/")
    expect(phone.page.locator(".message")).to_contain_text(["Dank je, dorp"])
    expect(phone.page.locator(".message").first).to_have_attribute("href", "/nl/bedankt/")


def test_the_same_message_is_shown_once(worker):
    phone = worker()
    for _ in range(3):
        phone.push(phone.told("m1"))
    phone.push(phone.told("m2", "ander"))
    assert {one["tag"] for one in phone.wait_for(2)} == {"week", "ander"}
    assert [one["id"] for one in phone.kept()] == ["m2", "m1"]


def test_a_repeat_of_what_was_put_away_does_not_come_back(worker):
    phone = worker()
    phone.push(phone.told("m1"))
    phone.wait_for(1)
    phone.page.evaluate("async () => { for (const one of await (await navigator.serviceWorker.getRegistration()).getNotifications()) one.close(); }")
    phone.wait_for(0)
    phone.push(phone.told("m1"))
    phone.push(phone.told("m2", "ander"))  # handled after it
    assert [one["tag"] for one in phone.wait_for(1)] == ["ander"]


def test_a_newer_one_takes_the_place_of_an_older_with_its_tag(worker):
    phone = worker()
    phone.push(phone.told("m1"))
    phone.push(phone.told("m2"))
    wait_until(phone.page, "async () => ((await (await (await caches.open('imh-prefs')).match('/berichten'))?.json()) ?? []).length === 2")
    assert len(phone.shown()) == 1


@pytest.mark.parametrize("data", ["", "{", '{"notification":{}}', "null"])
def test_something_is_shown_for_a_push_that_cannot_be_read(worker, data: str):
    phone = worker()
    phone.push(data)
    (shown,) = phone.wait_for(1)
    assert (shown["title"], shown["data"]) == ("Er is een bericht voor jou", {"page": "/nl/berichten/"})
    assert phone.kept() == []


def test_a_tap_leads_the_open_tab_to_the_page(worker):
    phone = worker()
    phone.push(phone.told("m1"))
    phone.wait_for(1)
    phone.press("week")
    expect(phone.page).to_have_url(re.compile(r"/nl/bedankt/$"))
    assert len(phone.context.pages) == 1
    assert phone.shown() == []


def test_a_tap_never_leads_to_another_site(worker):
    phone = worker()
    phone.push(json.dumps({"web_push": 8030, "notification": {"title": "Kijk hier", "navigate": "https://elders.example/", "tag": "x"}}))
    phone.wait_for(1)
    phone.press("x")
    expect(phone.page).to_have_url(re.compile(r"/nl/berichten/$"))


def test_another_address_from_the_browser_is_told_to_the_server(worker):
    phone = worker()
    asked: list[dict[str, Any]] = []
    phone.context.route("**/api/push/subscriptions", lambda route: (asked.append(route.request.post_data_json), route.fulfill(status=204, body="")))
    record = {"endpoint": ENDPOINT, "key": "AQID", "keyId": "k1", "language": "ar", "topics": ["week"], "band": None, "on": TODAY}
    phone.page.evaluate("async (record) => (await caches.open('imh-prefs')).put('/push', new Response(JSON.stringify(record)))", record)
    phone.context.service_workers[0].evaluate("""() => {
      const event = new Event("pushsubscriptionchange");
      const endpoint = "https://push.example/nieuw";
      event.newSubscription = { endpoint, toJSON: () => ({ endpoint, keys: { p256dh: "p", auth: "a" } }) };
      event.waitUntil = () => {};
      self.dispatchEvent(event);
    }""")
    wait_until(
        phone.page,
        "async () => (await (await (await caches.open('imh-prefs')).match('/push')).json()).endpoint === 'https://push.example/nieuw'",
    )
    assert [(one["replaces"], one["language"], one["topics"]) for one in asked] == [(ENDPOINT, "ar", ["week"])]


# --- the inbox -------------------------------------------------------------------------------------------------------


def titles(page: Page) -> Any:
    return page.locator(".message strong")


def test_the_inbox_needs_no_push_and_no_yes(said):
    page, calls = said(granted=False)
    page.goto("/nl/berichten/")
    expect(titles(page)).to_have_text(["Bericht noor", "Bericht allen"])
    expect(page.locator(".fresh")).to_have_count(2)
    assert calls == [("GET", "messages/nl.json", None)]
    page.reload()
    expect(titles(page)).to_have_count(2)
    expect(page.locator(".fresh")).to_have_count(0)


def test_the_inbox_stays_without_a_connection(said):
    page, _ = said(expected=("ERR_FAILED",))
    page.goto("/nl/berichten/")
    expect(titles(page)).to_have_count(2)
    page.route("**/api/**", lambda route: route.abort())
    page.reload()
    expect(titles(page)).to_have_count(2)
    expect(page.locator("imh-inbox .said")).to_contain_text("Sorry")
    page.unroute("**/api/**")
    page.locator(".again").click()
    expect(page.locator("imh-inbox .said")).to_be_empty()


def test_an_empty_inbox_is_quiet(said):
    page, _ = said()
    page.route("**/api/**", lambda route: route.fulfill(json={"messages": []}))
    page.goto("/nl/berichten/")
    expect(page.locator("imh-inbox .empty")).to_be_visible()
    expect(page.locator("imh-inbox .again")).to_be_hidden()


def test_the_running_week_speaks_in_the_inbox(said):
    page, _ = said()
    page.clock.set_fixed_time("2024-06-12T12:00:00+02:00")
    page.goto("/nl/")
    page.locator(".known .week-on a[href='/nl/berichten/']").click()
    expect(page.locator(".message[href='/nl/week/2024/']")).to_have_count(1)
    expect(page.locator(".message .when").first).to_contain_text("12 juni")


# --- and nothing else ------------------------------------------------------------------------------------------------


def test_without_a_yes_the_api_hears_nothing(said):
    page, calls = said(OF_USE)
    for path in ("/nl/", "/nl/week/", "/nl/instellingen/", "/nl/privacy/", "/nl/kaart/kort-lontje/", "/nl/"):
        page.goto(path)
        page.wait_for_timeout(200)
    offer(page).locator(".no:visible").click()
    assert calls == []


def test_a_card_does_not_carry_the_weight(phone):
    page = phone(kept=FULL).new_page()
    page.goto("/nl/kaart/kort-lontje/")
    page.wait_for_load_state("networkidle")
    assert page.evaluate("Boolean(customElements.get('imh-push'))") is False
    assert page.evaluate("localStorage.getItem('imh-berichten')") is None
