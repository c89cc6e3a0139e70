"""Wie is er in de buurt?: found by hand, by keyboard, without internet; and nobody learns who looks where, or for what."""

import re
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.family import NOOR, family, wait_until
from tests.browser.test_offline import REFUSED, visit

pytestmark = pytest.mark.browser

FINDER = "/nl/dorp/zoek/"
HOME = {"latitude": 50.8798, "longitude": 4.7005}  # Leuven


def look_for(page: Page, place: str) -> None:
    page.fill("#plaats", place)
    page.press("#plaats", "Enter")


@pytest.mark.parametrize(
    ("typed", "place"),
    [("9000", "Gent"), ("Antwrepen", "Antwerpen"), ("kessel-lo", "Kessel-Lo"), ("1000 brussel", "Brussel"), ("٩٠٠٠", "Gent"), ("\u202a9000\u202c", "Gent")],
)
def test_a_place_is_found_by_postcode_name_or_nearly(page, typed, place):
    page.goto(FINDER)
    look_for(page, typed)
    expect(page.locator(".near-title")).to_have_text(f"Dicht bij {place}")
    expect(page.locator(".near-title")).to_be_focused()
    expect(page.locator(".near .place").first).to_be_visible()
    expect(page.locator(".wide .place").first).to_be_visible()


def test_a_place_that_is_not_one_is_said_in_words(page):
    page.goto(FINDER)
    look_for(page, "qqqqxxzz")
    expect(page.locator(".find .why")).to_contain_text("kennen we niet")
    expect(page.locator(".results")).to_be_hidden()
    expect(page.locator("main a[href='tel:106']")).to_be_visible()


def test_what_is_not_known_says_so(page):
    page.goto(FINDER)
    look_for(page, "9000")
    for row in page.locator(".near .place").all():
        expect(row).to_contain_text("Uren niet bekend.")
        expect(row).to_contain_text(re.compile(r"Nog niet bevestigd\. Gevonden op een pagina(, nagekeken op \d+ \w+| uit) 20\d\d:"))


def test_a_need_narrows_and_brings_its_own_lines(page):
    page.goto(FINDER)
    look_for(page, "2000")
    page.click(".unfold")
    expect(page.locator(".needs .rest button").first).to_be_focused()
    expect(page.locator(".lines a[href='tel:1712']")).to_be_hidden()
    page.click("[data-need='geweld']")
    expect(page.locator(".lines a[href='tel:1712']")).to_be_visible()
    page.click("[data-need='geweld']")
    expect(page.locator(".lines a[href='tel:1712']")).to_be_hidden()


def test_how_a_family_wants_help_narrows_places_and_lines(page):
    page.goto(FINDER)
    look_for(page, "3600")
    page.locator(".wishes summary").click()
    page.select_option("#hoe", "thuis")
    for row in page.locator(".near .place").all():
        expect(row).to_contain_text("Iemand komt naar je toe")
    assert page.locator(".near .place").count() > 0
    expect(page.locator(".lines li:visible")).to_have_count(0)
    page.select_option("#hoe", "schrijven")
    expect(page.locator(".lines a[href='tel:106']")).to_be_visible()
    for row in page.locator(".near .place").all():
        expect(row.locator("a[href^='mailto:']")).to_have_count(1)


@pytest.mark.parametrize(("page_", "first"), [("/nl/dorp/zoek/", "Dag, ik heb een jong kind"), ("/ar/dorp/gent/", "Spreekt er iemand Arabisch?")])
def test_who_is_about_to_call_reads_what_happens_and_what_to_say(page, page_: str, first: str):
    page.goto(page_)
    said = page.locator(".calling .say").filter(has_text=first)
    expect(said).to_be_hidden()
    page.locator(".calling summary").click()
    expect(said).to_be_visible()
    expect(said).to_have_attribute("lang", "nl")


def test_a_card_fills_in_what_it_is_about(page):
    page.goto("/nl/kaart/slaapt-de-jouwe-al-door/")
    page.get_by_role("link", name="Zoek hulp in je buurt").click()
    expect(page.locator("[data-need='slapen']")).to_have_attribute("aria-pressed", "true")
    assert page.locator("#leeftijd").input_value() != ""


def test_the_age_is_that_of_the_child_this_phone_knows(phone):
    page = phone(kept=family(NOOR)).new_page()
    page.goto(FINDER)
    assert page.locator("#leeftijd").input_value() == "3-4-maanden"


def test_near_me_takes_the_position_and_no_further(phone):
    context = phone(geolocation=HOME, permissions=["geolocation"])
    page = context.new_page()
    page.goto(FINDER)
    page.click(".locate")
    expect(page.locator(".near-title")).to_have_text("Dicht bij Leuven")
    assert page.locator("#plaats").input_value() == "3000 Leuven"


def test_abroad_and_refused_are_said_in_words(phone):
    for options, words in (
        ({"geolocation": {"latitude": 48.85, "longitude": 2.35}, "permissions": ["geolocation"]}, "niet in Vlaanderen"),
        ({}, "Typ je postcode"),
    ):
        page = phone(**options).new_page()
        page.goto(FINDER)
        page.click(".locate")
        expect(page.locator(".find .why")).to_contain_text(words)


def test_the_provinces_around_come_all_at_once(phone, own):
    """Which border is near would tell where a family lives."""
    page = phone(origin=own.origin).new_page()
    page.goto(FINDER)
    look_for(page, "2440")
    expect(page.locator(".near .place").first).to_be_visible()
    assert provinces(own.asked) == {"antwerpen"}
    page.click(".beyond")
    expect(page.locator(".beyond")).to_be_hidden()
    assert provinces(own.asked) == {"antwerpen", "limburg", "oost-vlaanderen", "vlaams-brabant"}


def provinces(asked: list[Any]) -> set[str]:
    return {urlsplit(one.url).path.removeprefix("/dorp/").removesuffix(".json") for one in asked if "/dorp/" in one.url and one.url.endswith(".json")} - {
        "plaatsen",
        "kaart",
    }


def test_by_keyboard_alone(page):
    page.goto(FINDER)
    page.locator("#plaats").focus()
    page.keyboard.type("Hasselt")
    page.keyboard.press("Enter")
    expect(page.locator(".near-title")).to_be_focused()
    expect(page.locator(".area .pin").first).to_be_visible()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('.pin') !== null")
    page.keyboard.press("Tab")  # the whole map is one stop
    assert page.evaluate("document.activeElement.closest('.place') !== null")
    page.locator("[data-need='praten']").focus()
    page.keyboard.press("Space")
    expect(page.locator("[data-need='praten']")).to_have_attribute("aria-pressed", "true")
    expect(page.locator("[data-need='praten']")).to_be_focused()
    page.locator(".wishes summary").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#leeftijd")).to_be_visible()


def test_the_rest_of_a_list_comes_on_a_tap_and_keeps_the_reader_in_place(page):
    page.goto(FINDER)
    look_for(page, "3000")
    expect(page.locator(".near > .place")).to_have_count(5)
    page.click("[data-open='near']")
    assert page.locator(".near > .place").count() > 5
    assert page.evaluate("document.activeElement.closest('.place') === document.querySelectorAll('.near > .place')[5]")


def test_the_province_last_looked_at_is_there_without_internet(phone, own):
    context = phone(worker=True, origin=own.origin, expected=(*REFUSED, "ERR_FAILED"))
    page = context.new_page()
    visit(page, own, FINDER, "shell", "nl")
    look_for(page, "9000")
    expect(page.locator(".near .place").first).to_be_visible()
    wait_until(page, "async () => Boolean(await (await caches.open('imh')).match('/dorp/oost-vlaanderen.json'))")
    own.stop()

    page.goto(FINDER)
    look_for(page, "Aalst")
    expect(page.locator(".near-title")).to_have_text("Dicht bij Aalst")
    expect(page.locator(".near .place").first).to_be_visible()
    expect(page.locator(".area .pin").first).to_be_visible()
    look_for(page, "8000")
    expect(page.locator(".find .why")).to_contain_text("staat nog niet op je telefoon")
    expect(page.locator("main a[href='tel:106']")).to_be_visible()


def test_a_first_visit_keeps_the_province_although_the_worker_is_not_there_yet(phone, own):
    context = phone(origin=own.origin)
    page = context.new_page()
    page.goto(FINDER)
    look_for(page, "9000")
    expect(page.locator(".near .place").first).to_be_visible()
    wait_until(page, "async () => (await (await caches.open('imh')).keys()).filter((one) => one.url.includes('/dorp/')).length === 3")


def test_erasing_everything_forgets_the_province_too(phone):
    page = phone(kept=family(NOOR)).new_page()
    page.goto(FINDER)
    look_for(page, "9000")
    expect(page.locator(".near .place").first).to_be_visible()
    wait_until(page, "async () => (await (await caches.open('imh')).keys()).length === 3")
    page.goto("/nl/instellingen/")
    page.on("dialog", lambda dialog: dialog.accept())
    page.click(".wipe")
    wait_until(page, "async () => (await (await caches.open('imh')).keys()).length === 0")


@pytest.mark.parametrize("path", [FINDER, "/ar/dorp/zoek/", "/nl/dorp/gent/", "/ar/dorp/gent/"])
def test_nothing_is_wider_than_a_small_phone(phone, path):
    page = phone().new_page()
    page.goto(path)
    if "zoek" in path:
        look_for(page, "9000")
        expect(page.locator(".near .place").first).to_be_visible()
        page.click(".unfold")
        page.click(".wishes summary")
    assert page.evaluate("document.documentElement.scrollWidth") == 360


def test_the_map_has_the_numbers_of_the_list(page):
    page.goto(FINDER)
    look_for(page, "2800")
    expect(page.locator(".area .pin").first).to_be_visible()
    on_map = sorted(int(one) for pin in page.locator(".area .pin").all() for one in str(pin.get_attribute("data-numbers")).split())
    in_list = [int(str(row.get_attribute("data-spot"))) for row in page.locator(".results [data-spot]").all()]
    assert on_map == in_list == list(range(1, len(in_list) + 1))
    chart = page.locator(".area .chart")
    expect(chart).to_have_attribute("role", "group")
    expect(chart).to_have_attribute("aria-label", re.compile(rf"Kaart rond Mechelen met {len(in_list)} plekken"))
    assert page.evaluate("document.querySelector('.area .own') !== null && document.querySelectorAll('.area .land').length === 5")
    expect(page.locator(".area figcaption")).to_contain_text("NGI, Statbel, GeoNames (CC BY 4.0)")


def test_a_tap_on_the_map_shows_the_place_in_the_list(page):
    page.goto(FINDER)
    look_for(page, "2800")
    pin = page.locator(".area .pin").last
    number = str(pin.get_attribute("data-numbers")).split()[0]
    pin.click()
    expect(page.locator(f"[data-spot='{number}'] h3")).to_be_focused()
    expect(page.locator(f"[data-spot='{number}'] h3")).to_be_in_viewport()
    expect(pin).to_have_class("pin on")


def test_the_map_by_keyboard_is_one_stop_with_arrows(page):
    page.goto(FINDER)
    look_for(page, "1500")
    pins = page.locator(".area .pin")
    expect(pins.first).to_be_visible()
    assert pins.count() > 1
    pins.first.focus()
    page.keyboard.press("ArrowRight")
    expect(pins.nth(1)).to_be_focused()
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("ArrowLeft")
    expect(pins.last).to_be_focused()
    assert [pin.get_attribute("tabindex") for pin in pins.all()].count("0") == 1
    number = str(pins.last.get_attribute("data-numbers")).split()[0]
    page.keyboard.press("Enter")
    expect(page.locator(f"[data-spot='{number}'] h3")).to_be_focused()


def test_a_place_is_named_to_a_screen_reader_without_its_number_and_a_mark_with_it(page):
    page.goto(FINDER)
    look_for(page, "2800")
    name = page.locator("[data-spot='1'] h3").evaluate("node => node.lastChild.textContent")
    expect(page.get_by_role("heading", name=name, exact=True)).to_have_count(1)
    expect(page.get_by_role("button", name=re.compile(rf"^1\b.*: {re.escape(name)}"))).to_have_count(1)


def test_without_the_outlines_the_list_says_it_all(phone):
    page = phone(expected=("ERR_FAILED", "Failed to load")).new_page()
    page.route("**/dorp/kaart.json", lambda route: route.abort())
    page.goto(FINDER)
    look_for(page, "2800")
    expect(page.locator(".near .place").first).to_be_visible()
    expect(page.locator(".area")).to_be_hidden()


def test_with_large_letters_the_map_stays_inside(phone):
    page = phone(kept=family(NOOR) | {"text": 200}).new_page()
    page.goto(FINDER)
    look_for(page, "3500")
    expect(page.locator(".area .pin").first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") == 360


def known_hours(page: Any) -> None:
    """The first service keeps hours that are known, the second ones that are over."""

    def answer(route: Any) -> None:
        file = route.fetch().json()
        named = len(file["words"])
        file["words"] += ["Mo-Su 00:00-24:00", "Mo-Fr 06:00-07:00"]
        file["times"] = {
            str(named): {"week": ["0000-2400"] * 7, "days": {}, "until": "2027-11-28"},
            str(named + 1): {"week": ["0600-0700"] * 5 + ["", ""], "days": {}, "until": "2027-11-28"},
        }
        file["columns"]["hours"] = [named if index % 3 == 0 else named + 1 if index % 3 == 1 else None for index in range(file["count"])]
        route.fulfill(json=file)

    page.route("**/dorp/antwerpen.json", answer)


def test_who_is_open_now_comes_first_and_unknown_hours_stay_apart(page):
    known_hours(page)
    page.goto(FINDER)
    look_for(page, "2800")
    expect(page.locator(".unsure-title")).to_be_hidden()
    expect(page.locator(".near .place", has_text="Nu dicht.").first).to_be_visible()
    page.check("#nu-open")
    for row in page.locator(".near > .place").all():
        expect(row.locator(".now")).to_have_text("Nu open, dag en nacht")
    expect(page.locator(".unsure-title")).to_have_text("Uren niet bekend. Bel of vraag het even na.")
    for row in page.locator(".unsure > .place").all():
        expect(row).to_contain_text("Uren niet bekend.")
    expect(page.locator(".results .place", has_text="Nu dicht")).to_have_count(0)
    in_list = [int(str(row.get_attribute("data-spot"))) for row in page.locator(".results [data-spot]").all()]
    assert in_list == list(range(1, len(in_list) + 1))


def test_lines_that_surely_answer_now_come_before_those_with_unknown_hours(page):
    page.goto(FINDER)
    lines = page.locator(".lines [data-lines='known'] li:visible")
    assert lines.count() > 2
    page.check("#nu-open")
    expect(lines).to_have_count(1)
    expect(lines.first).to_contain_text("106")
    expect(lines.first.locator(".now")).to_have_text("Nu open")
    expect(page.locator(".unsure-lines h3")).to_be_visible()
    expect(page.locator(".unsure-lines li:visible").first).to_be_visible()
    page.uncheck("#nu-open")
    expect(page.locator(".unsure-lines")).to_be_hidden()


def test_an_arabic_page_shows_dutch_facts_from_the_left(phone):
    page = phone().new_page()
    page.goto("/ar/dorp/zoek/")
    look_for(page, "9000")
    title = page.locator(".near .place h3").first
    expect(title).to_have_attribute("lang", "nl")
    expect(title).to_have_attribute("dir", "ltr")


def test_without_script_every_municipality_can_be_read(phone):
    page = phone(java_script_enabled=False).new_page()
    page.goto(FINDER)
    expect(page.locator("form")).to_be_hidden()
    page.locator("details", has_text="Limburg").locator("summary").click()
    page.get_by_role("link", name="Herstappe").click()
    expect(page.locator("h1")).to_have_text("Herstappe")
    expect(page.locator("main a[href='tel:106']")).to_be_visible()


def test_no_request_says_where_what_or_how_old(phone, own):
    context: BrowserContext = phone(kept=family(NOOR), worker=True, origin=own.origin, geolocation=HOME, permissions=["geolocation"])
    page = context.new_page()
    page.goto(f"{FINDER}#nodig=huilen&leeftijd=3m&plaats=9050")
    expect(page.locator(".results .place").first).to_be_visible()
    look_for(page, "Gentbrugge")
    page.click("[data-need='slapen']")
    page.click(".wishes summary")
    page.select_option("#leeftijd", "7-9-maanden")
    page.select_option("#taal", "fr")
    page.check("#gratis")
    page.check("#nu-open")
    page.click(".locate")
    expect(page.locator(".near-title")).to_have_text("Dicht bij Leuven")
    told = re.compile(r"9050|gentbrugge|huilen|slapen|leeftijd|7-9|3-4|nodig|plaats=|50\.8|4\.70|leuven|taal=|gratis|2026-08", re.I)
    asked = [(one.url, one.body, {name: value for name, value in one.headers.items() if name not in ("date", "if-modified-since")}) for one in own.asked]
    assert [row for row in asked if told.search(str(row)) and "/pak/" not in row[0]] == []
    assert provinces(own.asked) == {"oost-vlaanderen", "vlaams-brabant"}
    assert context.cookies() == []
    kept = page.evaluate("[JSON.stringify({...localStorage}), JSON.stringify({...sessionStorage})].join()")
    assert not re.search(r"9050|gentbrugge|leuven|slapen", kept, re.I)


def test_klopt_niet_sends_which_place_and_the_reason_and_nothing_else(phone, own):
    context = phone(kept=family(NOOR), origin=own.origin, expected=("404", "405", "501"))
    page = context.new_page()
    sent: list[Any] = []

    def answer(route: Any) -> None:
        sent.append((route.request.method, route.request.post_data_json, route.request.headers.get("cookie"), route.request.headers.get("referer")))
        route.fulfill(status=204)

    page.goto(FINDER)
    look_for(page, "9050")
    row = page.locator(".near .place").first
    row.locator("summary").click()
    row.get_by_role("button", name="Het nummer").click()
    expect(row.locator(".said")).to_contain_text("niet verstuurd")
    page.route("**/api/village/reports", answer)
    row.get_by_role("button", name="Het nummer").click()
    expect(row.locator(".said")).to_contain_text("Dank je")
    assert [(method, sorted(body), body["reason"], cookie, referer) for method, body, cookie, referer in sent] == [
        ("POST", ["id", "reason"], "nummer-klopt-niet", None, None)
    ]


def test_after_klopt_niet_the_focus_stays_with_what_is_said(page):
    page.route("**/api/village/reports", lambda route: route.fulfill(status=204))
    page.goto(FINDER)
    look_for(page, "9050")
    row = page.locator(".near .place").first
    row.locator("summary").click()
    row.get_by_role("button", name="Het nummer").focus()
    page.keyboard.press("Enter")
    expect(row.locator(".said")).to_contain_text("Dank je")
    expect(row.locator(".said")).to_be_focused()


def test_the_way_past_the_top_of_the_page_leaves_the_list_as_it_is(page):
    page.goto(FINDER)
    look_for(page, "3000")
    page.click("[data-open='near']")
    shown = page.locator(".near > .place").count()
    assert shown > 5
    page.locator(".skip").focus()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()
    page.wait_for_timeout(300)  # as long as a search would take
    assert page.locator(".near > .place").count() == shown
