"""The week of Infant Mental Health: there by the date alone, and a card that thanks somebody and leaves no trace."""

import json
import re
import struct
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.family import FULL, wait_until

pytestmark = pytest.mark.browser

RUNS = "2024-06-12T12:00:00"  # a week of the archive, so that no test waits for an announcement
BETWEEN = "2026-11-22T12:00:00"
STRIP = ".known .week"


@pytest.fixture
def at(phone) -> Callable[..., Page]:
    """A page on a phone whose clock stands at a moment in Brussels."""

    def make(moment: str, kept: dict | None = None, **options) -> Page:
        page = phone(kept=kept, **options).new_page()
        page.clock.set_fixed_time(f"{moment}+02:00")
        return page

    return make


@pytest.mark.parametrize(
    ("moment", "shown"),
    [
        ("2024-06-09T23:59:00", False),
        ("2024-06-10T00:00:00", True),
        ("2024-06-16T23:59:00", True),
        ("2024-06-17T00:00:00", False),
        ("2027-06-15T12:00:00", False),  # a draft has no dates, whatever the month
        (BETWEEN, False),
    ],
)
def test_vandaag_shows_the_week_by_the_date_alone(at, moment: str, shown: bool):
    page = at(moment, FULL)
    page.goto("/nl/")
    expect(page.locator(".who-is")).not_to_be_empty()
    expect(page.locator(STRIP)).to_be_visible(visible=shown)


def test_a_first_visit_in_the_week_shows_it_too(at):
    page = at(RUNS)
    page.goto("/nl/")
    expect(page.locator(".first .week")).to_be_visible()


def test_the_week_ends_while_the_page_is_open(at):
    page = at("2024-06-16T23:59:58", FULL)
    page.goto("/nl/")
    expect(page.locator(STRIP)).to_be_visible()
    page.clock.set_fixed_time("2024-06-17T00:00:01+02:00")
    page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow'))")
    expect(page.locator(STRIP)).to_be_hidden()


def test_the_strip_leads_to_the_year(at):
    page = at(RUNS, FULL)
    page.goto("/nl/")
    page.locator(STRIP).click()
    expect(page).to_have_url(re.compile(r"/nl/week/2024/$"))


@pytest.mark.parametrize(
    ("moment", "part", "words"), [(RUNS, ".week-on", "Dag 3 van 7 · 10–16 juni 2024"), ("2024-06-07T12:00:00", ".week-soon", "De week begint over 3 dagen.")]
)
def test_the_page_of_the_week_runs_or_counts_down(at, moment: str, part: str, words: str):
    page = at(moment)
    page.goto("/nl/week/")
    expect(page.locator(part)).to_contain_text(words)
    expect(page.locator(".week-on:visible, .week-soon:visible")).to_have_count(1)
    expect(page.locator(".all-lit" if part == ".week-on" else ".one-lit")).to_be_visible()


def test_between_weeks_the_page_says_what_it_is_and_what_was(at):
    page = at(BETWEEN)
    page.goto("/nl/week/")
    expect(page.locator(".week-on:visible, .week-soon:visible")).to_have_count(0)
    expect(page.locator(".doing-part .who")).to_have_count(5)
    years = page.locator(".years .row-tile").evaluate_all("all => all.map((one) => one.getAttribute('href'))")
    assert {"/nl/week/2022/", "/nl/week/2023/", "/nl/week/2024/"} <= set(years)


@pytest.mark.parametrize("part", ["application/atom+xml", "text/calendar"])
def test_a_reader_finds_the_feed_and_the_calendar(at, server: str, part: str):
    page = at(BETWEEN)
    page.goto("/ar/week/")
    href = page.locator(f'link[rel="alternate"][type="{part}"]').get_attribute("href")
    expect(page.locator(f'.follow a[href="{href}"]')).to_be_visible()
    answer = page.request.get(server + href)
    assert answer.ok and answer.body().startswith((b"<?xml", b"BEGIN:VCALENDAR"))


def test_a_draft_says_so_on_each_of_its_pages(at):
    page = at("2027-06-15T12:00:00")
    page.goto("/nl/week/2027/")
    for href in ["", *page.locator(".week-days a").evaluate_all("all => all.map((one) => one.href)")]:
        if href:
            page.goto(href)
        expect(page.locator(".head .mark")).to_be_visible()
        assert page.locator('meta[name="robots"]').get_attribute("content") == "noindex"


def test_the_newsletter_goes_to_the_clipboard(phone, server: str):
    context = phone(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto("/nl/week/2027/")
    page.locator("imh-copy button").click()
    expect(page.locator("imh-copy .said")).not_to_be_empty()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.split("\n\n") == page.locator(".letter p").all_text_contents()
    assert "/nl/bedankt/" in copied


def write_card(page: Page, code: str = "nl") -> None:
    page.goto(f"/{code}/bedankt/")
    page.locator('[value="band-07"]').check(force=True)
    page.locator("#zin").select_option(index=3)
    page.fill("#voor", "Oma Lieve")
    page.fill("#van", "Noor")


@pytest.mark.parametrize("code", ["nl", "ar"])
def test_a_card_becomes_a_picture_on_the_phone(at, code: str):
    page = at(BETWEEN, FULL)
    write_card(page, code)
    shown = page.locator(".k-words text").all_text_contents()
    assert " ".join(shown) == page.locator("#zin").input_value()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    with page.expect_download() as download:
        page.locator(".send").click()
    data = download.value.path().read_bytes()
    assert (data[:8], struct.unpack(">II", data[16:24])) == (b"\x89PNG\r\n\x1a\n", (1080, 1440))
    assert len(data) > 40_000  # drawings and words are on it
    assert [url for url in asked if not url.startswith(("data:", "blob:"))] == []


def test_a_card_leaves_nothing_behind(at):
    page = at(BETWEEN, FULL)
    page.goto("/nl/bedankt/")
    before = page.evaluate("JSON.stringify(localStorage)")
    write_card(page)
    assert page.evaluate("JSON.stringify(localStorage)") == before
    assert page.evaluate("sessionStorage.length") == 0
    page.goto("/nl/")
    page.goto("/nl/bedankt/")
    assert page.locator("#voor").input_value() == ""


def test_a_card_goes_through_the_share_sheet_where_there_is_one(at):
    page = at(BETWEEN)
    page.add_init_script(
        "navigator.canShare = () => true; navigator.share = async ({ files, ...rest }) => { window.shared = [files.map((f) => [f.name, f.type]), rest]; }"
    )
    write_card(page)
    page.locator(".send").click()
    wait_until(page, "() => Boolean(window.shared)")
    assert page.evaluate("window.shared") == [[["bedankt.png", "image/png"]], {}]
    expect(page.locator(".acts-row .said")).to_be_empty()


def test_the_picture_is_the_same_by_night(phone):
    sizes = []
    for night in ("day", "night"):
        page = phone(kept=FULL | {"night": night}).new_page()
        write_card(page)
        with page.expect_download() as download:
            page.locator(".send").click()
        sizes.append(download.value.path().read_bytes())
    assert sizes[0] == sizes[1]


def test_own_words_are_written_as_they_are_typed(at):
    page = at(BETWEEN)
    page.goto("/nl/bedankt/")
    page.fill("#woorden", "Jij <b>bent</b> er & dat telt")
    assert " ".join(page.locator(".k-words text").all_text_contents()) == "Jij <b>bent</b> er & dat telt"
    assert "<b>" in page.locator(".k-card").get_attribute("aria-label")


def test_without_script_there_is_a_card_and_how_to_print_it(phone):
    page = phone(java_script_enabled=False).new_page()
    page.goto("/nl/bedankt/")
    expect(page.locator(".k-card .k-words")).to_contain_text("Bedankt")
    expect(page.locator(".no-script")).to_be_visible()
    expect(page.locator("form, .send")).to_have_count(2)
    expect(page.locator("form:visible, .send:visible, imh-print:visible")).to_have_count(0)


@pytest.mark.parametrize("tail", ["nl/bedankt/", "nl/week/affiche/", "ar/week/affiche/"])
def test_a_card_and_a_poster_are_one_sheet_of_paper(at, tail: str):
    page = at(BETWEEN)
    page.goto(f"/{tail}")
    paper = page.pdf(format="A4", prefer_css_page_size=True, print_background=True)
    assert len(re.findall(rb"/Type\s*/Page\b", paper)) == 1
    page.emulate_media(media="print")
    expect(page.locator(".poster, .kaartje")).to_be_visible()
    expect(page.locator("header.top:visible, .foot:visible, .tabs:visible, .no-print:visible")).to_have_count(0)


def test_what_the_phone_chooses_from_is_the_same_for_everybody(at):
    weeks = []
    for kept in (None, FULL):
        page = at(RUNS, kept)
        page.goto("/nl/week/")
        weeks.append(json.loads(page.locator("imh-week").get_attribute("data-weeks")))
    assert weeks[0] == weeks[1]
