"""Everything in your own hands."""

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from imh_parents.settings import ROOT
from tests.browser.family import FULL, NOOR, OMA, child, family, kept

pytestmark = pytest.mark.browser

JSQR = (ROOT / "tests" / "web" / "node_modules" / "jsqr" / "dist" / "jsQR.js").read_text(encoding="utf-8")
SCAN = """async () => {
  // What a camera would see of the code, read by another program than the one that drew it.
  const svg = document.querySelector(".qr svg").cloneNode(true), side = 900;
  svg.setAttribute("width", side); svg.setAttribute("height", side);
  const image = new Image();
  image.src = "data:image/svg+xml," + encodeURIComponent(new XMLSerializer().serializeToString(svg));
  await image.decode();
  const canvas = Object.assign(document.createElement("canvas"), { width: side, height: side }), pen = canvas.getContext("2d");
  pen.fillStyle = "#fff"; // the paper is the style sheet's
  pen.fillRect(0, 0, side, side);
  pen.drawImage(image, 0, 0, side, side);
  return jsQR(pen.getImageData(0, 0, side, side).data, side, side)?.data;
}"""


def add_child(page: Page, kind: str, value: str, name: str = "", early: str = "0") -> None:
    page.locator(".add-child").click()
    page.fill("#naam", name)
    page.locator(f".child-form input[name=kind][value={kind}]").check(force=True)
    if kind == "band":
        page.select_option("#band", value)
    else:
        page.fill("#datum", value)
    if kind == "born":
        page.select_option("#vroeg", early)
    page.locator(".child-form [type=submit]").click()


def test_children_are_added_changed_and_erased(phone):
    page = phone().new_page()
    page.goto("/nl/instellingen/")
    add_child(page, "born", "2026-08-10", "Noor", early="5")
    expect(page.locator("imh-settings .said").first).to_have_text("Bewaard.")
    add_child(page, "due", "2027-03-01", "Sem")
    add_child(page, "band", "13-18-maanden")
    rows = page.locator(".children-list li")
    expect(rows).to_have_count(3)
    expect(rows.nth(0)).to_contain_text("geboren op 10 augustus 2026, 5 weken te vroeg")
    expect(rows.nth(1)).to_contain_text("uitgerekend voor 1 maart 2027")
    rows.nth(1).locator(".edit").click()
    expect(page.locator("#datum")).to_have_value("2027-03-01")
    page.fill("#naam", "Samuel")
    page.locator(".child-form [type=submit]").click()
    rows.nth(0).locator(".erase").click()
    expect(rows).to_have_count(2)
    ages = [{key: one[key] for key in one.keys() - {"id"}} for one in kept(page)["children"]]
    assert ages == [{"name": "Samuel", "early": 0, "due": "2027-03-01"}, {"name": "", "early": 0, "band": "13-18-maanden", "since": "2026-11-22"}]
    assert kept(page)["current"] == kept(page)["children"][0]["id"]


def test_a_day_that_cannot_be_right_is_said_in_words(phone):
    page = phone().new_page()
    page.goto("/nl/instellingen/")
    add_child(page, "born", "1999-01-01")
    expect(page.locator(".child-form .why")).to_contain_text("Deze datum kan niet kloppen.")
    expect(page.locator("#datum")).to_be_focused()
    assert kept(page).get("children", []) == []


@pytest.mark.parametrize("age", [{"born": "2021-03-02", "early": 4}, {"due": "2026-05-01"}])
def test_a_day_that_was_not_touched_stays_however_long_ago(phone, age: dict[str, str]):
    mine = family(child("Noor", **age))
    page = phone(kept=mine).new_page()
    page.goto("/nl/instellingen/")
    page.locator(".edit").click()
    page.fill("#naam", "Noortje")
    page.locator(".child-form [type=submit]").click()
    expect(page.locator("imh-settings .said").first).to_have_text("Bewaard.")
    assert kept(page)["children"] == [mine["children"][0] | {"name": "Noortje"}]
    page.locator(".edit").click()
    page.fill("#datum", "2021-03-03")
    page.locator(".child-form [type=submit]").click()
    expect(page.locator(".child-form .why")).to_contain_text("Deze datum kan niet kloppen.")


def test_choices_are_kept_and_shown_again(phone):
    page = phone().new_page()
    page.goto("/nl/instellingen/")
    for name, value in (("role", "vader"), ("situations", "tweeling"), ("situations", "alleen"), ("night", "day"), ("text", "150")):
        page.locator(f"input[name={name}][value='{value}']").check(force=True)
    expect(page.locator("html")).to_have_attribute("data-text", "150")
    page.reload()
    chosen = page.evaluate("[...document.querySelectorAll('imh-settings input:checked')].filter((one) => one.name !== 'kind').map((one) => one.value)")
    assert sorted(chosen) == ["150", "alleen", "day", "tweeling", "vader"]


def test_what_is_saved_as_a_file_comes_back_after_everything_was_wiped(phone, tmp_path: Path):
    page = phone(kept=FULL | {"role": "moeder", "text": 125, "night": "day", "situations": ["eerste-kind"]}).new_page()
    page.goto("/nl/instellingen/")
    with page.expect_download() as download:
        page.locator(".export").click()
    file = tmp_path / download.value.suggested_filename
    download.value.save_as(file)
    before = kept(page)
    assert {key: value for key, value in json.loads(file.read_text()).items() if key != "app"} == before

    page.once("dialog", lambda dialog: dialog.dismiss())
    page.locator(".wipe").click()
    assert kept(page) == before
    page.once("dialog", lambda dialog: dialog.accept())
    page.locator(".wipe").click()
    expect(page.locator(".hands-said")).to_have_text("Alles is gewist.")
    assert page.evaluate("localStorage.length") == 0
    expect(page.locator(".children-list li")).to_have_count(0)

    page.set_input_files(".import input", file)
    expect(page.locator(".hands-said")).to_contain_text("Alles uit het bestand")
    assert kept(page) == before
    expect(page.locator(".children-list li")).to_have_count(2)


@pytest.mark.parametrize("text", ["", "geen json", "[]", '{"app": "iets anders"}', '{"app": "imh", "version": 1, "children": "x"}'])
def test_a_file_from_elsewhere_changes_nothing(phone, tmp_path: Path, text: str):
    page = phone(kept=FULL).new_page()
    page.goto("/nl/instellingen/")
    before = kept(page)
    file = tmp_path / "iets.json"
    file.write_text(text)
    page.set_input_files(".import input", file)
    expect(page.locator(".hands-said")).to_contain_text("dit bestand komt niet uit deze app")
    assert kept(page) == before


def code_of(page: Page) -> str:
    """The address in the code on this screen."""
    page.goto("/nl/instellingen/")
    page.locator(".give").click()
    expect(page.locator(".qr svg")).to_be_visible()
    page.evaluate(JSQR)
    return page.evaluate(SCAN)


def test_another_phone_takes_over_what_the_code_holds(phone, server: str):
    address = code_of(phone(kept=FULL).new_page())
    assert address.startswith(f"{server}/nl/instellingen/#neem=")

    page = phone().new_page()
    page.goto(address)
    offer = page.locator("dialog.offer")
    expect(offer).to_be_visible()
    expect(offer.locator(".what")).to_contain_text("Noor")
    expect(offer).to_have_accessible_name("Overnemen?")
    expect(offer).to_have_accessible_description(re.compile("Noor"))
    expect(offer.locator("h2")).to_be_focused()
    assert page.url == f"{server}/nl/instellingen/"
    offer.locator("button[value=no]").click()
    assert kept(page).get("children", []) == []

    page.goto("/nl/")
    page.goto(address)
    offer.locator("button[value=yes]").click()
    expect(page.locator(".children-list li")).to_have_count(2)
    assert {key: kept(page)[key] for key in ("children", "people", "saved")} == {key: FULL[key] for key in ("children", "people", "saved")}


def test_a_code_is_laid_beside_what_is_there(phone):
    address = code_of(phone(kept=FULL).new_page())
    mine = family(child("Lou", born="2024-01-05"), people=[OMA], saved=["ze-wijst"])
    page = phone(kept=mine).new_page()
    page.goto(address)
    page.locator("dialog.offer button[value=yes]").click()
    expect(page.locator(".children-list li")).to_have_count(3)
    now = kept(page)
    assert [one["name"] for one in now["children"]] == ["Lou", "Noor", "Sem"]
    assert ([one["name"] for one in now["people"]], now["current"]) == (["Oma Lieve", "Buur Fatiha"], mine["current"])
    assert sorted(now["saved"]) == ["kiekeboe", "kort-lontje", "ze-wijst"]


MINE = family(child("Noor", born="2026-08-10", early=5), people=[OMA | {"note": "op woensdag"}])
OLDER = family(
    child("Noor", due="2026-09-14") | {"name": ""},
    people=[OMA | {"name": "Oma", "phone": "", "role": ""}],
    questions=[{"id": "q", "text": "Slaapt hij genoeg?"}],
)


def test_an_older_phone_erases_nothing_and_what_would_change_is_said_first(phone):
    address = code_of(phone(kept=OLDER).new_page())
    page = phone(kept=MINE).new_page()
    page.goto(address)
    offer = page.locator("dialog.offer")
    expect(offer.locator(".changes li")).to_have_text(["Oma Lieve: ‘Oma Lieve’ wordt ‘Oma’."])
    offer.locator("button[value=no]").click()
    assert kept(page) == MINE
    page.goto("/nl/")
    page.goto(address)
    offer.locator("button[value=yes]").click()
    expect(page.locator(".hands-said")).to_have_text("Bewaard.")
    assert kept(page) == MINE | {"people": [MINE["people"][0] | {"name": "Oma"}], "questions": OLDER["questions"]}


def test_a_file_asks_only_where_something_here_would_be_another(phone, tmp_path: Path):
    page = phone(kept=MINE | {"role": "vader"}).new_page()
    page.goto("/nl/instellingen/")
    file = tmp_path / "goed-genoeg.json"

    def give(**more) -> None:
        file.write_text(json.dumps({"app": "imh"} | OLDER | more))
        page.set_input_files(".import input", file)

    give(people=[])
    expect(page.locator(".hands-said")).to_contain_text("Alles uit het bestand")
    assert kept(page) == MINE | {"role": "vader", "questions": OLDER["questions"]}
    before = kept(page)
    give(children=[NOOR | {"born": "2026-08-11"}], people=[OMA | {"phone": "0471 00 00 00", "ring": "rond"}])
    expect(page.locator("dialog.offer .what")).to_contain_text("In dit bestand staat: Noor, Oma Lieve")
    expect(page.locator("dialog.offer .changes li")).to_have_text(
        [
            "Noor: ‘geboren op 10 augustus 2026, 5 weken te vroeg’ wordt ‘geboren op 11 augustus 2026, 5 weken te vroeg’.",
            "Oma Lieve: ‘0470 12 34 56’ wordt ‘0471 00 00 00’.",
            "Oma Lieve: ‘Dichtbij’ wordt ‘Er voor iedereen’.",
        ]
    )
    page.keyboard.press("Escape")
    assert kept(page) == before
    give(children=[NOOR | {"born": "2026-08-11"}], people=[])
    page.locator("dialog.offer button[value=yes]").click()
    expect(page.locator(".hands-said")).to_contain_text("Alles uit het bestand")
    assert kept(page)["children"] == [NOOR | {"born": "2026-08-11", "early": 5}]


def test_what_does_not_fit_is_named_and_nothing_here_falls_away(phone, tmp_path: Path):
    questions = [{"id": f"q{at}", "text": f"Vraag {at}"} for at in range(30)]
    page = phone(kept=MINE | {"questions": questions}).new_page()
    page.goto("/nl/instellingen/")
    file = tmp_path / "goed-genoeg.json"
    file.write_text(json.dumps({"app": "imh"} | family(questions=[{"id": "nieuw", "text": "Mag hij al kruipen?"}], saved=["kiekeboe"])))
    page.set_input_files(".import input", file)
    expect(page.locator(".hands-said")).to_contain_text("dit paste er niet meer bij: vragen voor de volgende keer (1).")
    assert kept(page) == MINE | {"questions": questions, "saved": ["kiekeboe"]}


def test_a_damaged_code_is_said_and_changes_nothing(phone):
    address = code_of(phone(kept=FULL).new_page())
    page = phone().new_page()
    page.goto(address[:-3] + "AAA")
    expect(page.locator(".hands-said")).to_contain_text("deze code is beschadigd")
    expect(page.locator("dialog.offer")).to_be_hidden()
    assert kept(page) == {}
