"""Places in a nurse's set: put in, read offline, gone, and never asked for finer than a province."""

from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from imh_parents.library import CONTENT
from imh_parents.nurse.code import NurseSet, decode, encode
from imh_parents.nurse.read import read_nursing
from tests.browser.family import wait_until, wait_until_kept
from tests.browser.test_nurse import COPIED, full_code

pytestmark = pytest.mark.browser

NUMBERS = read_nursing(CONTENT)[0].numbers
CARDS = tuple(NUMBERS.cards[slug] for slug in ("kort-lontje", "ik-brabbel-terug"))
GENK, ANTWERP = NUMBERS.places["speelbus-genk"], NUMBERS.places["babytheek-antwerpen"]
CODE = encode(NurseSet("nl", CARDS, (NUMBERS.lines["106"],), (GENK, ANTWERP), moment=NUMBERS.moments["8w"]))
GONE = encode(NurseSet("nl", CARDS, (), (GENK, 16000)))


def places(page: Page) -> list[str]:
    expect(page.locator(".set-places .place h3").first).to_be_visible()
    return page.locator(".set-places .place h3").all_text_contents()


def test_a_nurse_adds_a_place_by_province_and_name(phone, server):
    page = phone().new_page()
    page.add_init_script(COPIED)
    page.goto("/nl/professionals/set/#8w")
    expect(page.locator(".set-cards > li")).to_have_count(3)
    page.select_option("#provincie", "limburg")
    page.fill("#plek", "speelbus")
    page.locator("imh-place-pick .found-card").first.click()
    expect(page.locator(".set-lines li").first).to_contain_text("Genk")
    page.locator(".copy").click()
    link = page.evaluate("window.copied")
    found, team = decode(link.partition("#")[2])
    assert (found.places, found.moment, team) == ((GENK,), NUMBERS.moments["8w"], "")
    page.fill("#plek", "huis")
    expect(page.locator("imh-place-pick .found-card")).to_have_count(6)
    expect(page.locator("imh-place-pick .found")).to_contain_text("En nog ")  # never a part that looks like all
    page.locator("imh-place-pick .found-card").first.click()  # two lines and two places: full
    page.fill("#plek", "huis")
    page.locator("imh-place-pick .found-card").nth(1).click()
    expect(page.locator(".show .said")).to_contain_text("hoogstens 4")
    page.locator(".large").click()
    assert full_code(page).startswith(f"{server}/nl/set/#2")
    page.keyboard.press("Escape")
    expect(page.locator(".set-lines li")).to_have_count(4)
    page.get_by_role("button", name="Haal weg: Speel").click()
    expect(page.locator(".set-lines li")).to_have_count(3)
    expect(page.locator(".set-lines .remove").first).to_be_focused()


def test_a_place_or_a_line_starts_a_set(phone, server):
    page = phone().new_page()
    page.goto("/nl/dorp/zoek/#plaats=3600")
    link = page.locator(".in-set").first
    name = link.locator("xpath=ancestor::li[contains(@class,'place')][1]/h3").text_content().lstrip("0123456789 ")  # its number on the map
    link.click()
    page.wait_for_url("**/professionals/set/#place=*")
    expect(page.locator(".set-lines li")).to_contain_text(name)
    expect(page.locator(".show")).to_be_hidden()
    expect(page.locator("#kaart")).to_be_focused()
    page.fill("#kaart", "lontje")
    page.locator(".found-card").first.click()
    expect(page.locator(".show .code")).to_be_visible()
    page.goto("/nl/hulp/")
    page.locator("#lijn-106 summary").click()
    page.locator("#lijn-106").get_by_role("link", name="Voor verpleegkundigen: in een set").click()
    expect(page.locator(".set-lines li")).to_contain_text("106")
    page.goto("/nl/dorp/genk/")
    page.locator(".in-set").first.click()
    expect(page.locator(".set-lines li")).to_have_count(1)


def test_a_parent_reads_where_to_go(phone):
    page = phone().new_page()
    page.goto(f"/nl/set/#{CODE}")
    assert places(page) == ["Speel'bus Genk", "Babytheek Antwerpen"]
    place = page.locator(".set-places .place").first
    expect(place).to_contain_text("3600 Genk")
    expect(place).to_contain_text("Gevonden op een pagina")
    expect(place.locator("a").first).to_be_visible()
    expect(page.locator(".set-help .who")).to_have_count(1)
    page.goto("/nl/hulp/")
    page.goto(f"/ar/set/#{CODE}")
    assert places(page) == ["Speel'bus Genk", "Babytheek Antwerpen"]
    expect(page.locator(".set-places .place h3").first).to_have_attribute("lang", "nl")


def test_opening_asks_for_whole_provinces_and_says_nothing(phone, own):
    page = phone(origin=own.origin).new_page()
    page.goto(f"/nl/set/#{CODE}")
    assert len(places(page)) == 2
    page.wait_for_load_state("networkidle")
    asked = [urlsplit(one.url) for one in own.asked]
    assert {one.path for one in asked if one.path.startswith("/dorp/")} == {"/dorp/plaatsen.json", "/dorp/limburg.json", "/dorp/antwerpen.json"}
    assert [(one.query, one.fragment) for one in asked] == [("", "")] * len(asked)
    assert {(one.method, one.body, one.headers.get("cookie")) for one in own.asked} == {("GET", b"", None)}


def test_a_set_with_places_opens_without_internet(phone, own):
    page = phone(origin=own.origin, worker=True).new_page()
    page.goto(f"/nl/set/#{CODE}")
    wait_until_kept(page, {"/nl/set/", "/set.json", "/nl/kaarten.json", "/dorp/limburg.json", "/dorp/antwerpen.json", "/dorp/plaatsen.json"})
    own.stop()
    page.reload()
    assert len(places(page)) == 2


def test_a_place_that_is_gone_is_told_kindly(phone):
    page = phone().new_page()
    page.goto(f"/nl/set/#{GONE}")
    assert places(page) == ["Speel'bus Genk"]
    expect(page.locator(".no-place")).to_contain_text("staat niet meer in onze lijst")
    expect(page.locator(".set-words .gone")).to_be_empty()


def test_the_cards_are_there_when_the_places_cannot_be_had(phone):
    context = phone(expected=("Failed to load resource",))
    context.route("**/dorp/*.json", lambda route: route.abort())
    page = context.new_page()
    page.goto(f"/nl/set/#{CODE}")
    expect(page.locator(".opened .row-tile")).to_have_count(2)
    expect(page.locator(".no-place")).to_contain_text("nog eens met internet")


OPENED = "localStorage.getItem('imh-opened')"


def test_only_the_named_set_of_a_team_is_counted_and_once_a_day(phone, own):
    context = phone(origin=own.origin, expected=("Failed to load resource",))  # this server has no API
    page = context.new_page()
    code = encode(NurseSet("nl", CARDS), team="dorp-1")
    other = encode(NurseSet("nl", CARDS), team="dorp-2")

    def opens(one: str) -> None:
        page.goto(f"{own.origin}/nl/hulp/")
        page.goto(f"{own.origin}/nl/set/#{one}")
        expect(page.locator(".opened .row-tile")).to_have_count(2)

    opens(encode(NurseSet("nl", CARDS)))
    expect(page.locator(".counted")).to_be_hidden()
    opens(code)
    expect(page.locator(".counted")).to_be_visible()
    opens(code)
    opens(other)
    wait_until(page, f"(JSON.parse({OPENED}) ?? {{}}).sets?.length === 2")
    context.clock.set_fixed_time("2026-11-23T12:00:00+01:00")
    opens(code)
    page.wait_for_load_state("networkidle")
    sent = [one for one in own.asked if one.method != "GET"]
    assert [(one.method, one.url.removeprefix(own.origin)) for one in sent] == [("POST", f"/api/sets/dorp-{id_}/opens") for id_ in (1, 2, 1)]
    for one in sent:
        assert (one.body, one.headers.get("cookie"), one.headers.get("referer"), one.headers["sec-fetch-site"]) == (b"", None, None, "same-origin")
    assert page.evaluate(f"JSON.parse({OPENED})") == {"day": "2026-11-23", "sets": ["dorp-1"]}


def test_a_phone_that_remembers_nothing_is_not_counted(phone, own):
    context = phone(origin=own.origin)
    context.add_init_script("Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }")
    page = context.new_page()
    page.goto(f"/nl/set/#{encode(NurseSet('nl', CARDS), team='dorp-1')}")
    expect(page.locator(".opened .row-tile")).to_have_count(2)
    page.wait_for_load_state("networkidle")
    assert {one.method for one in own.asked} == {"GET"}


def test_wiping_everything_wipes_what_was_opened_too(phone):
    page = phone(expected=("Failed to load resource",)).new_page()
    page.goto(f"/nl/set/#{encode(NurseSet('nl', CARDS), team='dorp-1')}")
    wait_until(page, f"{OPENED} !== null")
    page.goto("/nl/instellingen/")
    page.on("dialog", lambda dialog: dialog.accept())
    page.locator(".wipe").click()
    wait_until(page, f"{OPENED} === null")
