"""Letters at 200 %: set in the app, or by zooming, which leaves a window half as wide."""

import pytest
from playwright.sync_api import expect

from tests.browser.family import FULL
from tests.templates import templates

pytestmark = pytest.mark.browser

LOOK = """() => {
  const found = [];
  for (const one of document.querySelectorAll("main [hidden]")) one.hidden = false; // what only shows once it is of use
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  while (walker.nextNode()) {
    const text = walker.currentNode, one = text.parentElement;
    if (!text.data.trim() || one.closest(".sr, .skip, noscript, svg, option")) continue;
    if (!one.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
    range.selectNodeContents(text);
    const said = text.data.trim().slice(0, 30);
    const pieces = new Set([...range.getClientRects()].map((row) => Math.round(row.top))).size;
    if (pieces > 3 * text.data.trim().split(/\\s+/).length + 2) found.push(`falls apart in ${pieces} lines: ${said}`);
    const scrolls = (box) => box && (/auto|scroll/.test(getComputedStyle(box).overflowX) || scrolls(box.parentElement));
    if (scrolls(one.parentElement)) continue;
    const rows = [...range.getClientRects()].filter((row) => row.width > 1);
    if (rows.some((row) => row.left < -1 || row.right > innerWidth + 1)) found.push(`runs out of the window: ${said}`);
    for (let box = one; box && box !== document.body; box = box.parentElement) {
      const style = getComputedStyle(box), edge = box.getBoundingClientRect();
      if (!/hidden|clip/.test(style.overflowX + style.overflowY) || box.matches(".phone")) continue;
      if (rows.some((row) => row.right > edge.right + 1 || row.left < edge.left - 1)) found.push(`is cut off: ${said}`);
    }
  }
  const inReach = (link) => {
    const box = link.getBoundingClientRect(), on = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
    return box.left >= 0 && box.right <= innerWidth && box.top >= 0 && box.bottom <= innerHeight && box.height >= 44 && link.contains(on);
  };
  if (![...document.querySelectorAll('.tabs .now, .thumb a[href$="/hulp/"]')].some(inReach)) found.push("Hulp nu is out of reach");
  for (const one of document.querySelectorAll("main :is(.btn, .choice, .chip)")) {
    const { left, right } = one.getBoundingClientRect();
    if (left < -1 || right > innerWidth + 1) found.push(`sticks out of the window: ${one.textContent}`);
  }
  if (document.documentElement.scrollWidth > innerWidth) found.push(`is ${document.documentElement.scrollWidth} wide`);
  return found;
}"""
WAYS = {
    "set in the app": ({"text": 200}, {"width": 360, "height": 740}),
    "zoomed": ({}, {"width": 180, "height": 370}),
    "set and on a small phone": ({"text": 150}, {"width": 320, "height": 568}),
    "set to the largest on a small phone": ({"text": 200}, {"width": 320, "height": 568}),
    "at night": ({"text": 200, "night": "night"}, {"width": 360, "height": 740}),
}


@pytest.mark.parametrize("code", ["nl", "ar"])
@pytest.mark.parametrize("way", WAYS)
def test_nothing_is_cut_off_and_help_stays_in_reach(phone, site, way, code):
    kept, viewport = WAYS[way]
    page = phone(kept=FULL | kept, viewport=viewport).new_page()
    wrong = {}
    for name, tail in templates(site).items():
        page.goto(f"/{code}/{tail}")
        expect(page.locator("html")).to_have_attribute("data-text", str(kept.get("text", 100)))
        if name == "instellingen":
            page.locator(".edit").first.click()
        wrong[name] = page.evaluate(LOOK)
    assert {name: found for name, found in wrong.items() if found} == {}


def test_letters_grow_as_much_as_was_asked(phone):
    sizes = []
    for text in (100, 125, 150, 200):
        page = phone(kept=FULL | {"text": text}).new_page()
        page.goto("/nl/kaart/kort-lontje/")
        expect(page.locator("html")).to_have_attribute("data-text", str(text))
        sizes.append(page.evaluate("parseFloat(getComputedStyle(document.querySelector('.opening p')).fontSize)"))
    assert sizes == [18, 22.5, 27, 36]


BAR = """() => {
  const box = (one) => one.getBoundingClientRect(), words = [...document.querySelectorAll(".tabs span")];
  const out = [...words, ...document.querySelectorAll(".tabs a")].filter((one) => box(one).left < 0 || box(one).right > innerWidth);
  const small = words.filter((one) => parseFloat(getComputedStyle(one).fontSize) < 15);
  const touch = words.slice(1).filter((one, index) => {
    const [a, b] = [box(one), box(words[index])];
    return a.top < b.bottom && b.top < a.bottom && Math.max(a.left - b.right, b.left - a.right) < 3;
  });
  return Object.entries({ out, small, touch }).flatMap(([wrong, all]) => all.map((one) => `${wrong}: ${one.textContent}`));
}"""


@pytest.mark.parametrize("code", ["nl", "en", "ar"])
@pytest.mark.parametrize("text", [125, 150, 200])
def test_the_bar_is_whole_in_every_window(phone, text: int, code: str):
    page = phone(kept=FULL | {"text": text}).new_page()
    page.goto(f"/{code}/hulp/")
    expect(page.locator("html")).to_have_attribute("data-text", str(text))
    page.evaluate("document.fonts.ready")
    wrong = {}
    for width in (320, 345, 360, 375, 412, 560, 900, 1024, 1280):
        page.set_viewport_size({"width": width, "height": 740})
        wrong[width] = page.evaluate(BAR)
    assert {width: found for width, found in wrong.items() if found} == {}
