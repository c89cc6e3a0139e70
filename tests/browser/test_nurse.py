"""A nurse makes a set in three taps; a parent opens it. What the code says is read back by a real decoder."""

import io
import random
import re
from urllib.parse import urlsplit

import pytest
import zxingcpp
from PIL import Image
from playwright.sync_api import Locator, Page, expect

from tests.browser.family import FULL, KEPT, NOOR, family, kept, wait_until_kept
from tests.browser.test_axe import AXE, RUN

pytestmark = pytest.mark.browser

COPIED = "navigator.clipboard.writeText = async (text) => { window.copied = text; }"
CODE = "1BFoGOCogDQMDAQTU4Q"  # the second one of tests/web/set-golden.json: for an Arabic parent, at 8 weeks
HEART = {"width": 1280, "height": 800}


def read(page: Page, place: Locator | None = None) -> str:
    """What a camera reads from a picture of the screen, or of one place on it. Light on dark is not read: not every camera does."""
    picture = Image.open(io.BytesIO((place or page).screenshot()))
    found = zxingcpp.read_barcodes(picture, formats=zxingcpp.BarcodeFormat.QRCode, try_invert=False)
    return found[0].text if found else ""


def tab_to(page: Page, words: str) -> None:
    for _ in range(150):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.textContent.trim()") == words:
            return
    raise AssertionError(f"Tab never comes to {words}")


def full_code(page: Page) -> str:
    expect(page.locator("dialog.full")).to_be_visible()
    return read(page, page.locator("dialog.full .qr svg"))


@pytest.mark.parametrize("by", ["keyboard", "mouse", "touch"])
def test_three_taps_from_the_first_page_to_a_code(phone, server, by: str):
    page = phone(has_touch=by == "touch", viewport={"width": 1024, "height": 768}, reduced_motion="reduce").new_page()
    page.goto("/nl/")
    if by == "keyboard":
        for words in ("Voor professionals", "8 weken"):
            tab_to(page, words)
            page.keyboard.press("Enter")
            page.wait_for_url("**/professionals/**")
        expect(page.locator(".show .code")).to_be_focused()
        page.keyboard.press("Enter")
    else:
        press = (lambda place: place.tap()) if by == "touch" else (lambda place: place.click())
        press(page.get_by_role("banner").get_by_role("link", name="Voor professionals"))
        press(page.get_by_role("link", name="8 weken", exact=True))
        press(page.get_by_role("button", name="Toon groot", exact=True))
    assert full_code(page).startswith(f"{server}/nl/set/#1")
    expect(page.locator("dialog.full .say")).to_have_count(0)  # that is the nurse's, and this screen is held out to the parent


@pytest.mark.timeout(240)
@pytest.mark.parametrize("night", ["day", "night"])
@pytest.mark.parametrize("size", [{"width": 360, "height": 740}, HEART], ids=["phone", "desk"])
def test_random_sets_are_read_back_from_the_screen(phone, size: dict[str, int], night: str):
    page = phone(kept=KEPT | {"night": night}, viewport=size).new_page()
    page.add_init_script(COPIED)
    page.goto("/nl/professionals/set/")
    moments = page.locator(".at-moment li").evaluate_all("all => all.map((one) => one.id)")
    dice = random.Random(5)
    large = size is HEART
    for _ in range(25):
        make_up(page, dice, moments)
        page.locator(".copy").click()
        link = page.evaluate("window.copied")
        if large:
            page.locator(".large").click()
            assert full_code(page) == link
            page.keyboard.press("Escape")
        else:
            assert read(page, page.locator(".show .qr svg")) == link


def make_up(page: Page, dice: random.Random, moments: list[str]) -> None:
    """A moment's set with some cards taken away and others added, in a language, with lines and a note."""
    page.evaluate("moment => { location.hash = ''; location.hash = moment }", dice.choice(moments))
    expect(page.locator(".show .code")).to_be_focused()
    if dice.random() < 0.5:
        page.locator(".set-cards .remove").first.click()
    for words in dice.sample(["huilt", "slaap", "papa", "boos", "eten", "nee", "bang", "moe", "oma", "kijk"], dice.randint(0, 4)):
        page.fill("#kaart", words)
        page.locator(".add-card .found > *").first.wait_for()
        if page.locator(".add-card .found-card").count():
            page.locator(".add-card .found-card").first.click()
    page.select_option("#lijn", index=dice.randint(0, 6))
    if dice.random() < 0.5:
        page.select_option("#provincie", dice.choice(["antwerpen", "brussel", "limburg"]))
        page.fill("#plek", dice.choice(["huis", "baby", "spel"]))
        page.locator("imh-place-pick .found > *").first.wait_for()
        if page.locator("imh-place-pick .found-card").count():
            page.locator("imh-place-pick .found-card").first.click()
    page.locator(f"input[name=tongue][value={dice.choice(['nl', 'en', 'ar'])}]").check(force=True)
    if dice.random() < 0.4:
        page.select_option("#woordje", "eigen")
        page.fill("#eigen", "Fijn dat je het vertelde. Tot in januari!"[: dice.randint(1, 41)])
    else:
        page.select_option("#woordje", index=dice.randint(0, 3))


def test_a_set_is_changed_on_the_spot(phone):
    page = phone().new_page()
    page.add_init_script(COPIED)
    page.goto("/nl/professionals/set/#8w")
    rows = page.locator(".set-cards > li")
    expect(rows).to_have_count(3)
    titles = rows.locator("strong").all_text_contents()
    rows.nth(2).get_by_role("button", name="Zet hoger").click()
    expect(rows.locator("strong")).to_have_text([titles[0], titles[2], titles[1]])
    rows.nth(0).get_by_role("button", name="Haal weg").click()
    expect(rows).to_have_count(2)
    for words in ("oma", "papa", "eten", "slaap", "nee", "moe"):
        page.fill("#kaart", words)
        page.locator(".found-card").first.click()
    expect(rows).to_have_count(6)
    expect(page.locator(".show .said")).to_contain_text("hoogstens 6")
    expect(page.locator(".no-leaflet")).to_be_visible()
    expect(page.locator(".leaflet")).to_be_hidden()
    page.select_option("#woordje", "eigen")
    expect(page.locator("#geen-namen")).to_contain_text("geen namen")


@pytest.mark.parametrize("code", ["nl", "en", "ar"])
def test_every_word_in_the_search_field_finds_a_card_that_opens_beside_it(phone, code: str):
    page = phone().new_page()
    page.goto(f"/{code}/professionals/set/")
    expect(page.locator(".pick h2").first).to_be_hidden()
    shown = page.locator("#kaart").get_attribute("placeholder") or ""
    examples = [word.strip(" …") for word in re.split("[,،]", shown)]
    assert len(examples) == 3
    for word in examples:
        page.fill("#kaart", "")
        expect(page.locator(".add-card .found > *")).to_have_count(0)
        page.fill("#kaart", word)
        expect(page.locator(".add-card .found-card").first).to_be_visible()
    title = page.locator(".add-card .found-row a").first
    assert (title.get_attribute("target"), title.get_attribute("rel")) == ("_blank", "noopener")
    assert (title.get_attribute("href") or "").startswith(f"/{code}/kaart/")


def test_a_set_is_there_again_after_another_page_and_in_another_language(phone):
    page = phone().new_page()
    page.goto("/nl/professionals/set/#8w")
    rows = page.locator(".set-cards > li")
    expect(rows).to_have_count(3)
    page.locator("input[name=tongue][value=ar]").check(force=True)
    rows.nth(0).get_by_role("button", name="Haal weg").click()
    page.select_option("#woordje", "eigen")
    page.fill("#eigen", "Tot in januari!")
    page.locator("#eigen").blur()
    titles = rows.locator("a").all_text_contents()
    page.goto("/nl/hulp/")
    page.go_back()
    expect(rows.locator("a")).to_have_text(titles)
    expect(page.locator("input[name=tongue][value=ar]")).to_be_checked()
    expect(page.locator("#eigen")).to_have_value("Tot in januari!")
    expect(page.locator("h1")).to_have_text("8 weken")
    for _ in titles:
        rows.nth(0).get_by_role("button", name="Haal weg").click()
    page.reload()
    expect(page.locator(".set-lines > li")).to_have_count(2)
    expect(page.locator("input[name=tongue][value=ar]")).to_be_checked()
    page.locator("#talen a[hreflang=en]").click()
    expect(page.locator(".set-lines > li")).to_have_count(2)
    page.locator(".at-moment a[href='#12m']").click()
    expect(rows).to_have_count(3)


def test_the_nurse_sees_how_much_the_parent_can_read(phone):
    page = phone().new_page()
    page.goto("/nl/professionals/set/#8w")
    reads = page.locator(".show .reads")
    expect(page.locator(".show .saying")).to_contain_text("Zo kan je het zeggen")
    expect(reads).to_be_empty()
    page.locator("input[name=tongue][value=ar]").check(force=True)
    expect(reads).to_have_text(re.compile(r"^\d van 3 kaarten (is|zijn) in het Arabisch\.$"))
    lacking = page.locator(".set-cards .in-dutch").count()
    assert (reads.text_content() or "").startswith(f"{3 - lacking} ")
    box, code = page.locator(".tongues").bounding_box(), page.locator(".show .code").bounding_box()
    assert box and code and box["y"] < code["y"]


def test_a_parents_set_stays_when_the_page_changes_language(phone):
    page = phone().new_page()
    page.goto(f"/nl/set/#{CODE}")
    expect(page.locator(".opened .row-tile")).to_have_count(3)
    page.locator("#talen a[hreflang=ar]").click()
    page.wait_for_url(f"**/ar/set/#{CODE}")
    expect(page.locator(".opened .row-tile")).to_have_count(3)


def test_a_card_starts_a_set(phone, server):
    page = phone().new_page()
    page.goto("/nl/kaart/kort-lontje/")
    page.get_by_role("link", name="Voor verpleegkundigen: in een set").click()
    expect(page.locator(".set-cards strong")).to_have_text(["Mijn lontje is zo kort"])
    assert read(page, page.locator(".show .qr svg")).startswith(f"{server}/nl/set/#1")


def test_opening_a_set_tells_the_server_nothing_of_it(phone, own):
    page = phone(origin=own.origin).new_page()
    page.goto(f"/ar/set/#{CODE}")
    expect(page.locator(".opened .row-tile")).to_have_count(3)
    page.wait_for_load_state("networkidle")
    assert own.asked
    for asked in own.asked:
        path = urlsplit(asked.url).path
        assert (asked.method, asked.body, asked.headers.get("cookie")) == ("GET", b"", None), path
        assert asked.headers.get("referer") in (None, f"{own.origin}/ar/set/"), path
        assert asked.url == own.origin + path  # no question mark, nothing behind it
        assert path == "/ar/set/" or path.startswith(("/js/", "/fonts/", "/icons/", "/drawings/")) or path.endswith((".json", ".webmanifest")), path


def test_a_set_reads_in_the_parents_language_in_the_nurses_order_with_the_dutch_beside(phone):
    page = phone().new_page()
    page.goto(f"/ar/set/#{CODE}")
    tiles = page.locator(".opened .row-tile")
    expect(tiles).to_have_count(3)
    first = tiles.first
    expect(first.locator(".dutch")).to_have_attribute("lang", "nl")
    expect(page.locator(".opened .note .dutch")).to_have_text("Eén kaart lezen is genoeg. De rest mag wachten.")
    expect(page.locator(".opened .whos a")).to_have_count(2)
    page.goto(f"/nl/set/#{CODE}")
    page.reload()
    expect(page.locator(".opened .dutch")).to_have_count(0)
    assert first.get_attribute("href").startswith("/nl/kaart/")


def test_a_set_is_kept_found_again_and_thrown_away(phone):
    page = phone().new_page()
    page.goto(f"/nl/set/#{CODE}")
    page.get_by_role("button", name="Bewaar op deze telefoon").click()
    assert kept(page)["sets"] == [{"code": CODE, "on": "2026-11-22"}]
    page.goto("/nl/bewaard/")
    expect(page.get_by_role("link", name="Bij 8 weken")).to_be_visible()
    expect(page.locator("imh-saved .empty")).to_be_hidden()
    page.get_by_role("link", name="Bij 8 weken").click()
    expect(page.locator(".opened .row-tile")).to_have_count(3)
    page.get_by_role("button", name="Gooi weg").click()
    assert kept(page)["sets"] == []


def test_a_set_opens_without_internet_once_the_app_is_on_the_phone(phone, own):
    page = phone(origin=own.origin, worker=True).new_page()
    page.goto(f"/nl/set/#{CODE}")
    wait_until_kept(page, {"/nl/set/", "/set.json", "/nl/kaarten.json", "/nl/kaart/kort-lontje/"})
    own.stop()
    page.reload()
    expect(page.locator(".opened .row-tile")).to_have_count(3)


@pytest.mark.parametrize(("code", "words"), [(f"{CODE[:-1]}R", "klopt niet helemaal"), (CODE[:9], "klopt niet helemaal"), ("3AAAAAAA4ysiE", "nieuwere versie")])
def test_a_code_that_cannot_be_read_is_explained_kindly(phone, code: str, words: str):
    page = phone().new_page()
    page.goto(f"/nl/set/#{code}")
    said = page.locator("imh-set .why")
    expect(said).to_contain_text("Sorry")
    expect(said).to_contain_text(words)
    expect(page.locator(".opened")).to_be_hidden()


def test_a_sticker_leads_to_now(phone, server):
    page = phone(kept=family(NOOR), viewport=HEART).new_page()
    page.goto("/nl/professionals/stickers/")
    codes = page.locator(".stickers .qr svg")
    expect(codes).to_have_count(15)
    box = codes.first.bounding_box()
    assert box and 94 <= box["width"] <= 95  # 25 mm
    address = read(page, codes.nth(5))
    assert address.endswith("/nl/set/#nu")
    page.goto(f"{server}/nl/set/#nu")
    page.wait_for_url(f"{server}/nl/")
    expect(page.locator(".who-is")).to_contain_text("Noor")


def test_a_sticker_asks_a_phone_that_knows_no_child(page):
    page.goto("/nl/set/#nu")
    expect(page.locator("#dag")).to_be_visible()


def test_questions_stay_on_the_phone_and_are_shown_from_it(phone, own):
    page = phone(kept=FULL, origin=own.origin).new_page()
    page.goto("/nl/vragen/")
    for words in ("Mag hij al op zijn buik?", "Wat als ze weent bij oma?"):
        page.fill("#vraag", words)
        page.get_by_role("button", name="Zet erbij").click()
    before = len(own.asked)
    page.get_by_role("button", name="Toon aan je verpleegkundige").click()
    assert read(page, page.locator("dialog .qr svg")) == "- Mag hij al op zijn buik?\n- Wat als ze weent bij oma?"
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Haal deze vraag weg: Mag hij").click()
    assert [row["text"] for row in kept(page)["questions"]] == ["Wat als ze weent bij oma?"]
    assert [asked.url for asked in own.asked[before:] if "drawings" not in asked.url] == []


def test_the_printed_set_is_one_page_with_code_titles_and_numbers(phone):
    page = phone().new_page()
    page.goto("/nl/professionals/set/#8w")
    expect(page.locator(".set-cards > li")).to_have_count(3)
    assert page.pdf(format="A4").count(b"/Type /Page\n") == 1
    page.emulate_media(media="print")
    for shown in (".show .qr svg", ".set-cards", ".set-lines"):
        expect(page.locator(shown)).to_be_visible()
    for hidden in (".at-moment", ".add-card", ".tongues", ".show .acts"):
        expect(page.locator(hidden)).to_be_hidden()


def test_a_set_of_ones_own_is_printed_within_the_page_under_the_nurses_name(phone):
    page = phone().new_page()
    page.set_viewport_size({"width": 680, "height": 1000})  # A4 between its margins
    page.goto("/ar/professionals/set/#add=kort-lontje")
    expect(page.locator(".set-cards > li")).to_have_count(1)
    page.emulate_media(media="print")
    expect(page.locator(".make-head .from")).to_have_text("من ممرضتكم")
    expect(page.locator("h1")).to_be_hidden()
    expect(page.locator(".tongues")).to_be_hidden()
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") == 0
    for part in (".show .qr svg", ".set-cards > li", ".make-head"):
        box = page.locator(part).first.bounding_box()
        assert box and box["x"] >= 0 and box["x"] + box["width"] <= 680, part


def test_without_script_the_pages_still_say_what_to_do(phone):
    page = phone(java_script_enabled=False).new_page()
    for path in ("/nl/set/", "/nl/vragen/", "/nl/professionals/set/"):
        page.goto(path)
        expect(page.locator("noscript p").first).to_contain_text("JavaScript")
    page.goto("/nl/set/")
    expect(page.locator("noscript .chip").first).to_be_visible()


@pytest.mark.parametrize(("code", "night"), [("nl", "day"), ("nl", "night"), ("ar", "day")])
def test_axe_finds_nothing_while_a_set_is_made_and_read(phone, code: str, night: str):
    full = FULL | {"night": night, "sets": [{"code": CODE, "on": "2026-11-20"}], "questions": [{"id": "a", "text": "Mag hij al?"}]}
    page = phone(kept=full, reduced_motion="reduce").new_page()
    found = {}
    for path, act in (("professionals/set/#8w", "#kaart"), ("professionals/set/#12m", ".large"), (f"set/#{CODE}", ""), ("vragen/", ".show-all")):
        page.goto(f"/{code}/hulp/")
        page.goto(f"/{code}/{path}")
        page.wait_for_load_state("networkidle")
        if act == "#kaart":
            page.fill(act, "a")
        elif act:
            page.locator(act).click()
        page.evaluate(f"{AXE}; null")
        found[path] = page.evaluate(RUN)
    assert {path: faults for path, faults in found.items() if faults} == {}


@pytest.mark.parametrize("width", [320, 360, 768, 1280])
def test_no_page_of_nurses_is_wider_than_the_screen(phone, width: int):
    page = phone(viewport={"width": width, "height": 740}).new_page()
    wide = {}
    for path in ("professionals/", "professionals/set/#8w", "professionals/stickers/", f"set/#{CODE}", "vragen/"):
        page.goto("/nl/hulp/")
        page.goto(f"/nl/{path}")
        page.wait_for_load_state("networkidle")
        wide[path] = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert wide == dict.fromkeys(wide, 0)
