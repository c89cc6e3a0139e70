"""Coming back, day after day."""

import json
import re
from datetime import timedelta
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.family import FULL, NOON, NOOR, TODAY, child, family, tiles

pytestmark = pytest.mark.browser

AGES = [("due", 150), ("due", 30), ("due", -10), ("born", -2), ("born", -40), ("born", -100), ("born", -200), ("born", -400), ("born", -800), ("born", -1400)]
SIXTY_DAYS = """async ([kept, noon]) => {
  // The addresses Vandaag shows this family in sixty days, on a page that stays open.
  localStorage.setItem("imh", kept);
  const Before = Date;
  const shown = new Set();
  for (let day = 0; day < 60; day++) {
    const now = noon + day * 86_400_000;
    globalThis.Date = class extends Before { constructor(...when) { super(...(when.length ? when : [now])); } static now() { return now; } };
    document.dispatchEvent(new Event("visibilitychange"));
    await new Promise((done) => setTimeout(done));
    for (const tile of document.querySelectorAll(".three .tile:not([hidden])")) shown.add(tile.getAttribute("href"));
  }
  globalThis.Date = Before;
  return [...shown];
}"""


def test_who_is_known_lands_on_vandaag(phone):
    page = phone(kept=FULL).new_page()
    page.goto("/nl/")
    expect(page.locator(".known")).to_be_visible()
    expect(page.locator(".first")).to_be_hidden()
    expect(page.locator(".tabs [aria-current=page]")).to_have_text("Vandaag")


def test_the_three_stay_all_day_and_others_come_tomorrow(phone):
    context = phone(kept=family(NOOR))
    page = context.new_page()
    seen = []
    for hours in (-11, 0, 11, 12, 24):
        context.clock.set_fixed_time(NOON + timedelta(hours=hours))
        page.goto("/nl/")
        seen.append(tiles(page))
    assert seen[0] == seen[1] == seen[2]
    assert seen[3] == seen[4]
    assert all(seen[0][slot] != seen[3][slot] for slot in ("kind", "ouder", "dorp"))


def test_midnight_passes_while_the_page_is_open(phone):
    context = phone(kept=family(NOOR))
    page = context.new_page()
    page.clock.install(time=NOON + timedelta(hours=11, minutes=59))
    page.goto("/nl/")
    before, line = tiles(page), page.locator(".day").inner_text()
    page.clock.fast_forward(120_000)
    expect(page.locator(".day")).not_to_have_text(line)
    assert tiles(page) != before


def test_a_heavy_card_never_comes_unasked(phone, site: Path):
    heavy = {f"/nl/kaart/{file.parent.name}/" for file in site.glob("nl/kaart/*/index.html") if 'class="card is-zorg"' in file.read_text(encoding="utf-8")}
    heavy |= {row["href"] for row in json.loads((site / "nl" / "kaarten.json").read_text(encoding="utf-8")) if "verlies" in row["situation"]}
    assert len(heavy) > 5
    page = phone(kept=family(NOOR)).new_page()
    page.goto("/nl/")
    tiles(page)
    shown = {}
    for kind, days in AGES:
        one = child(early=8 if days == -100 else 0, **{kind: str(TODAY + timedelta(days=days))})
        mine = family(one, role="moeder", situations=["eerste-kind", "weinig-geld", "beperking"])
        shown[kind, days] = set(page.evaluate(SIXTY_DAYS, [json.dumps(mine), NOON.timestamp() * 1000]))
    assert {age: seen & heavy for age, seen in shown.items()} == {age: set() for age in shown}
    assert min(map(len, shown.values())) > 6, "there are too few cards for some age"


def test_the_road_shows_where_you_are(phone):
    page = phone(kept=family(NOOR)).new_page()
    page.goto("/nl/leeftijd/")
    here = page.locator("#nu")
    expect(here).to_have_attribute("data-band", "3-4-maanden")
    expect(here).to_contain_text("Hier zijn jullie: dag 374")
    page.locator(".to-now a").click()
    expect(here).to_be_in_viewport()


def test_saved_cards_stand_in_bewaard_and_a_card_lets_itself_be_saved(phone, site):
    page = phone(kept=family(NOOR)).new_page()
    page.goto("/nl/bewaard/")
    expect(page.locator(".saved .empty")).to_be_visible()
    page.goto("/nl/kaart/kort-lontje/")
    page.locator("imh-save button").click()
    page.goto("/nl/bewaard/")
    expect(page.locator(".saved .rows a")).to_have_attribute("href", "/nl/kaart/kort-lontje/")
    expect(page.locator(".saved .empty")).to_be_hidden()
    page.locator(".saved .rows a").click()
    page.locator("imh-save button").click()
    page.goto("/nl/bewaard/")
    expect(page.locator(".saved .empty")).to_be_visible()


def test_the_tools_of_a_card_stand_in_one_line(phone):
    page = phone().new_page()
    page.goto("/nl/kaart/kort-lontje/")
    expect(page.locator(".top .tool svg:visible")).to_have_count(3)
    for _ in ("as it came", "saved"):
        boxes = [icon.bounding_box() for icon in page.locator(".top .tool svg:visible").all()]
        assert len(boxes) == 3
        assert max(box["y"] + box["height"] / 2 for box in boxes) - min(box["y"] + box["height"] / 2 for box in boxes) < 1
        page.locator("imh-save button").click()


def test_search_forgives_a_typing_error(phone):
    page = phone().new_page()
    page.goto("/nl/zoek/")
    page.fill("#vraag", "huilne")
    expect(page.locator(".results .count")).to_contain_text("kaart")
    crying = ["huil", "ween", "niets helpt"]
    first = page.locator(".results .rows li").first.inner_text().lower()
    assert any(word in first for word in crying), first
    page.fill("#vraag", "qqqqqqqq")
    expect(page.locator(".results .count")).to_contain_text("nog geen kaart")
    assert page.url.endswith("/nl/zoek/")


def test_how_many_cards_were_found_is_told_in_a_status_that_was_there_before(phone):
    page = phone().new_page()
    page.goto("/nl/zoek/")
    expect(page.locator("html")).to_have_class(re.compile("js"))
    status = page.get_by_role("status")  # finds nothing that is hidden
    expect(status).to_have_count(1)
    expect(status).to_have_text("")
    page.fill("#vraag", "huilen")
    expect(status).to_contain_text("kaart")
    page.fill("#vraag", "")
    expect(status).to_have_text("")
    expect(page.locator(".results .rows li")).to_have_count(0)


def test_a_card_puts_your_own_people_first(phone):
    page = phone(kept=FULL).new_page()
    page.goto("/nl/kaart/kort-lontje/")
    expect(page.locator(".help strong").first).to_have_text("Oma Lieve")
    expect(page.locator("imh-own a").first).to_have_attribute("href", "tel:0470123456")
