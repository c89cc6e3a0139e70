"""A family on a phone, and the few questions every browser test asks of a page."""

import json
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from playwright.sync_api import Page, expect

from imh_parents.settings import ROOT

KEPT: dict[str, Any] = json.loads((ROOT / "imh_parents" / "web" / "kept.json").read_text(encoding="utf-8"))
NOON = datetime(2026, 11, 22, 12, tzinfo=ZoneInfo("Europe/Brussels"))
TODAY = NOON.date()


def child(name: str = "", early: int = 0, **age: str) -> dict[str, Any]:
    """A child with born, due, or band and since."""
    return {"id": f"id-{name or 'x'}", "name": name, "early": early, **age}


NOOR = child("Noor", born="2026-08-10")
SEM = child("Sem", due="2027-03-01")
OMA = {"id": "oma", "name": "Oma Lieve", "phone": "0470 12 34 56", "ring": "dichtbij", "role": "oma"}


def family(*children: dict[str, Any], **rest: Any) -> dict[str, Any]:
    """What the phone keeps of a family; Vandaag is about the first child."""
    return KEPT | {"children": list(children), "current": children[0]["id"] if children else "", **rest}


FULL = family(NOOR, SEM, saved=["kort-lontje", "kiekeboe"], people=[OMA, {"id": "fa", "name": "Buur Fatiha", "phone": "", "ring": "dichtbij", "role": ""}])


def storage(origin: str, kept: dict[str, Any] | None) -> dict[str, Any]:
    """Playwright's storage_state of a phone that keeps this."""
    rows = [] if kept is None else [{"name": "imh", "value": json.dumps(kept)}]
    return {"cookies": [], "origins": [{"origin": origin, "localStorage": rows}]}


def kept(page: Page) -> dict[str, Any]:
    """What stands in the phone's storage now."""
    return json.loads(page.evaluate("localStorage.getItem('imh') ?? '{}'"))


def tiles(page: Page) -> dict[str, tuple[str, str]]:
    """The cards of Vandaag: address and title by slot."""
    shown = page.locator(".three .tile:visible")
    expect(shown.first.locator("h2")).not_to_be_empty()
    script = "all => all.map((one) => [one.dataset.slot, one.getAttribute('href'), one.querySelector('h2').textContent])"
    return {slot: (href, title) for slot, href, title in shown.evaluate_all(script)}


def road_day(birth: date, today: date = TODAY) -> int:
    """The day on the road of 1001, worked out beside web/child.js."""
    return 1001 - (birth.replace(year=birth.year + 2) - today).days


def wait_until(page: Page, script: str, argument: object = None, seconds: int = 45) -> None:
    """Until a script, which may be asynchronous, says true."""
    for _ in range(4 * seconds):
        if page.evaluate(script, argument):
            return
        page.wait_for_timeout(250)
    raise AssertionError(f"never true: {script}")


def wait_until_kept(page: Page, urls: set[str]) -> None:
    """Until the service worker has all of these on the phone."""
    script = """async (urls) => {
      const kept = new Set((await (await caches.open("imh")).keys()).map((request) => new URL(request.url).pathname));
      return Boolean(navigator.serviceWorker.controller) && urls.every((url) => kept.has(url));
    }"""
    wait_until(page, script, sorted(urls))
