"""Nothing about a family leaves the phone. Every byte of these sessions passes a proxy that keeps it."""

import json
from pathlib import Path
from urllib.parse import unquote

import pytest
from playwright.sync_api import Page, expect

from tests.browser.family import wait_until_kept
from tests.browser.test_offline import listed
from tests.own_server import OwnServer

pytestmark = pytest.mark.browser

NAME, PERSON, NUMBER, QUERY, PLACE = "Zonnestraaltje", "Tante Godelieve", "0486 77 88 99", "borstkolven", "Mechelen"
DATE = ["2023-05-17", "17-05-2023", "17/05/2023", "20230517", "17052023", "230517", "170523", "17 mei", "mei 2023", "05-17", "05/17"]
EPOCH = ["19494", "1684281600"]  # the same day, as web/child.js counts and in seconds
TELLING = [*DATE, *EPOCH, NAME, "Godelieve", NUMBER, "0486", "778899", QUERY, PLACE, "grootouder", "weinig-geld", "37-48-maanden", "kort-lontje"]
SHARE = """navigator.share = async (data) => { (globalThis.shared ??= []).push(data) };
navigator.sendBeacon = () => { throw new Error("a beacon") };"""


def whole_session(page: Page, born: str) -> None:
    """Everything a parent can tell the app, page by page."""
    page.goto("/nl/")
    page.fill("#dag", born)
    page.locator(".when [type=submit]").click()
    expect(page.locator(".three .tile h2").first).not_to_be_empty()
    page.goto("/nl/instellingen/")
    page.locator(".edit").click()
    page.fill("#naam", NAME)
    page.locator(".child-form [type=submit]").click()
    page.locator("input[name=role][value=grootouder]").check(force=True)
    page.locator("input[name=situations][value=weinig-geld]").check(force=True)
    page.goto("/nl/zoek/")
    page.fill("#vraag", QUERY)
    page.keyboard.press("Enter")
    expect(page.locator(".results .count")).not_to_be_empty()
    page.goto("/nl/dorp/")
    page.locator(".another").first.click()
    page.fill("#wie", PERSON)
    page.fill("#gsm", NUMBER)
    page.locator("imh-village form [type=submit]").click()
    expect(page.locator(".people").first).to_contain_text(PERSON)
    page.locator(".people .open").click()
    page.locator("a.ask:visible").first.click()
    page.locator(".ask-card .share").click()
    page.keyboard.press("Escape")
    page.goto("/nl/dorp/zoek/")
    page.fill("#plaats", PLACE)
    page.press("#plaats", "Enter")
    expect(page.locator(".near .place").first).to_be_visible()
    expect(page.locator(".area .pin").first).to_be_visible()
    page.check("#nu-open")
    page.goto("/nl/kaart/kort-lontje/")
    page.locator("imh-save button").click()
    page.locator("imh-share button").click()
    if page.locator("imh-ask a").count():
        page.locator("imh-ask a").first.click()
    page.goto("/nl/bewaard/")
    expect(page.locator(".saved .rows a")).to_have_count(1)
    page.goto("/nl/leeftijd/")
    page.locator("imh-night button").click()
    page.goto("/nl/privacy/")
    expect(page.locator("imh-kept")).to_contain_text(NAME)
    page.goto("/nl/instellingen/")
    with page.expect_download():
        page.locator(".export").click()
    page.locator(".give").click()
    expect(page.locator(".qr svg")).to_be_visible()
    page.keyboard.press("Escape")
    page.goto("/nl/")
    expect(page.locator(".three .tile h2").first).not_to_be_empty()


@pytest.fixture
def proxied(phone, own: OwnServer):
    def make(worker: bool = True) -> Page:
        context = phone(worker=worker, origin=own.origin, accept_downloads=True, proxy={"server": own.origin, "bypass": "<-loopback>"})
        context.add_init_script(SHARE)
        return context.new_page()

    return make


def test_a_whole_session_tells_nobody_anything(proxied, own: OwnServer):
    page = proxied()
    whole_session(page, "2023-05-17")
    wait_until_kept(page, set(listed(own.folder, "shell", "nl")))
    page.goto("/nl/")

    assert len(own.asked) > 20
    assert {one.method for one in own.asked} == {"GET"}
    assert {one.url.split("/")[2] for one in own.asked} == {own.origin.split("/")[2]}
    assert [one.url for one in own.asked if one.body or "cookie" in one.headers or "?" in one.url] == []
    # The addresses a parent opens are the parent's own doing; the worker takes every card, so no one card stands out.
    everything = {own.origin + url for url in listed(own.folder, "shell", "nl")}
    quiet = [one for one in own.asked if one.headers.get("sec-fetch-mode") != "navigate" and one.url not in everything]
    leaks = [(word, one.url) for one in quiet for word in TELLING if word.lower() in unquote(f"{one.url} {one.headers}").lower()]
    headers = {(name, unquote(value).lower()) for one in own.asked for name, value in one.headers.items() if name != "referer"}
    leaks += [(word, name) for name, value in headers for word in TELLING if word.lower() in value]
    assert leaks == []
    assert [one.headers["referer"] for one in own.asked if "referer" in one.headers and one.headers["sec-fetch-site"] != "same-origin"] == []
    assert page.context.cookies() == []


def test_what_is_asked_does_not_depend_on_the_child_or_on_what_is_typed(proxied, own: OwnServer, monkeypatch):
    """Two families, the same presses: the server sees the same addresses."""
    seen = []
    for born, query in (("2023-05-17", "borstkolven"), ("2026-10-30", "slapen")):
        start = len(own.asked)
        monkeypatch.setattr("tests.browser.test_privacy.QUERY", query)
        page = proxied(worker=False)
        whole_session(page, born)
        seen.append(sorted({one.url.removeprefix(own.origin) for one in own.asked[start:]}))
        page.context.close()
    assert seen[0] == seen[1]


def test_what_is_shared_is_the_clean_address_of_the_card(proxied):
    page = proxied(worker=False)
    page.goto("/nl/kaart/kort-lontje/?van=oma#verwant")
    page.locator("imh-share button").click()
    shared = page.evaluate("globalThis.shared")
    canonical = page.locator("link[rel=canonical]").get_attribute("href")
    assert shared == [{"title": page.locator("h1").inner_text(), "url": canonical}]
    assert canonical.endswith("/nl/kaart/kort-lontje/")


def test_only_what_the_privacy_page_explains_is_kept(proxied, site: Path):
    page = proxied()
    whole_session(page, "2023-05-17")
    page.goto("/nl/privacy/")
    explained = page.evaluate("[...document.querySelectorAll('[data-key]')].map((one) => one.dataset.key)")
    others = page.evaluate("[...document.querySelectorAll('[data-store]')].map((one) => one.dataset.store)")
    stored = page.evaluate("Object.entries(localStorage)")
    assert {key for key, _ in stored} <= {"imh", *others}
    assert json.loads(dict(stored)["imh"]).keys() <= set(explained)
    assert page.evaluate("[Object.keys(sessionStorage), document.cookie]") == [[], ""]
    assert page.evaluate("(async () => (await indexedDB.databases()).map((one) => one.name))()") == []
    assert set(page.evaluate("caches.keys()")) <= {"imh", "imh-prefs"}
    prefs = page.evaluate("(async () => (await (await (await caches.open('imh-prefs')).match('/prefs')).json()))()")
    assert prefs.keys() <= {"night", "text", "known", "override", "until"}
