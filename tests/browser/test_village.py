"""Mijn dorp: people in two rings, and words that are ready. Everything stays on the phone until a parent sends it."""

from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.browser.family import NOOR, OMA, SEM, family, kept, wait_until_kept
from tests.browser.test_offline import REFUSED, listed
from tests.own_server import OwnServer

pytestmark = pytest.mark.browser

KARIM = {
    "id": "karim",
    "name": "Karim",
    "phone": "+32 (0)471 22 33 44",
    "ring": "dichtbij",
    "role": "buur",
    "note": "kan ’s avonds",
    "place": "Kerkstraat 1, Gent",
}
PEETERS = {"id": "peeters", "name": "Dokter Peeters", "phone": "09 123 45 67", "ring": "rond", "role": "huisarts"}
NELE = {"id": "nele", "name": "Nele", "phone": "", "ring": "dichtbij", "role": "vriendin"}
VILLAGE = family(NOOR, people=[PEETERS, OMA, KARIM, NELE])
SHARE = "navigator.share = async (data) => { (globalThis.shared ??= []).push(data) };"


def village(phone, kept_: dict | None = VILLAGE, code: str = "nl", **options) -> Page:
    page = phone(kept=kept_, **options).new_page()
    page.goto(f"/{code}/dorp/")
    return page


def ring(page: Page, name: str):
    return page.locator(f'[data-people="{name}"]')


def test_somebody_is_added_by_name_number_ring_and_who_they_are(phone):
    page = village(phone, None)
    expect(page.locator("[data-empty=rond] button")).to_have_count(3)
    page.locator("[data-empty=rond] button").first.click()
    expect(page.locator("input[name=ring][value=rond]")).to_be_checked()
    expect(page.locator("#rol")).to_have_value("verpleegkundige")
    page.fill("#wie", "Sofie")
    page.fill("#gsm", "0472 11 22 33")
    page.locator(".person-card summary").click()
    page.fill("#weetje", "dinsdag")
    page.fill("#adres", "Markt 2, Aalst")
    page.locator(".person-card [type=submit]").click()
    expect(page.locator(".said")).to_have_text("Sofie staat in je dorp.")
    expect(ring(page, "rond")).to_contain_text("verpleegkundige · dinsdag")
    expect(page.locator("[data-empty=rond]")).to_be_hidden()
    expect(page.locator("[data-empty=dichtbij]")).to_be_visible()
    person = kept(page)["people"][0]
    assert person.pop("id")
    assert person == {"name": "Sofie", "phone": "0472 11 22 33", "ring": "rond", "role": "verpleegkundige", "note": "dinsdag", "place": "Markt 2, Aalst"}


def test_a_tap_calls_or_writes_and_a_tap_on_the_name_shows_the_other_ways(phone):
    page = village(phone, user_agent="Mozilla/5.0 (Linux; Android 14)")
    row = page.locator("#mens-karim")
    expect(row.get_by_role("link", name="Bel Karim", exact=True)).to_have_attribute("href", "tel:+32471223344")
    expect(row.get_by_role("link", name="Stuur een bericht naar Karim")).to_have_attribute("href", "sms:+32471223344")
    expect(row.locator(".further")).to_be_hidden()
    row.locator(".open").click()
    expect(row.locator(".open")).to_have_attribute("aria-expanded", "true")
    expect(row.locator("a", has_text="WhatsApp")).to_have_attribute("href", "https://wa.me/32471223344")
    expect(row.locator("a", has_text="De weg")).to_have_attribute("href", "geo:0,0?q=Kerkstraat%201%2C%20Gent")
    other = page.locator("#mens-peeters")
    other.locator(".open").click()
    expect(other.locator(".further .number")).to_have_text("09 123 45 67")
    expect(other.locator(".further a")).to_have_count(0)  # a landline has no WhatsApp, and no address was written


def test_each_stands_in_a_ring_and_on_the_picture_with_light_where_you_can_call(phone):
    page = village(phone)
    expect(ring(page, "dichtbij").locator("strong")).to_have_text(["Oma Lieve", "Karim", "Nele"])
    expect(ring(page, "rond").locator("strong")).to_have_text(["Dokter Peeters"])
    expect(page.locator(".spot.near")).to_have_text(["Oma Lieve", "Karim", "Nele"])
    expect(page.locator(".spot.far")).to_have_text(["Dokter Peeters"])
    lit = page.locator(".spot use").evaluate_all("all => all.map(one => !one.getAttribute('href').endsWith('-uit'))")
    assert lit == [True, True, False, True]
    boxes = page.locator(".spot:is(.near, .far) svg").evaluate_all(
        "all => all.map(one => { const { x, y, width } = one.getBoundingClientRect(); return [x, y, width] })"
    )
    assert all(abs(a[0] - b[0]) >= a[2] - 1 or abs(a[1] - b[1]) >= a[2] - 1 for at, a in enumerate(boxes) for b in boxes[at + 1 :])
    expect(page.locator(".map")).to_have_attribute("aria-hidden", "true")
    page.locator(".spot.more").click()
    expect(page.locator(".person-card")).to_be_visible()


def test_somebody_changes_ring_and_gets_a_number(phone):
    page = village(phone)
    page.get_by_role("button", name="Zet een nummer bij Nele").click()
    expect(page.locator("#wie")).to_have_value("Nele")
    page.fill("#gsm", "0479 00 11 22")
    page.locator("input[value=rond]").check(force=True)
    page.locator(".person-card [type=submit]").click()
    expect(page.locator(".said")).to_have_text("Bewaard.")
    expect(page.locator("#mens-nele .open")).to_be_focused()
    expect(ring(page, "rond").locator("strong")).to_have_text(["Dokter Peeters", "Nele"])
    assert kept(page)["people"][-1] == NELE | {"phone": "0479 00 11 22", "ring": "rond"}


@pytest.mark.parametrize(
    ("code", "typed", "number"),
    [
        ("ar", "٠٤٧٠١٢٣٤٥٦", "0470123456"),
        ("nl", "۰۴۷۰ ۱۲ ۳۴ ۵۶", "0470 12 34 56"),
        ("nl", "\u202a+32\u00a0470\u00a012\u00a034\u00a056\u202c", "+32 470 12 34 56"),
        ("en", "\u2066+32 (0)470\u201112\u201134\u201156\u2069", "+32 (0)470-12-34-56"),
    ],
)
def test_a_number_counts_however_its_digits_were_typed_or_pasted(phone, code: str, typed: str, number: str):
    page = village(phone, None, code)
    page.locator(".another").first.click()
    page.fill("#wie", "Lina")
    page.fill("#gsm", typed)
    page.locator(".person-card [type=submit]").click()
    expect(page.locator(".person-card")).to_be_hidden()
    assert [one["phone"] for one in kept(page)["people"]] == [number]
    expect(ring(page, "dichtbij").locator("a[href^='tel:']")).to_have_count(1)


def test_what_is_no_number_or_no_name_is_said_in_our_own_words(phone):
    page = village(phone, None, "ar")
    page.locator(".another").first.click()
    page.fill("#gsm", "0470 12 34 56 بعد السادسة")
    page.locator(".person-card [type=submit]").click()
    expect(page.locator("#wie-fout")).to_have_text("اكتبوا اسمًا أولًا.")
    expect(page.locator("#wie")).to_be_focused()
    page.fill("#wie", "Lina")
    page.locator(".person-card [type=submit]").click()
    expect(page.locator("#wie-fout")).to_be_empty()
    expect(page.locator("#gsm-fout")).to_contain_text("لا يمكن أن يكون هذا الرقم صحيحًا.")
    expect(page.locator("#gsm")).to_be_focused()
    expect(page.locator("#gsm")).to_have_attribute("aria-invalid", "true")
    assert kept(page) == {}
    page.fill("#gsm", "0470 12 34 56")
    page.locator(".person-card [type=submit]").click()
    expect(page.locator(".person-card")).to_be_hidden()


def test_a_full_village_says_so_before_anything_is_written(phone):
    page = village(phone, family(NOOR, people=[OMA | {"id": f"p{at}", "name": f"Buur {at}"} for at in range(50)]))
    page.locator(".another").last.click()
    expect(page.locator(".said")).to_have_text("In je dorp is plaats voor 50 mensen. Haal eerst iemand weg.")
    expect(page.locator(".said")).to_be_in_viewport()
    expect(page.locator(".person-card")).to_be_hidden()


def test_a_name_that_looks_like_html_stays_a_name(phone):
    name = '<img src=x onerror="alert(1)">'
    page = village(phone, family(people=[OMA | {"name": name, "role": name, "note": name, "place": name}]))
    expect(ring(page, "dichtbij").locator("strong")).to_have_text(name)
    assert page.locator("main img").count() == 0


def test_the_contact_picker_fills_the_card_and_keeps_nothing_by_itself(phone):
    context = phone()
    context.add_init_script("navigator.contacts = { select: async () => [{ name: ['Tante Rita'], tel: ['+32 470-12#34'] }] }")
    page = context.new_page()
    page.goto("/nl/dorp/")
    page.locator(".another").first.click()
    page.locator(".pick").click()
    expect(page.locator("#wie")).to_have_value("Tante Rita")
    expect(page.locator("#gsm")).to_have_value("+32 470-1234")
    assert kept(page) == {}


def open_ask(page: Page) -> str:
    ask = page.locator("a.ask:visible").first
    words = ask.locator("q").inner_text().strip("‘’«»")
    ask.click()
    expect(page.locator(".ask-card")).to_be_visible()
    return words


def test_an_ask_is_picked_changed_and_shared_and_nothing_of_it_is_kept(phone):
    context = phone(kept=VILLAGE)
    context.add_init_script(SHARE)
    page = context.new_page()
    page.goto("/nl/dorp/")
    before = kept(page)
    page.locator(".asks label", has_text="Ziek").click()
    words = open_ask(page)
    expect(page.locator("#woorden")).to_have_value(words)
    page.fill("#woorden", "Kan jij soep brengen & brood?")
    page.locator(".ask-card .share").click()
    assert page.evaluate("globalThis.shared") == [{"text": "Kan jij soep brengen & brood?"}]
    page.locator(".ask-card .close").click()
    expect(page.locator(".ask-card")).to_be_hidden()
    assert kept(page) == before


def test_an_ask_goes_to_somebody_of_the_village_as_a_message(phone):
    page = village(phone)
    words = open_ask(page)
    expect(page.locator("#voor-wie option")).to_have_text(["Dat kies ik straks", "Oma Lieve", "Karim", "Dokter Peeters"])
    assert unquote(page.locator(".ask-card .sms").get_attribute("href")) == f"sms:?&body={words}"
    page.select_option("#voor-wie", label="Karim")
    page.locator("#woorden").press_sequentially(" Groetjes")
    changed = page.locator("#woorden").input_value()
    assert unquote(page.locator(".ask-card .sms").get_attribute("href")) == f"sms:+32471223344?&body={changed}"
    whatsapp = urlsplit(page.locator(".ask-card .wa").get_attribute("href"))
    assert (whatsapp.netloc, whatsapp.path, parse_qs(whatsapp.query)) == ("wa.me", "/32471223344", {"text": [changed]})
    page.select_option("#voor-wie", label="Dokter Peeters")
    assert urlsplit(page.locator(".ask-card .wa").get_attribute("href")).path == "/"


@pytest.mark.parametrize(
    ("child", "situation"), [(SEM, "zwanger"), (NOOR | {"born": "2026-11-10"}, "eerste-weken"), (NOOR | {"born": "2023-11-10"}, "eerste-weken")]
)
def test_what_fits_the_child_is_asked_first(phone, child, situation):
    page = village(phone, family(child))
    expect(page.locator(f"#als-{situation}")).to_be_checked()
    expect(page.locator(".ask-list:visible")).to_have_count(1)


def test_in_another_language_an_ask_can_become_dutch(phone):
    page = village(phone, code="ar")
    assert open_ask(page).endswith("؟") or page.locator("#woorden").input_value()
    arabic = page.locator("#woorden").input_value()
    page.locator(".in-dutch-too").click()
    dutch = page.locator("#woorden").input_value()
    assert dutch != arabic
    assert dutch.isascii() or "’" in dutch or "é" in dutch
    assert unquote(page.locator(".ask-card .sms").get_attribute("href")).endswith(dutch)


def test_all_of_it_goes_by_keyboard(phone):
    page = village(phone)
    page.locator("#als-eerste-weken").focus()
    page.keyboard.press("ArrowRight")
    expect(page.locator("#als-nacht")).to_be_checked()
    page.keyboard.press("Tab")
    expect(page.locator("a.ask:visible").first).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(".ask-card")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("a.ask:visible").first).to_be_focused()
    page.locator("#mens-karim .open").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#mens-karim .further")).to_be_visible()


@pytest.mark.parametrize(("code", "text"), [("nl", 100), ("nl", 200), ("ar", 100), ("ar", 200)])
def test_it_fits_a_small_phone_with_every_card_open(phone, code: str, text: int):
    long_name = OMA | {"id": "lang", "name": "Grootmoeder Françoise-Hildegarde Vandenbroucke-Verstraeten"}
    page = village(phone, VILLAGE | {"text": text, "people": [*VILLAGE["people"], long_name]}, code)
    assert page.evaluate("document.documentElement.scrollWidth") == 360
    page.locator("#mens-lang .open").click()
    page.locator("#mens-lang .edit").click()
    wide = "(one) => one.scrollWidth <= one.clientWidth && one.getBoundingClientRect().width <= innerWidth"
    assert page.locator(".person-card").evaluate(wide)
    page.locator(".person-card .close").click()
    open_ask(page)
    assert page.locator(".ask-card").evaluate(wide)
    assert page.evaluate("document.documentElement.scrollWidth") == 360


def test_on_a_card_those_you_know_come_first(phone):
    page = phone(kept=VILLAGE).new_page()
    page.goto("/nl/kaart/kort-lontje/")
    expect(page.locator("imh-own strong")).to_have_text(["Oma Lieve", "Karim", "Dokter Peeters"])
    expect(page.locator("imh-own").get_by_role("link", name="Bel Oma Lieve")).to_have_attribute("href", "tel:0470123456")


def test_it_works_offline_and_asks_nobody_anything(phone, own: OwnServer):
    page = phone(kept=VILLAGE, worker=True, origin=own.origin, expected=REFUSED).new_page()
    page.goto("/nl/dorp/")
    wait_until_kept(page, set(listed(own.folder, "shell", "nl")))
    asked = [one.url for one in own.asked if any(word in unquote(one.url) for word in ("Karim", "471", "Peeters", "Kerkstraat", "huisarts"))]
    assert asked == []
    own.stop()
    page.reload()
    page.locator(".another").first.click()
    page.fill("#wie", "Tante Rita")
    page.locator(".person-card [type=submit]").click()
    expect(ring(page, "dichtbij").locator("strong").last).to_have_text("Tante Rita")
    open_ask(page)
    box = page.locator(".ask-card").bounding_box()
    assert box
    assert box["height"] > 200


def test_without_script_the_words_are_there_and_go_as_a_message(phone):
    page = village(phone, None, java_script_enabled=False)
    expect(page.locator("noscript p")).to_contain_text("JavaScript")
    page.locator(".asks label", has_text="Verhuizen").click()
    ask = page.locator("a.ask:visible").first
    assert unquote(ask.get_attribute("href")) == f"sms:?&body={ask.locator('q').text_content()}"


def test_people_of_an_older_version_are_still_there(phone):
    page = village(phone, {"version": 1, "people": [{"id": "p1", "name": "Oma Lies", "phone": "0470"}]})
    expect(ring(page, "dichtbij").locator("strong")).to_have_text(["Oma Lies"])
    page.locator("#mens-p1 .open").click()
    page.locator("#mens-p1 .edit").click()
    page.fill("#rol", "oma")
    page.locator(".person-card [type=submit]").click()
    assert kept(page)["people"] == [{"id": "p1", "name": "Oma Lies", "phone": "0470", "ring": "dichtbij", "role": "oma"}]
