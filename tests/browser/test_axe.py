"""What axe can see of accessibility, on every kind of page."""

import pytest

from imh_parents.settings import ROOT
from tests.browser.family import FULL
from tests.templates import FIXED, templates

pytestmark = pytest.mark.browser

AXE = (ROOT / "tests" / "web" / "node_modules" / "axe-core" / "axe.min.js").read_text(encoding="utf-8")
RUN = """async () => {
  const { violations } = await axe.run(document, { resultTypes: ["violations"] });
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target} ${node.failureSummary.split("\\n")[1]}`));
}"""
EXTRA = {"eerste bezoek": ("", {"version": 1}), "gemeente": ("dorp/gent/", FULL), "niet gevonden": ("bestaat-niet/", FULL)}


@pytest.mark.parametrize("name", [*FIXED, "kaart", "zware kaart", *EXTRA])
@pytest.mark.parametrize(("code", "night"), [("nl", "day"), ("nl", "night"), ("ar", "day")])
def test_axe_finds_nothing(phone, site, code: str, night: str, name: str):
    tail, kept = EXTRA[name] if name in EXTRA else (templates(site)[name], FULL)
    page = phone(kept=kept | {"night": night}, expected=("404",), reduced_motion="reduce").new_page()
    page.goto(f"/{code}/{tail}")
    if name == "ontdek":
        page.fill("#vraag", "slapen" if code == "nl" else "نوم")
        page.locator(".results").wait_for()
    if name == "zoeker":
        page.fill("#plaats", "2800")
        page.press("#plaats", "Enter")
        page.locator(".area .pin").first.wait_for()
    if name == "instellingen":
        page.locator(".edit").first.click()
    page.evaluate(AXE)
    assert page.evaluate(RUN) == []


def test_axe_finds_nothing_in_a_dialog(phone):
    page = phone(kept=FULL).new_page()
    page.goto("/nl/instellingen/")
    page.locator(".give").click()
    page.locator("dialog.code").wait_for()
    page.evaluate(AXE)
    assert page.evaluate(RUN) == []
